package chart

import (
	"math"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/figure"
)

// Distances of a chart of ranges, in points, and the share by which open ranges exceed the greatest number.
const (
	rangeRow   = 18.0 // height of a row
	rangeWidth = 5.0  // thickness of a range
	rangeCap   = 4.5  // how far the end of a range reaches above and below
	openShare  = 0.2  // an open range is drawn beyond the greatest number by this share of it
	sentenceAt = 9.0  // size of the diamond of a sentence
)

// termScale is where years stand: rows share it, since they share the unit.
type termScale struct {
	labels float64 // width of the column of labels
	axis
}

// termRow is a range or a sentence on its way to the canvas.
type termRow struct {
	label, note string
	years       tipstats.Count
	sentence    bool
}

func (p penaltyChart) rows() (ranges, described []termRow) {
	for _, r := range p.ranges {
		ranges = append(ranges, termRow{r.Victims, r.Note, r.Years, false})
	}
	for _, s := range p.sentences {
		described = append(described, termRow{s.Case, s.Note, s.Years, true})
	}
	return ranges, described
}

// scaleTerms makes the axis so long that every term stands written behind its range.
func scaleTerms(c *figure.Canvas, rows []termRow) termScale {
	s := termScale{}
	greatest, open := 1.0, false
	for _, r := range rows {
		s.labels = max(s.labels, c.TextWidth(r.label, figure.Style{}))
		if lo, hi, known := r.years.Bounds(); known && math.IsInf(hi, 1) {
			greatest, open = max(greatest, lo), true
		} else if known {
			greatest = max(greatest, hi)
		}
	}
	s.labels = c.Shared("labels", min(s.labels, c.Width()/3))
	x := s.labels + labelGap
	end, wanted := greatest, 6
	if open {
		end *= 1 + openShare
	}
	if end >= 10_000 {
		wanted = 3 // their labels are long
	}
	s.axis = newAxis(x, (c.Width()-x)*0.7, end, wanted)
	if s.step < 1 {
		s.axis.step, s.axis.most = 1, math.Ceil(end)
	}
	for _, r := range rows {
		_, hi, known := r.years.Bounds()
		if share := min(hi, s.most) / s.most; known && share > 0 {
			room := c.Width() - x - rangeCap - valueGap - c.TextWidth(term(r.years), figure.Style{Bold: true})
			s.width = min(s.width, room/share)
		}
	}
	return s
}

// draw draws the ranges, the sentences under them and the axis of years.
func (p penaltyChart) draw(c *figure.Canvas) float64 {
	ranges, described := p.rows()
	s := scaleTerms(c, append(append([]termRow(nil), ranges...), described...))
	second := "SENTENCES THAT THE REPORT DESCRIBES"
	if len(described) == 1 {
		second = "A SENTENCE THAT THE REPORT DESCRIBES"
	}
	y := 0.0
	for i, panel := range []struct {
		heading string
		rows    []termRow
	}{{"PRESCRIBED BY LAW FOR TRAFFICKING IN", ranges}, {second, described}} {
		if len(panel.rows) == 0 && (i == 1 || len(described) > 0) {
			continue
		}
		if y > 0 {
			y += panelGap
		}
		y = longHeading(c, y, panel.heading)
		if len(panel.rows) == 0 {
			y += termRow{years: tipstats.NotFound}.draw(c, y, s)
		}
		for j, r := range panel.rows {
			if y > longest {
				y = drawRest(c, s.x, y, len(panel.rows)-j)
				break
			}
			y += r.draw(c, y, s)
		}
	}
	return drawTermAxis(c, y+4, s)
}

// draw draws one row with its top at y and returns its height.
func (r termRow) draw(c *figure.Canvas, y float64, s termScale) float64 {
	label := figure.Style{Anchor: figure.End}
	lines := c.WrapEvenly(r.label, s.labels+0.01, label)
	height := max(rangeRow, float64(len(lines))*lineHeight+4)
	middle := y + height/2
	block(c.As("label"), s.labels, middle, lines, label)
	x, style := s.x+5, figure.Style{Bold: true}
	switch _, _, known := r.years.Bounds(); {
	case !known:
		gapSign(c.As("gap "+r.label), s.x+3, middle, gapWords(r.years))
		style = figure.Style{Italic: true, Color: figure.Muted}
	case r.sentence:
		x = r.drawSentence(c, middle, s)
	default:
		x = r.drawRange(c, middle, s)
	}
	x += valueGap
	c.As("value "+r.label).Text(x, c.Middle(middle, style), term(r.years), style)
	return drawNote(c, r.note, x+c.TextWidth(term(r.years), style)+noteGap, y, height, s.x)
}

// drawRange draws a range between two caps, an arrow where there is no maximum, and returns where it ends.
func (r termRow) drawRange(c *figure.Canvas, middle float64, s termScale) float64 {
	lo, hi, _ := r.years.Bounds()
	from, to := s.at(lo), s.at(hi)
	pen := figure.Stroke{Color: figure.Ink, Width: 1}
	named := c.As("range " + r.label)
	open := math.IsInf(hi, 1)
	switch {
	case open:
		c.As("open "+r.label).Arrow(from, middle, to, middle, figure.Stroke{Color: figure.Ink, Width: 1.6})
	case to > from:
		named.Rect(from, middle-rangeWidth/2, to-from, rangeWidth, figure.Heading)
	}
	if lo > 0 || hi == 0 {
		named.Line(from, middle-rangeCap, from, middle+rangeCap, pen)
	}
	if !open {
		named.Line(to, middle-rangeCap, to, middle+rangeCap, pen)
	}
	return to
}

// drawSentence draws a diamond, or a range ending in diamonds where the term is known only as a bound, and returns where it
// ends.
func (r termRow) drawSentence(c *figure.Canvas, middle float64, s termScale) float64 {
	lo, hi, _ := r.years.Bounds()
	from, to := s.at(lo), s.at(hi)
	named := c.As("sentence " + r.label)
	if hi > lo {
		pen := figure.Stroke{Color: figure.Ink, Width: 1}
		if math.IsInf(hi, 1) {
			c.As("open "+r.label).Arrow(from, middle, to, middle, pen)
		} else {
			named.Line(from, middle, to, middle, pen)
			named.Dot(to, middle, sentenceAt, figure.Diamond, figure.ReddishPurple)
		}
	}
	if lo > 0 || hi == 0 {
		named.Dot(from, middle, sentenceAt, figure.Diamond, figure.ReddishPurple)
	}
	return to + sentenceAt/2
}

// drawTermAxis draws the axis and returns where it ends.
func drawTermAxis(c *figure.Canvas, y float64, s termScale) float64 {
	s.axis.draw(c, y, func(v float64) string { return whole(int(math.Round(v))) })
	unit, style := "years of imprisonment", figure.Style{Size: c.Profile().Small, Color: figure.Muted}
	last := c.TextWidth(whole(int(math.Round(s.most))), style)
	if x := s.x + s.width + last/2 + 8; x+c.TextWidth(unit, style) <= c.Width() {
		c.As("axis").Text(x, y+10, unit, style)
		return y + 14
	}
	c.As("axis").Text(s.x, y+20, unit, style)
	return y + 24
}
