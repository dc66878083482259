package chart

import (
	"math"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/figure"
)

// rateTexts are the wrapped texts of a row.
type rateTexts struct {
	definition, counts, reason []string
	value, limits              []string // where they do not fit side by side
}

// valueHeight is the height of the value and its limits.
func (t rateTexts) valueHeight() float64 {
	return lineHeight * float64(max(1, len(t.value)+len(t.limits)))
}

func (r candidateRow) texts(c *figure.Canvas, columns rateColumns) rateTexts {
	if columns.below {
		return r.textsBelow(c, columns)
	}
	small := figure.Style{Size: c.Profile().Small}
	t := rateTexts{definition: c.WrapEvenly(r.Definition, columns.labels+0.01, figure.Style{})}
	if r.Err != nil {
		t.reason = c.Wrap(refusal(r.Err), columns.kind-columnGap-columns.axis.x-10, figure.Style{Size: small.Size, Italic: true})
		return t
	}
	for _, line := range r.countLines() {
		t.counts = append(t.counts, c.Wrap(line, columns.kind-columnGap-columns.counts+0.01, small)...)
	}
	return r.wrapValue(c, t, columns.counts-columnGap-columns.value)
}

// wrapValue sets the value and its limits under each other where they do not fit side by side.
func (r candidateRow) wrapValue(c *figure.Canvas, t rateTexts, room float64) rateTexts {
	if r.valueWidth(c) > room+0.01 {
		t.value = c.Wrap(amount(r.Rate), room, figure.Style{Bold: true})
		t.limits = c.Wrap(r.limitWords(), room, figure.Style{Size: c.Profile().Small})
	}
	return t
}

// textsBelow are the texts of a row of two columns: counts hold the kind too, below the value.
func (r candidateRow) textsBelow(c *figure.Canvas, columns rateColumns) rateTexts {
	small := figure.Style{Size: c.Profile().Small}
	right := c.Width() - columns.value
	t := rateTexts{definition: c.WrapEvenly(r.Definition, columns.labels+0.01, figure.Style{})}
	if r.Err != nil {
		t.reason = c.Wrap(refusal(r.Err), right-10, figure.Style{Size: small.Size, Italic: true})
		return t // its sign says that it is refused
	}
	for i, line := range r.countLines() {
		if i == 0 {
			line = r.kindWords() + ", " + line
		}
		t.counts = append(t.counts, c.Wrap(line, columns.labels+0.01, small)...)
	}
	return r.wrapValue(c, t, right)
}

// drawBelow draws one candidate in two columns and returns the height of its row.
func (r candidateRow) drawBelow(c *figure.Canvas, y float64, columns rateColumns) float64 {
	t := r.texts(c, columns)
	height := r.height(c, columns)
	left := len(t.definition) + len(t.counts)
	small := figure.Style{Size: c.Profile().Small, Color: figure.Muted, Anchor: figure.End}
	top := y + height/2 - lineHeight*float64(left)/2
	block(c.As("definition"), columns.labels, top+lineHeight*float64(len(t.definition))/2, t.definition, r.labelStyle())
	block(c.As("counts"), columns.labels, top+lineHeight*(float64(len(t.definition))+float64(len(t.counts))/2), t.counts, small)
	if r.Err != nil {
		r.drawReason(c, y+height/2, columns.axis.x, t.reason)
		return height
	}
	above := t.valueHeight()
	middle := y + (height-above-markRoom)/2 + above/2
	r.drawValue(c, middle, columns.value, t)
	r.drawMark(c, middle+above/2+markRoom/2, columns.axis)
	return height
}

// labelStyle is how the definition is set: paler where it is refused.
func (r candidateRow) labelStyle() figure.Style {
	style := figure.Style{Anchor: figure.End}
	if r.Err != nil {
		style.Color = figure.Muted
	}
	return style
}

// drawReason says why there is no quotient.
func (r candidateRow) drawReason(c *figure.Canvas, middle, x float64, lines []string) {
	gapSign(c.As("gap"), x+3, middle, refusalWords(r.Err))
	block(c.As("reason"), x+10, middle, lines, figure.Style{Size: c.Profile().Small, Color: figure.Muted, Italic: true})
}

// markRoom is the height of a mark on the axis with the space around it.
const markRoom = 11.0

// height is the height of the row.
func (r candidateRow) height(c *figure.Canvas, columns rateColumns) float64 {
	t := r.texts(c, columns)
	if columns.below {
		left := lineHeight * float64(len(t.definition)+len(t.counts))
		right := lineHeight * float64(len(t.reason))
		if r.Err == nil {
			right = t.valueHeight() + markRoom
		}
		return max(left, right) + 6
	}
	lines := max(len(t.definition), len(t.counts), len(t.value)+len(t.limits), len(t.reason))
	return max(roomy(c, rateHeight, 12), float64(lines)*lineHeight+roomy(c, 4, 1.5))
}

// draw draws one candidate with its top at y and returns the height of its row.
func (r candidateRow) draw(c *figure.Canvas, y float64, columns rateColumns) float64 {
	if columns.below {
		return r.drawBelow(c, y, columns)
	}
	t := r.texts(c, columns)
	height := r.height(c, columns)
	middle := y + height/2
	small := figure.Style{Size: c.Profile().Small, Color: figure.Muted}
	block(c.As("definition"), columns.labels, middle, t.definition, r.labelStyle())
	block(c.As("kind"), columns.kind, middle, []string{r.kindWords()}, small)
	if r.Err != nil {
		r.drawReason(c, middle, columns.axis.x, t.reason)
		return height
	}
	block(c.As("counts"), columns.counts, middle, t.counts, small)
	r.drawMark(c, middle, columns.axis)
	r.drawValue(c, middle, columns.value, t)
	return height
}

// drawValue sets the value in bold with its limits behind, or both under each other where they do not fit.
func (r candidateRow) drawValue(c *figure.Canvas, middle, x float64, t rateTexts) {
	bold := figure.Style{Bold: true}
	small := figure.Style{Size: c.Profile().Small, Color: figure.Muted}
	if len(t.value) == 0 {
		c.As("value").Text(x, c.Middle(middle, bold), amount(r.Rate), bold)
		c.As("limits").Text(x+c.TextWidth(amount(r.Rate), bold)+noteGap, c.Middle(middle, bold), r.limitWords(), small)
		return
	}
	top := middle - t.valueHeight()/2
	block(c.As("value"), x, top+lineHeight*float64(len(t.value))/2, t.value, bold)
	block(c.As("limits"), x, top+lineHeight*(float64(len(t.value))+float64(len(t.limits))/2), t.limits, small)
}

// drawMark draws interval, bounds and value on the axis.
func (r candidateRow) drawMark(c *figure.Canvas, y float64, a axis) {
	if r.hasLimits() {
		drawSpan(c.As("interval"), y, a, r.interval.Lower, r.interval.Upper, figure.Stroke{Color: figure.Heading, Width: 0.9})
	}
	low, high := r.Rate.Bounds()
	v, known := r.Rate.Value()
	switch {
	case !known:
		r.drawBounds(c, y, a, low, high)
	case a.beyond(v):
		// The arrow of the interval, or this one, says that the value lies beyond; it is written beside.
		c.As("value").Arrow(a.at(v)-8, y, a.at(v)+3, y, figure.Stroke{Color: figure.Ink, Width: 1.2})
	default:
		drawRateDot(c.As("value"), a.at(v), y, r.Rate.Kind())
	}
}

// drawSpan draws a line from low to high, with an arrow where it goes on beyond the axis.
func drawSpan(c *figure.Canvas, y float64, a axis, low, high float64, pen figure.Stroke) {
	from, to := a.at(low), a.at(high)
	if a.beyond(high) {
		c.Arrow(math.Min(from, to-6), y, to+3, y, pen)
		return
	}
	if to > from {
		c.Line(from, y, to, y, pen)
	}
}

// drawBounds draws what the counts leave open as a hatched band. A closed end has a bar across it; an open end has an arrow.
func (r candidateRow) drawBounds(c *figure.Canvas, y float64, a axis, low, high float64) {
	const half = 3.2
	from, to := a.at(low), a.at(high)
	pen := figure.Stroke{Color: figure.Ink, Width: 1.2}
	if to-from > 0.5 {
		c.As("bounds").Rect(from, y-half, to-from, 2*half, figure.White)
		c.As("bounds").Hatch(from, y-half, to-from, 2*half, 2.2, figure.Stroke{Color: figure.Heading, Width: 0.5})
	}
	above := a.beyond(high)
	if !above {
		c.As("bound").Line(to, y-half-1, to, y+half+1, pen)
	}
	if low > 0 && !a.beyond(low) {
		c.As("bound").Line(from, y-half-1, from, y+half+1, pen)
	}
	switch {
	case above:
		c.As("open").Arrow(math.Min(from, to-8), y, to+3, y, pen)
	case low == 0 && to-from > 8:
		c.As("open").Arrow(to, y, from, y, pen)
	}
}

// drawRateDot draws the mark of a kind of rate.
func drawRateDot(c *figure.Canvas, x, y float64, k tipstats.Kind) {
	if k == tipstats.Proportion {
		c.Dot(x, y, 6, figure.Circle, figure.Ink)
		return
	}
	c.OpenDot(x, y, 6.4, figure.Diamond, figure.Stroke{Color: figure.Ink, Width: 1})
}

// rateKeys are the keys of the marks that the chart shows.
func rateKeys(rows []candidateRow, a axis) []key {
	var kinds [3]bool
	var intervals, open, beyond bool
	gaps := map[string]bool{}
	for _, r := range rows {
		if r.Err != nil {
			gaps[refusalWords(r.Err)] = true
			continue
		}
		v, known := r.Rate.Value()
		_, high := r.Rate.Bounds()
		kinds[r.Rate.Kind()] = kinds[r.Rate.Kind()] || known && !a.beyond(v)
		intervals = intervals || r.hasLimits()
		open = open || !known
		beyond = beyond || a.beyond(high) || r.hasLimits() && a.beyond(r.interval.Upper)
	}
	var keys []key
	for _, k := range []tipstats.Kind{tipstats.Proportion, tipstats.FlowRatio} {
		if kinds[k] {
			keys = append(keys, key{k.String(), func(c *figure.Canvas, b figure.Box) {
				drawRateDot(c, b.X+b.W/2, b.Y+b.H/2, k)
			}})
		}
	}
	if intervals {
		keys = append(keys, key{"interval", func(c *figure.Canvas, b figure.Box) {
			c.Line(b.X, b.Y+b.H/2, b.X+b.W, b.Y+b.H/2, figure.Stroke{Color: figure.Heading, Width: 0.9})
		}})
	}
	if open {
		keys = append(keys, unsureKey("what the counts leave open (bounds, no value)"))
	}
	if beyond {
		keys = append(keys, openKey("goes on beyond the axis"))
	}
	return append(keys, gapKeys(gaps)...)
}
