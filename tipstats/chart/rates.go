package chart

import (
	"errors"
	"fmt"
	"math"
	"strconv"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/figure"
	"github.com/tipstats/tip/tipstats/infer"
)

// Rates sets every quotient that goes by the name of "conviction rate" side by side: what it divides, of which kind it is, and its
// value with its interval of the given level on one axis, or in plain words why it is refused. Take the candidates of
// [tipstats.Funnel.Candidates], of one year or of several in a row.
//
// A proportion is a filled circle and is written in percent; a flow ratio is an open diamond and is written as a number, since
// it can exceed 1. Where the counts give bounds and no value, the bounds are a hatched band, with an arrow where they are open.
func Rates(candidates []tipstats.Candidate, level float64, c Credit) *figure.Figure {
	rows := rateRows(candidates, level)
	fig := &figure.Figure{
		Name:     "rates",
		Title:    ratesTitle(rows, level, c),
		Subtitle: ratesSubtitle(level),
		Caption:  c.caption(ratesRemarks(rows)...),
		Alt:      ratesAlt(rows, level, c),
		Data:     ratesData(rows, level),
		Fault:    infer.CheckLevel(level),
	}
	return sized(fig, func(canvas *figure.Canvas) float64 { return drawRates(canvas, rows) })
}

// candidateRow is one candidate with its interval.
type candidateRow struct {
	tipstats.Candidate
	interval infer.Interval
	noLimits error // why there is no interval
}

func rateRows(candidates []tipstats.Candidate, level float64) []candidateRow {
	rows := make([]candidateRow, len(candidates))
	for i, candidate := range candidates {
		rows[i].Candidate = candidate
		if candidate.Err == nil {
			rows[i].interval, rows[i].noLimits = candidate.Rate.Interval(level)
			if saysNothing(candidate.Rate) {
				rows[i].noLimits = errors.New("the figures allow any value")
			}
		}
	}
	return rows
}

// hasLimits reports whether there is an interval to draw.
func (r candidateRow) hasLimits() bool { return r.Err == nil && r.noLimits == nil }

// widest is the length of the axis that most readers can use: what lies beyond ends in an arrow, and is written out beside.
const widest = 4

// rateAxis is an axis from 0 on which 1 is in sight.
func rateAxis(rows []candidateRow, x, width float64) axis {
	most := 1.0
	for _, r := range rows {
		if r.Err != nil {
			continue
		}
		_, high := r.Rate.Bounds()
		ends := []float64{high}
		if r.hasLimits() {
			ends = append(ends, r.interval.Upper)
		}
		for _, end := range ends {
			if !math.IsInf(end, 1) {
				most = math.Max(most, end)
			}
		}
	}
	return newAxis(x, width, math.Min(most, widest), 5)
}

// rateColumns are the x coordinates of the columns of the chart.
type rateColumns struct {
	labels              float64 // where definitions end
	axis                axis
	value, counts, kind float64 // where texts begin, behind the axis
	below               bool    // whether kind and figures stand below the definition, and the value above its mark: a narrow page
}

// Distances of the rates, in points.
const (
	columnGap  = 10.0
	rateHeight = 15.0
	leastAxis  = 110.0
	leastRates = 400.0 // of all columns side by side
)

func layRates(c *figure.Canvas, rows []candidateRow) rateColumns {
	if c.Width() < leastRates {
		return layRatesBelow(c, rows)
	}
	small := figure.Style{Size: c.Profile().Small}
	var definition, kind, counts, value float64
	for _, r := range rows {
		definition = max(definition, c.TextWidth(r.Definition, figure.Style{}))
		kind = max(kind, c.TextWidth(r.kindWords(), small))
		if r.Err != nil {
			continue
		}
		for _, line := range r.countLines() {
			counts = max(counts, c.TextWidth(line, small))
		}
		value = max(value, r.valueWidth(c))
	}
	columns := rateColumns{labels: c.Shared("labels", min(definition, c.Width()*0.28))}
	x := columns.labels + labelGap
	room := c.Width() - x - kind - 3*columnGap // of axis, value and counts
	counts = min(counts, max(60, room-value-leastAxis))
	value = min(value, room-counts-leastAxis*0.7)
	columns.axis = rateAxis(rows, x, room-counts-value)
	columns.value = x + columns.axis.width + columnGap
	columns.counts = columns.value + value + columnGap
	columns.kind = columns.counts + counts + columnGap
	return columns
}

// layRatesBelow makes two columns: what is divided, and its value over the axis.
func layRatesBelow(c *figure.Canvas, rows []candidateRow) rateColumns {
	labels := c.Shared("labels", c.Width()*0.45)
	x := labels + labelGap
	return rateColumns{labels: labels, value: x, axis: rateAxis(rows, x, c.Width()-x-5), below: true}
}

func (r candidateRow) kindWords() string {
	if r.Err != nil {
		return "refused"
	}
	return r.Rate.Kind().String()
}

// countWords is what is divided by what: "89 of 160", "233 to 121".
func (r candidateRow) countWords() string {
	numerator, denominator := r.Rate.Counts()
	preposition := " of "
	if r.Rate.Kind() == tipstats.FlowRatio {
		preposition = " to "
	}
	return counted(numerator) + preposition + counted(denominator)
}

// countLines are the figures with the cohorts that they count and what the source doubts of them.
func (r candidateRow) countLines() []string {
	lines := append([]string{r.countWords()}, r.cohortLines()...)
	for _, o := range append(r.Rate.Denominator(), r.Rate.Numerator()) {
		if !o.Complete {
			return append(lines, "may be incomplete")
		}
	}
	return lines
}

// limitWords is the interval behind the value: "(47.9 to 63.1)".
func (r candidateRow) limitWords() string {
	if !r.hasLimits() {
		return "(no interval)"
	}
	return "(" + limits(r.Rate.Kind(), r.interval) + ")"
}

func (r candidateRow) valueWidth(c *figure.Canvas) float64 {
	return c.TextWidth(amount(r.Rate), figure.Style{Bold: true}) + noteGap +
		c.TextWidth(r.limitWords(), figure.Style{Size: c.Profile().Small})
}

// drawRates draws the rows under a heading for each year, then the axis and the legend.
func drawRates(c *figure.Canvas, rows []candidateRow) float64 {
	if len(rows) == 0 {
		gapSign(c.As("gap"), 3, 9, notFoundWords)
		c.As("gap").Text(10, 12, "no candidate", figure.Style{Italic: true, Color: figure.Muted})
		return 15
	}
	columns := layRates(c, rows)
	one := columns.axis.at(1)
	y, group := 5.0, ""
	for i, r := range rows {
		if name := rateGroup(rows, r); i == 0 || name != group {
			if i > 0 {
				y += roomy(c, 7, 3)
			}
			group = name
			y = heading(c, y, name) - 3
		}
		if r.Err == nil {
			top, bottom := y, y+r.height(c, columns)
			if columns.below { // the value stands above the mark
				bottom = (top+bottom)/2 + (r.texts(c, columns).valueHeight()+markRoom)/2
				top = bottom - markRoom
			}
			c.As("one").Line(one, top, one, bottom, figure.Stroke{Color: figure.Heading, Dash: []float64{2, 2}})
		}
		y += r.draw(c, y, columns)
	}
	if len(rows) > len(tallied(rows).refused) {
		columns.axis.draw(c, y+4, tickNumber)
		y = drawOne(c, y+14, columns.axis) + 12
	} else {
		y += 6
	}
	return drawLegend(c, 0, y, rateKeys(rows, columns.axis)) + 2
}

// drawOne says what 1 means: behind the numbers of the axis, whose baseline is y, or below them where the page is narrow. It
// returns the baseline.
func drawOne(c *figure.Canvas, y float64, a axis) float64 {
	const text = "1: numerator and denominator are equal"
	style := figure.Style{Size: c.Profile().Small, Color: figure.Muted}
	if x := a.x + a.width + 2*columnGap; x+c.TextWidth(text, style) <= c.Width() {
		c.As("one").Text(x, y, text, style)
		return y
	}
	style.Anchor = figure.Middle
	half := c.TextWidth(text, style) / 2
	c.As("one").Text(min(a.at(1), c.Width()-half), y+11, text, style)
	return y + 11
}

// tickNumber writes the number of a tick without needless zeros: "0", "0.5", "1".
func tickNumber(v float64) string { return strconv.FormatFloat(v, 'g', 6, 64) }

// rateGroup is the heading that a row stands under: its year, and its country where there are several.
func rateGroup(rows []candidateRow, r candidateRow) string {
	if severalPlaces(rows) {
		return fmt.Sprintf("%s %d", r.Country, r.Year)
	}
	return strconv.Itoa(r.Year)
}

// severalPlaces reports whether the rows are of more than one country.
func severalPlaces(rows []candidateRow) bool {
	for _, r := range rows {
		if r.Country != rows[0].Country {
			return true
		}
	}
	return false
}

func ratesData(rows []candidateRow, level float64) figure.Table {
	t := figure.Table{Columns: []string{
		"country", "year", "definition", "kind", "numerator", "numerator_cohort", "denominator", "denominator_cohort", "value", "least",
		"most", "lower", "upper", "level", "method", "refused",
	}}
	for _, r := range rows {
		row := []string{r.Country, strconv.Itoa(r.Year), r.Definition, r.kindWords(), "", "", "", "", "", "", "", "", "", exactly(level), "", ""}
		if r.Err != nil {
			row[15] = oneLine(r.Err)
			t.Rows = append(t.Rows, row)
			continue
		}
		numerator, denominator := r.Rate.Counts()
		low, high := r.Rate.Bounds()
		row[4], row[6], row[9], row[10] = numerator.String(), denominator.String(), exactly(low), exactly(high)
		row[5], row[7] = cohortList(r.Rate.Numerator()), cohortList(r.Rate.Denominator()...)
		if v, ok := r.Rate.Value(); ok {
			row[8] = exactly(v)
		}
		if r.hasLimits() {
			row[11], row[12], row[14] = exactly(r.interval.Lower), exactly(r.interval.Upper), r.interval.Method
		} else {
			row[15] = "no interval: " + oneLine(r.noLimits)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}
