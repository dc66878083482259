package chart

import (
	"math"
	"strings"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/figure"
)

// yearFill is the colour of a column; it stands for no form.
var yearFill = figure.Heading

// drawCell draws one year of a row as a column that stands on base and is centred on x, and returns where its notes end.
func (r yearRow) drawCell(c *figure.Canvas, x, base, width float64, o tipstats.Observation) float64 {
	low, high, known := o.Count.Bounds()
	if !known {
		drawYearGap(c.As("gap"), x, base, width-yearPadding, gapWords(o.Count))
		return base
	}
	half := columnWidth / 2
	top := r.drawColumn(c, x-half, base, low, high, !o.Complete)
	c.As("base").Line(x-half-6, base, x+half+6, base, figure.Stroke{Color: figure.Heading, Width: leastBar})
	if isOpen(o.Count) {
		c.As("open").Arrow(x, top-1, x, top-openHeight+1, figure.Stroke{Color: figure.Ink, Width: 1})
		top -= openHeight
	}
	bold := figure.Style{Bold: true, Anchor: figure.Middle}
	c.As("value").Text(x, top-2.5, counted(o.Count), bold)
	small := figure.Style{Size: c.Profile().Small, Color: figure.Muted, Anchor: figure.Middle}
	y := base
	for _, note := range r.notes(o) {
		for _, line := range c.WrapEvenly(note, width-yearPadding+0.01, small) {
			y += lineHeight
			c.As("note").Text(x, y, line, small)
		}
	}
	return y
}

// drawYearGap marks a year without a figure: its mark, and the word behind it, or above it where the year is narrow.
func drawYearGap(c *figure.Canvas, x, base, width float64, word string) {
	italic := figure.Style{Size: c.Profile().Small, Italic: true, Color: figure.Muted}
	if total := crossRoom + c.TextWidth(word, italic); total <= width {
		gapSign(c, x-total/2+2, base-5, word)
		c.Text(x-total/2+crossRoom, c.Middle(base-5, italic), word, italic)
		return
	}
	gapSign(c, x, base-3, word)
	italic.Anchor = figure.Middle
	lines := c.Wrap(word, width+0.01, italic)
	for i, line := range lines {
		c.Text(x, base-8-lineHeight*float64(len(lines)-1-i), line, italic)
	}
}

// crossRoom is the width of a cross with the space behind it.
const crossRoom = 9.0

// drawColumn draws the column of a figure from low to high and returns its top.
func (r yearRow) drawColumn(c *figure.Canvas, x, base, low, high float64, hollow bool) float64 {
	solid := low * r.scale
	column := c.As("column " + r.label)
	if solid > 0 {
		segment(column, figure.Box{X: x, Y: base - solid, W: columnWidth, H: solid}, part{fill: yearFill}, hollow)
	}
	if math.IsInf(high, 1) || high == low {
		return base - solid
	}
	full := high * r.scale
	segment(c.As("unsure "+r.label), figure.Box{X: x, Y: base - full, W: columnWidth, H: full - solid}, part{fill: yearFill, unsure: true}, hollow)
	return base - full
}

// notes are what stands under a column: its cohort, where the row has to say it, and whether the source doubts the figure.
func (r yearRow) notes(o tipstats.Observation) []string {
	var notes []string
	if r.cohorts {
		notes = append(notes, cohortShort(o.Cohort))
	}
	if !o.Complete {
		notes = append(notes, "may be incomplete")
	}
	return notes
}

// cohortShort is a cohort as it stands under a column.
func cohortShort(c tipstats.Cohort) string {
	switch c {
	case tipstats.New:
		return "new cases only"
	case tipstats.Ongoing:
		return "ongoing cases only"
	case tipstats.Both:
		return "new and ongoing cases"
	}
	return "new or ongoing not said"
}

// textWidth is the width that the texts of a cell need at least: of the number, and of the longest word of the others.
func (r yearRow) textWidth(c *figure.Canvas, o tipstats.Observation) float64 {
	small := figure.Style{Size: c.Profile().Small}
	texts := r.notes(o)
	if !o.Count.Known() {
		texts = []string{gapWords(o.Count)}
	}
	width := c.TextWidth(counted(o.Count), figure.Style{Bold: true})
	if !o.Count.Known() {
		width = 0
	}
	for _, text := range texts {
		for _, word := range strings.Fields(text) {
			width = max(width, c.TextWidth(word, small))
		}
	}
	return width
}

// yearKeys are the keys of the marks that the rows show.
func yearKeys(rows []yearRow) []key {
	var open, hollow, unsure, apart bool
	gaps := map[string]bool{}
	for _, r := range rows {
		for i, o := range r.cells {
			low, high, known := o.Count.Bounds()
			if !known {
				gaps[gapWords(o.Count)] = true
			}
			open = open || isOpen(o.Count)
			unsure = unsure || known && low < high && !isOpen(o.Count)
			hollow = hollow || known && !o.Complete
			apart = apart || i > 0 && notComparable(r.cells[i-1], o)
		}
	}
	var keys []key
	keys = append(keys, uprightKeys(open, false)...)
	if unsure {
		keys = append(keys, unsureKey("between the bounds that the report states"))
	}
	if hollow {
		keys = append(keys, hollowKey())
	}
	keys = append(keys, gapKeys(gaps)...)
	if apart {
		keys = append(keys, key{"different cohorts: not comparable", func(c *figure.Canvas, b figure.Box) {
			c.Line(b.X+b.W/2, b.Y, b.X+b.W/2, b.Bottom(), figure.Stroke{Color: figure.Heading, Dash: []float64{2, 2}})
		}})
	}
	return keys
}
