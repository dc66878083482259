package glm

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// logMass is the log probability that a family gives a response, by way of the peak and the
// divergence.
func logMass(f Family, y, trials, eta float64) float64 {
	return f.peak(y, trials) - f.at(y, trials, eta).divergence
}

func logGamma(x float64) float64 { v, _ := math.Lgamma(x); return v }

// The masses are those of the textbook formulas.
func TestFamiliesHaveTheirMasses(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		y := float64(rapid.IntRange(0, 60).Draw(t, "y"))
		trials := y + float64(rapid.IntRange(0, 60).Draw(t, "failures")) + 1
		eta := rapid.Float64Range(-4, 5).Draw(t, "eta")
		theta := math.Exp(rapid.Float64Range(-5, 5).Draw(t, "log theta"))
		mean := math.Exp(eta)
		for _, c := range []struct {
			name   string
			family Family
			want   float64
		}{
			{"Poisson", Poisson{}, y*eta - mean - logGamma(y+1)},
			{"negative binomial", NegativeBinomial{theta}, logGamma(y+theta) - logGamma(theta) - logGamma(y+1) +
				theta*math.Log(theta/(theta+mean)) + y*math.Log(mean/(theta+mean))},
			{"binomial", Binomial{}, logGamma(trials+1) - logGamma(y+1) - logGamma(trials-y+1) + y*eta - trials*math.Log1p(mean)},
		} {
			if got := logMass(c.family, y, trials, eta); math.Abs(got-c.want) > 1e-11*(1+math.Abs(c.want)) {
				t.Errorf("%s: log mass of %v at %v = %v, want %v", c.name, y, eta, got, c.want)
			}
		}
	})
}

// Scores and curvatures are the derivatives of the log mass.
func TestFamiliesDifferentiateTheirMasses(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		y := float64(rapid.IntRange(0, 20).Draw(t, "y"))
		trials := y + float64(rapid.IntRange(0, 20).Draw(t, "failures")) + 1
		eta := rapid.Float64Range(-3, 3).Draw(t, "eta")
		for _, f := range []Family{Poisson{}, NegativeBinomial{0.7}, NegativeBinomial{20}, Binomial{}} {
			const h = 1e-4
			below, at, above := logMass(f, y, trials, eta-h), logMass(f, y, trials, eta), logMass(f, y, trials, eta+h)
			got := f.at(y, trials, eta)
			size := 1 + math.Abs(at) + got.mean + y
			if slope := (above - below) / (2 * h); math.Abs(slope-got.score) > 1e-6*size {
				t.Errorf("%T: score %v, the difference quotient is %v", f, got.score, slope)
			}
			if curvature := (2*at - above - below) / (h * h); math.Abs(curvature-got.curvature) > 1e-5*size {
				t.Errorf("%T: curvature %v, the difference quotient is %v", f, got.curvature, curvature)
			}
		}
	})
}

// The negative binomial is Poisson in the limit.
func TestNegativeBinomialTendsToPoisson(t *testing.T) {
	for _, y := range []float64{0, 1, 12, 300} {
		got, want := logMass(NegativeBinomial{1e14}, y, 1, 2), logMass(Poisson{}, y, 1, 2)
		if math.Abs(got-want) > 1e-9*(1+math.Abs(want)) {
			t.Errorf("log mass of %v: %v, want %v", y, got, want)
		}
	}
}
