package tail

import "testing"

func TestLogBetaReference(t *testing.T) {
	w := worst{t: t, tolerance: 1.2e-14}
	defer w.log()
	for _, row := range readReference(t, "beta.csv") {
		a, b, x := number(t, row[0]), number(t, row[1]), number(t, row[2])
		lower, upper := LogBeta(x, 1-x, a, b)
		w.see(tailError(lower, number(t, row[3])), "log P(X <= %v) for beta(%v, %v) is %v, want %s", x, a, b, lower, row[3])
		w.see(tailError(upper, number(t, row[4])), "log P(X >= %v) for beta(%v, %v) is %v, want %s", x, a, b, upper, row[4])
	}
}
