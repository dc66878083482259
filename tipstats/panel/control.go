package panel

import (
	"errors"
	"fmt"
	"math"

	"github.com/tipstats/tip/tipstats/internal/tail"
	"github.com/tipstats/tip/tipstats/proportion"
)

// Allowance says what control limits allow for beside chance.
type Allowance uint8

const (
	// RandomEffects allows for true values that scatter about the target with the standard deviation Tau of [Disperse]: limits
	// target +- z sqrt(s^2 + Tau^2). It is the zero value since groups such as countries differ for many small reasons, and large
	// groups would else lie beyond the limits nearly always. Where Tau is 0 the limits are exact.
	RandomEffects Allowance = iota
	// Multiplicative allows for scatter in proportion to chance: limits target +- z s sqrt(Phi), where Phi is above 1.
	Multiplicative
	// ChanceAlone gives the exact limits. Take it where the target is a standard that everybody has to meet.
	ChanceAlone
)

// String is "random effects", "multiplicative" or "chance alone".
func (a Allowance) String() string {
	switch a {
	case RandomEffects:
		return "random effects"
	case Multiplicative:
		return "multiplicative"
	case ChanceAlone:
		return "chance alone"
	}
	return fmt.Sprintf("Allowance(%d)", uint8(a))
}

// Options are the choices of [Control]. The zero value is what we recommend.
type Options struct {
	Target       float64               // 0: the pooled value of all groups
	Inner, Outer float64               // levels of the limits; 0: 0.95 and 0.998
	Allowance    Allowance             // zero: RandomEffects
	Adjustment   proportion.Adjustment // of the p-values for the number of groups; zero: Holm
}

// Result is groups against their control limits.
type Result struct {
	Kind         Kind
	Target       float64
	Pooled       bool // whether the target is the pooled value of the groups
	Inner, Outer float64
	Allowance    Allowance
	Dispersion   Dispersion
	Points       []Point // in the order of the groups
	Method       string
	Warnings     []string
}

// A Point is a group against its limits.
type Point struct {
	Group
	Value     float64
	Z         float64       // (Value - Target) over its standard deviation, with what is allowed for
	P         float64       // two-sided: the value as far or farther from the target
	AdjustedP float64       // P, adjusted for the number of groups
	Limits    [2][2]float64 // lower and upper: of Inner, of Outer
	Beyond    int           // 0: inside both limits; 1: beyond Inner; 2: beyond Outer
}

// Control compares each group with control limits about a target: a control-limit funnel.
//
// The limits are never narrower than the exact ones of [ProportionLimits] and [RateLimits], so that small groups are not judged by
// a normal approximation alone; likewise P is the larger of the exact two-sided p-value, twice the smaller tail, and the normal one of
// Z. With ChanceAlone both are the exact ones.
//
// At least two groups; a target as [Disperse] asks for; levels in (0, 1), the inner no larger than the outer. Groups none or all of whose
// trials are events leave no target to compare with. A pooled target is drawn towards each group by its own weight; a warning
// says so where one group has more than half of the size.
//
// Source: D. J. Spiegelhalter, Funnel plots for comparing institutional performance, Stat. Med. 24 (2005) 1185.
func Control(groups []Group, kind Kind, o Options) (*Result, error) {
	r := &Result{Kind: kind, Target: o.Target, Inner: orElse(o.Inner, 0.95), Outer: orElse(o.Outer, 0.998), Allowance: o.Allowance}
	if err := errors.Join(check(groups, kind, 2), checkLevel(r.Inner), checkLevel(r.Outer), r.checkOptions()); err != nil {
		return nil, err
	}
	r.pool(groups)
	var err error
	if r.Dispersion, err = Disperse(groups, kind, r.Target); err != nil {
		return nil, fmt.Errorf("no control limits: %w", err)
	}
	p := make([]float64, len(groups))
	for i, g := range groups {
		point, err := r.point(g)
		if err != nil {
			return nil, fmt.Errorf("no control limits for %q: %w", g.Name, err)
		}
		r.Points = append(r.Points, point)
		p[i] = point.P
	}
	adjusted, err := proportion.Adjust(p, o.Adjustment)
	if err != nil {
		return nil, fmt.Errorf("panel: %w", err)
	}
	for i := range r.Points {
		r.Points[i].AdjustedP = adjusted[i]
	}
	r.describe(o.Adjustment)
	return r, nil
}

func orElse(v, standard float64) float64 {
	if v == 0 {
		return standard
	}
	return v
}

func (r *Result) checkOptions() error {
	if r.Inner > r.Outer {
		return fmt.Errorf("panel: the inner level %v is above the outer %v", r.Inner, r.Outer)
	}
	if r.Allowance > ChanceAlone {
		return fmt.Errorf("panel: %v: expected RandomEffects, Multiplicative or ChanceAlone", r.Allowance)
	}
	return nil
}

// pool takes the pooled value where no target was given.
func (r *Result) pool(groups []Group) {
	if r.Target != 0 {
		return
	}
	events, size := totals(groups)
	r.Target, r.Pooled = float64(events)/size, true
	for _, g := range groups {
		if g.Size > size/2 {
			r.Warnings = append(r.Warnings, fmt.Sprintf("%s has more than half of the size of all groups, so that the pooled target is mostly its own value", g.Name))
		}
	}
}

// point compares one group.
func (r *Result) point(g Group) (Point, error) {
	p := Point{Group: g, Value: g.Value()}
	for i, level := range []float64{r.Inner, r.Outer} {
		lower, upper, err := r.LimitsAt(g.Size, level)
		if err != nil {
			return Point{}, err
		}
		p.Limits[i] = [2]float64{lower, upper}
		if p.Value < lower || p.Value > upper {
			p.Beyond = i + 1
		}
	}
	p.Z = (p.Value - r.Target) / r.spread(g.Size)
	var atMost, atLeast float64
	if r.Kind == Proportions {
		n := int(g.Size)
		atMost, atLeast = tail.LogBinomialAtMost(g.Events, n, r.Target, 1-r.Target), tail.LogBinomialAtLeast(g.Events, n, r.Target, 1-r.Target)
	} else {
		atMost, atLeast = tail.LogPoissonAtMost(g.Events, r.Target*g.Size), tail.LogPoissonAtLeast(g.Events, r.Target*g.Size)
	}
	p.P = math.Min(1, 2*math.Exp(math.Min(atMost, atLeast)))
	if r.Allowance != ChanceAlone {
		p.P = math.Max(p.P, 2*tail.NormalUpper(math.Abs(p.Z)))
	}
	return p, nil
}

// spread is the standard deviation of the value of a group of such a size, with what is allowed for.
func (r *Result) spread(size float64) float64 {
	s := deviation(r.Kind, r.Target, size)
	switch r.Allowance {
	case RandomEffects:
		return math.Hypot(s, r.Dispersion.Tau)
	case Multiplicative:
		return s * math.Sqrt(math.Max(r.Dispersion.Phi, 1))
	}
	return s
}

// LimitsAt are the control limits for a group of any size, of any level: for drawing them.
func (r *Result) LimitsAt(size, level float64) (lower, upper float64, err error) {
	if r.Kind == Proportions {
		if size != math.Trunc(size) || !(size >= 1 && size <= maxSize) {
			return 0, 0, fmt.Errorf("panel: a size of %v trials: expected a whole number from 1 to %d", size, maxSize)
		}
		lower, upper, err = ProportionLimits(int(size), r.Target, level)
	} else {
		lower, upper, err = RateLimits(size, r.Target, level)
	}
	if err != nil || r.Allowance == ChanceAlone {
		return lower, upper, err
	}
	half := tail.NormalTwoSided(level) * r.spread(size)
	lower = math.Min(lower, math.Max(r.Target-half, 0))
	upper = math.Max(upper, r.Target+half)
	if r.Kind == Proportions {
		upper = math.Min(upper, 1)
	}
	return lower, upper, nil
}

// Widened reports whether the limits are wider than those for chance alone.
func (r *Result) Widened() bool {
	return r.Allowance == RandomEffects && r.Dispersion.Tau > 0 || r.Allowance == Multiplicative && r.Dispersion.Phi > 1
}

// describe says how the limits were made, and what to know of them.
func (r *Result) describe(a proportion.Adjustment) {
	distribution := "binomial"
	if r.Kind == Rates {
		distribution = "Poisson"
	}
	r.Method = "exact " + distribution + " limits"
	d := r.Dispersion
	switch {
	case r.Allowance == RandomEffects && d.Tau > 0:
		r.Method += fmt.Sprintf(", widened by random effects (standard deviation %s)", rounded(d.Tau))
	case r.Allowance == Multiplicative && d.Phi > 1:
		r.Method += fmt.Sprintf(", widened by the dispersion %s", rounded(d.Phi))
	case r.Allowance == ChanceAlone && d.Phi > 1.5:
		r.Warnings = append(r.Warnings, fmt.Sprintf("the groups differ by more than chance (dispersion %s): limits for chance alone flag too many", rounded(d.Phi)))
	}
	r.Method += "; p-values adjusted by " + a.String()
	if d.Groups < 10 && r.Allowance != ChanceAlone {
		r.Warnings = append(r.Warnings, fmt.Sprintf("%d groups say little about how groups differ: the dispersion is a guess", d.Groups))
	}
}
