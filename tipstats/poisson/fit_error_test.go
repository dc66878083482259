package poisson

import (
	"errors"
	"math"
	"strings"
	"testing"

	"gonum.org/v1/gonum/mat"
	"pgregory.net/rapid"
)

// fitRefused fails unless an error says each of the given things.
func fitRefused(t fitTester, err error, says ...string) {
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

func ones(n int) *mat.Dense {
	m := mat.NewDense(n, 1, nil)
	for i := range n {
		m.Set(i, 0, 1)
	}
	return m
}

func TestFitReportsAllProblems(t *testing.T) {
	_, err := Fit(Model{
		Counts:        []float64{1, -2, math.NaN(), 2.5, math.Inf(1), 1e300},
		Design:        mat.NewDense(5, 2, []float64{1, 2, 1, math.NaN(), 1, 1, 1, 1, 1, math.Inf(-1)}),
		Names:         []string{"intercept"},
		Offset:        []float64{0, math.Inf(1)},
		Weights:       []float64{1, 1, -1, 1, 1, math.NaN()},
		Family:        Family(9),
		MaxIterations: -1,
	})
	fitRefused(t, err, "unknown family Family(9)", "MaxIterations is -1", "Counts[1] is -2", "Counts[2] is NaN", "Counts[3] is 2.5",
		"Counts[4] is +Inf", "Counts[5] is 1e+300", "Design has 5 rows for 6 Counts", "1 Names for 2 columns", "2 Offset for 6 Counts",
		"Offset[1] is +Inf", "Weights[2] is -1", "Weights[5] is NaN", "Design[1, 1] (x1) is NaN", "Design[4, 1] (x1) is -Inf")
	for _, line := range strings.Split(err.Error(), "\n") {
		if !strings.HasPrefix(line, "poisson: ") {
			t.Errorf("%q does not name the package", line)
		}
	}
	_, err = Fit(Model{})
	fitRefused(t, err, "Counts is empty", "Design is nil")
	_, err = Fit(LogLinear(nil, nil))
	fitRefused(t, err, "Counts is empty")
	_, err = Fit(LogLinear([]float64{1, 2, 3}, []float64{4, 5}))
	fitRefused(t, err, "Design has 3 rows for 2 Counts")
	_, err = Fit(Model{Counts: []float64{4}, Design: mat.NewDense(1, 2, []float64{1, 2})})
	fitRefused(t, err, "2 coefficients from 1 Counts")
	_, err = Fit(Model{Counts: []float64{4, 5}, Weights: []float64{0, 0}, Design: ones(2)})
	fitRefused(t, err, "1 coefficients from 0 Counts")
	_, err = Fit(Model{Counts: []float64{4, 5}, Design: &mat.Dense{}})
	fitRefused(t, err, "Design has no columns")
}

func TestFitListsAtMostAHundredProblems(t *testing.T) {
	counts := make([]float64, 500)
	for i := range counts {
		counts[i] = -1
	}
	_, err := Fit(Model{Counts: counts, Design: ones(500)})
	if lines := strings.Count(err.Error(), "\n") + 1; lines != 100 {
		t.Errorf("%d problems are listed, want 100", lines)
	}
	fitRefused(t, err, "and 401 more problems")
}

func TestFitNamesDependentColumns(t *testing.T) {
	for _, family := range []Family{ByDispersion, Poisson, QuasiPoisson, NegativeBinomial} {
		_, err := Fit(Model{
			Counts: []float64{4, 7, 9, 3},
			Design: mat.NewDense(4, 3, []float64{1, 1, 0, 1, 1, 0, 1, 0, 1, 1, 0, 1}),
			Names:  []string{"intercept", "sex trafficking", "labor trafficking"},
			Family: family,
		})
		if !errors.Is(err, ErrRank) {
			t.Fatalf("%v: %v, want ErrRank", family, err)
		}
		fitRefused(t, err, `column "labor trafficking" is a linear combination of "intercept" and "sex trafficking"`, "Leave it out")
	}
	_, err := Fit(LogLinear([]float64{2022, 2022, 2022}, []float64{1, 2, 3}))
	if !errors.Is(err, ErrRank) {
		t.Errorf("all times equal: %v, want ErrRank", err)
	}
}

func TestFitFindsSeparation(t *testing.T) {
	cases := []struct {
		name   string
		counts []float64
		rows   []float64
		says   []string
	}{
		{"all zero", []float64{0, 0, 0}, []float64{1, 0, 1, 1, 1, 2}, []string{"3 observations"}},
		{"a group of zeros", []float64{3, 5, 0, 0, 0}, []float64{1, 0, 1, 0, 1, 1, 1, 1, 1, 1}, []string{`"b" to -Inf`, "Counts[2], Counts[3] and Counts[4]"}},
		{"the reference group", []float64{0, 0, 5, 7}, []float64{1, 0, 1, 0, 1, 1, 1, 1}, []string{`"a" to -Inf`, `"b" to +Inf`, "Counts[0] and Counts[1]"}},
		{"a trend to zero", []float64{4, 0, 0, 0}, []float64{1, 0, 1, 1, 1, 2, 1, 3}, []string{`"b" to -Inf`, "3 observations"}},
		{"different speeds", []float64{6, 4, 0, 0}, []float64{1, 0, 1, 0, 1, 1e-3, 1, 50}, []string{`"b" to -Inf`}},
	}
	for _, c := range cases {
		for _, family := range []Family{ByDispersion, Poisson, QuasiPoisson, NegativeBinomial} {
			r, err := Fit(Model{Counts: c.counts, Design: mat.NewDense(len(c.counts), 2, c.rows), Names: []string{"a", "b"}, Family: family})
			if !errors.Is(err, ErrSeparation) || r != nil {
				t.Errorf("%s, %v: %v, %v, want ErrSeparation", c.name, family, r, err)
				continue
			}
			fitRefused(t, err, c.says...)
		}
	}
}

// Fitted means of 1e-20 are no separation.
func TestFitTakesSmallMeansForWhatTheyAre(t *testing.T) {
	x := make([]float64, 60)
	y := make([]float64, 60)
	for i := range x {
		x[i] = float64(i)
		y[i] = math.Round(math.Exp(float64(i) - 50))
	}
	m := LogLinear(x, y)
	m.Family = Poisson
	r := fitMust(t, m)
	if math.Abs(r.Coefficients[1]-1) > 0.01 || r.Fitted[0] > 1e-18 {
		t.Errorf("slope %v, first mean %v", r.Coefficients[1], r.Fitted[0])
	}
}

// A brute-force oracle: two groups are separated if and only if one of them has no events.
func TestFitFindsSeparationOfTwoGroups(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(3, 8).Draw(t, "n")
		m := Model{Design: mat.NewDense(n, 2, nil), Family: Poisson}
		var events, rows [2]float64
		for i := range n {
			group := rapid.IntRange(0, 1).Draw(t, "group")
			y := float64(rapid.SampledFrom([]int{0, 0, 0, 1, 7}).Draw(t, "count"))
			m.Counts = append(m.Counts, y)
			m.Design.(*mat.Dense).SetRow(i, []float64{1, float64(group)})
			events[group] += y
			rows[group]++
		}
		_, err := Fit(m)
		switch {
		case rows[0] == 0 || rows[1] == 0:
			if !errors.Is(err, ErrRank) {
				t.Errorf("one group only: %v, want ErrRank", err)
			}
		case events[0] == 0 || events[1] == 0:
			if !errors.Is(err, ErrSeparation) {
				t.Errorf("a group without events: %v, want ErrSeparation", err)
			}
		case err != nil:
			t.Error(err)
		}
	})
}

func TestFitSaysThatItDidNotConverge(t *testing.T) {
	for _, family := range []Family{Poisson, NegativeBinomial} {
		m := quine()
		m.Family, m.MaxIterations = family, 1
		r, err := Fit(m)
		if !errors.Is(err, ErrNotConverged) {
			t.Fatalf("%v: %v, want ErrNotConverged", family, err)
		}
		fitRefused(t, err, "in 1 iteration")
		if r == nil || r.Converged || len(r.Warnings) == 0 {
			t.Errorf("%v: the last iterate is %+v", family, r)
		}
	}
	if r := fitMust(t, quine()); !r.Converged || r.Iterations < 3 || r.Iterations > 40 {
		t.Errorf("converged %v in %d iterations", r.Converged, r.Iterations)
	}
}

func TestFitWithoutDegreesOfFreedom(t *testing.T) {
	m := LogLinear([]float64{0, 1}, []float64{29, 89})
	r := fitMust(t, m)
	if r.Family != Poisson || !math.IsNaN(r.Dispersion) || r.ResidualDF != 0 {
		t.Errorf("family %v, dispersion %v with %d degrees", r.Family, r.Dispersion, r.ResidualDF)
	}
	if len(r.Warnings) != 1 || !strings.Contains(r.Warnings[0], "as many coefficients as counts") {
		t.Errorf("warnings %q", r.Warnings)
	}
	fitAgrees(t, "slope", []float64{r.Coefficients[1], r.StandardErrors[1]}, []float64{math.Log(89.0 / 29), math.Sqrt(1.0/29 + 1.0/89)}, 1e-13)
	if _, err := r.RobustCovariance(HC1); err == nil {
		t.Error("HC1 has a value without degrees of freedom")
	}
	m.Family = QuasiPoisson
	_, err := Fit(m)
	fitRefused(t, err, "no dispersion can be estimated", "use Family Poisson")
	equal := LogLinear([]float64{0, 1, 2}, []float64{29, 29, 29})
	equal.Family = QuasiPoisson
	_, err = Fit(equal)
	fitRefused(t, err, "the counts lie on the fitted curve")
}

func TestFitWarnsOfOverDispersion(t *testing.T) {
	m := warpbreaks()
	m.Family = Poisson
	r := fitMust(t, m)
	if len(r.Warnings) != 1 || !strings.Contains(r.Warnings[0], "QuasiPoisson, whose standard errors are 0.0937 (intercept), 0.106 (wool=B)") {
		t.Errorf("warnings %q do not name the quasi-Poisson result", r.Warnings)
	}
	m.Family = NegativeBinomial
	if r := fitMust(t, m); len(r.Warnings) != 0 {
		t.Errorf("warnings %q for the negative binomial", r.Warnings)
	}
	quiet := LogLinear([]float64{1, 2, 3, 4, 5}, []float64{10, 12, 11, 13, 12})
	if r := fitMust(t, quiet); r.Family != Poisson || len(r.Warnings) != 0 {
		t.Errorf("%v with warnings %q for counts that are not over-dispersed", r.Family, r.Warnings)
	}
	quiet.Family = QuasiPoisson
	if r := fitMust(t, quiet); len(r.Warnings) == 0 || !strings.Contains(r.Warnings[0], "below 1") {
		t.Errorf("warnings %q for under-dispersed counts", r.Warnings)
	}
}

// Whatever the input, there is an error or a result of numbers.
func FuzzFit(f *testing.F) {
	f.Add(4.0, 7.0, 9.0, 1.0, 2.0, 3.0, 0.0, 1.0, uint8(1))
	f.Add(0.0, 0.0, 5.0, 1.0, 2.0, 2.0, 700.0, 1.0, uint8(3))
	f.Add(1.0, 2.0, 3.0, 1e-300, 1e300, 0.0, -700.0, 1e-200, uint8(2))
	f.Add(9e15, 0.0, 1.0, 1e9, 1e9+1, 2e9, 30.0, 1e200, uint8(0))
	f.Add(0.0, 1.0, 40.0, -3.0, 0.0, 12.0, 1e5, 1.0, uint8(3))
	f.Fuzz(func(t *testing.T, y1, y2, y3, x1, x2, x3, offset, weight float64, family uint8) {
		r, err := Fit(Model{
			Counts: []float64{y1, y2, y3, 5}, Design: mat.NewDense(4, 2, []float64{1, x1, 1, x2, 1, x3, 1, 0}),
			Offset: []float64{offset, 0, offset, 1}, Weights: []float64{weight, 1, 1, weight}, Family: Family(family % 5),
		})
		if err != nil {
			return
		}
		for j := range 2 {
			if b, se := r.Coefficients[j], r.StandardErrors[j]; math.IsNaN(b) || math.IsInf(b, 0) || !(se > 0) || math.IsInf(se, 0) {
				t.Errorf("coefficient %d is %v with standard error %v", j, b, se)
			}
			wald, err1 := r.WaldInterval(j, 0.95)
			profile, err2 := r.ProfileInterval(j, 0.95)
			if err1 != nil || err2 != nil {
				t.Fatal(err1, err2)
			}
			if !(wald.Lower <= wald.Estimate && wald.Estimate <= wald.Upper) {
				t.Errorf("Wald %+v", wald)
			}
			if !(profile.Lower <= profile.Estimate && profile.Estimate <= profile.Upper) {
				t.Errorf("profile %+v", profile)
			}
		}
		if math.IsNaN(r.Deviance) || math.IsNaN(r.PearsonChiSquared) || r.Deviance < 0 || r.Theta <= 0 || math.IsNaN(r.Theta) {
			t.Errorf("deviance %v, chi-squared %v, theta %v", r.Deviance, r.PearsonChiSquared, r.Theta)
		}
	})
}

// stackedTwice returns the design of a model above itself.
func stackedTwice(m Model) *mat.Dense {
	n, p := m.Design.Dims()
	twice := mat.NewDense(2*n, p, nil)
	twice.Stack(m.Design, m.Design)
	return twice
}
