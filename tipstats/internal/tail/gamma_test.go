package tail

import "testing"

func TestLogGammaReference(t *testing.T) {
	w := worst{t: t, tolerance: 5e-15}
	defer w.log()
	for _, row := range readReference(t, "gamma.csv") {
		a, x := number(t, row[0]), number(t, row[1])
		lower, upper := LogGamma(x, a)
		w.see(tailError(lower, number(t, row[2])), "log P(X <= %v) for gamma(%v) is %v, want %s", x, a, lower, row[2])
		w.see(tailError(upper, number(t, row[3])), "log P(X >= %v) for gamma(%v) is %v, want %s", x, a, upper, row[3])
	}
}
