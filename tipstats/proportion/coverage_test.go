package proportion

import (
	"fmt"
	"math"
	"os"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func mustCoverage(t interface{ Fatal(...any) }, m Method, n int, p, level float64) float64 {
	c, err := Coverage(m, n, p, level)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// The definition: all counts, each with its mass from the binomial coefficient.
func TestCoverageDefinition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := Method(rapid.IntRange(0, len(methods)-1).Draw(t, "method"))
		n := rapid.IntRange(1, 60).Draw(t, "n")
		p := rapid.Float64Range(0, 1).Draw(t, "p")
		level := rapid.Float64Range(0.5, 0.999).Draw(t, "level")
		want := 0.0
		for x := 0; x <= n; x++ {
			if mustInterval(t, x, n, level, m).Contains(p) {
				want += math.Exp(logChoose(n)[x]) * math.Pow(p, float64(x)) * math.Pow(1-p, float64(n-x))
			}
		}
		if got := mustCoverage(t, m, n, p, level); math.Abs(got-want) > 1e-13 {
			t.Fatalf("%v, n = %d, p = %v, level %v: %v, want %v", m, n, p, level, got, want)
		}
	})
}

// By hand: with n = 1 Wilson's interval at 95 % for 0 of 1 ends at z^2/(1+z^2) = 0.7935, so
// that p = 0.9 is covered by 1 of 1 only.
func TestCoverageByHand(t *testing.T) {
	for p, want := range map[float64]float64{0.9: 0.9, 0.5: 1, 0: 1, 1: 1, 0.1: 0.9} {
		if got := mustCoverage(t, Wilson, 1, p, 0.95); !near(got, want, 1e-15) {
			t.Errorf("p = %v: %v, want %v", p, got, want)
		}
	}
	// Brown, Cai and DasGupta (2001), section 1, for Wald at 95 %: with p = 0.2 about
	// 0.946 at n = 30, but 0.928 at n = 98; with p = 0.005 it is 0.945 at n = 591 and 0.792 at
	// n = 592.
	for _, c := range []struct {
		n       int
		p, want float64
	}{{30, 0.2, 0.946}, {98, 0.2, 0.928}, {591, 0.005, 0.945}, {592, 0.005, 0.792}} {
		if got := mustCoverage(t, Wald, c.n, c.p, 0.95); math.Abs(got-c.want) > 0.0015 {
			t.Errorf("Wald, n = %d, p = %v: %v, published %v", c.n, c.p, got, c.want)
		}
	}
}

func TestCoverageOfLargeSamples(t *testing.T) {
	for _, m := range []Method{Wilson, ClopperPearson, Wald} {
		if got := mustCoverage(t, m, 10_000_000, 0.3, 0.95); math.Abs(got-0.95) > 2e-4 {
			t.Errorf("%v: %v, want about 0.95", m, got)
		}
	}
}

// sweep holds the coverage of one method at 95 % for one n over p = 0.005, ..., 0.995, of
// which the upper half is the mirror image of the lower one.
type sweep struct{ lowest, mean float64 }

func sweepOf(m Method, n int) sweep {
	limits := make([][2]float64, n+1)
	for x := range limits {
		limits[x][0], limits[x][1] = m.twoSided(x, n, 0.95)
	}
	s := sweep{lowest: 1}
	for i := 1; i <= 100; i++ {
		weight := 2. / 199
		if i == 100 {
			weight = 1. / 199
		}
		c := coverage(n, float64(i)/200, func(x int) (lower, upper float64) { return limits[x][0], limits[x][1] })
		s.lowest = min(s.lowest, c)
		s.mean += c * weight
	}
	return s
}

// The table in the comment on Method is what coverage is.
func TestCoverageTableInTheDocs(t *testing.T) {
	source, err := os.ReadFile("method.go")
	if err != nil {
		t.Fatal(err)
	}
	text := strings.ReplaceAll(string(source), "\r\n", "\n")
	for name, m := range constants {
		lowest := 1.0
		for n := 1; n <= 200; n++ {
			lowest = min(lowest, sweepOf(m, n).lowest)
		}
		few, many := sweepOf(m, 20), sweepOf(m, 160)
		row := fmt.Sprintf("//\t%-16s  %.3f   %.3f            %.3f\n", name, lowest, few.mean, many.mean)
		if !strings.Contains(text, row) {
			t.Errorf("the comment on Method lacks this row:\n%s", row)
		}
		if conservative := m == ClopperPearson || m == Blaker; conservative && lowest < 0.95 {
			t.Errorf("%v is called exact, but covers %v", m, lowest)
		}
	}
}

func TestCoverageOfWilsonCCInTheDocs(t *testing.T) {
	if c := mustCoverage(t, WilsonCC, 1, 0.0546, 0.95); fmt.Sprintf("%.3f", c) != "0.945" {
		t.Errorf("the comment on Method gives another coverage of WilsonCC than %v", c)
	}
}

func TestCoverageReportsAllProblems(t *testing.T) {
	_, err := Coverage(99, 0, 1.5, 95)
	if err == nil {
		t.Fatal("no error")
	}
	for _, says := range []string{"denominator n is 0", "proportion is 1.5", "write 0.95", "Method(99)"} {
		if !strings.Contains(err.Error(), says) {
			t.Errorf("error %q does not say %q", err, says)
		}
	}
	for _, p := range []float64{-0.1, math.NaN(), math.Inf(1)} {
		if _, err := Coverage(Wilson, 10, p, 0.95); err == nil {
			t.Errorf("p = %v is accepted", p)
		}
	}
	if _, err := Coverage(Wilson, largestCovered+1, 0.5, 0.95); err == nil || !strings.Contains(err.Error(), "100000001") {
		t.Errorf("too large an n: %v", err)
	}
}

func FuzzCoverage(f *testing.F) {
	for m := range methods {
		f.Add(m, 160, 0.55, 0.95)
		f.Add(m, 1, 0.0, 1e-300)
		f.Add(m, 3, 1.0, 1-0x1p-53)
		f.Add(m, 2, 5e-324, 0.5)
		f.Add(m, 2, 1-0x1p-53, 0.5)
	}
	f.Fuzz(func(t *testing.T, m, n int, p, level float64) {
		if n > 100000 {
			n %= 100000
		}
		if c, err := Coverage(Method(m), n, p, level); err == nil && !(c >= 0 && c <= 1) {
			t.Errorf("Coverage(%v, %d, %v, %v) = %v", Method(m), n, p, level, c)
		}
	})
}

// If Peru's courts convicted 95 % of the accused, how often would intervals from 160
// decisions contain the 95 %?
func ExampleCoverage() {
	for _, m := range []Method{Wilson, ClopperPearson, Wald} {
		c, err := Coverage(m, 160, 0.95, 0.95)
		fmt.Printf("%v: %.4f, %v\n", m, c, err)
	}
	// Output:
	// Wilson: 0.9574, <nil>
	// Clopper-Pearson: 0.9731, <nil>
	// Wald: 0.8994, <nil>
}
