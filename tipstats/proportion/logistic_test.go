package proportion

import (
	"encoding/csv"
	"errors"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"

	"gonum.org/v1/gonum/mat"
	"pgregory.net/rapid"
)

// logisticTester is what tests and property tests have in common.
type logisticTester interface {
	Helper()
	Errorf(format string, args ...any)
	Fatal(args ...any)
}

func logisticClose(got, want, tolerance float64) bool {
	return got == want || math.Abs(got-want) <= tolerance*math.Abs(want)
}

func TestLogisticCloseCanFail(t *testing.T) {
	if logisticClose(1, 1+1e-11, 1e-12) || logisticClose(math.NaN(), 1, 1) || logisticClose(1, math.NaN(), 1) {
		t.Error("logisticClose takes different values for equal")
	}
}

// logisticAgrees reports each value that is not within a relative distance of what is wanted.
func logisticAgrees(t logisticTester, what string, got, want []float64, tolerance float64) {
	t.Helper()
	if len(got) != len(want) {
		t.Errorf("%s: %d values, want %d", what, len(got), len(want))
		return
	}
	for i := range got {
		if !logisticClose(got[i], want[i], tolerance) {
			t.Errorf("%s[%d] = %.16g, want %.16g", what, i, got[i], want[i])
		}
	}
}

// logisticRefused fails unless an error says each of the given things.
func logisticRefused(t logisticTester, err error, says ...string) {
	t.Helper()
	if err == nil {
		t.Errorf("no error, want one that says %q", says)
		return
	}
	for _, s := range says {
		if !strings.Contains(err.Error(), s) {
			t.Errorf("the error does not say %q:\n%v", s, err)
		}
	}
}

func logisticMust(t logisticTester, m LogisticModel) *LogisticResult {
	t.Helper()
	r, err := Logistic(m)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// beetles are those killed by carbon disulphide, Bliss (1935).
func beetles() LogisticModel {
	m := LogisticModel{
		Successes: []int{6, 13, 18, 28, 52, 53, 61, 60}, Trials: []int{59, 60, 62, 56, 63, 59, 62, 60},
		Design: mat.NewDense(8, 2, nil), Names: []string{"intercept", "log dose"},
	}
	for i, dose := range []float64{1.6907, 1.7242, 1.7552, 1.7842, 1.8113, 1.8369, 1.8610, 1.8839} {
		m.Design.(*mat.Dense).SetRow(i, []float64{1, dose})
	}
	return m
}

// infections are cases of urinary tract infection among women and their contraceptives: the data
// "sex2" of Heinze and Schemper (2002) and of R's package logistf, here counted by pattern.
func infections() LogisticModel {
	file, err := os.Open("testdata/urinary_tract_infection.csv")
	if err != nil {
		panic(err)
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		panic(err)
	}
	m := LogisticModel{Names: append([]string{"intercept"}, rows[0][:6]...), Firth: true}
	design := mat.NewDense(len(rows)-1, 7, nil)
	for i, row := range rows[1:] {
		design.Set(i, 0, 1)
		var numbers [8]int
		for k, cell := range row {
			if numbers[k], err = strconv.Atoi(cell); err != nil {
				panic(err)
			}
		}
		for j := range 6 {
			design.Set(i, j+1, float64(numbers[j]))
		}
		m.Successes, m.Trials = append(m.Successes, numbers[6]), append(m.Trials, numbers[7])
	}
	m.Design = design
	return m
}

// oneByOne gives each trial a row of its own.
func oneByOne(m LogisticModel) LogisticModel {
	_, p := m.Design.Dims()
	var rows []float64
	single := LogisticModel{Names: m.Names, Firth: m.Firth}
	for i, n := range m.Trials {
		for k := range n {
			x := 0
			if k < m.Successes[i] {
				x = 1
			}
			single.Successes = append(single.Successes, x)
			rows = append(rows, mat.Row(nil, i, m.Design)...)
		}
	}
	single.Design = mat.NewDense(len(single.Successes), p, rows)
	return single
}

func TestLogisticBeetles(t *testing.T) {
	r := logisticMust(t, beetles())
	// R 4.2.2, glm with epsilon 1e-15 (whose standard errors are those of the last step but one).
	logisticAgrees(t, "coefficients", r.Coefficients, []float64{-60.71745456163529, 34.27032573414692}, 1e-12)
	logisticAgrees(t, "standard errors", r.StandardErrors, []float64{5.180711463340797, 2.912140070635727}, 1e-9)
	logisticAgrees(t, "fit", []float64{r.Deviance, r.LogLikelihood, r.AIC, r.PearsonChiSquared},
		[]float64{11.23223109741934, -18.71513465725589, 41.43026931451179, 10.02681758563754}, 1e-12)
	logisticAgrees(t, "fitted", r.Fitted, []float64{0.05860102551591423, 0.16402786890009152, 0.36211900587242746, 0.60531490633305107,
		0.79517177193473354, 0.90323581937577357, 0.95519610680892919, 0.97904934407669997}, 1e-12)
	logisticAgrees(t, "deviance residuals", r.Residuals.Deviance, []float64{1.2836777036015539, 1.0596899944561606, -1.1961122849207682,
		-1.5941243746150418, 0.6061405095111498, -0.1271583981493337, 1.2510710802903049, 1.5939850134288633}, 1e-11)
	if len(r.Warnings) != 1 || !strings.Contains(r.Warnings[0], "dispersion 1.67, above 1.5") {
		t.Errorf("warnings %q", r.Warnings)
	}
}

func TestLogisticFirthPublished(t *testing.T) {
	m := infections()
	for _, m := range []LogisticModel{m, oneByOne(m)} {
		r := logisticMust(t, m)
		// Brute force in R 4.2.2 (bisected Fisher scoring until the score is 1e-14).
		logisticAgrees(t, "coefficients", r.Coefficients, []float64{0.120254049133840, -1.105981331381271, -0.068816727061921, 2.268874652239134,
			-2.111408185303210, -0.788316951396694, 3.096011827351449}, 1e-9)
		// As published for logistf (to its tolerance).
		for j, want := range [][3]float64{{0.485542, -0.818559, 1.07315}, {0.42366, -1.97379, -0.307427}, {0.443793, -0.941436, 0.789202},
			{0.548416, 1.27304, 3.43543}, {0.543082, -3.26086, -1.11774}, {0.417368, -1.60809, 0.0151846}, {1.67501, 0.774568, 8.03028}} {
			iv, err := r.ProfileInterval(j, 0.95)
			if err != nil {
				t.Fatal(err)
			}
			got := [3]float64{r.StandardErrors[j], iv.Lower, iv.Upper}
			for k := range got {
				if math.Abs(got[k]-want[k]) > 3e-5 {
					t.Errorf("%s: %v, published %v", r.Names[j], got, want)
				}
			}
		}
		// The profile by brute force in R: nlm over the other coefficients, uniroot over this one.
		for j, want := range map[int][]float64{1: {-1.97378838284238, -0.30742514157572}, 6: {0.77456816922831, 8.03029352215900}} {
			iv, err := r.ProfileInterval(j, 0.95)
			if err != nil {
				t.Fatal(err)
			}
			logisticAgrees(t, r.Names[j], []float64{iv.Lower, iv.Upper}, want, 1e-9)
		}
		if !math.IsNaN(r.AIC) {
			t.Errorf("AIC %v of a penalized fit", r.AIC)
		}
	}
	if r := logisticMust(t, oneByOne(m)); math.Abs(r.PenalizedLogLikelihood - -132.53937953284) > 1e-9 {
		t.Errorf("penalized log-likelihood %.14g, want -132.53937953284 (R; published -132.5394)", r.PenalizedLogLikelihood)
	}
}

// Firth's estimate of one proportion adds half a success and half a failure.
func TestFirthOfOneProportion(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 500).Draw(t, "n")
		x := rapid.IntRange(0, n).Draw(t, "x")
		r := logisticMust(t, LogisticModel{Successes: []int{x}, Trials: []int{n}, Design: mat.NewDense(1, 1, []float64{1}), Firth: true})
		if want := (float64(x) + 0.5) / float64(n+1); !logisticClose(r.Fitted[0], want, 1e-9) {
			t.Errorf("%d of %d: %v, want %v", x, n, r.Fitted[0], want)
		}
	})
}

// A 2x2 table: the log odds ratio, with Woolf's standard error; with Firth, one half in each cell.
func TestLogisticOfTwoGroups(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var cells [4]float64
		for k := range cells {
			cells[k] = float64(rapid.IntRange(0, 200).Draw(t, "cell"))
		}
		a, b, c, d := cells[0], cells[1], cells[2], cells[3]
		if a+b == 0 || c+d == 0 {
			t.Skip("an empty group")
		}
		m := LogisticModel{Successes: []int{int(a), int(c)}, Trials: []int{int(a + b), int(c + d)}, Design: mat.NewDense(2, 2, []float64{1, 1, 1, 0})}
		r, err := Logistic(m)
		if a*b*c*d == 0 {
			if !errors.Is(err, ErrSeparation) {
				t.Fatalf("%v: %v, want ErrSeparation", cells, err)
			}
		} else {
			if err != nil {
				t.Fatal(err)
			}
			if want := math.Log(a * d / b / c); math.Abs(r.Coefficients[1]-want) > 1e-11*(1+math.Abs(want)) {
				t.Errorf("%v: log odds ratio %v, want %v", cells, r.Coefficients[1], want)
			}
			if want := math.Sqrt(1/a + 1/b + 1/c + 1/d); !logisticClose(r.StandardErrors[1], want, 1e-10) {
				t.Errorf("%v: standard error %v, want %v", cells, r.StandardErrors[1], want)
			}
		}
		m.Firth = true
		want := math.Log((a + 0.5) * (d + 0.5) / (b + 0.5) / (c + 0.5))
		if r := logisticMust(t, m); math.Abs(r.Coefficients[1]-want) > 1e-8*(1+math.Abs(want)) {
			t.Errorf("%v: Firth's log odds ratio %v, want %v", cells, r.Coefficients[1], want)
		}
	})
}
