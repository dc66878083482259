package panel

import (
	"errors"
	"fmt"
	"math"
	"slices"

	"github.com/tipstats/tip/tipstats/internal/tail"
)

// Dispersion is how much groups scatter about a target, against what chance alone would give.
type Dispersion struct {
	Phi       float64 // mean of the squared winsorised z-scores: about 1 where there is chance alone
	Tau       float64 // standard deviation between the groups' true values, in the unit of the values; 0 where Phi shows none
	P         float64 // of the sum of the squared winsorised z-scores, chi-squared with as many degrees of freedom as groups, upper tail
	Winsorism float64 // share of the groups at each end whose z-score was drawn in
	Groups    int
}

// winsorised is the share of groups at each end that Spiegelhalter draws in.
const winsorised = 0.1

// Disperse estimates the dispersion of groups about a target:
//
//	z_i = (y_i - target) / s_i,  s_i = sqrt(target (1 - target) / n_i) for a proportion, sqrt(target / e_i) for a rate
//	Phi = sum of z_i^2 / I,      Tau^2 = (I Phi - (I - 1)) / (sum w_i - sum w_i^2 / sum w_i),  w_i = 1 / s_i^2
//
// where the lowest and the highest tenth of the z-scores (rounded down to whole groups) take the value of the nearest that
// remains, so that the outliers that limits are to find do not widen the limits. Tau is 0 where I Phi is below I - 1. The chi-squared
// p-value takes no account of the winsorising and so is somewhat too large.
//
// At least two groups, and a target inside (0, 1) for proportions or above 0 for rates, else an error. With fewer than about ten
// groups Tau is little more than a guess.
//
// Source: D. J. Spiegelhalter, Stat. Med. 24 (2005) 1185, sections 4 and A.3; Tau^2 is the estimate of DerSimonian and Laird,
// Control. Clin. Trials 7 (1986) 177.
func Disperse(groups []Group, kind Kind, target float64) (Dispersion, error) {
	if err := errors.Join(check(groups, kind, 2), checkTarget(kind, target)); err != nil {
		return Dispersion{}, err
	}
	z, sum, squares := scores(groups, kind, target)
	winsorise(z)
	n := float64(len(groups))
	q := sumOfSquares(z)
	d := Dispersion{Phi: q / n, Winsorism: winsorised, Groups: len(groups)}
	_, upper := tail.LogChiSquared(q, n)
	d.P = math.Exp(upper)
	d.Tau = between(q, len(groups), sum, squares)
	return d, nil
}

// scores are the distances of the groups from a target in standard deviations, and the sum and the sum of squares of their weights, the
// inverse variances.
func scores(groups []Group, kind Kind, target float64) (z []float64, sum, squares float64) {
	for _, g := range groups {
		s := deviation(kind, target, g.Size)
		z = append(z, (g.Value()-target)/s)
		w := 1 / (s * s)
		sum += w
		squares += float64(w * w)
	}
	return z, sum, squares
}

func sumOfSquares(z []float64) float64 {
	q := 0.0
	for _, v := range z {
		q += float64(v * v)
	}
	return q
}

// between is the standard deviation between groups that a sum of squared scores shows, by DerSimonian and Laird.
func between(q float64, groups int, sum, squares float64) float64 {
	if excess := q - float64(groups-1); excess > 0 {
		return math.Sqrt(excess / (sum - squares/sum))
	}
	return 0
}

// deviation is the standard deviation of a group's value, were the target its true value.
func deviation(kind Kind, target, size float64) float64 {
	if kind == Proportions {
		return math.Sqrt(target * (1 - target) / size)
	}
	return math.Sqrt(target / size)
}

// winsorise draws the lowest and the highest tenth in.
func winsorise(z []float64) {
	k := int(winsorised*float64(len(z)) + 1e-9)
	sorted := slices.Clone(z)
	slices.Sort(sorted)
	low, high := sorted[k], sorted[len(z)-1-k]
	for i, v := range z {
		z[i] = min(max(v, low), high)
	}
}

func checkTarget(kind Kind, target float64) error {
	switch {
	case kind == Proportions && !(target > 0 && target < 1):
		return fmt.Errorf("panel: the target is %v: expected a proportion between 0 and 1, neither included", target)
	case kind == Rates && (!(target > 0) || math.IsInf(target, 1)):
		return fmt.Errorf("panel: the target is %v: expected a finite rate larger than 0", target)
	}
	return nil
}
