package panel

import (
	"fmt"
	"math"
)

// Shrinkage is what is to be expected of each group, by empirical Bayes.
type Shrinkage struct {
	Kind      Kind
	Mean      float64 // of the groups' true values: the pooled value
	Deviation float64 // standard deviation between the groups' true values
	Estimates []Estimate
	Method    string
	Warnings  []string
}

// An Estimate is a group's value, drawn towards the mean.
type Estimate struct {
	Group
	Value     float64 // the group's own
	Weight    float64 // of the group's own value: 0 (only the mean counts) to 1
	Shrunk    float64 // Weight Value + (1 - Weight) Mean
	Deviation float64 // standard deviation of the true value about Shrunk, the mean and the spread taken as known
}

// Shrink estimates the true values of all groups together: each is its own value and the mean of all, weighted by what each of the two
// tells. Proportions have a beta distribution between groups, rates a gamma distribution; mean and spread come from the data by the
// method of moments. With N the sum and Q the sum of squares of the sizes, m the pooled value, I groups and S = sum of size_i
// (y_i - m)^2,
//
//	proportions: g = (S - m(1-m)(I-1)) / (m(1-m) (N - Q/N - (I-1))),  weight n_i / (n_i + (1-g)/g)
//	rates:       A = (S - m(I-1)) / (N - Q/N),                        weight e_i / (e_i + m/A)
//
// g (the correlation within groups) is kept within [0, 1] and A at 0 or above. Where it is 0, the groups show no difference beyond
// chance: every estimate is the mean, and a warning says so, since "no difference shown" is not "no difference".
//
// Deviation takes m and g or A as known, so that it is too small where groups are few (Morris 1983). Use it for what is to be
// expected of a group, for maps and for rankings; not for testing whether a group differs: for that see [Control]. At least three
// groups, with some events, else an error.
//
// Sources: proportions, J. C. Kleinman, J. Am. Stat. Assoc. 68 (1973) 46; rates, R. J. Marshall, Appl. Stat. 40 (1991) 283, his
// moments corrected for the mean being estimated, so that A is unbiased; C. N. Morris, J. Am. Stat. Assoc. 78 (1983) 47.
func Shrink(groups []Group, kind Kind) (*Shrinkage, error) {
	if err := check(groups, kind, 3); err != nil {
		return nil, err
	}
	events, size := totals(groups)
	s := &Shrinkage{Kind: kind, Mean: float64(events) / size}
	if events == 0 || kind == Proportions && float64(events) == size {
		return nil, fmt.Errorf("panel: %d events of %v in all: expected some events, and some trials without", events, size)
	}
	prior := s.prior(groups, size)
	for _, g := range groups {
		e := Estimate{Group: g, Value: g.Value()}
		if !math.IsInf(prior, 1) {
			e.Weight = g.Size / (g.Size + prior)
		}
		e.Shrunk = float64(e.Weight*e.Value) + float64((1-e.Weight)*s.Mean)
		switch {
		case math.IsInf(prior, 1): // no spread
		case kind == Proportions:
			e.Deviation = math.Sqrt(e.Shrunk * (1 - e.Shrunk) / (g.Size + prior + 1))
		default:
			e.Deviation = math.Sqrt(e.Shrunk / (g.Size + prior))
		}
		s.Estimates = append(s.Estimates, e)
	}
	return s, nil
}

// prior is the size that the knowledge of the other groups is worth, +Inf where they show no spread; it sets the spread.
func (s *Shrinkage) prior(groups []Group, size float64) float64 {
	squares, scatter, between := 0.0, 0.0, float64(len(groups)-1)
	for _, g := range groups {
		squares += float64(g.Size * g.Size)
		d := g.Value() - s.Mean
		scatter += float64(g.Size * float64(d*d))
	}
	room := size - squares/size
	prior := math.Inf(1)
	if s.Kind == Proportions {
		s.Method = "beta-binomial, moments of Kleinman"
		chance := s.Mean * (1 - s.Mean)
		if correlation := (scatter - float64(chance*between)) / (chance * (room - between)); correlation > 0 {
			correlation = math.Min(correlation, 1)
			prior = (1 - correlation) / correlation
			s.Deviation = math.Sqrt(chance * correlation)
		}
	} else {
		s.Method = "gamma-Poisson, moments of Marshall"
		if variance := (scatter - float64(s.Mean*between)) / room; variance > 0 {
			prior = s.Mean / variance
			s.Deviation = math.Sqrt(variance)
		}
	}
	if math.IsInf(prior, 1) {
		s.Warnings = append(s.Warnings, "the groups show no difference beyond chance: every estimate is the mean, which does not say that they are equal")
	}
	return prior
}
