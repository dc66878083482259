package chart

import (
	"math"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/figure"
)

// rateTexts are the wrapped texts of a row.
type rateTexts struct {
	definition, counts, below, reason []string
}

func (r candidateRow) texts(c *figure.Canvas, columns rateColumns) rateTexts {
	if columns.below {
		return r.textsBelow(c, columns)
	}
	small := figure.Style{Size: c.Profile().Small}
	t := rateTexts{definition: c.Wrap(r.Definition, columns.kind-columnGap+0.01, figure.Style{})}
	if r.Err != nil {
		italic := figure.Style{Size: small.Size, Italic: true}
		t.reason = c.Wrap(refusal(r.Err), c.Width()-columns.counts-10, italic)
		return t
	}
	for _, line := range r.countLines() {
		t.counts = append(t.counts, c.Wrap(line, columns.axis.x-columnGap-columns.counts+0.01, small)...)
	}
	if columns.value+r.valueWidth(c) > c.Width()+0.01 {
		t.below = append(c.Wrap(amount(r.Rate), c.Width()-columns.value, figure.Style{Bold: true}),
			c.Wrap(r.limitWords(), c.Width()-columns.value, small)...)
	}
	return t
}

// textsBelow are the texts of a row of two columns: counts hold the kind too, below the value.
func (r candidateRow) textsBelow(c *figure.Canvas, columns rateColumns) rateTexts {
	small := figure.Style{Size: c.Profile().Small}
	left, right := columns.kind-columnGap, c.Width()-columns.counts
	t := rateTexts{definition: c.Wrap(r.Definition, left, figure.Style{})}
	if r.Err != nil {
		t.reason = c.Wrap(refusal(r.Err), right-10, figure.Style{Size: small.Size, Italic: true})
		return t // its sign says that it is refused
	}
	for i, line := range r.countLines() {
		if i == 0 {
			line = r.kindWords() + ", " + line
		}
		t.counts = append(t.counts, c.Wrap(line, left, small)...)
	}
	if r.valueWidth(c) > right {
		t.below = append(c.Wrap(amount(r.Rate), right, figure.Style{Bold: true}), c.Wrap(r.limitWords(), right, small)...)
	}
	return t
}

// drawBelow draws one candidate in two columns and returns the height of its row.
func (r candidateRow) drawBelow(c *figure.Canvas, y float64, columns rateColumns) float64 {
	t := r.texts(c, columns)
	height := r.height(c, columns)
	left := len(t.definition) + len(t.counts)
	small := figure.Style{Size: c.Profile().Small, Color: figure.Muted}
	top := y + height/2 - lineHeight*float64(left)/2
	strong := figure.Style{}
	if r.Err != nil {
		strong.Color = figure.Muted
	}
	block(c.As("definition"), 0, top+lineHeight*float64(len(t.definition))/2, t.definition, strong)
	block(c.As("counts"), 0, top+lineHeight*(float64(len(t.definition))+float64(len(t.counts))/2), t.counts, small)
	if r.Err != nil {
		gapSign(c.As("gap"), columns.counts+3, y+height/2, refusalWords(r.Err))
		small.Italic = true
		block(c.As("reason"), columns.counts+10, y+height/2, t.reason, small)
		return height
	}
	above := lineHeight * float64(max(1, len(t.below)))
	middle := y + (height-above-markRoom)/2 + above/2
	r.drawValue(c, middle, columns.value, t.below)
	r.drawMark(c, middle+above/2+markRoom/2, columns.axis)
	return height
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
			right = lineHeight*float64(max(1, len(t.below))) + markRoom
		}
		return max(left, right) + 6
	}
	lines := max(len(t.definition), len(t.counts), len(t.below), len(t.reason))
	return max(rateHeight, float64(lines)*lineHeight+4)
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
	block(c.As("kind"), columns.kind, middle, []string{r.kindWords()}, small)
	if r.Err != nil {
		block(c.As("definition"), 0, middle, t.definition, figure.Style{Color: figure.Muted})
		gapSign(c.As("gap"), columns.counts+3, middle, refusalWords(r.Err))
		italic := small
		italic.Italic = true
		block(c.As("reason"), columns.counts+10, middle, t.reason, italic)
		return height
	}
	block(c.As("definition"), 0, middle, t.definition, figure.Style{})
	block(c.As("counts"), columns.counts, middle, t.counts, small)
	r.drawMark(c, middle, columns.axis)
	r.drawValue(c, middle, columns.value, t.below)
	return height
}

// drawValue sets the value in bold with its limits behind, or both under each other where they do not fit.
func (r candidateRow) drawValue(c *figure.Canvas, middle, x float64, below []string) {
	bold := figure.Style{Bold: true}
	small := figure.Style{Size: c.Profile().Small, Color: figure.Muted}
	if len(below) == 0 {
		c.As("value").Text(x, c.Middle(middle, bold), amount(r.Rate), bold)
		c.As("limits").Text(x+c.TextWidth(amount(r.Rate), bold)+noteGap, c.Middle(middle, bold), r.limitWords(), small)
		return
	}
	strong := len(c.Wrap(amount(r.Rate), c.Width()-x, bold))
	top := middle - float64(len(below)-1)*lineHeight/2
	for i, line := range below {
		style := bold
		if i >= strong {
			style = small
		}
		c.As("value").Text(x, c.Middle(top+float64(i)*lineHeight, style), line, style)
	}
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
