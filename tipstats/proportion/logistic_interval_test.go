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

// Urinary tract infection and contraceptives (Heinze and Schemper 2002): all 7 women who used a
// diaphragm were cases, so that only Firth's correction has a finite odds ratio.
func ExampleLogistic() {
	model := infections()
	model.Firth = false
	_, err := Logistic(model)
	fmt.Println(errors.Is(err, ErrSeparation))
	model.Firth = true
	result, err := Logistic(model)
	if err != nil {
		fmt.Println(err)
		return
	}
	iv, err := result.ProfileInterval(6, 0.95)
	fmt.Printf("odds ratio of %s %.1f (%.1f to %.0f) %v\n", result.Names[6], math.Exp(iv.Estimate), math.Exp(iv.Lower), math.Exp(iv.Upper), err)
	// Output:
	// true
	// odds ratio of dia 22.1 (2.2 to 3073) <nil>
}

func ExampleLogisticResult_WaldInterval() {
	result, err := Logistic(LogisticModel{Successes: []int{89}, Trials: []int{160}, Design: mat.NewDense(1, 1, []float64{1})})
	if err != nil {
		fmt.Println(err)
		return
	}
	iv, err := result.WaldInterval(0, 0.95)
	fmt.Printf("log odds %.3f (%.3f to %.3f) %v\n", iv.Estimate, iv.Lower, iv.Upper, err)
	// Output: log odds 0.226 (-0.086 to 0.538) <nil>
}

func ExampleLogisticResult_ProfileInterval() {
	result, err := Logistic(infections())
	if err != nil {
		fmt.Println(err)
		return
	}
	iv, err := result.ProfileInterval(6, 0.95)
	fmt.Printf("%s: %.3f (%.3f to %.3f), %s %v\n", result.Names[6], iv.Estimate, iv.Lower, iv.Upper, iv.Method, err)
	// Output: dia: 3.096 (0.775 to 8.030), profile penalized likelihood <nil>
}

func ExampleLogisticResult_WaldTest() {
	result, err := Logistic(beetles())
	if err != nil {
		fmt.Println(err)
		return
	}
	test, err := result.WaldTest(1, infer.Greater)
	fmt.Printf("z = %.2f, log p = %.1f %v\n", test.Statistic, test.LogP, err)
	// Output: z = 11.77, log p = -72.6 <nil>
}

func ExampleLogisticResult_ProfileTest() {
	result, err := Logistic(infections())
	if err != nil {
		fmt.Println(err)
		return
	}
	test, err := result.ProfileTest(6, infer.TwoSided)
	fmt.Printf("p = %.4f %v\n", test.P, err)
	// Output: p = 0.0050 <nil>
}

// slowPenalized is the penalized log-likelihood of a model with two columns, but for a constant;
// the determinant is the sum over pairs of rows (Cauchy and Binet).
func slowPenalized(m LogisticModel, b [2]float64) float64 {
	n := len(m.Successes)
	value, information := 0.0, make([]float64, n)
	for i, y := range m.Successes {
		eta := b[0]*m.Design.At(i, 0) + b[1]*m.Design.At(i, 1)
		rest := math.Log1p(math.Exp(-math.Abs(eta)))
		logP, logQ := math.Min(eta, 0)-rest, math.Min(-eta, 0)-rest
		value += float64(y)*logP + float64(m.Trials[i]-y)*logQ
		information[i] = float64(m.Trials[i]) * math.Exp(logP+logQ)
	}
	determinant := 0.0
	for i := range n {
		for k := range i {
			minor := m.Design.At(i, 0)*m.Design.At(k, 1) - m.Design.At(k, 0)*m.Design.At(i, 1)
			determinant += information[i] * information[k] * minor * minor
		}
	}
	return value + math.Log(determinant)/2
}

// slowProfile maximizes it over the other coefficient, on a grid and then by golden sections.
func slowProfile(m LogisticModel, j int, held float64) float64 {
	at := func(other float64) float64 {
		b := [2]float64{other, other}
		b[j] = held
		return slowPenalized(m, b)
	}
	best, most := 0.0, math.Inf(-1)
	for u := -8.0; u <= 8; u += 0.02 {
		if v := at(math.Sinh(u)); v > most {
			best, most = math.Sinh(u), v
		}
	}
	width := 0.03 * math.Hypot(1, best)
	low, high := best-width, best+width
	for range 60 {
		x, y := low+(high-low)*0.381966, low+(high-low)*0.618034
		if at(x) > at(y) {
			high = y
		} else {
			low = x
		}
	}
	return math.Max(most, at(low/2+high/2))
}

// checkProfile fails unless twice the fall at each limit is the chi-squared quantile.
func checkProfile(t interface{ Errorf(string, ...any) }, m LogisticModel, r *LogisticResult, j int) {
	top := slowProfile(m, j, r.Coefficients[j])
	if math.Abs(top-slowPenalized(m, [2]float64(r.Coefficients))) > 1e-7 {
		t.Errorf("%v of %v: the estimates are not at the maximum", m.Successes, m.Trials)
	}
	iv, err := r.ProfileInterval(j, 0.95)
	if err != nil {
		t.Errorf("%v of %v: %v", m.Successes, m.Trials, err)
	}
	for _, limit := range []float64{iv.Lower, iv.Upper} {
		if fall := 2 * (top - slowProfile(m, j, limit)); !(math.Abs(fall-3.841458820694124) < 1e-6) { // qchisq(.95, 1)
			t.Errorf("%v of %v: twice the fall is %v at limit %v of coefficient %d", m.Successes, m.Trials, fall, limit, j)
		}
	}
}

func twoGroups(y1, n1, y2, n2 int) LogisticModel {
	return LogisticModel{Successes: []int{y1, y2}, Trials: []int{n1, n2}, Design: mat.NewDense(2, 2, []float64{1, 0, 1, 1}), Firth: true}
}

// Cells of one trial among them, in which a step that leaves out the curvature of the penalty
// overshoots by twice the distance.
func TestProfileIntervalOfTwoGroupsWithFirth(t *testing.T) {
	for n1 := 1; n1 <= 9; n1++ {
		for n2 := 1; n2 <= 2; n2++ {
			for y1 := 0; y1 <= n1; y1++ {
				for y2 := 0; y2 <= n2; y2++ {
					m := twoGroups(y1, n1, y2, n2)
					r := logisticMust(t, m)
					for j := range 2 {
						checkProfile(t, m, r, j)
					}
				}
			}
		}
	}
	// The intercept is the first group's alone: 7.5 b - 10 log(1 + e^b) falls by half the quantile.
	r := logisticMust(t, twoGroups(7, 9, 0, 1))
	iv, err := r.ProfileInterval(0, 0.95)
	if err != nil || math.Abs(iv.Lower+0.220731679074) > 1e-11 || math.Abs(iv.Upper-2.775915372391) > 1e-11 {
		t.Errorf("%+v, %v", iv, err)
	}
	if _, err := r.ProfileTest(0, infer.TwoSided); err != nil {
		t.Error(err)
	}
}

// The penalized likelihood has several maxima in the other coefficient.
func TestProfileIntervalTakesTheLargestMaximum(t *testing.T) {
	x := []float64{-.12163392660830079, 1.2945406371939017, -.20827333894827663, -1.2501996254287515, .08347004433274519}
	m := LogisticModel{Successes: []int{0, 1, 0, 0, 0}, Trials: []int{1, 1, 1, 1, 1}, Design: mat.NewDense(5, 2, nil), Firth: true}
	for i, v := range x {
		m.Design.(*mat.Dense).SetRow(i, []float64{1, v})
	}
	iv, err := logisticMust(t, m).ProfileInterval(1, 0.95)
	if err != nil || math.Abs(iv.Upper-7.066782538) > 1e-9 {
		t.Errorf("%+v, %v", iv, err)
	}
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(4, 8).Draw(t, "rows")
		m := LogisticModel{Design: mat.NewDense(n, 2, nil), Firth: true}
		for i := range n {
			m.Trials = append(m.Trials, 1)
			m.Successes = append(m.Successes, rapid.IntRange(0, 1).Draw(t, "success"))
			m.Design.(*mat.Dense).SetRow(i, []float64{1, float64(i)/3 - 1 + rapid.Float64Range(-0.15, 0.15).Draw(t, "x")})
		}
		r := logisticMust(t, m)
		for j := range 2 {
			checkProfile(t, m, r, j)
		}
	})
}

// A likelihood that is flat to its eighth digit around the estimate, so that the search begins far
// outside, where a step that is not bounded leaves the range of float64.
func TestProfileIntervalFromFarOutside(t *testing.T) {
	m := LogisticModel{
		Successes: []int{0, 18, 0}, Trials: []int{35, 33, 60},
		Design: mat.NewDense(3, 2, []float64{1, 1, 1, 7. / 3, 1, 64}), Offset: []float64{-16, 0, 1},
	}
	iv, err := logisticMust(t, m).ProfileInterval(1, 0.95)
	if err != nil || math.Abs(iv.Lower+9.788185886784614) > 1e-6 || math.Abs(iv.Upper+0.07294913867513) > 1e-6 {
		t.Errorf("%+v, %v", iv, err)
	}
}
