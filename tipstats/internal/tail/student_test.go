package tail

import (
	"math"
	"testing"
)

// mpmath with 40 digits, by the incomplete beta function.
func TestLogStudentUpperReference(t *testing.T) {
	w := worst{t: t, tolerance: 1e-14}
	defer w.log()
	for _, c := range [][3]float64{
		{2, 1, -1.91336036450401026031},
		{12.7, 3, -7.5492091970637637117},
		{1e5, 5, -55.314371090109094047},
		{1e100, 4, -919.9354249089501639794},
		{1e200, 3, -1381.453332357382810339},
		{0.001, 200, -0.6939443859425921900219},
		{40, 1e6, -803.9683247503420003104},
		{3, 1e12, -6.607726221485726303364},
		{0, 7, -math.Ln2},
	} {
		got := LogStudentUpper(c[0], c[1])
		w.see(tailError(got, c[2]), "log P(T >= %v), %v degrees of freedom: %v, want %v", c[0], c[1], got, c[2])
		below := LogStudentUpper(-c[0], c[1])
		w.see(tailError(below, logComplement(c[2])), "log P(T >= %v), %v degrees of freedom: %v", -c[0], c[1], below)
	}
}

// R, qt(p, df, lower.tail = FALSE).
func TestStudentQuantileReference(t *testing.T) {
	w := worst{t: t, tolerance: 4e-15}
	defer w.log()
	for _, c := range [][3]float64{
		{.025, 1, 12.70620473617471}, {.4, 30, 0.2556053649519128}, {.7, 2, -0.6172133998483676}, {1e-100, 5, 1.568392559099340e20},
		{1e-10, 7, 53.83557948467375},
	} {
		got := StudentUpperQuantile(math.Log(c[0]), c[1])
		w.see(relativeError(got, c[2]), "upper quantile of %v, %v degrees of freedom: %.17g, want %.17g", c[0], c[1], got, c[2])
	}
	if got := StudentUpperQuantile(-math.Ln2, 3); got != 0 {
		t.Errorf("median is %v", got)
	}
}
