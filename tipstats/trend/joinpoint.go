package trend

import (
	"fmt"

	"github.com/tipstats/tip/tipstats/infer"
)

// JoinpointResult is a broken line through the logarithms of counts or rates.
type JoinpointResult struct {
	// Joins holds the times at which the line bends, in rising order.
	Joins []float64
	// Segments holds the pieces of the line, one more than Joins.
	Segments []JoinpointSegment
	// Average is the average annual percent change from the first time to the last
	// (Clegg et al. 2009), in percent per unit of time.
	Average infer.Interval
	// Tests holds the permutation tests in the order in which they were made.
	Tests []JoinpointTest
	// BIC holds the Bayesian information criterion of the best line with 0, 1, 2, ... joins (-Inf where a line fits exactly),
	// as far as they were fitted: log(RSS/n) + (2k + 2) log(n)/n.
	BIC []float64
	// RSS is the weighted residual sum of squares on the log scale, DF the degrees of freedom
	// N - 2 - 2 len(Joins): a line, and a place and a bend for each join.
	RSS float64
	N   int
	DF  int
	// Method says how the line was fitted and its joins chosen.
	Method string
	// Warnings holds what a reader should know before quoting the result.
	Warnings []string

	line brokenLine
}

// JoinpointSegment is one piece of a broken line.
type JoinpointSegment struct {
	// From and To are the times between which it runs.
	From, To float64
	// Slope is the change of the natural logarithm per unit of time, and StandardError its
	// standard error, given the joins.
	Slope, StandardError float64
	// APC is the annual percent change 100 (exp(Slope) - 1), per unit of time, above -100.
	APC infer.Interval
	// P is the two-sided p-value of no change, by Student's t.
	P float64
}

// JoinpointTest is a permutation test of a number of joins against a larger one.
type JoinpointTest struct {
	Null, Alternative int
	// F is the reduction in residual sum of squares for each further parameter, over the
	// residual mean square under the alternative. It has no F distribution, because the joins
	// were searched for.
	F float64
	// P is the share of permutations, the one observed included, with an F at least as large.
	P float64
	// Alpha is the value that P must be below for the null hypothesis to be rejected.
	Alpha float64
}

// Joinpoint fits a broken line to the logarithms of y over the times t: a rate of change that
// is constant within a period, and differs from period to period.
//
// The model is log y = a + b t + sum over joins of d_k (t - join_k)+ + error, fitted by
// weighted least squares. For each number of joins every set of places that leaves enough
// observations between them is tried, so that the line found is the best one and not the
// nearest. Their number is chosen as opts.Choice says; by default by permutation tests of 0
// joins against the largest number, going up one when the test rejects and down one when it
// does not, each at alpha/(largest - null).
//
// APC is 100 (exp(slope) - 1), with limits 100 (exp(slope -+ t se) - 1) of Student's t with DF
// degrees of freedom. The average weighs the slopes by the length of their segments;
// its limits use their covariances as well, where Clegg et al. take them as independent. Both
// take the places of the joins as known. Time is of order n for each set of places, which
// number of order n^k for k joins, and as much for each permutation.
//
// Times need not be sorted or evenly spaced, and may repeat. Slices of different lengths, fewer
// than two times, values that are not positive (a zero has no logarithm: fit counts with zeros
// with the package poisson), NaN, infinities, and options out of range are errors that name
// every problem.
//
// Do not use it for fewer than seven times, which cannot show a join; for values that depend on
// those before them, which bend by themselves; or to say that a measure taken in the year of a
// join was its cause: the place of a join is uncertain by years.
//
// Sources: Kim, Fay, Feuer and Midthune, Stat. Med. 19 (2000) 335; Lerman, Appl. Stat. 29
// (1980) 77 (places at observations); Hudson, J. Am. Stat. Assoc. 61 (1966) 1097 (anywhere);
// Clegg, Hankey, Tiwari, Feuer and Edwards, Stat. Med. 28 (2009) 3670; the levels alpha/(largest -
// null) as in the Joinpoint program of the National Cancer Institute since version 3.0.
func Joinpoint(t, y []float64, opts JoinpointOptions) (*JoinpointResult, error) {
	data, err := newLogCounts(t, y, opts)
	if err != nil {
		return nil, err
	}
	o := opts.withDefaults(len(data.times))
	search, err := newJoinSearch(data, o)
	if err != nil {
		return nil, err
	}
	r := &JoinpointResult{N: len(data.z)}
	joins := o.MaxJoins
	best := search.best(data.z, o.MaxJoins, search.scratch())
	switch o.Choice {
	case ByPermutation:
		joins, r.Tests = search.permutationTests(best, o)
	case ByBIC:
		joins = smallestBIC(search.bic(best))
	}
	r.BIC = search.bic(best)
	places, _ := search.places(best[joins].node, data.z)
	r.line, err = newBrokenLine(data, places)
	if err != nil {
		return nil, err
	}
	r.RSS, r.DF = r.line.rss, r.line.df
	for _, u := range places {
		r.Joins = append(r.Joins, data.time(u))
	}
	if r.Segments, err = r.line.segments(o.Level); err != nil {
		return nil, err
	}
	if r.Average, err = r.AverageBetween(r.line.first, r.line.last, o.Level); err != nil {
		return nil, err
	}
	r.Method = o.describe(joins)
	r.Warnings = r.warnings(o)
	return r, nil
}

// AverageBetween returns the average annual percent change between two times from the first to
// the last observed: 100 (exp(sum w_k slope_k) - 1), where w_k is the share of segment k in the
// time between them. from must be before to; level is in (0, 1).
func (r *JoinpointResult) AverageBetween(from, to, level float64) (infer.Interval, error) {
	var p problems
	p.level(level)
	if !(from >= r.line.first && from < to && to <= r.line.last) {
		p.add("average from %v to %v: expected two times in order between %v and %v", from, to, r.line.first, r.line.last)
	}
	if err := p.err(); err != nil {
		return infer.Interval{}, err
	}
	iv, err := r.line.percentChange(r.line.shares(from, to), level)
	iv.Method = "average annual percent change, " + r.line.describeLimits()
	return iv, err
}

func (r *JoinpointResult) warnings(o JoinpointOptions) []string {
	var w []string
	if r.DF == 0 {
		w = append(w, fmt.Sprintf("%d values leave no degree of freedom: the changes have no limits", r.N))
	} else if r.line.perfect {
		w = append(w, "the line passes through every value: limits and p-values say nothing")
	}
	if o.Choice != FixedJoins && o.MaxJoins == 0 {
		w = append(w, fmt.Sprintf("%d different times are too few to look for a join: a straight line was fitted", r.line.times))
	}
	if len(r.Joins) > 0 {
		w = append(w, "limits and p-values of the changes take the places of the joins as known")
	}
	return w
}
