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
			if s.Err == nil {
				value = max(value, c.TextWidth(shareWords(s.Rate), small))
			}
		}
	}
	shared := c.Shared("labels", label)
	room := c.Width() - shared - labelGap - valueGap - total - 2*columnGap - name - noteGap - columnGap - value
	if room < leastForms {
		return layFormsBelow(c, label, total, name, value)
	}
	columns := formColumns{bars: barScale{labels: shared, x: shared + labelGap, width: room * 0.56, most: 1}}
	columns.total = columns.bars.x + columns.bars.width + valueGap
	columns.names = columns.total + total + 2*columnGap + name
	columns.shares = axis{x: columns.names + noteGap, width: room * 0.44, most: 1, step: 0.5}
	columns.value = columns.shares.x + columns.shares.width + columnGap
	return columns
}

// layFormsBelow gives bars and shares the whole width each.
func layFormsBelow(c *figure.Canvas, label, total, name, value float64) formColumns {
	label = c.Shared("labels", min(label, c.Width()*0.3))
	columns := formColumns{bars: barScale{labels: label, x: label + labelGap, most: 1}, below: true}
	columns.bars.width = max(40, c.Width()-columns.bars.x-valueGap-total)
	columns.total = columns.bars.x + columns.bars.width + valueGap
	columns.names = columns.bars.x + name
	columns.shares = axis{x: columns.names + noteGap, most: 1, step: 0.5}
	columns.shares.width = max(40, c.Width()-value-columnGap-columns.shares.x)
	columns.value = columns.shares.x + columns.shares.width + columnGap
	return columns
}

// draw draws the rows, the axis of the shares, the changes and the legend.
func (w formComparison) draw(c *figure.Canvas) float64 {
	rows := w.rows
	columns := layForms(c, rows)
	y := 5.0
	if columns.below {
		y = w.drawBelow(c, y, columns)
	} else {
		head := figure.Style{Size: c.Profile().Small, Bold: true, Color: figure.Heading}
		c.As("heading").Text(columns.bars.x, y+7, w.heading(), head)
		c.As("heading").Text(columns.shares.x, y+7, "SHARE OF A FORM", head)
		c.As("rule").Line(0, y+11, c.Width(), y+11, figure.Stroke{Color: figure.Rule})
		y += 20
		for i, r := range rows {
			if y > longest {
				y = drawRest(c, columns.bars.x, y, len(rows)-i) + formRowGap
				break
			}
			y += r.draw(c, y, columns) + formRowGap
		}
	}
	columns.shares.draw(c, y-4, func(v float64) string { return fmt.Sprintf("%.0f %%", 100*v) })
	y += 13
	if len(w.changes) > 0 {
		y += 7
	}
	for _, change := range w.changes {
		y = drawChange(c, y, columns.bars.x, change)
	}
	return drawLegend(c, columns.bars.x, y+6, formKeys(rows)) + 2
}

// drawBelow draws the bars of all rows and below them their shares, and returns where they end.
func (w formComparison) drawBelow(c *figure.Canvas, y float64, columns formColumns) float64 {
	y = heading(c, y, w.heading())
	for i, r := range w.rows {
		if y > longest/2 {
			y = drawRest(c, columns.bars.x, y, len(w.rows)-i) + formRowGap
			break
		}
		height := r.drawLabel(c, y, barHeight, columns)
		y += max(height, r.drawBar(c, y, y+height/2, columns)-y) + formRowGap
	}
	y = heading(c, y, "SHARE OF A FORM")
	for i, r := range w.rows {
		if y > longest {
			y = drawRest(c, columns.bars.x, y, len(w.rows)-i) + formRowGap
			break
		}
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
	if why, none := r.noShares(); none {
		why.Name = r.label
		height := shareLine * float64(len(r.shares))
		return y + max(height, why.draw(c, y, height, columns.shares))
	}
	for i, s := range r.shares {
		name := figure.Style{Size: c.Profile().Small, Anchor: figure.End}
		c.As("name").Text(columns.names, c.Middle(y+shareLine/2, name), s.Name, name)
		s.shape, s.fill = formShape(sharedForms[i]), formFill(sharedForms[i])
		y += s.draw(c, y, shareLine, columns.shares)
	}
	return y
}

// noShares is the one reason for which no form has a share, if it is one for all.
func (r formRow) noShares() (NamedShare, bool) {
	for _, s := range r.shares {
		if s.Err == nil || refusal(s.Err) != refusal(r.shares[0].Err) {
			return NamedShare{}, false
		}
	}
	return r.shares[0], true
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
			if s.Err != nil {
				bars = append(bars, bar{gap: refusalWords(s.Err)})
				continue
			}
			_, known := s.Rate.Value()
			open = open || !known
		}
	}
	keys := barKeys(bars)
	if open {
		keys = append(keys, boundsKey())
	}
	return keys
}
