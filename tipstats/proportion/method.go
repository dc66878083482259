package proportion

import "fmt"

// Method is a way to compute an interval for a proportion, of which x out of n were
// observed. Below, p is the proportion, q = 1 - p, and z the normal quantile of the level.
//
// The zero value, Wilson, is the one that we recommend: its coverage is close to the
// level on average for every n and p (Agresti and Coull 1998; Brown, Cai and DasGupta
// 2001), and its limits are those of the score test.
//
// How often the intervals of level 0.95 cover p, computed exactly (see Coverage) for
// p = 0.005, 0.010, ..., 0.995: the lowest coverage over all n from 1 to 200, and the
// average over p for n = 20 and n = 160.
//
//	method            lowest  average, n = 20  average, n = 160
//	Wilson            0.795   0.953            0.951
//	ClopperPearson    0.950   0.977            0.961
//	WilsonCC          0.950   0.976            0.962
//	MidP              0.912   0.961            0.951
//	Jeffreys          0.855   0.950            0.949
//	AgrestiCoull      0.828   0.962            0.954
//	Blaker            0.950   0.967            0.956
//	LikelihoodRatio   0.748   0.947            0.949
//	Logit             0.869   0.962            0.953
//	Arcsine           0.875   0.958            0.951
//	Wald              0.000   0.851            0.934
//	WaldCC            0.380   0.912            0.948
//
// Only ClopperPearson and Blaker are exact: they cover at least the level for every p.
// WilsonCC does so in this table, not everywhere: for n = 1 and p = 0.0546 it is 0.945.
//
// The published discussions are L. D. Brown, T. T. Cai and A. DasGupta, Stat. Sci. 16
// (2001) 101, and R. G. Newcombe, Stat. Med. 17 (1998) 857.
type Method int

const (
	// Wilson is the score interval: the p with (x - np)^2 <= z^2 n p q (Wilson 1927).
	Wilson Method = iota
	// ClopperPearson is the exact interval with equal tails (Clopper and Pearson
	// 1934). It covers at least its level for every p, and mostly more.
	ClopperPearson
	// WilsonCC is Wilson with a continuity correction: (|x - np| - 1/2)^2 <= z^2 n p q
	// (Newcombe 1998, method 4). It imitates ClopperPearson and is as wide, but may cover
	// slightly less than the level: where that matters take ClopperPearson.
	WilsonCC
	// MidP is ClopperPearson with half of the probability of x left out of each tail
	// (Lancaster 1961; Berry and Armitage 1995). It covers the level on average, not
	// always; take it where ClopperPearson is too cautious and a closed form is no merit.
	MidP
	// Jeffreys has the quantiles of the posterior Beta(x + 1/2, n - x + 1/2) with equal
	// tails, but reaches to 0 for x = 0 and to 1 for x = n (Brown, Cai and DasGupta 2001).
	// It covers the level on average, and has an interpretation for Bayesians too.
	Jeffreys
	// AgrestiCoull is the Wald interval after adding z^2/2 successes and as many failures
	// (Agresti and Coull 1998): it has the middle of Wilson, is a little wider, and can be
	// computed by hand. It is cut off at 0 and 1, which it passes for few x.
	AgrestiCoull
	// Blaker is exact, never wider than ClopperPearson, and covers at least its level: the
	// smallest interval that holds every p whose acceptability - the probability of x and
	// beyond plus the largest tail on the other side that is no larger - exceeds 1 - level
	// (Blaker 2000). Its tails are not equal: it has no one-sided form, and a limit says
	// nothing by itself. A comparison with a fixed p has to use the same definition.
	Blaker
	// LikelihoodRatio holds the p that are not too unlikely:
	// 2 x log(x/(np)) + 2 (n-x) log((n-x)/(nq)) <= z^2 (Wilks 1938; Brown, Cai and DasGupta
	// 2001). It does not depend on the scale of p, and is too short at x = 0 and x = n.
	LikelihoodRatio
	// Logit is the Wald interval for the log odds, log(x/(n-x)) -+ z sqrt(1/x + 1/(n-x))
	// (Woolf 1955; Brown, Cai and DasGupta 2001). It is what a logistic regression with a
	// constant reports, and wider than need be. Where x is 0 or n, and the log odds are
	// infinite, the limits of ClopperPearson stand in, and a warning says so. Above a level
	// of about 0.98 its limits do not always grow with x.
	Logit
	// Arcsine is sin^2(asin(sqrt((x + 3/8)/(n + 3/4))) -+ z/(2 sqrt(n))) (Anscombe 1948;
	// Brown, Cai and DasGupta 2001), which is used in meta-analysis. It covers far less
	// than the level for p next to 0 or 1.
	Arcsine
	// Wald is the textbook interval x/n -+ z sqrt(x (n-x)/n^3) (Laplace 1812), cut off at 0
	// and 1. Its coverage falls far below the level even for large n, to 0 where p is next
	// to 0 or 1; it is here to compare with, not to report.
	Wald
	// WaldCC is Wald, wider by the continuity correction 1/(2n) on each side (Newcombe 1998,
	// method 2): hardly better.
	WaldCC
)

// methods holds, by Method, its name and the function that computes it for 0 <= x <= n,
// n >= 1 and a level in (-1, 1), of which (1 - level)/2 is left out at each side: a
// negative level arises for one-sided bounds. The lower limit counts for x > 0 only and
// the upper one for x < n; they need not keep to [0, 1].
var methods = [...]struct {
	name   string
	limits func(x, n int, level float64) (lower, upper float64)
}{
	Wilson:          {"Wilson", wilson},
	ClopperPearson:  {"Clopper-Pearson", clopperPearson},
	WilsonCC:        {"Wilson, continuity-corrected", wilsonCC},
	MidP:            {"mid-P", midP},
	Jeffreys:        {"Jeffreys", jeffreysLimits},
	AgrestiCoull:    {"Agresti-Coull", agrestiCoull},
	Blaker:          {"Blaker", blaker},
	LikelihoodRatio: {"likelihood ratio", likelihoodRatio},
	Logit:           {"logit", logit},
	Arcsine:         {"arcsine", arcsine},
	Wald:            {"Wald", wald},
	WaldCC:          {"Wald, continuity-corrected", waldCC},
}

// known reports whether m is one of the constants.
func (m Method) known() bool { return m >= 0 && int(m) < len(methods) }

// limits returns the limits within [0, 1]: 0 for x = 0 and 1 for x = n.
func (m Method) limits(x, n int, level float64) (lower, upper float64) {
	lower, upper = methods[m].limits(x, n, level)
	if x == 0 {
		lower = 0
	}
	if x == n {
		upper = 1
	}
	return min(max(lower, 0), 1), max(min(upper, 1), 0)
}

// String returns the name under which the method is known in the literature.
func (m Method) String() string {
	if m.known() {
		return methods[m].name
	}
	return fmt.Sprintf("Method(%d)", int(m))
}
