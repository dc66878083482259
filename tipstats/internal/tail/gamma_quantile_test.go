package tail

import "testing"

func TestGammaQuantileReference(t *testing.T) {
	w := worst{t: t, tolerance: 1.2e-14}
	defer w.log()
	for _, row := range readReference(t, "gamma_quantile.csv") {
		logp, a := number(t, row[0]), number(t, row[1])
		quantile := GammaLowerQuantile
		if row[2] == "upper" {
			quantile = GammaUpperQuantile
		}
		got := quantile(logp, a)
		w.see(quantileError(got, number(t, row[3]), logp, a), "%s quantile of log p = %v for gamma(%v) is %v, want %s", row[2], logp, a, got, row[3])
	}
}
