package chart

import (
	"fmt"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/figure"
)

// formColumns are where the parts of a row stand.
type formColumns struct {
	bars   barScale // of 100 %
	total  float64  // where the count of all investigations begins
	names  float64  // where the names of the shares end
	shares axis
	value  float64 // where the value of a share begins
	below  bool    // whether the shares stand below the bars, where the page is narrow
}

// Distances of the forms, in points.
const (
	shareLine  = 12.0 // between the shares of a row
	formRowGap = 10.0
	leastForms = 160.0 // of bars and shares side by side
)

func layForms(c *figure.Canvas, rows []formRow) formColumns {
	small := figure.Style{Size: c.Profile().Small}
	bold := figure.Style{Bold: true}
	var label, total, value float64
	name := c.TextWidth("labor", small)
	for _, r := range rows {
		label = max(label, c.TextWidth(r.label, bold))
		total = max(total, c.TextWidth(r.bar.value, bold))
		for _, s := range r.shares {
			if s.err == nil {
				value = max(value, c.TextWidth(shareWords(s.rate), small))
			}
		}
	}
	room := c.Width() - label - labelGap - valueGap - total - 2*columnGap - name - noteGap - columnGap - value
	if room < leastForms {
		return layFormsBelow(c, label, total, name, value)
	}
	columns := formColumns{bars: barScale{labels: label, x: label + labelGap, width: room * 0.56, most: 1}}
	columns.total = columns.bars.x + columns.bars.width + valueGap
	columns.names = columns.total + total + 2*columnGap + name
	columns.shares = axis{x: columns.names + noteGap, width: room * 0.44, most: 1, step: 0.5}
	columns.value = columns.shares.x + columns.shares.width + columnGap
	return columns
}

// layFormsBelow gives bars and shares the whole width each.
func layFormsBelow(c *figure.Canvas, label, total, name, value float64) formColumns {
	label = min(label, c.Width()*0.3)
	columns := formColumns{bars: barScale{labels: label, x: label + labelGap, most: 1}, below: true}
	columns.bars.width = max(40, c.Width()-columns.bars.x-valueGap-total)
	columns.total = columns.bars.x + columns.bars.width + valueGap
	columns.names = columns.bars.x + name
	columns.shares = axis{x: columns.names + noteGap, most: 1, step: 0.5}
	columns.shares.width = max(40, c.Width()-value-columnGap-columns.shares.x)
	columns.value = columns.shares.x + columns.shares.width + columnGap
	return columns
}

// shareWords is a share as it stands beside its mark: "36.7 to 76.1 %".
func shareWords(r tipstats.Rate) string {
	if v, ok := r.Value(); ok {
		return percent(v)
	}
	low, high := r.Bounds()
	return percentDigits(low) + " to " + percentDigits(high) + " %"
}

// drawForms draws the rows, the axis of the shares, the changes and the legend.
func drawForms(c *figure.Canvas, rows []formRow, changes []formChange) float64 {
	columns := layForms(c, rows)
	y := 5.0
	if columns.below {
		y = drawFormsBelow(c, y, rows, columns)
	} else {
		head := figure.Style{Size: c.Profile().Small, Bold: true, Color: figure.Heading}
		c.As("heading").Text(columns.bars.x, y+7, "INVESTIGATIONS", head)
		c.As("heading").Text(columns.shares.x, y+7, "SHARE OF A FORM", head)
		c.As("rule").Line(0, y+11, c.Width(), y+11, figure.Stroke{Color: figure.Rule})
		y += 20
		for _, r := range rows {
			y += r.draw(c, y, columns) + formRowGap
		}
	}
	columns.shares.draw(c, y-4, func(v float64) string { return fmt.Sprintf("%.0f %%", 100*v) })
	y += 13
	if len(changes) > 0 {
		y += 7
	}
	for _, change := range changes {
		y = drawChange(c, y, columns.bars.x, change)
	}
	return drawLegend(c, columns.bars.x, y+6, formKeys(rows)) + 2
}

// drawFormsBelow draws the bars of all rows and below them their shares, and returns where they end.
func drawFormsBelow(c *figure.Canvas, y float64, rows []formRow, columns formColumns) float64 {
	y = heading(c, y, "INVESTIGATIONS")
	for _, r := range rows {
		height := r.drawLabel(c, y, barHeight, columns)
		y += max(height, r.drawBar(c, y, y+height/2, columns)-y) + formRowGap
	}
	y = heading(c, y, "SHARE OF A FORM")
	for _, r := range rows {
		height := r.drawLabel(c, y, shareLine*float64(len(r.shares)), columns)
		y += max(height, r.drawShares(c, y, columns)-y) + formRowGap
	}
	return y
}

// drawLabel sets the label of a row that is at least so high, and returns the height of the row.
func (r formRow) drawLabel(c *figure.Canvas, y, height float64, columns formColumns) float64 {
	bold := figure.Style{Bold: true, Anchor: figure.End}
	lines := c.Wrap(r.label, columns.bars.labels+0.01, bold)
	height = max(height, lineHeight*float64(len(lines)))
	block(c.As("label"), columns.bars.labels, y+height/2, lines, bold)
	return height
}

// draw draws one row with its top at y and returns its height.
func (r formRow) draw(c *figure.Canvas, y float64, columns formColumns) float64 {
	height := r.drawLabel(c, y, shareLine*float64(len(r.shares)), columns)
	middle := y + height/2
	bottom := r.drawBar(c, y, middle, columns)
	return max(height, bottom-y, r.drawShares(c, y, columns)-y)
}

// drawBar draws the investigations as a bar of 100 % and returns where its notes end.
func (r formRow) drawBar(c *figure.Canvas, y, middle float64, columns formColumns) float64 {
	x, width := columns.bars.x, columns.total-valueGap-columns.bars.x
	if r.bar.gap != "" {
		gapSign(c.As("gap"), x+3, middle, r.bar.gap)
		italic := figure.Style{Italic: true, Color: figure.Muted}
		c.As("gap").Text(x+10, c.Middle(middle, italic), r.bar.gap, italic)
		return y
	}
	b := r.bar
	s := columns.bars
	s.most = b.length()
	b.drawParts(c, middle-barHeight/2, s)
	bold := figure.Style{Bold: true}
	c.As("total").Text(columns.total, c.Middle(middle, bold), b.value, bold)
	bottom := middle + barHeight/2
	small := figure.Style{Size: c.Profile().Small, Color: figure.Muted}
	if b.note == "" {
		return bottom
	}
	for _, line := range c.Wrap(b.note, width, small) {
		bottom += lineHeight
		c.As("note").Text(x, bottom, line, small)
	}
	return bottom
}

// drawShares draws the share of each form on a line of its own and returns where they end.
func (r formRow) drawShares(c *figure.Canvas, y float64, columns formColumns) float64 {
	small := figure.Style{Size: c.Profile().Small}
	if text, none := r.noShares(); none {
		italic := figure.Style{Size: small.Size, Italic: true, Color: figure.Muted}
		lines := c.Wrap(text, c.Width()-columns.shares.x-10, italic)
		height := max(shareLine*float64(len(r.shares)), lineHeight*float64(len(lines)))
		gapSign(c.As("gap"), columns.shares.x+3, y+height/2, refusalWords(r.shares[0].err))
		block(c.As("gap"), columns.shares.x+10, y+height/2, lines, italic)
		return y + height
	}
	for _, s := range r.shares {
		middle := y + shareLine/2
		name := figure.Style{Size: small.Size, Anchor: figure.End}
		c.As("name").Text(columns.names, c.Middle(middle, name), string(s.form), name)
		y += s.draw(c, y, columns)
	}
	return y
}

// noShares is the one reason for which no form has a share, if it is one for all.
func (r formRow) noShares() (string, bool) {
	text := ""
	for i, s := range r.shares {
		if s.err == nil || i > 0 && refusal(s.err) != text {
			return "", false
		}
		text = refusal(s.err)
	}
	return text, true
}

// draw draws one share with its top at y and returns its height.
func (s formShare) draw(c *figure.Canvas, y float64, columns formColumns) float64 {
	middle := y + shareLine/2
	small := figure.Style{Size: c.Profile().Small}
	if s.err != nil {
		italic := figure.Style{Size: small.Size, Italic: true, Color: figure.Muted}
		gapSign(c.As("gap"), columns.shares.x+3, middle, refusalWords(s.err))
		lines := c.Wrap(refusal(s.err), c.Width()-columns.shares.x-10, italic)
		for i, line := range lines {
			c.As("gap").Text(columns.shares.x+10, c.Middle(middle, italic)+lineHeight*float64(i), line, italic)
		}
		return max(shareLine, lineHeight*float64(len(lines))+3)
	}
	a := columns.shares
	low, high := s.rate.Bounds()
	c.As("track").Line(a.x, middle, a.x+a.width, middle, figure.Stroke{Color: figure.Rule})
	if _, known := s.rate.Value(); known {
		c.As("share "+string(s.form)).Dot(a.at(low), middle, 6, formShape(s.form), formFill(s.form))
	} else {
		const half = 3.0
		c.As("bounds "+string(s.form)).Rect(a.at(low), middle-half, a.at(high)-a.at(low), 2*half, figure.Faded(formFill(s.form), 0.35))
		pen := figure.Stroke{Color: formFill(s.form), Width: 1.4}
		c.As("bound "+string(s.form)).Line(a.at(low), middle-half-1, a.at(low), middle+half+1, pen)
		c.As("bound "+string(s.form)).Line(a.at(high), middle-half-1, a.at(high), middle+half+1, pen)
	}
	c.As("value").Text(columns.value, c.Middle(middle, small), shareWords(s.rate), small)
	return shareLine
}

// formShape is the mark of a share that has a value.
func formShape(f tipstats.Form) figure.Shape {
	if f == tipstats.Sex {
		return figure.Circle
	}
	return figure.Square
}

// drawChange sets what is known of a change on a line of its own.
func drawChange(c *figure.Canvas, y, x float64, change formChange) float64 {
	name := capitalised(formLabel(change.form)) + ": "
	bold := figure.Style{Bold: true}
	c.As("change").Text(x, y+6, name, bold)
	at := x + c.TextWidth(name, bold)
	lines := c.Wrap(changeWords(change), c.Width()-at, figure.Style{})
	for i, line := range lines {
		c.As("change").Text(at, y+6+lineHeight*float64(i)*1.1, line, figure.Style{})
	}
	return y + lineHeight*1.1*float64(len(lines)) + 4
}

// formKeys are the keys of what the rows show.
func formKeys(rows []formRow) []key {
	var bars []bar
	open := false
	for _, r := range rows {
		b := r.bar
		b.open = false
		bars = append(bars, b)
		for _, s := range r.shares {
			if s.err != nil {
				bars = append(bars, bar{gap: refusalWords(s.err)})
				continue
			}
			_, known := s.rate.Value()
			open = open || !known
		}
	}
	keys := barKeys(bars)
	if open {
		keys = append(keys, key{"bounds of the share", func(c *figure.Canvas, b figure.Box) {
			c.Rect(b.X, b.Y+1, b.W, b.H-2, figure.Rule)
			for _, x := range []float64{b.X, b.Right()} {
				c.Line(x, b.Y, x, b.Bottom(), figure.Stroke{Color: figure.Heading, Width: 1.4})
			}
		}})
	}
	return keys
}
