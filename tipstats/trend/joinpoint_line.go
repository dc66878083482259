package trend

import (
	"errors"
	"fmt"
	"math"

	"github.com/tipstats/tip/tipstats/infer"
	"github.com/tipstats/tip/tipstats/internal/glm"
)

// brokenLine is a broken line with known joins, fitted by least squares.
type brokenLine struct {
	fit         orthonormal
	coefficient []float64
	joins       []float64 // from 0 to 1
	first, last float64   // in the caller's units
	span        float64
	times       int
	rss         float64
	df          int
	perfect     bool
	fitted      []float64 // each multiplied by the root of its weight
	residuals   []float64
}

// newBrokenLine fits a line with the given joins, on the scale of d.
func newBrokenLine(d logCounts, joins []float64) (brokenLine, error) {
	l := brokenLine{joins: joins, first: d.start, last: d.time(1), span: d.span, times: len(d.times)}
	ok := l.fit.add(d.column(one)) && l.fit.add(d.column(elapsed))
	for _, place := range joins {
		ok = ok && l.fit.add(d.column(bendAt(place)))
	}
	if !ok {
		return l, errors.New("trend: the times lie too close together to tell a line from its joins")
	}
	l.coefficient, l.residuals = l.fit.solve(d.z)
	l.rss = dot(l.residuals, l.residuals)
	l.df = len(d.z) - 2 - 2*len(joins)
	l.perfect = isPerfect(l.rss, d.z)
	l.fitted = make([]float64, len(d.z))
	for row, z := range d.z {
		l.fitted[row] = z - l.residuals[row]
	}
	return l, nil
}

// isPerfect reports whether residuals of z are rounding only.
func isPerfect(rss float64, z []float64) bool { return rss <= 1e-26*(dot(z, z)+rss) }

// combination returns the weights of the coefficients in the slope that is the mean of the
// segments' slopes with the given shares.
func (l brokenLine) combination(shares []float64) []float64 {
	c := make([]float64, len(l.coefficient))
	rest := 0.0
	for k := len(shares) - 1; k >= 0; k-- {
		rest += shares[k]
		c[k+1] = rest
	}
	c[1] = 1
	return c
}

// slope returns the mean slope, in the caller's units, and its standard error: infinite without
// degrees of freedom.
func (l brokenLine) slope(shares []float64) (slope, standardError float64) {
	c := l.combination(shares)
	slope = dot(c, l.coefficient) / l.span
	if l.df <= 0 {
		return slope, math.Inf(1)
	}
	return slope, l.fit.spreadOf(c) * math.Sqrt(l.rss/float64(l.df)) / l.span
}

// percentChange returns 100 (exp(slope) - 1) with its limits.
func (l brokenLine) percentChange(shares []float64, level float64) (infer.Interval, error) {
	slope, se := l.slope(shares)
	iv := infer.Interval{Estimate: 100 * math.Expm1(slope), Lower: -100, Upper: math.Inf(1), Level: level}
	if l.df > 0 {
		margin := glm.Reference{DF: l.df}.Quantile(level) * se
		iv.Lower, iv.Upper = 100*math.Expm1(slope-margin), 100*math.Expm1(slope+margin)
	}
	if math.IsNaN(iv.Estimate) || math.IsNaN(iv.Lower) || math.IsNaN(iv.Upper) {
		return iv, fmt.Errorf("trend: the slope %v and its standard error %v are out of range: rescale the times or the values", slope, se)
	}
	return iv, nil
}

// pValue returns the two-sided p-value of no change.
func (l brokenLine) pValue(slope, standardError float64) float64 {
	switch {
	case l.df <= 0 || slope == 0:
		return 1
	case standardError == 0:
		return 0
	}
	return math.Exp(glm.Reference{DF: l.df}.LogTwoSided(slope / standardError))
}

// shares returns the share of each segment in the time between from and to.
func (l brokenLine) shares(from, to float64) []float64 {
	shares := make([]float64, len(l.joins)+1)
	for k := range shares {
		begin, end := l.bounds(k)
		shares[k] = math.Max(0, math.Min(end, to)-math.Max(begin, from)) / (to - from)
	}
	return shares
}

// bounds returns the times between which a segment runs.
func (l brokenLine) bounds(segment int) (from, to float64) {
	from, to = l.first, l.last
	if segment > 0 {
		from = l.first + l.joins[segment-1]*l.span
	}
	if segment < len(l.joins) {
		to = l.first + l.joins[segment]*l.span
	}
	return from, to
}

func (l brokenLine) segments(level float64) ([]JoinpointSegment, error) {
	var all []JoinpointSegment
	for k := range len(l.joins) + 1 {
		shares := make([]float64, len(l.joins)+1)
		shares[k] = 1
		s := JoinpointSegment{}
		s.From, s.To = l.bounds(k)
		s.Slope, s.StandardError = l.slope(shares)
		s.P = l.pValue(s.Slope, s.StandardError)
		var err error
		if s.APC, err = l.percentChange(shares, level); err != nil {
			return nil, err
		}
		s.APC.Method = "annual percent change, " + l.describeLimits()
		all = append(all, s)
	}
	return all, nil
}

func (l brokenLine) describeLimits() string {
	return fmt.Sprintf("limits by Student's t with %d degrees of freedom, given the joins", l.df)
}
