package tail

import "testing"

func TestBetaQuantileReference(t *testing.T) {
	w := worst{t: t, tolerance: 1.2e-14}
	defer w.log()
	for _, row := range readReference(t, "beta_quantile.csv") {
		logp, a, b := number(t, row[0]), number(t, row[1]), number(t, row[2])
		x, y := BetaQuantile(logp, a, b)
		w.see(quantileError(x, number(t, row[3]), logp, a), "quantile of log p = %v for beta(%v, %v) is %v, want %s", logp, a, b, x, row[3])
		w.see(quantileError(y, number(t, row[4]), logp, a), "complement for log p = %v for beta(%v, %v) is %v, want %s", logp, a, b, y, row[4])
	}
}
