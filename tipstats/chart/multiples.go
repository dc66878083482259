package chart

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/figure"
	"github.com/tipstats/tip/tipstats/infer"
)

// A NamedSeries is a series with the name of its country or region.
type NamedSeries struct {
	Name   string
	Series tipstats.Series
}

// Multiples draws one figure of several countries over the same years as a grid of small charts, in the order given. All have one
// scale, so that heights can be compared from chart to chart; each is drawn as [Trend] draws it. what names the figure in the
// plural: "convictions".
//
// Years of the common span for which a series has no point are gaps. Render fails where two series are of different stages, units or
// cohorts, whose heights do not compare, or where level is no confidence level.
//
// Countries count by laws and habits of their own: the same height is the same number, not the same effort.
func Multiples(what string, series []NamedSeries, level float64, c Credit) *figure.Figure {
	lines := make([]trendLine, len(series))
	most := 0.0
	from, to := commonYears(series)
	for i, s := range series {
		lines[i] = newTrendLine(s.Series, level)
		most = max(most, lines[i].scaleMost()) // on its own years: its line is drawn on these only
		lines[i].series = onYears(s.Series, from, to)
	}
	span := ""
	if from != 0 {
		span = ", " + yearSpan(from, to)
	}
	f := &figure.Figure{
		Name:     "multiples",
		Title:    capitalised(multiplesTitle(what, series)),
		Subtitle: fmt.Sprintf("%s%s, as the sources state them. All charts have one scale.", capitalised(what), span),
		Caption:  c.caption(multiplesRemarks(series, lines)...),
		Data:     figure.Table{Columns: append([]string{"name"}, observationColumns...)},
		Fault:    cmp.Or(infer.CheckLevel(level), oneMeasure(series)),
	}
	alts := []string{fmt.Sprintf("Small charts of %s by year, on one scale, for %d series", what, len(series))}
	for i, s := range series {
		alts = append(alts, lines[i].alt(what, s.Name))
		for _, row := range lines[i].data().Rows {
			f.Data.Rows = append(f.Data.Rows, append([]string{s.Name}, row...))
		}
	}
	f.Alt = sentences(alts...)
	return sized(f, func(canvas *figure.Canvas) float64 { return drawMultiples(canvas, series, lines, most) })
}

// Distances of small charts, in points.
const (
	multipleWidth  = 140.0 // at least
	multipleHeight = 74.0
	multipleGap    = 14.0
)

func drawMultiples(c *figure.Canvas, series []NamedSeries, lines []trendLine, most float64) float64 {
	if len(lines) == 0 || lines[0].series.Query.From == 0 {
		return drawNothing(c)
	}
	axis := yearAxis(c, multipleHeight, most)
	left := c.Shared("labels", axis-labelGap) + labelGap - axis // the first chart of a row begins where panels above and below do
	if c.Width()-left < multipleWidth {
		left = 0
	}
	room := c.Width() - left
	columns := max(1, min(len(lines), int((room+multipleGap)/(multipleWidth+multipleGap))))
	width := (room - multipleGap*float64(columns-1)) / float64(columns)
	bold := figure.Style{Bold: true}
	y := 0.0
	for first := 0; first < len(lines); first += columns {
		if y > longest {
			y = drawMore(c, 0, y, countNoun(len(lines)-first, "chart")) + 4
			break
		}
		last := min(first+columns, len(lines))
		heads := 1
		for _, s := range series[first:last] {
			heads = max(heads, len(c.Wrap(s.Name, width, bold)))
		}
		top, end := y+lineHeight*float64(heads)+6, y
		for i := first; i < last; i++ {
			x := left + (width+multipleGap)*float64(i-first)
			name := x
			if i == first {
				name = 0 // where the titles of panels above and below begin
			}
			for j, line := range c.Wrap(series[i].Name, width, bold) {
				c.As("name").Text(name, y+7+lineHeight*float64(j), line, bold)
			}
			end = max(end, top+lines[i].draw(c.Panel(x, top, width, 0), axis, width, multipleHeight, most))
		}
		y = end + 10
	}
	return drawLegend(c, 0, y, trendKeys(lines)) + 2
}

// multiplesTitle states where the latest known numbers are the largest and the smallest.
func multiplesTitle(what string, series []NamedSeries) string {
	var highest, lowest *tipstats.Observation
	var most, least string
	numbers := 0
	for _, s := range series {
		for i := len(s.Series.Points) - 1; i >= 0; i-- {
			o := s.Series.Points[i]
			n, exact := o.Count.Value()
			if !exact {
				continue
			}
			numbers++
			if highest == nil || n > valueOf(highest) {
				highest, most = &o, s.Name
			}
			if lowest == nil || n < valueOf(lowest) {
				lowest, least = &o, s.Name
			}
			break
		}
	}
	bounded := slices.ContainsFunc(series, func(s NamedSeries) bool {
		return slices.ContainsFunc(s.Series.Points, func(o tipstats.Observation) bool { return o.Count.Known() })
	})
	switch {
	case highest == nil && bounded:
		return fmt.Sprintf("%s: the sources at hand state bounds and no number", what)
	case highest == nil:
		return fmt.Sprintf("no source at hand states a number of %s", what)
	case numbers > 1 && valueOf(highest) == valueOf(lowest):
		return fmt.Sprintf("%s: the latest number is %s in each of %d series that have one", what, counted(highest.Count), numbers)
	case numbers == 1:
		return fmt.Sprintf("%s: %s in %s in %d", what, counted(highest.Count), most, highest.Year)
	}
	return fmt.Sprintf("%s: the latest numbers lie between %s (%s, %d) and %s (%s, %d)", what,
		counted(lowest.Count), least, lowest.Year, counted(highest.Count), most, highest.Year)
}

func valueOf(o *tipstats.Observation) int {
	n, _ := o.Count.Value()
	return n
}

func multiplesRemarks(series []NamedSeries, lines []trendLine) []string {
	drawn := 0
	var why []string
	for _, t := range lines {
		switch {
		case t.noSlope == nil:
			drawn++
		case errors.Is(t.noSlope, tipstats.ErrRange):
			why = append(why, "a number is known as a range only")
		case errors.Is(t.noSlope, tipstats.ErrCohorts):
			why = append(why, "the cohorts differ from year to year")
		default:
			why = append(why, "the years are too few for a change a year with limits")
		}
	}
	slices.Sort(why)
	remarks := []string{fmt.Sprintf("n = %d series", len(lines))}
	if drawn > 0 {
		remarks = append(remarks, fmt.Sprintf("Line: median change a year by Theil and Sen with its limits, where the years are enough for them (%d of %d series)", drawn, len(lines)))
	} else {
		remarks = append(remarks, "No line: "+strings.Join(slices.Compact(why), "; "))
	}
	return append(remarks, doubtsText(namedFigures(series, isDoubted)), roughText(namedFigures(series, isRough)))
}

// namedFigures lists the figures that accept accepts, with the names of their series.
func namedFigures(series []NamedSeries, accept func(tipstats.Observation) bool) string {
	var list []string
	for _, s := range series {
		for _, o := range s.Series.Points {
			if accept(o) {
				list = append(list, fmt.Sprintf("%s, %s in %d", s.Name, figureWords(o), o.Year))
			}
		}
	}
	return shortList(list)
}
