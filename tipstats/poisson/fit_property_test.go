package poisson

import (
	"errors"
	"math"
	"strings"
	"testing"

	"gonum.org/v1/gonum/mat"
	"pgregory.net/rapid"
)

// One rate: the estimate is the log of events over exposure, with variance 1/events.
func TestFitOneRate(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 12).Draw(t, "n")
		m := Model{Design: mat.NewDense(n, 1, nil), Family: Poisson}
		events, exposure := 0.0, 0.0
		for i := range n {
			x, e := float64(rapid.IntRange(0, 300).Draw(t, "x")), rapid.Float64Range(0.01, 100).Draw(t, "t")
			m.Counts, m.Offset = append(m.Counts, x), append(m.Offset, math.Log(e))
			m.Design.(*mat.Dense).Set(i, 0, 1)
			events, exposure = events+x, exposure+e
		}
		r, err := Fit(m)
		if events == 0 {
			if !errors.Is(err, ErrSeparation) {
				t.Fatalf("no events: %v, want ErrSeparation", err)
			}
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		if want := math.Log(events / exposure); math.Abs(r.Coefficients[0]-want) > 1e-12*(1+math.Abs(want)) {
			t.Errorf("estimate %v, want %v", r.Coefficients[0], want)
		}
		if !fitClose(r.StandardErrors[0], 1/math.Sqrt(events), 1e-11) {
			t.Errorf("standard error %v, want %v", r.StandardErrors[0], 1/math.Sqrt(events))
		}
	})
}

func drawFit(t *rapid.T) Model {
	n := rapid.IntRange(4, 15).Draw(t, "n")
	design := mat.NewDense(n, 2, nil)
	m := Model{Design: design, Family: rapid.SampledFrom([]Family{Poisson, QuasiPoisson, NegativeBinomial}).Draw(t, "family")}
	for i := range n {
		m.Counts = append(m.Counts, float64(rapid.IntRange(1, 80).Draw(t, "count")))
		design.SetRow(i, []float64{1, float64(i) + rapid.Float64Range(-0.3, 0.3).Draw(t, "x")})
	}
	return m
}

// The order of rows and the units of a column do not matter; a multiple of the exposure moves the
// intercept alone; two equal rows are one of weight 2.
func TestFitProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := drawFit(t)
		r, err := Fit(m)
		if err != nil {
			t.Skip(err)
		}
		n := len(m.Counts)
		other := Model{Counts: make([]float64, n), Offset: make([]float64, n), Family: m.Family}
		design := mat.NewDense(n, 2, nil)
		for i := range n {
			k := n - 1 - i
			other.Counts[k], other.Offset[k] = m.Counts[i], math.Log(1000)
			design.SetRow(k, []float64{1, m.Design.At(i, 1) * 365.25})
		}
		other.Design = design
		s, err := Fit(other)
		if err != nil {
			t.Fatal(err)
		}
		near := func(what string, got, want float64) {
			if math.Abs(got-want) > 1e-8*(1+math.Abs(want)) {
				t.Errorf("%v: %s = %.15g, want %.15g", m.Family, what, got, want)
			}
		}
		near("slope", s.Coefficients[1]*365.25, r.Coefficients[1])
		near("its standard error", s.StandardErrors[1]*365.25, r.StandardErrors[1])
		near("intercept", s.Coefficients[0]+math.Log(1000), r.Coefficients[0])
		near("deviance", s.Deviance, r.Deviance)
		near("1/theta", 1/s.Theta, 1/r.Theta)

		double := Model{Counts: append(append([]float64(nil), m.Counts...), m.Counts...), Family: m.Family}
		stacked := mat.NewDense(2*n, 2, nil)
		stacked.Stack(m.Design, m.Design)
		double.Design = stacked
		weighted := m
		weighted.Weights = make([]float64, n)
		for i := range n {
			weighted.Weights[i] = 2
		}
		d, err1 := Fit(double)
		w, err2 := Fit(weighted)
		if err1 != nil || err2 != nil {
			t.Fatal(err1, err2)
		}
		near("weighted slope", w.Coefficients[1], d.Coefficients[1])
		near("weighted deviance", w.Deviance, d.Deviance)
		near("weighted 1/theta", 1/w.Theta, 1/d.Theta)
		if m.Family != QuasiPoisson {
			near("weighted log-likelihood", w.LogLikelihood, d.LogLikelihood)
			near("weighted standard error", w.StandardErrors[1], d.StandardErrors[1])
		}
	})
}

// Residuals are what they are said to be.
func TestFitResidualsSumToTheirStatistics(t *testing.T) {
	for _, m := range []Model{doctors(), quine(), warpbreaks()} {
		r := fitMust(t, m)
		pearson, deviance := 0.0, 0.0
		for i := range m.Counts {
			pearson += r.Residuals.Pearson[i] * r.Residuals.Pearson[i]
			deviance += r.Residuals.Deviance[i] * r.Residuals.Deviance[i]
			if r.Residuals.Response[i] != m.Counts[i]-r.Fitted[i] {
				t.Errorf("response residual %d = %v", i, r.Residuals.Response[i])
			}
		}
		fitAgrees(t, "sums of squares", []float64{pearson, deviance}, []float64{r.PearsonChiSquared, r.Deviance}, 1e-12)
	}
}

func TestFitDoesNotMutateItsInput(t *testing.T) {
	m := quine()
	counts, design := append([]float64(nil), m.Counts...), mat.DenseCopyOf(m.Design)
	fitMust(t, m)
	if !mat.Equal(design, m.Design) {
		t.Error("the design has changed")
	}
	fitAgrees(t, "counts", m.Counts, counts, 0)
}

// The standard errors are those of a likelihood with its maximum at theta = +Inf.
func TestFitThetaAtItsBoundary(t *testing.T) {
	m := LogLinear([]float64{1, 2, 3, 4, 5}, []float64{10, 12, 11, 13, 12})
	m.Family = NegativeBinomial
	r := fitMust(t, m)
	m.Family = Poisson
	p := fitMust(t, m)
	if !math.IsInf(r.Theta, 1) || !math.IsInf(r.ThetaStandardError, 1) {
		t.Errorf("theta = %v (%v), want +Inf", r.Theta, r.ThetaStandardError)
	}
	if len(r.Warnings) == 0 || !strings.Contains(r.Warnings[0], "theta has no finite estimate") {
		t.Errorf("warnings %q do not say that theta is infinite", r.Warnings)
	}
	fitAgrees(t, "coefficients", r.Coefficients, p.Coefficients, 1e-12)
	fitAgrees(t, "log-likelihood", []float64{r.LogLikelihood, r.AIC - 2}, []float64{p.LogLikelihood, p.AIC}, 1e-12)
	a, err := r.ProfileInterval(1, 0.95)
	if err != nil {
		t.Fatal(err)
	}
	b, _ := p.ProfileInterval(1, 0.95)
	if a.Lower > b.Lower+1e-12 || a.Upper < b.Upper-1e-12 {
		t.Errorf("the profile with theta free, %v to %v, is inside that of the Poisson model, %v to %v", a.Lower, a.Upper, b.Lower, b.Upper)
	}
}

// Very small thetas: most counts 0, a few large.
func TestFitSmallTheta(t *testing.T) {
	m := Model{Design: mat.NewDense(40, 1, nil), Family: NegativeBinomial, Counts: make([]float64, 40)}
	for i := range 40 {
		m.Design.(*mat.Dense).Set(i, 0, 1)
	}
	m.Counts[7], m.Counts[20] = 900, 35000
	r := fitMust(t, m)
	// One mean: it is that of the counts, whatever theta.
	if !fitClose(math.Exp(r.Coefficients[0]), 35900.0/40, 1e-11) {
		t.Errorf("mean %v", math.Exp(r.Coefficients[0]))
	}
	if !(r.Theta > 0.001 && r.Theta < 0.02) {
		t.Errorf("theta %v", r.Theta)
	}
}

func TestFitRobustAgreesWithThePoissonModelItself(t *testing.T) {
	// Counts whose squared residuals are their means: the sandwich is then the model's covariance.
	m := Model{Counts: []float64{12, 20, 12, 20}, Design: mat.NewDense(4, 1, []float64{1, 1, 1, 1}), Family: Poisson}
	r := fitMust(t, m)
	covariance, err := r.RobustCovariance(HC0)
	if err != nil {
		t.Fatal(err)
	}
	fitAgrees(t, "HC0", []float64{covariance.At(0, 0)}, []float64{r.Covariance.At(0, 0)}, 1e-13)
	iv, err := r.RobustInterval(0, 0.95, HC1)
	if err != nil {
		t.Fatal(err)
	}
	want := r.StandardErrors[0] * math.Sqrt(4.0/3) * 1.959963984540054
	fitAgrees(t, "HC1", []float64{iv.Upper - iv.Estimate}, []float64{want}, 1e-12)
}

// The middle of the sandwich holds squared weights: with weights of 2 throughout it is four times
// that of the rows, and the bread half, so that the covariance is that of the rows; two equal rows
// halve it.
func TestFitRobustTakesAWeightedRowForOneObservation(t *testing.T) {
	rows := warpbreaks()
	n := len(rows.Counts)
	weighted, double := rows, rows
	weighted.Weights = make([]float64, n)
	for i := range n {
		weighted.Weights[i] = 2
	}
	double.Counts = append(append([]float64(nil), rows.Counts...), rows.Counts...)
	stacked := &mat.Dense{}
	stacked.Stack(rows.Design, rows.Design)
	double.Design = stacked
	var values [3]float64
	for i, m := range []Model{rows, weighted, double} {
		covariance, err := fitMust(t, m).RobustCovariance(HC0)
		if err != nil {
			t.Fatal(err)
		}
		values[i] = covariance.At(1, 1)
	}
	fitAgrees(t, "weights of 2 and two equal rows", values[1:], []float64{values[0], values[0] / 2}, 1e-11)
}
