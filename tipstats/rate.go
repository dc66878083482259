package tipstats

import (
	"fmt"
	"math"
	"slices"

	"github.com/tipstats/tip/tipstats/bounds"
)

// Kind tells the two kinds of rate apart. They are never mixed.
type Kind uint8

const (
	// Proportion: the numerator is part of the denominator, so the rate lies in [0, 1] and may be read as a probability
	// (89 convicted of 160 who got a verdict).
	Proportion Kind = iota + 1
	// FlowRatio: two flows of one period, of which no source says that the one is part of the other (233 convicted in a
	// year to 121 newly prosecuted in it). It may exceed 1, is no probability, and never gets a binomial interval.
	FlowRatio
)

// String is "proportion" or "flow ratio".
func (k Kind) String() string {
	switch k {
	case Proportion:
		return "proportion"
	case FlowRatio:
		return "flow ratio"
	}
	return fmt.Sprintf("Kind(%d)", uint8(k))
}

// Rate is one figure over another, of a kind that was decided from the figures themselves. Where a count is known only as a
// range the rate has bounds and no value.
type Rate struct {
	name        string
	kind        Kind
	numerator   Observation
	denominator []Observation // added up
	proportion  bounds.Proportion
	above       bounds.Range // the counts of a flow ratio
	below       bounds.Range
	region      bounds.Region // the rates that the counts allow
	warnings    []string
}

// Name is what the rate is called: "conviction rate", "sex trafficking share of investigations".
func (r Rate) Name() string { return r.name }

// Kind is Proportion or FlowRatio.
func (r Rate) Kind() Kind { return r.kind }

// Numerator is the figure above the line.
func (r Rate) Numerator() Observation { return r.numerator }

// Denominator is what stands below the line: the figures that add up to it. That is one figure, but for the conviction rate, whose
// denominator is the convictions and the acquittals.
func (r Rate) Denominator() []Observation { return slices.Clone(r.denominator) }

// Counts are the count above the line and the (summed) count below it.
func (r Rate) Counts() (numerator, denominator Count) {
	if r.kind == 0 {
		return NotFound, NotFound
	}
	denominator = r.denominator[0].Count
	for _, o := range r.denominator[1:] {
		denominator = sum(denominator, o.Count)
	}
	return r.numerator.Count, denominator
}

// Warnings is what a reader of the rate should know: a rough or incomplete figure, an override, forms left open.
func (r Rate) Warnings() []string { return slices.Clone(r.warnings) }

// Value is the rate where the counts allow one value only. It is false where a count is a range that allows several: use Bounds
// then.
func (r Rate) Value() (value float64, ok bool) {
	return r.region.Lower, r.kind != 0 && r.region.Lower == r.region.Upper
}

// Bounds is the smallest and the largest rate that the counts allow: equal where the rate has a value, hi +Inf where
// nothing bounds a flow ratio from above. The bounds are of what is known, not of sampling error: for that see Interval.
func (r Rate) Bounds() (lo, hi float64) { return r.region.Lower, r.region.Upper }

// Proportion is what is known of the counts of a proportion, for the methods of package bounds. It is empty for a flow ratio.
func (r Rate) Proportion() bounds.Proportion { return r.proportion }

// String is the rate with its kind and figures: "conviction rate: 0.556 (proportion, 89 of 160)".
func (r Rate) String() string {
	if r.kind == 0 {
		return "no rate"
	}
	return fmt.Sprintf("%s: %s (%s, %s)", r.name, r.amount(), r.kind, r.figures())
}

func (r Rate) figures() string {
	preposition := "of"
	if r.kind == FlowRatio {
		preposition = "to"
	}
	numerator, denominator := r.Counts()
	return fmt.Sprintf("%s %s %s", numerator, preposition, denominator)
}

func (r Rate) amount() string {
	if v, ok := r.Value(); ok {
		return fmt.Sprintf("%.3f", v)
	}
	lo, hi := r.Bounds()
	switch {
	case math.IsInf(hi, 1):
		return fmt.Sprintf("at least %.3f", lo)
	case lo == 0:
		return fmt.Sprintf("at most %.3f", hi)
	}
	return fmt.Sprintf("between %.3f and %.3f", lo, hi)
}
