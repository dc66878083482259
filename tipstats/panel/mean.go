package panel

import (
	"errors"
	"fmt"
	"math"

	"github.com/tipstats/tip/tipstats/infer"
	"github.com/tipstats/tip/tipstats/internal/tail"
)

// Mean is the mean of the true values of groups of which these are some: random effects. [Pool] asks for the value of these groups
// together, and its interval grows as narrow as their sizes allow; the interval of Mean stays as wide as the groups differ. With m the
// pooled value, s_i as in [Disperse] about m, and Tau^2 of DerSimonian and Laird from all I groups, none drawn in,
//
//	mean = sum of w_i y_i / W,  w_i = 1 / (s_i^2 + Tau^2),  W = sum of w_i
//	limits mean +- t sqrt(max(q, 1) / W),  q = sum of w_i (y_i - mean)^2 / (I - 1)
//
// where t is the quantile of Student's distribution with I - 1 degrees of freedom. Limits are cut at 0, and for proportions at 1.
//
// It says where the mean lies, not where a further group does: for that see Tau. Groups that are all there are, as all regions of a
// report, are described by Pool. At least three groups, with some events, else an error.
//
// Source: R. DerSimonian, N. Laird, Control. Clin. Trials 7 (1986) 177; limits of J. Hartung, G. Knapp, Stat. Med. 20 (2001) 3875,
// never narrower than without their factor: C. Roever, G. Knapp, T. Friede, BMC Med. Res. Methodol. 15 (2015) 99.
func Mean(groups []Group, kind Kind, level float64) (infer.Interval, error) {
	if err := errors.Join(check(groups, kind, 3), checkLevel(level)); err != nil {
		return infer.Interval{}, err
	}
	events, size := totals(groups)
	pooled := float64(events) / size
	if err := checkTarget(kind, pooled); err != nil {
		return infer.Interval{}, fmt.Errorf("no mean of groups: %w", err)
	}
	z, sum, squares := scores(groups, kind, pooled)
	tau := between(sumOfSquares(z), len(groups), sum, squares)
	mean, weight, scatter := weighted(groups, kind, pooled, tau)
	half := studentTwoSided(level, len(groups)-1) * math.Sqrt(math.Max(scatter/float64(len(groups)-1), 1)/weight)
	iv := infer.Interval{Estimate: mean, Lower: math.Max(mean-half, 0), Upper: mean + half, Level: level, Method: "random effects (DerSimonian-Laird), Hartung-Knapp"}
	if kind == Proportions {
		iv.Upper = math.Min(iv.Upper, 1)
	}
	if len(groups) < 5 {
		iv.Warnings = append(iv.Warnings, fmt.Sprintf("%d groups say little about how groups differ: the interval depends on the assumption of a normal distribution between them", len(groups)))
	}
	return iv, nil
}

// weighted is the mean of values with weights that allow for a deviation tau between groups, the sum of the weights, and the weighted sum
// of squares about the mean.
func weighted(groups []Group, kind Kind, target, tau float64) (mean, weight, scatter float64) {
	weights := make([]float64, len(groups))
	for i, g := range groups {
		s := deviation(kind, target, g.Size)
		weights[i] = 1 / (float64(s*s) + float64(tau*tau))
		weight += weights[i]
		mean += float64(weights[i] * g.Value())
	}
	mean /= weight
	for i, g := range groups {
		d := g.Value() - mean
		scatter += float64(weights[i] * float64(d*d))
	}
	return mean, weight, scatter
}

// studentTwoSided is the quantile of Student's distribution that the middle part of so much probability ends at.
func studentTwoSided(level float64, df int) float64 {
	return tail.StudentUpperQuantile(math.Log1p(-level)-math.Ln2, float64(df))
}
