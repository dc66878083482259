package chart

import (
	"slices"
	"strconv"
	"strings"

	"github.com/tipstats/tip/tipstats/figure"
)

// Distances of a matrix, in points.
const (
	matrixRow    = 12.0 // height of a row whose label is one line
	matrixColumn = 30.0 // least width of a column whose year is written upright
	matrixNarrow = 9.5  // width of a column whose year is turned
	figureGap    = 3.0  // between a mark and its figure
	sectionGap   = 9.0  // above a section
	headingDrop  = 8.0  // from the top of a section to the baseline of its heading
	headingRow   = 19.0 // height of a section's heading with its rule and the space under it
	leastLabels  = 90.0 // width of the column of labels that columns never take away
)

// mostYears is how many years a matrix has room for.
const mostYears = 40

// matrixGrid is where the columns of a matrix are.
type matrixGrid struct {
	labels  float64 // width of the column of labels, which end there
	x       float64 // left end of the first column
	column  float64 // width of a column
	marks   float64 // where marks are centred, from the left end of a column
	figures bool    // whether there is room for figures beside the marks
	turned  bool    // whether years are turned
}

// grid gives every column the width of its widest cell, or, where that is too much for the canvas, of its mark.
func (m *reportingMatrix) grid(c *figure.Canvas) matrixGrid {
	small := figure.Style{Size: c.Profile().Small}
	cell := 0.0
	for _, r := range m.rows {
		for _, year := range m.years {
			if text := r.cells[year].figure; text != "" {
				cell = max(cell, c.TextWidth(text, small)+figureGap)
			}
		}
	}
	n := float64(len(m.years))
	g := matrixGrid{column: max(matrixColumn, statusSize+cell+14), figures: cell > 0, marks: statusSize/2 + 7}
	if n*g.column > min(c.Width()*0.55, c.Width()-leastLabels-labelGap) {
		g.figures, g.column = false, matrixColumn
	}
	if !g.figures {
		g.marks = g.column / 2
	}
	if n*g.column > min(c.Width()*0.7, c.Width()-leastLabels-labelGap) {
		g.turned, g.column, g.marks = true, matrixNarrow, matrixNarrow/2
	}
	for _, r := range m.rows {
		g.labels = max(g.labels, c.TextWidth(r.topic, figure.Style{}))
	}
	room := c.Width() - labelGap - n*g.column
	g.labels = max(leastLabels, min(g.labels, room))
	if shared := c.Shared("labels", g.labels); shared <= room {
		g.labels = shared
	}
	g.x = g.labels + labelGap
	return g
}

// notes is where the notes at the end of the rows begin.
func (g matrixGrid) notes(m *reportingMatrix) float64 {
	return g.x + g.column*float64(len(m.years)) + labelGap
}

// draw draws the matrix section by section, and the key under it.
func (m *reportingMatrix) draw(c *figure.Canvas) float64 {
	if len(m.rows) == 0 {
		style := figure.Style{Italic: true, Color: figure.Muted}
		c.As("nothing").Text(0, c.Middle(matrixRow, style), "nothing is listed", style)
		return 2 * matrixRow
	}
	fits := max(1, int((c.Width()-leastLabels-labelGap)/matrixNarrow))
	if len(m.years) > fits {
		blocks := (len(m.years) + fits - 1) / fits
		return m.drawBlocks(c, (len(m.years)+blocks-1)/blocks)
	}
	g := m.grid(c)
	return m.drawKey(c, m.drawTopics(c, 0, g, longest)+sectionGap, g)
}

// drawBlocks draws the matrix as several under each other, where there are more years than fit side by side.
func (m *reportingMatrix) drawBlocks(c *figure.Canvas, fits int) float64 {
	y := 0.0
	var g matrixGrid
	for first := 0; first < len(m.years); first += fits {
		part := *m
		part.years = m.years[first:min(first+fits, len(m.years))]
		g = part.grid(c)
		y = part.drawTopics(c, y, g, longest*float64(fits)/float64(len(m.years))) + 2*sectionGap
	}
	return m.drawKey(c, y-sectionGap, g)
}

// drawTopics draws the rows under their headings, as many as have room in a height of most, and returns where they end.
func (m *reportingMatrix) drawTopics(c *figure.Canvas, y float64, g matrixGrid, most float64) float64 {
	top := y
	for i, r := range m.rows {
		if y-top > most {
			y = drawRest(c, g.x, y, len(m.rows)-i)
			break
		}
		if i == 0 || r.section != m.rows[i-1].section {
			y = m.drawSection(c, y, r.section, g, i == 0)
		}
		y += m.drawRow(c, y, r, g)
	}
	return y
}

// drawSection draws a heading with the years over their columns, and returns where its rows begin.
func (m *reportingMatrix) drawSection(c *figure.Canvas, y float64, section string, g matrixGrid, first bool) float64 {
	style := figure.Style{Size: c.Profile().Small, Bold: true, Color: figure.Heading}
	if !first {
		y += sectionGap
	}
	lines := c.Wrap(strings.ToUpper(section), g.labels, style)
	years := 0.0
	if g.turned && first {
		years = c.TextWidth("2000", style)
	}
	base := y + max(years, headingDrop+lineHeight*float64(max(len(lines)-1, 0)))
	for i, line := range lines {
		c.As("section").Text(0, base-lineHeight*float64(len(lines)-1-i), line, style)
	}
	for i, year := range m.years {
		x, label := g.x+g.column*float64(i)+g.marks, strconv.Itoa(year)
		switch {
		case !g.turned:
			style.Anchor = figure.Middle
			c.As("year").Text(x, base, label, style)
		case first:
			style.Anchor, style.Angle = figure.Start, 90
			c.As("year").Text(x+2.5, base, label, style)
		}
	}
	c.As("rule").Line(0, base+4, c.Width(), base+4, figure.Stroke{Color: figure.Rule})
	return base + headingRow - headingDrop
}

// drawRow draws a topic with its marks and notes, and returns the height of the row.
func (m *reportingMatrix) drawRow(c *figure.Canvas, y float64, r *reportingRow, g matrixGrid) float64 {
	label := figure.Style{Anchor: figure.End}
	note := figure.Style{Size: c.Profile().Small, Color: figure.Muted}
	lines := c.WrapEvenly(r.topic, g.labels+0.01, label)
	var notes []string
	if room := c.Width() - g.notes(m); room >= leastNote {
		if notes = c.Wrap(r.note(m.newest), room, note); len(notes) > 2 {
			notes = nil // they stay in the data
		}
	}
	height := max(matrixRow, float64(max(len(lines), len(notes)))*lineHeight+3)
	middle := y + height/2
	block(c.As("topic"), g.labels, middle, lines, label)
	block(c.As("note"), g.notes(m), middle, notes, note)

	small := figure.Style{Size: c.Profile().Small}
	for i, year := range m.years {
		cell := r.cells[year]
		x := g.x + g.column*float64(i) + g.marks
		drawStatus(c.As(cell.status.String()+" "+r.topic+" "+strconv.Itoa(year)), x, middle, cell.status)
		if g.figures {
			c.As("figure "+r.topic).Text(x+statusSize/2+figureGap, c.Middle(middle, small), cell.figure, small)
		}
	}
	return height
}

// drawKey says what the marks mean that occur, and returns where the drawing ends.
func (m *reportingMatrix) drawKey(c *figure.Canvas, y float64, g matrixGrid) float64 {
	var keys []key
	for _, s := range Statuses() {
		if slices.ContainsFunc(m.years, func(year int) bool { return len(m.with(year, s)) > 0 }) {
			keys = append(keys, key{s.String(), func(c *figure.Canvas, b figure.Box) {
				drawStatus(c, b.X+b.W/2, b.Y+b.H/2, s)
			}})
		}
	}
	return drawLegend(c, min(g.x+g.marks-keySize/2, c.Width()/2), y, keys)
}
