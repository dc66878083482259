package chart

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/figure"
	"github.com/tipstats/tip/tipstats/infer"
	"github.com/tipstats/tip/tipstats/trend"
)

// Trend draws a figure over the years: a dot for each year that has a number, an arrow upwards where the source says "at least", a
// line for what lies between two bounds, and a cross with the word where there is no figure. A number that a later edition has
// revised stands as an open diamond, joined to what has taken its place; the line and the test are of the newest edition. No line
// joins the dots. Where the years are enough for limits of the given level, the line of Theil and Sen is drawn with a band between
// the lines of its limits, all through the middle of the dots; where they are not, no line is drawn and the caption says why.
//
// Three years show no trend, whatever happened in them: the caption states the smallest p-value that so many years can have.
func Trend(s tipstats.Series, level float64, c Credit) *figure.Figure {
	t := newTrendLine(s, level)
	what := seriesWords(s)
	f := &figure.Figure{
		Name:     "trend",
		Title:    capitalised(t.title(what, c.place(s.Query.Country))),
		Subtitle: fmt.Sprintf("%s in %s, %s, as the sources state them.", capitalised(what), c.place(s.Query.Country), yearSpan(s.Query.From, s.Query.To)),
		Caption:  c.caption(t.remarks()...),
		Alt:      t.alt(what, c.place(s.Query.Country)),
		Data:     t.data(),
		Fault:    infer.CheckLevel(level),
	}
	return sized(f, func(canvas *figure.Canvas) float64 {
		axis := canvas.Shared("labels", yearAxis(canvas, trendHeight, t.scaleMost())-labelGap) + labelGap
		end := t.draw(canvas, axis, canvas.Width(), trendHeight, t.scaleMost())
		return drawLegend(canvas, 0, end+8, trendKeys([]trendLine{t})) + 2
	})
}

// trendHeight is the height of the plane of a trend, in points.
const trendHeight = 130.0

// A trendLine is a series with its line, or why it has none.
type trendLine struct {
	series  tipstats.Series
	level   float64
	slope   trend.Slope
	noSlope error
	test    trend.MannKendallResult
	noTest  error
	middle  figure.Point // median of the years and of the counts, in data units
}

func newTrendLine(s tipstats.Series, level float64) trendLine {
	t := trendLine{series: s, level: level}
	t.slope, t.noSlope = s.TheilSen(level)
	t.test, t.noTest = s.MannKendall()
	var years, counts []float64
	for _, o := range s.Points {
		if n, ok := o.Count.Value(); ok {
			years, counts = append(years, float64(o.Year)), append(counts, float64(n))
		}
	}
	if len(years) == 0 && t.noSlope == nil {
		t.noSlope = fmt.Errorf("no year has a number")
	}
	if t.noSlope == nil && (math.IsInf(t.slope.Lower, 0) || math.IsInf(t.slope.Upper, 0)) {
		t.noSlope = fmt.Errorf("%s are too few for limits of %s", countNoun(len(years), "number"), levelWords(level))
	}
	if t.noSlope == nil {
		t.middle = figure.Point{X: medianOf(years), Y: medianOf(counts)}
	}
	return t
}

// medianOf is the median of a list that is not empty.
func medianOf(values []float64) float64 {
	sorted := slices.Sorted(slices.Values(values))
	n := len(sorted)
	return (sorted[(n-1)/2] + sorted[n/2]) / 2
}

// seriesWords is what a series counts: "prosecutions (cases), new".
func seriesWords(s tipstats.Series) string {
	for _, o := range s.Points {
		if o.Count.Known() {
			words := stageLabel(o.Stage, o.Unit, o.Cohort)
			if o.Form != tipstats.AllForms {
				words += ", " + formLabel(o.Form)
			}
			return words
		}
	}
	return s.Query.Stage.Plural()
}

// scaleMost is the largest number to be drawn, and no less than 5.
func (t trendLine) scaleMost() float64 {
	most := 5.0 // so that ticks are whole
	for _, o := range slices.Concat(t.series.Points, t.series.Revised) {
		most = max(most, greatest(o.Count))
	}
	if t.noSlope != nil {
		return most
	}
	band := 0.0
	for _, year := range []int{t.series.Query.From, t.series.Query.To} {
		band = max(band, t.line(t.slope.Lower, float64(year)), t.line(t.slope.Upper, float64(year)))
	}
	return max(most, min(band, 1.5*most)) // a band that goes on beyond is cut
}

// line is the height of the line of a slope in a year.
func (t trendLine) line(slope, year float64) float64 {
	return t.middle.Y + float64(slope*(year-t.middle.X))
}

// title states the first and the last number, and the slope.
func (t trendLine) title(what, where string) string {
	var known []tipstats.Observation
	for _, o := range t.series.Points {
		if o.Count.Known() {
			known = append(known, o)
		}
	}
	switch len(known) {
	case 0:
		return fmt.Sprintf("%s, %s: no source at hand states a number of %s", where, yearSpan(t.series.Query.From, t.series.Query.To), what)
	case 1:
		return fmt.Sprintf("%s: %s, %s in %d, the one year with a figure", where, what, counted(known[0].Count), known[0].Year)
	}
	first, last := known[0], known[len(known)-1]
	title := fmt.Sprintf("%s: %s, %s in %d and %s in %d", where, what, counted(first.Count), first.Year, counted(last.Count), last.Year)
	if t.noSlope != nil {
		return title
	}
	return title + fmt.Sprintf("; a median change of %s a year (%s interval %s to %s)",
		signed(t.slope.Slope), levelWords(t.level), signed(t.slope.Lower), signed(t.slope.Upper))
}

// signed writes a change with its sign, to three significant digits: "+437", "-12.5", "0".
func signed(v float64) string {
	switch {
	case v < 0:
		return "\u2212" + ratio(-v)
	case v > 0:
		return "+" + ratio(v)
	}
	return "0"
}

func (t trendLine) remarks() []string {
	var list []string
	if t.noSlope == nil {
		list = append(list, "Line: "+t.slope.Method+"; the band lies between the lines of the limits")
	} else {
		list = append(list, "No line: "+refusal(t.noSlope))
	}
	if t.noTest == nil {
		text := "Mann-Kendall test, two-sided: p " + pWords(t.test.P)
		if t.test.MinP > 0.05 {
			text += ", where so many years can give no p below " + significant(t.test.MinP)
		}
		list = append(list, text)
	}
	return append(list, t.revisions(), doubts(t.series.Points), rough(t.series.Points))
}

// revisions says which numbers a later edition has revised; it is empty where none has.
func (t trendLine) revisions() string {
	const most = 8
	var list []string
	for _, o := range t.series.Revised {
		p, _ := t.series.At(o.Year)
		list = append(list, fmt.Sprintf("%d from %s (%d) to %s (%d)", o.Year, counted(o.Count), o.Report, counted(p.Count), p.Report))
	}
	if len(list) == 0 {
		return ""
	}
	if more := len(list) - most; more > 1 {
		list = append(list[:most], fmt.Sprintf("%d more", more))
	}
	return "Revised by a later edition: " + strings.Join(list, "; ")
}

// pWords writes what a p-value is: "= 0.0046", "< 0.0001".
func pWords(p float64) string {
	if p < 0.0001 {
		return "< 0.0001"
	}
	return "= " + significant(p)
}

// significant writes a probability to two significant digits.
func significant(p float64) string { return strconv.FormatFloat(p, 'g', 2, 64) }

func (t trendLine) alt(what, where string) string {
	var list []string
	for _, o := range t.series.Points {
		list = append(list, fmt.Sprintf("%d %s", o.Year, counted(o.Count)))
	}
	texts := []string{fmt.Sprintf("Dots for %s in %s by year: %s", what, where, strings.Join(list, "; "))}
	if t.noSlope == nil {
		texts = append(texts, "A line shows the median change of "+signed(t.slope.Slope)+" a year")
	}
	return sentences(append(texts, t.revisions())...)
}

func (t trendLine) data() figure.Table {
	table := figure.Table{Columns: observationColumns}
	what := seriesWords(t.series)
	for _, o := range t.series.Points {
		table.Rows = append(table.Rows, observationRow(what, o))
	}
	for _, o := range t.series.Revised {
		table.Rows = append(table.Rows, observationRow(what+", since revised", o))
	}
	if t.noSlope == nil {
		row := make([]string, len(observationColumns))
		row[0], row[1] = "change a year, "+what, t.series.Query.Country
		row[7], row[8], row[9], row[10], row[11], row[12] = exactly(t.slope.Slope), "exact", exactly(t.slope.Lower), exactly(t.slope.Upper), exactly(t.level), t.slope.Method
		table.Rows = append(table.Rows, row)
	}
	return table
}
