package proportion

import (
	"encoding/csv"
	"math"
	"os"
	"strconv"
	"testing"
)

// The files in testdata are 40-digit solutions of the defining equations, computed with
// software that shares nothing with this package.

func readReference(t *testing.T, name string) [][]string {
	t.Helper()
	f, err := os.Open("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) < 10 {
		t.Fatalf("%s has %d rows: the reference is missing", name, len(rows))
	}
	return rows[1:]
}

func whole(t *testing.T, s string) int {
	t.Helper()
	v, err := strconv.ParseInt(s, 10, 0)
	if err != nil {
		t.Skipf("%s does not fit an int here", s)
	}
	return int(v)
}

func number(t *testing.T, s string) float64 {
	t.Helper()
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// near reports whether got is want to the relative tolerance. NaN is near nothing.
func near(got, want, tolerance float64) bool {
	return got == want || math.Abs(got-want) <= tolerance*math.Abs(want)
}

func TestNearCanFail(t *testing.T) {
	if near(1+1e-12, 1, 1e-13) || near(math.NaN(), 1, 1) || near(1e-300, 0, 1e-13) {
		t.Error("near does not see a difference")
	}
}

// constants holds the methods by the names of their constants.
var constants = map[string]Method{
	"Wilson": Wilson, "ClopperPearson": ClopperPearson, "WilsonCC": WilsonCC, "MidP": MidP, "Jeffreys": Jeffreys,
	"AgrestiCoull": AgrestiCoull, "Blaker": Blaker, "LikelihoodRatio": LikelihoodRatio, "Logit": Logit,
	"Arcsine": Arcsine, "Wald": Wald, "WaldCC": WaldCC,
}

// Blaker's rows are from R's BlakerCI, some from its manual, to the digits shown.
func TestReferenceIntervals(t *testing.T) {
	for _, row := range readReference(t, "intervals.csv") {
		m, ok := constants[row[0]]
		if !ok {
			t.Fatalf("unknown method %q", row[0])
		}
		if m != Blaker {
			checkReference(t, m, row[1:6], 2e-15)
			continue
		}
		lower, upper := m.limits(whole(t, row[1]), whole(t, row[2]), number(t, row[3]))
		for got, digits := range map[float64]string{lower: row[4], upper: row[5]} {
			half := 0.51 * math.Pow10(1-len(digits)) // digits is "0", or a point with digits
			if math.Abs(got-number(t, digits)) > max(half, 1.5e-10) {
				t.Errorf("Blaker for %s of %s: %.12f, want %s", row[1], row[2], got, digits)
			}
		}
	}
}

// n to 1e12 and alpha to 1e-9.
func TestReferenceClopperPearsonExtreme(t *testing.T) {
	for _, row := range readReference(t, "clopper_pearson_extreme.csv") {
		t.Run(row[0]+" of "+row[1]+" at "+row[2], func(t *testing.T) {
			checkReference(t, ClopperPearson, row, 4e-15)
		})
	}
}

func checkReference(t *testing.T, m Method, row []string, tolerance float64) {
	t.Helper()
	iv, err := Interval(whole(t, row[0]), whole(t, row[1]), number(t, row[2]), m)
	if err != nil {
		t.Fatal(err)
	}
	if !near(iv.Lower, number(t, row[3]), tolerance) || !near(iv.Upper, number(t, row[4]), tolerance) {
		t.Errorf("%v for %s of %s at %s: %.17g to %.17g, want %s to %s", m, row[0], row[1], row[2], iv.Lower, iv.Upper, row[3], row[4])
	}
}

// Newcombe, Stat. Med. 17 (1998) 857, table I, printed with four digits.
func TestPublishedNewcombe1998(t *testing.T) {
	cases := []struct {
		x, n         int
		m            Method
		lower, upper float64
	}{
		{15, 148, ClopperPearson, .0578, .1617},
		{0, 20, ClopperPearson, 0, .1684},
		{1, 29, ClopperPearson, .0009, .1776},
		{15, 148, Wilson, .0624, .1605},
		{0, 20, Wilson, 0, .1611},
		{1, 29, Wilson, .0061, .1718},
		{15, 148, WilsonCC, .0598, .1644},
		{0, 20, WilsonCC, 0, .2005},
		{1, 29, WilsonCC, .0018, .1963},
		{15, 148, MidP, .0601, .1581},
		{0, 20, MidP, 0, .1391},
		{1, 29, MidP, .0017, .1585},
	}
	for _, c := range cases {
		iv, err := Interval(c.x, c.n, 0.95, c.m)
		if err != nil {
			t.Fatal(err)
		}
		if math.Abs(iv.Lower-c.lower) > 5e-5 || math.Abs(iv.Upper-c.upper) > 5e-5 {
			t.Errorf("%v for %d of %d: %.5f to %.5f, published %.4f to %.4f", c.m, c.x, c.n, iv.Lower, iv.Upper, c.lower, c.upper)
		}
	}
}

// Far in the tails of rare events: 40-digit roots of the defining equations by mpmath, from
// sums of binomial masses and from the deviance.
func TestReferenceRareEvents(t *testing.T) {
	for m, rows := range map[Method][][]string{
		MidP: {
			{"5", "1000000000000", "0.999999999", "4.1518493531389849794e-14", "3.3830664492118032663e-11"},
			{"1", "1000000", "0.999999999", "9.9999997171806853674e-16", "0.000023980340587617811428"},
			{"7", "1000", "0.999999999", "0.00017897264319880169198", "0.037439475431623476452"},
		},
		LikelihoodRatio: {
			{"5", "1000000000000", "0.999999999", "4.4415431576453564462e-14", "3.3115222317803570215e-11"},
			{"1", "1000000", "0.999999999", "2.8887381676161257985e-15", "0.000022788463606748915428"},
			{"7", "1000", "0.999999999", "0.00018443094089723528997", "0.036827661580716392118"},
		},
	} {
		for _, row := range rows {
			t.Run(m.String()+" "+row[0]+" of "+row[1], func(t *testing.T) { checkReference(t, m, row, 1e-14) })
		}
	}
}
