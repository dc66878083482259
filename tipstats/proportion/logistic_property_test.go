package proportion

import (
	"errors"
	"fmt"
	"math"
	"testing"

	"gonum.org/v1/gonum/mat"
	"pgregory.net/rapid"

	"github.com/tipstats/tip/tipstats/infer"
)

func drawLogistic(t *rapid.T) LogisticModel {
	n := rapid.IntRange(3, 9).Draw(t, "rows")
	m := LogisticModel{Design: mat.NewDense(n, 2, nil), Firth: rapid.Bool().Draw(t, "Firth")}
	for i := range n {
		trials := rapid.IntRange(1, 12).Draw(t, "trials")
		m.Trials = append(m.Trials, trials)
		m.Successes = append(m.Successes, rapid.IntRange(0, trials).Draw(t, "successes"))
		m.Design.(*mat.Dense).SetRow(i, []float64{1, float64(i) + rapid.Float64Range(-0.3, 0.3).Draw(t, "x")})
	}
	return m
}

// Failures for successes turn the signs; intervals nest and agree with their tests; single trials
// give the same coefficients.
func TestLogisticProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := drawLogistic(t)
		r, err := Logistic(m)
		if err != nil {
			t.Skip(err)
		}
		near := func(what string, got, want float64) {
			if math.Abs(got-want) > 1e-7*(1+math.Abs(want)) {
				t.Errorf("%s = %.15g, want %.15g", what, got, want)
			}
		}
		turned := m
		turned.Successes = make([]int, len(m.Successes))
		for i := range turned.Successes {
			turned.Successes[i] = m.Trials[i] - m.Successes[i]
		}
		s := logisticMust(t, turned)
		single := logisticMust(t, oneByOne(m))
		for j := range 2 {
			near("coefficient of the failures", s.Coefficients[j], -r.Coefficients[j])
			near("coefficient of single trials", single.Coefficients[j], r.Coefficients[j])
			near("standard error of single trials", single.StandardErrors[j], r.StandardErrors[j])
		}
		level := rapid.Float64Range(0.1, 0.99).Draw(t, "level")
		for name, c := range map[string]struct {
			interval func(int, float64) (infer.Interval, error)
			test     func(int, infer.Alternative) (infer.Test, error)
		}{
			"Wald":    {r.WaldInterval, r.WaldTest},
			"profile": {r.ProfileInterval, r.ProfileTest},
		} {
			iv, err1 := c.interval(1, level)
			inner, err2 := c.interval(1, level*0.9)
			two, err3 := c.test(1, infer.TwoSided)
			if err := errors.Join(err1, err2, err3); err != nil {
				t.Fatal(err)
			}
			if !(iv.Lower < inner.Lower && inner.Lower < inner.Estimate && inner.Estimate < inner.Upper && inner.Upper < iv.Upper) {
				t.Errorf("%s: %+v does not hold %+v", name, iv, inner)
			}
			if math.Abs(two.P-(1-level)) > 1e-7 && iv.Contains(0) == (two.P < 1-level) {
				t.Errorf("%s: P = %v, but the interval at %v is %v to %v", name, two.P, level, iv.Lower, iv.Upper)
			}
			less, _ := c.test(1, infer.Less)
			greater, _ := c.test(1, infer.Greater)
			if math.Abs(less.P+greater.P-1) > 1e-12 {
				t.Errorf("%s: P = %v (less), %v (greater)", name, less.P, greater.P)
			}
		}
	})
}

func TestLogisticReportsAllProblems(t *testing.T) {
	_, err := Logistic(LogisticModel{
		Successes: []int{3, -1, 2}, Trials: []int{2, 5, 0}, Design: mat.NewDense(2, 1, []float64{1, math.NaN()}),
		Offset: []float64{math.Inf(1)}, Names: []string{"a", "b"}, MaxIterations: -2,
	})
	logisticRefused(t, err, "row 0", "row 1", "row 2", "Design has 2 rows for 3 Successes", "2 Names for 1 columns", "Design[1, 0] (a) is NaN",
		"1 Offset for 3 Successes", "Offset[0] is +Inf", "MaxIterations is -2")
	_, err = Logistic(LogisticModel{})
	logisticRefused(t, err, "Successes is empty", "Design is nil")
	_, err = Logistic(LogisticModel{Successes: []int{1, 0}, Trials: []int{1}, Design: mat.NewDense(2, 1, []float64{1, 1})})
	logisticRefused(t, err, "1 Trials for 2 Successes")
	_, err = Logistic(LogisticModel{Successes: []int{1, 0, 1}, Design: mat.NewDense(3, 2, []float64{1, 2, 1, 2, 1, 2})})
	if !errors.Is(err, ErrRank) {
		t.Errorf("%v, want ErrRank", err)
	}
	m := beetles()
	m.MaxIterations = 1
	r, err := Logistic(m)
	if !errors.Is(err, ErrNotConverged) || r == nil || r.Converged || len(r.Warnings) == 0 {
		t.Errorf("%+v, %v, want ErrNotConverged and the last iterate", r, err)
	}
	r = logisticMust(t, beetles())
	_, err = r.WaldInterval(2, 1)
	logisticRefused(t, err, "there is no coefficient 2: expected 0 to 1", "confidence level 1")
	_, err = r.ProfileInterval(-1, math.NaN())
	logisticRefused(t, err, "there is no coefficient -1", "confidence level is not a number")
	_, err = r.WaldTest(2, infer.Alternative(8))
	logisticRefused(t, err, "there is no coefficient 2", "unknown alternative 8")
	_, err = r.ProfileTest(2, infer.Alternative(8))
	logisticRefused(t, err, "there is no coefficient 2", "unknown alternative 8")
}

func TestLogisticFindsSeparation(t *testing.T) {
	m := infections()
	m.Firth = false
	_, err := Logistic(m)
	if !errors.Is(err, ErrSeparation) {
		t.Fatalf("%v, want ErrSeparation", err)
	}
	logisticRefused(t, err, `"dia" to +Inf`, "Set Firth")
	complete := LogisticModel{Successes: []int{0, 0, 1, 1}, Design: mat.NewDense(4, 2, []float64{1, 1, 1, 2, 1, 3, 1, 4})}
	if _, err := Logistic(complete); !errors.Is(err, ErrSeparation) {
		t.Errorf("complete separation: %v", err)
	}
	complete.Firth = true
	r := logisticMust(t, complete)
	iv, err := r.ProfileInterval(1, 0.95)
	if err != nil || !(iv.Lower < iv.Estimate && iv.Estimate < iv.Upper) {
		t.Errorf("%+v, %v", iv, err)
	}
}

// Whatever the input, there is an error or a result of numbers.
func FuzzLogistic(f *testing.F) {
	f.Add(3, 5, 0, 4, 2, 2, 1.0, 2.0, 4.0, 0.0, false)
	f.Add(0, 5, 4, 4, 0, 2, 1.0, 2.0, 3.0, 1.0, true)
	f.Add(1, 1<<31-1, 4, 9, 0, 2, 1e-300, 2e300, 3.0, 700.0, false)
	f.Add(1, 3, 4, 9, 0, 2, 1e9, 1e9+1, -3.0, -1e5, true)
	f.Fuzz(func(t *testing.T, y1, n1, y2, n2, y3, n3 int, x1, x2, x3, offset float64, firth bool) {
		r, err := Logistic(LogisticModel{
			Successes: []int{y1, y2, y3}, Trials: []int{n1, n2, n3}, Firth: firth,
			Design: mat.NewDense(3, 2, []float64{1, x1, 1, x2, 1, x3}), Offset: []float64{offset, 0, 1},
		})
		if err != nil {
			return
		}
		for j := range 2 {
			if b, se := r.Coefficients[j], r.StandardErrors[j]; math.IsNaN(b) || math.IsInf(b, 0) || !(se > 0) || math.IsInf(se, 0) {
				t.Errorf("coefficient %d is %v with standard error %v", j, b, se)
			}
			iv, err := r.ProfileInterval(j, 0.95)
			if err != nil && !errors.Is(err, ErrNotConverged) || err == nil && !(iv.Lower <= iv.Estimate && iv.Estimate <= iv.Upper) {
				t.Errorf("%+v, %v", iv, err)
			}
		}
		for _, p := range r.Fitted {
			if !(p >= 0 && p <= 1) {
				t.Errorf("fitted probability %v", p)
			}
		}
	})
}

func BenchmarkLogistic(b *testing.B) {
	for _, m := range []LogisticModel{beetles(), infections()} {
		b.Run(fmt.Sprintf("rows=%d Firth=%v", len(m.Successes), m.Firth), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Logistic(m); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
