package trend

import (
	"fmt"
	"math"

	"github.com/tipstats/tip/tipstats/infer"
)

// MannKendallBounds says what the Mann-Kendall test can give for values that are known as ranges.
type MannKendallBounds struct {
	// N is the number of values.
	N int
	// SMin and SMax are the smallest and the largest S of any values in the ranges.
	SMin, SMax int
	// PMin and PMax are the smallest and the largest p-value.
	PMin, PMax float64
	// Sharp reports whether some values in the ranges give SMin, and some SMax. If not, the
	// search was broken off, and S lies within them.
	Sharp bool
	// SharpP reports the same of PMin and PMax. If it is false they leave out coincidences: values
	// that a range allows and that equal another value.
	SharpP bool
	// Alternative is the alternative that the p-values are against.
	Alternative infer.Alternative
	// Method says how the p-values were found.
	Method string
	// Warnings holds what a reader should know before quoting the result.
	Warnings []string
}

// MannKendallRange bounds the Mann-Kendall test for values that are known to lie between lo[i] and
// hi[i], ends included, in the order of time: "at least 44" is 44 and +Inf, an exact value the
// same twice, and a year without any figure is left out. What holds for every value that the
// ranges allow holds for the true ones.
//
// S is bounded sharply: a branch-and-bound search finds values with the largest S, and by turning
// all ranges round with the smallest. Values may be any real numbers; for whole ones the bounds
// hold, though ranges of a few whole numbers may not reach them. With few ranges (up to 200,000
// ways of placing them among the other values) the p-values of all ways are compared, each as
// [MannKendall] gives it. With more, PMin and PMax are the p-values of SMin and SMax as if no
// value from a range equalled another, and SharpP is false.
//
// Time is of order n^2, and in the worst case grows exponentially with the number of ranges that
// overlap; the search is broken off then, and Sharp is false.
//
// Slices of different lengths, fewer than two values, NaN, lo[i] > hi[i], ranges without a finite
// value and an unknown alternative are errors that name every problem. Do not use it for
// sampling error: a range must hold the true value for certain.
//
// Sources: Mann, Econometrica 13 (1945) 245; Manski, Partial Identification of Probability
// Distributions (2003), for the idea of sharp bounds.
func MannKendallRange(lo, hi []float64, alt infer.Alternative) (MannKendallBounds, error) {
	var p problems
	p.pairs(min(len(lo), len(hi)))
	checkRanges(&p, lo, hi)
	if err := infer.CheckAlternative(alt); err != nil {
		p.add("%w", err)
	}
	if err := p.err(); err != nil {
		return MannKendallBounds{}, err
	}
	t := make([]float64, len(lo))
	for i := range t {
		t[i] = float64(i)
	}
	rising, falling := newPlacing(t, lo, hi), newPlacing(t, negated(hi), negated(lo))
	r := MannKendallBounds{N: len(lo), Alternative: alt}
	var sharpMin, sharpMax bool
	r.SMax, sharpMax = rising.largestS()
	r.SMin, sharpMin = falling.largestS()
	r.SMin = -r.SMin
	r.Sharp = sharpMin && sharpMax
	null := newKendallNull(rising.certainTies())
	if rising.fewWays() {
		r.SharpP = true
		r.PMin, r.PMax = rising.extremeP(alt)
	} else {
		r.PMin, r.PMax = plainExtremeP(null, r.SMin, r.SMax, alt)
	}
	r.Method = "Mann-Kendall over all values that the ranges allow, " + null.describe()
	r.Warnings = r.warnings()
	return r, nil
}

// plainExtremeP returns the smallest and the largest p-value for S from low to high.
func plainExtremeP(null kendallNull, low, high int, alt infer.Alternative) (least, most float64) {
	a, b := math.Exp(null.logP(low, alt)), math.Exp(null.logP(high, alt))
	if alt == infer.TwoSided && low <= 0 && high >= 0 {
		return math.Min(a, b), 1
	}
	return math.Min(a, b), math.Max(a, b)
}

func (r MannKendallBounds) warnings() []string {
	var w []string
	if r.PMin < 0.05 && r.PMax >= 0.05 {
		w = append(w, fmt.Sprintf("the ranges leave open whether p (%v) is below 0.05: it is between %.3g and %.3g", r.Alternative, r.PMin, r.PMax))
	}
	if r.PMin > 0.05 {
		w = append(w, fmt.Sprintf("no values in the ranges reach p = 0.05 (%v)", r.Alternative))
	}
	if !r.Sharp {
		w = append(w, "the search for the bounds of S was broken off: they hold, but may not be reached")
	}
	if !r.SharpP {
		w = append(w, "the p-values leave out that an unknown value may equal another")
	}
	return w
}

func negated(values []float64) []float64 {
	all := make([]float64, len(values))
	for i, v := range values {
		all[i] = 0 - v // no -0
	}
	return all
}
