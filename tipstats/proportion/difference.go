package proportion

import (
	"fmt"
	"math"

	"github.com/tipstats/tip/tipstats/infer"
)

// DifferenceMethod is a way to compute an interval for the difference of two proportions.
//
// The zero value, MiettinenNurminen, is the one that we recommend: its coverage is close
// to the level for groups of any size, it has limits at 0 and n successes, and it agrees
// with a test (Newcombe 1998b; Fagerland, Lydersen and Laake 2015).
type DifferenceMethod int

const (
	// MiettinenNurminen is the score interval with the variance factor N/(N-1)
	// (Miettinen and Nurminen 1985). It agrees with Compare by ScoreN1.
	MiettinenNurminen DifferenceMethod = iota
	// Mee is the score interval without that factor (Mee 1984): slightly shorter. It
	// agrees with Compare by Score, Pearson's chi-squared test.
	Mee
	// Newcombe squares and adds the distances of the Wilson limits from the estimates
	// (Newcombe 1998b, method 10): a closed form that is nearly as good.
	Newcombe
	// NewcombeCC does so with the continuity-corrected Wilson limits (Newcombe 1998b,
	// method 11): conservative.
	NewcombeCC
	// AgrestiCaffo is the Wald interval after adding one success and one failure to each
	// group (Agresti and Caffo 2000): easy by hand, conservative for rare events.
	AgrestiCaffo
	// MOVERJeffreys squares and adds the distances of the Jeffreys limits from the
	// posterior medians (Donner and Zou 2012; Laud 2017). Its estimate is the difference
	// of the medians.
	MOVERJeffreys
	// WaldDifference is the textbook interval. Its coverage falls far below the level for
	// small groups and rare events; it is here to compare with, not to report.
	WaldDifference
)

// differenceMethods holds, by DifferenceMethod, its name and the function that computes
// it for valid arguments.
var differenceMethods = [...]struct {
	name   string
	limits func(g groups, level float64) (lower, upper float64)
}{
	MiettinenNurminen: {"Miettinen-Nurminen", miettinenNurminen},
	Mee:               {"Mee", mee},
	Newcombe:          {"Newcombe", newcombe},
	NewcombeCC:        {"Newcombe, continuity-corrected", newcombeCC},
	AgrestiCaffo:      {"Agresti-Caffo", agrestiCaffo},
	MOVERJeffreys:     {"MOVER-Jeffreys", moverJeffreys},
	WaldDifference:    {"Wald", waldDifference},
}

func (m DifferenceMethod) known() bool { return m >= 0 && int(m) < len(differenceMethods) }

// String returns the name under which the method is known in the literature.
func (m DifferenceMethod) String() string {
	if m.known() {
		return differenceMethods[m].name
	}
	return fmt.Sprintf("DifferenceMethod(%d)", int(m))
}

// Difference returns the confidence interval for p1 - p2, the difference of two
// proportions of which x1 out of n1 and x2 out of n2 were observed, in independent
// groups. The unit is 1, not percentage points; the limits are in [-1, 1], and the
// estimate is x1/n1 - x2/n2 (with MOVERJeffreys, the difference of the posterior medians,
// around which that interval is built).
//
// The score methods collect the differences d that the score test does not reject:
//
//	(x1/n1 - x2/n2 - d)^2 <= z^2 V(d),  V(d) = c (p1 q1/n1 + p2 q2/n2),
//
// with p1 and p2 the most likely proportions that differ by d (the root of a cubic), z
// the normal quantile of the level, and c = N/(N-1) for MiettinenNurminen, 1 for Mee. The
// limits solve this equation to the last digits. With every method, limits that would pass
// -1 or 1, or leave out the estimate (AgrestiCaffo's may, in groups of a few, since they
// surround another point), are moved there.
//
// Valid are n1, n2 >= 1, 0 <= x <= n, a level in (0, 1), and the methods declared here;
// anything else is an error that names every problem.
//
// Use it for a change in percentage points. For rare events, where a relative change
// says more, use RiskRatio. Do not use it for matched or overlapping groups (the same
// defendants twice), nor for ratios of flows.
//
// Sources: O. Miettinen and M. Nurminen, Stat. Med. 4 (1985) 213; R. W. Mee, Biometrics
// 40 (1984) 1175; R. G. Newcombe, Stat. Med. 17 (1998) 873; A. Agresti and B. Caffo, Am.
// Stat. 54 (2000) 280; A. Donner and G. Y. Zou, Stat. Methods Med. Res. 21 (2012) 347.
func Difference(x1, n1, x2, n2 int, level float64, m DifferenceMethod) (infer.Interval, error) {
	g := groups{x1, n1, x2, n2}
	var p groupProblems
	p.groups(g)
	p.level(level)
	if !m.known() {
		p.add("unknown method %v: expected MiettinenNurminen, Mee, Newcombe, NewcombeCC, AgrestiCaffo, MOVERJeffreys or WaldDifference", m)
	}
	if err := p.err(); err != nil {
		return infer.Interval{}, err
	}
	estimate := g.difference()
	if m == MOVERJeffreys {
		estimate = jeffreysMedian(x1, n1) - jeffreysMedian(x2, n2)
	}
	lower, upper := differenceMethods[m].limits(g, level)
	var warnings []string
	if m == WaldDifference && lower == upper {
		warnings = []string{"the Wald interval has no width here, which says nothing of the uncertainty: use MiettinenNurminen"}
	}
	return infer.Interval{
		Estimate: estimate,
		Lower:    math.Min(math.Max(lower, -1), estimate),
		Upper:    math.Max(math.Min(upper, 1), estimate),
		Level:    level,
		Method:   m.String(),
		Warnings: warnings,
	}, nil
}
