package tail

import (
	"math"
	"testing"
)

// mpmath with 80 digits: log of gammainc(df/2, x/2) and its complement, regularized.
func TestLogChiSquaredReference(t *testing.T) {
	w := worst{t: t, tolerance: 1e-14}
	defer w.log()
	for _, c := range [][4]float64{
		{3.84, 1, -0.05133910727768717332041, -2.994862227180027284492},
		{10, 3, -0.01874064956650181459546, -3.986416031734384042003},
		{200, 5, -2.840622898641531683435e-41, -93.36196545412459612197},
		{0.001, 2, -7.601152449125415695694, -0.0005000000000000000104083},
		{5000, 4, 0, -2492.175554069122380947},
		{1e6, 1e6, -0.6927711248845341451106, -0.6935233777064301506722},
	} {
		lower, upper := LogChiSquared(c[0], c[1])
		w.see(tailError(lower, c[2]), "log P(X <= %v), %v degrees of freedom: %v, want %v", c[0], c[1], lower, c[2])
		w.see(tailError(upper, c[3]), "log P(X >= %v), %v degrees of freedom: %v, want %v", c[0], c[1], upper, c[3])
	}
}

// R, qchisq(p, df, lower.tail = FALSE).
func TestChiSquaredQuantileReference(t *testing.T) {
	w := worst{t: t, tolerance: 1e-14}
	defer w.log()
	for _, c := range [][3]float64{{.05, 1, 3.841458820694126}, {1e-10, 7, 60.895195364670244}, {1e-100, 30, 568.427570449120140}} {
		got := ChiSquaredUpperQuantile(math.Log(c[0]), c[1])
		w.see(relativeError(got, c[2]), "upper quantile of %v, %v degrees of freedom: %v, want %v", c[0], c[1], got, c[2])
		lower, _ := LogChiSquared(got, c[1])
		w.see(relativeError(ChiSquaredLowerQuantile(lower, c[1]), got), "lower quantile of log p = %v", lower)
	}
}
