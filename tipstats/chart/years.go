package chart

import (
	"fmt"
	"slices"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/figure"
)

// Years draws the national figures of a country over the years from to to, one row for each stage and unit, and for each
// cohort of it where the source splits a year by cohort. All columns of a unit share one scale. A figure that a row's years give for
// different cohorts (new matters only, new and ongoing together) says so under its column, and a dashed line stands between
// the two: they are not compared. Each figure is that of the newest edition.
//
// It states counts and joins none of them by a line: for a test of a trend see [tipstats.Series].
func Years(ds *tipstats.Dataset, country string, from, to int, c Credit) *figure.Figure {
	from, to = min(from, to), max(from, to)
	if why := noYears(ds, from, to); why != "" {
		return refused("years", why)
	}
	rows := yearRows(ds, country, from, to)
	span := yearSpan(from, to)
	fig := &figure.Figure{
		Name:  "years",
		Title: yearsTitle(rows, c.place(country), span),
		Subtitle: fmt.Sprintf("Trafficking law enforcement in %s, %s, all forms together. Cases and persons are counted apart, each on one scale.",
			c.place(country), span),
		Caption: c.caption(yearsRemarks(rows)...),
		Alt:     yearsAlt(rows, c.place(country), span),
		Data:    yearsData(rows),
		Fault:   unknownCountry(ds, country),
	}
	return sized(fig, func(canvas *figure.Canvas) float64 { return drawYears(canvas, rows, from, to) })
}

// longestSpan is the longest span of years that is drawn.
const longestSpan = 60

// noYears is why the years cannot be drawn, or nothing.
func noYears(ds *tipstats.Dataset, from, to int) string {
	years := uint64(to) - uint64(from) // no int holds all differences
	switch {
	case ds == nil:
		return "the dataset is nil: there is nothing to draw"
	case years >= longestSpan:
		return fmt.Sprintf("%.0f years do not fit; give From and To that span %d at most", float64(years)+1, longestSpan)
	}
	return ""
}

// Distances of the years, in points.
const (
	columnHeight = 36.0 // of the tallest column of a unit
	gapHeight    = 17.0 // of a row, where no year has a figure
	columnWidth  = 20.0
	openHeight   = 11.0 // of the arrow on a column
	numberHeight = 9.5  // of the number on a column
	yearPadding  = 8.0  // between the texts of two years
	rowGap       = 9.0
)

// yearGrid is where rows and years stand: a block holds as many years as fit side by side.
type yearGrid struct {
	x, width float64 // of the first year, of each
	perBlock int
}

func layYears(c *figure.Canvas, rows []yearRow, years int) yearGrid {
	labels, texts := 0.0, columnWidth
	for _, r := range rows {
		labels = max(labels, c.TextWidth(r.label, figure.Style{}))
		for _, cell := range r.cells {
			texts = max(texts, r.textWidth(c, cell))
		}
	}
	g := yearGrid{x: c.Shared("labels", min(labels, c.Width()/3)) + labelGap}
	room := c.Width() - g.x
	g.perBlock = max(1, int(room/(texts+yearPadding)))
	blocks := (years + g.perBlock - 1) / g.perBlock
	g.perBlock = (years + blocks - 1) / blocks
	g.width = room / float64(g.perBlock)
	return g
}

// drawYears draws the blocks of years under each other, each with a panel for cases and one for persons.
func drawYears(c *figure.Canvas, rows []yearRow, from, to int) float64 {
	rows = lowered(rows, roomy(c, 1, 0.62))
	g := layYears(c, rows, to-from+1)
	y := 5.0
	if len(rows) == 0 {
		gapSign(c.As("gap"), 3, y+4, notFoundWords)
		c.As("gap").Text(10, y+7, "no figure of any stage", figure.Style{Italic: true, Color: figure.Muted})
		return y + 10
	}
	for first := 0; first <= to-from; first += g.perBlock {
		last := min(first+g.perBlock, to-from+1)
		for _, unit := range tipstats.Units() {
			y = g.drawPanel(c, y, rows, unit, first, last, from)
		}
	}
	keys := yearKeys(rows)
	if len(keys) == 0 {
		return y - 8
	}
	return drawLegend(c, g.x, y+2, keys) + 2
}

// lowered are the rows with columns that are so much lower.
func lowered(rows []yearRow, factor float64) []yearRow {
	rows = slices.Clone(rows)
	for i := range rows {
		rows[i].scale *= factor
	}
	return rows
}

// drawPanel draws the rows of a unit for the years from the index first up to last.
func (g yearGrid) drawPanel(c *figure.Canvas, y float64, rows []yearRow, unit tipstats.Unit, first, last, from int) float64 {
	begun := false
	for _, r := range rows {
		if r.unit != unit {
			continue
		}
		if !begun {
			begun = true
			g.drawYearNumbers(c, y, first, last, from)
			y = heading(c, y, unitHeading(unit)) - 2
		}
		y = g.drawRow(c, y, r, first, last) + roomy(c, rowGap, 5)
	}
	if !begun {
		return y
	}
	return y + roomy(c, 7, 4)
}

func unitHeading(u tipstats.Unit) string {
	if u == tipstats.Case {
		return "CASES"
	}
	return "PERSONS"
}

func (g yearGrid) drawYearNumbers(c *figure.Canvas, y float64, first, last, from int) {
	style := figure.Style{Bold: true, Color: figure.Heading, Anchor: figure.Middle}
	for i := first; i < last; i++ {
		c.As("year").Text(g.middle(i-first), y+7, fmt.Sprint(from+i), style)
	}
}

// middle is the x coordinate of the middle of the i-th year of a block.
func (g yearGrid) middle(i int) float64 { return g.x + (float64(i)+0.5)*g.width }

// drawRow draws one row with its top at y and returns where it ends.
func (g yearGrid) drawRow(c *figure.Canvas, y float64, r yearRow, first, last int) float64 {
	base := y + r.height(first, last)
	label := figure.Style{Anchor: figure.End}
	lines := c.WrapEvenly(r.label, g.x-labelGap+0.01, label)
	middle := max(base-5, y+float64(len(lines))*lineHeight/2)
	block(c.As("label"), g.x-labelGap, middle, lines, label)
	bottom := max(base, middle+float64(len(lines))*lineHeight/2)
	for i := first; i < last; i++ {
		x := g.middle(i - first)
		bottom = max(bottom, r.drawCell(c, x, base, g.width, r.cells[i]))
		if i > first && notComparable(r.cells[i-1], r.cells[i]) {
			edge := x - g.width/2
			c.As("not comparable").Line(edge, base-r.height(first, last)+4, edge, base+lineHeight, figure.Stroke{Color: figure.Heading, Dash: []float64{2, 2}})
		}
	}
	return bottom
}

// top is the height of a column.
func (r yearRow) top(o tipstats.Observation) float64 { return greatest(o.Count) * r.scale }

// height is the room that the columns of a row need above their base, for the years from the index first up to last.
func (r yearRow) height(first, last int) float64 {
	height := gapHeight
	for _, o := range r.cells[first:last] {
		switch {
		case isOpen(o.Count):
			height = max(height, r.top(o)+numberHeight+openHeight)
		case o.Count.Known():
			height = max(height, r.top(o)+numberHeight)
		}
	}
	return height
}

func yearsData(rows []yearRow) figure.Table {
	t := figure.Table{Columns: observationColumns}
	for _, r := range rows {
		for _, o := range r.cells {
			t.Rows = append(t.Rows, observationRow(r.label, o))
		}
	}
	return t
}
