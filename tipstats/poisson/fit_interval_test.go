package poisson

import (
	"errors"
	"fmt"
	"math"
	"testing"

	"github.com/tipstats/tip/tipstats/infer"
	"gonum.org/v1/gonum/mat"
	"pgregory.net/rapid"
)

// One rate: the fall of the log-likelihood has a formula, x log(m/x) - (m - x) in the mean m.
func TestProfileIntervalOfOneRate(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := float64(rapid.IntRange(1, 1000).Draw(t, "x"))
		level := rapid.Float64Range(0.1, 0.9999).Draw(t, "level")
		r := fitMust(t, Model{Counts: []float64{x, 0}, Design: ones(2), Family: Poisson})
		iv, err := r.ProfileInterval(0, level)
		if err != nil {
			t.Fatal(err)
		}
		wald, err := r.WaldInterval(0, level)
		if err != nil {
			t.Fatal(err)
		}
		z := (wald.Upper - wald.Estimate) / r.StandardErrors[0]
		for _, b := range []float64{iv.Lower, iv.Upper} {
			mean := 2 * math.Exp(b)
			if fall := 2 * (x*math.Log(x/mean) - (x - mean)); math.Abs(fall-z*z) > 1e-8*(1+z*z) {
				t.Errorf("at %v twice the fall is %v, want %v", b, fall, z*z)
			}
		}
		if !(iv.Lower < iv.Estimate && iv.Estimate < iv.Upper) {
			t.Errorf("%+v", iv)
		}
	})
}

// A slow oracle: the profile found by a fit with the coefficient as an offset.
func TestProfileIntervalAgainstRefits(t *testing.T) {
	for _, family := range []Family{Poisson, QuasiPoisson, NegativeBinomial} {
		m := quine()
		m.Family = family
		r := fitMust(t, m)
		for _, j := range []int{0, 1, 6} {
			iv, err := r.ProfileInterval(j, 0.9)
			if err != nil {
				t.Fatal(err)
			}
			n, p := m.Design.Dims()
			for _, b := range []float64{iv.Lower, iv.Upper} {
				held := Model{Counts: m.Counts, Design: mat.NewDense(n, p-1, nil), Offset: make([]float64, n), Family: family}
				for i := range n {
					for k, at := 0, 0; k < p; k++ {
						if k != j {
							held.Design.(*mat.Dense).Set(i, at, m.Design.At(i, k))
							at++
						}
					}
					held.Offset[i] = b * m.Design.At(i, j)
				}
				s := fitMust(t, held)
				fall, quantile := 2*(r.LogLikelihood-s.LogLikelihood), 1.6448536269514722 // qnorm(.95)
				if family == QuasiPoisson {
					fall, quantile = (s.Deviance-r.Deviance)/r.Dispersion, 1.655889867736164 // qt(.95, 139)
				}
				if math.Abs(fall-quantile*quantile) > 1e-7 {
					t.Errorf("%v, coefficient %d at %v: twice the fall is %v, want %v", family, j, b, fall, quantile*quantile)
				}
			}
		}
	}
}

// Far from the estimate, where a row's score is many of its standard deviations: rounding there
// once passed for a maximum.
func TestProfileIntervalOfASteepTrend(t *testing.T) {
	x, y := []float64{-0.125, 1.3, 2.25, 3}, []float64{1, 1, 1, 7}
	m := Model{Counts: y, Design: mat.NewDense(4, 2, []float64{1, x[0], 1, x[1], 1, x[2], 1, x[3]}), Family: QuasiPoisson}
	r := fitMust(t, m)
	for _, level := range []float64{0.9, 0.98, 0.995, 0.998} {
		iv, err := r.ProfileInterval(1, level)
		if err != nil {
			t.Fatal(err)
		}
		wald, _ := r.WaldInterval(1, level)
		quantile := (wald.Upper - wald.Estimate) / r.StandardErrors[1]
		for _, b := range []float64{iv.Lower, iv.Upper} {
			// With the slope held the counts are multinomial, given their total.
			fall, mode := -r.Deviance/2, 0.0
			for i := range x {
				mode = math.Max(mode, math.Max(b*x[i], 0))
			}
			sum := 0.0
			for i := range x {
				sum += math.Exp(b*x[i] - mode)
			}
			for i := range x {
				fall += y[i] * (math.Log(y[i]/10) - (b*x[i] - mode - math.Log(sum)))
			}
			if twice := 2 * fall / r.Dispersion; !(math.Abs(twice-quantile*quantile) < 1e-7*(1+quantile*quantile)) {
				t.Errorf("twice the fall is %v at %v, want %v", twice, b, quantile*quantile)
			}
		}
	}
}

// One mean with theta free, against the log-likelihood by log-gamma functions, maximized over
// theta by a grid and golden sections. Limits may lie where theta is below the rounding of the mean.
func TestProfileIntervalOfOneNegativeBinomialMean(t *testing.T) {
	profile := func(counts []float64, b float64) float64 {
		at := func(logTheta float64) float64 {
			theta, sum := math.Exp(logTheta), 0.0
			logTotal := math.Max(b, logTheta) + math.Log1p(math.Exp(-math.Abs(b-logTheta)))
			for _, y := range counts {
				for k := 0.0; k < y; k++ {
					sum += math.Log((theta + k) / (k + 1))
				}
				below := logTheta - logTotal // log(theta/(theta + mean))
				if b < logTheta {
					below = -math.Log1p(math.Exp(b - logTheta))
				}
				sum += theta*below + y*(b-logTotal)
			}
			return sum
		}
		best := -12.0
		for u := best; u <= 12; u += 0.1 {
			if at(u) > at(best) {
				best = u
			}
		}
		low, high := best-0.1, best+0.1
		for range 60 {
			if x, y := low+(high-low)*0.381966, low+(high-low)*0.618034; at(x) > at(y) {
				high = y
			} else {
				low = x
			}
		}
		return at(low/2 + high/2)
	}
	for _, counts := range [][]float64{{0, 0, 0, 0, 0, 0, 0, 0, 0, 1000}, {0, 0, 0, 40}, {0, 3, 0, 90, 12}, {29, 233, 89}, {0, 0, 1, 0, 0, 0, 0, 25}} {
		r := fitMust(t, Model{Counts: counts, Design: ones(len(counts)), Family: NegativeBinomial})
		for level, quantile := range map[float64]float64{0.5: 0.454936423119572, 0.9: 2.70554345409542, 0.95: 3.841458820694124} { // qchisq
			iv, err := r.ProfileInterval(0, level)
			if err != nil {
				t.Fatal(err)
			}
			for _, limit := range []float64{iv.Lower, iv.Upper} {
				if fall := 2 * (profile(counts, iv.Estimate) - profile(counts, limit)); !(math.Abs(fall-quantile) < 1e-7) {
					t.Errorf("%v: twice the fall is %v at %v, want %v", counts, fall, limit, quantile)
				}
			}
		}
	}
	// At level 0.999 the limit is a mean beyond float64: an error, not a number.
	r := fitMust(t, Model{Counts: []float64{0, 0, 0, 0, 0, 0, 0, 0, 0, 1000}, Design: ones(10), Family: NegativeBinomial})
	if iv, err := r.ProfileInterval(0, 0.999); !errors.Is(err, ErrNotConverged) {
		t.Errorf("%+v, %v, want ErrNotConverged", iv, err)
	}
}

// Intervals nest by level, and exclude 0 if and only if their test rejects it.
func TestFitIntervalsAgreeWithTheirTests(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, err := Fit(drawFit(t))
		if err != nil {
			t.Skip(err)
		}
		level := rapid.Float64Range(0.05, 0.99).Draw(t, "level")
		for name, c := range map[string]struct {
			interval func(int, float64) (infer.Interval, error)
			test     func(int, infer.Alternative) (infer.Test, error)
		}{
			"Wald":    {r.WaldInterval, r.WaldTest},
			"profile": {r.ProfileInterval, r.ProfileTest},
		} {
			iv, err := c.interval(1, level)
			if err != nil {
				t.Fatal(err)
			}
			inner, err := c.interval(1, level*0.9)
			if err != nil {
				t.Fatal(err)
			}
			if !(iv.Lower < inner.Lower && inner.Upper < iv.Upper) {
				t.Errorf("%s: level %v gives %v to %v, level %v gives %v to %v", name, level, iv.Lower, iv.Upper, level*0.9, inner.Lower, inner.Upper)
			}
			two, err := c.test(1, infer.TwoSided)
			if err != nil {
				t.Fatal(err)
			}
			if math.Abs(two.P-(1-level)) > 1e-9 && iv.Contains(0) == (two.P < 1-level) {
				t.Errorf("%s: P = %v, but the interval at %v is %v to %v", name, two.P, level, iv.Lower, iv.Upper)
			}
			less, _ := c.test(1, infer.Less)
			greater, _ := c.test(1, infer.Greater)
			if math.Abs(less.P+greater.P-1) > 1e-12 || !fitClose(2*math.Min(less.P, greater.P), two.P, 1e-12) {
				t.Errorf("%s: P = %v (less), %v (greater), %v (two-sided)", name, less.P, greater.P, two.P)
			}
		}
	})
}

func TestFitIntervalsReportAllProblems(t *testing.T) {
	r := fitMust(t, doctors())
	for name, interval := range map[string]func(int, float64) (infer.Interval, error){
		"Wald": r.WaldInterval, "profile": r.ProfileInterval,
		"robust": func(j int, level float64) (infer.Interval, error) { return r.RobustInterval(j, level, HC0) },
	} {
		for _, level := range []float64{0, 1, 95, math.NaN(), math.Inf(1)} {
			_, err := interval(6, level)
			t.Run(name, func(t *testing.T) {
				fitRefused(t, err, "there is no coefficient 6: expected 0 to 5", "confidence level")
			})
		}
	}
	_, err := r.WaldTest(-1, infer.Alternative(7))
	fitRefused(t, err, "there is no coefficient -1", "unknown alternative 7")
	_, err = r.ProfileTest(-1, infer.Alternative(7))
	fitRefused(t, err, "there is no coefficient -1", "unknown alternative 7")
	_, err = r.RobustInterval(0, 0.95, Sandwich(3))
	fitRefused(t, err, "unknown sandwich Sandwich(3)")
}

func TestFitExtremeLevels(t *testing.T) {
	r := fitMust(t, doctors())
	for _, level := range []float64{1e-300, 1e-9, 1 - 1e-15} {
		iv, err := r.ProfileInterval(1, level)
		if err != nil || !(iv.Lower <= iv.Estimate && iv.Estimate <= iv.Upper) || math.IsInf(iv.Upper-iv.Lower, 0) {
			t.Errorf("level %v: %+v, %v", level, iv, err)
		}
	}
}

// R's summary.glm of the quasi-Poisson model, R 4.2.2 (to its own tolerance).
func TestWaldTestOfQuasiPoisson(t *testing.T) {
	r := fitMust(t, warpbreaks())
	test, err := r.WaldTest(1, infer.TwoSided)
	if err != nil {
		t.Fatal(err)
	}
	fitAgrees(t, "woolB", []float64{test.Statistic, test.P, math.Exp(test.LogP)}, []float64{-1.934874245248427, 0.05867292175939728, 0.05867292175939728}, 2e-6)
}

func ExampleFitResult_WaldInterval() {
	// Deaths of British doctors from coronary disease, Breslow and Day (1987).
	result, err := Fit(doctors())
	if err != nil {
		fmt.Println(err)
		return
	}
	iv, err := result.WaldInterval(1, 0.95)
	fmt.Printf("rate ratio of smokers %.2f (%.2f to %.2f) %v\n", math.Exp(iv.Estimate), math.Exp(iv.Lower), math.Exp(iv.Upper), err)
	// Output: rate ratio of smokers 1.43 (1.15 to 1.76) <nil>
}

func ExampleFitResult_ProfileInterval() {
	// Convictions in Peru: 29 in 2020, 233 in 2021, 89 in 2022.
	model := LogLinear([]float64{2020, 2021, 2022}, []float64{29, 233, 89})
	model.Family = NegativeBinomial
	result, err := Fit(model)
	if err != nil {
		fmt.Println(err)
		return
	}
	iv, err := result.ProfileInterval(1, 0.95)
	fmt.Printf("factor a year %.2f (%.2f to %.2f) %v\n", math.Exp(iv.Estimate), math.Exp(iv.Lower), math.Exp(iv.Upper), err)
	// Output: factor a year 1.73 (0.25 to 12.34) <nil>
}

func ExampleFitResult_RobustInterval() {
	result, err := Fit(warpbreaks())
	if err != nil {
		fmt.Println(err)
		return
	}
	iv, err := result.RobustInterval(1, 0.95, HC1)
	fmt.Printf("%.3f (%.3f to %.3f), %s %v\n", iv.Estimate, iv.Lower, iv.Upper, iv.Method, err)
	// Output: -0.206 (-0.418 to 0.006), Wald, normal, sandwich HC1 <nil>
}

func ExampleFitResult_RobustCovariance() {
	result, err := Fit(warpbreaks())
	if err != nil {
		fmt.Println(err)
		return
	}
	covariance, err := result.RobustCovariance(HC0)
	fmt.Printf("%.4f against %.4f %v\n", math.Sqrt(covariance.At(1, 1)), result.StandardErrors[1], err)
	// Output: 0.1043 against 0.1065 <nil>
}

func ExampleFitResult_WaldTest() {
	result, err := Fit(LogLinear([]float64{2020, 2021, 2022}, []float64{29, 233, 89}))
	if err != nil {
		fmt.Println(err)
		return
	}
	test, err := result.WaldTest(1, infer.TwoSided)
	fmt.Printf("p = %.2f, %s %v\n", test.P, test.Method, err)
	// Output: p = 0.82, Wald, Student's t with 1 degree of freedom <nil>
}

func ExampleFitResult_ProfileTest() {
	model := LogLinear([]float64{2020, 2021, 2022}, []float64{29, 233, 89})
	model.Family = NegativeBinomial
	result, err := Fit(model)
	if err != nil {
		fmt.Println(err)
		return
	}
	test, err := result.ProfileTest(1, infer.TwoSided)
	fmt.Printf("p = %.2f %v\n", test.P, err)
	// Output: p = 0.48 <nil>
}
