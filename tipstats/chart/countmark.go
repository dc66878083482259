package chart

import (
	"math"
	"slices"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/figure"
)

// Sizes of the mark of a count, in points.
const (
	markSize  = 7.0 // of a dot on a line
	rangeMark = 4.0 // thickness of a range on a line
)

// center is where the mark of a known count stands: at its number, at its bound, or in the middle of its range.
func center(count tipstats.Count) float64 {
	lo, hi, _ := count.Bounds()
	if math.IsInf(hi, 1) {
		return lo
	}
	return (lo + hi) / 2
}

// joins reports whether a line may lead from one count to another: it begins and ends at a number, or at the end of an open range.
func joins(a, b tipstats.Count) bool { return !isRange(a) && !isRange(b) }

// isRange reports whether a known count lies between two bounds.
func isRange(count tipstats.Count) bool {
	lo, hi, known := count.Bounds()
	return known && lo < hi && !math.IsInf(hi, 1)
}

// drawMark draws one figure on a line: a dot, filled or open, with an arrow where it is a lower bound; a bar between two bounds.
func drawMark(c *figure.Canvas, count tipstats.Count, middle float64, t track, size float64, filled bool) {
	lo, hi, _ := count.Bounds()
	pen := figure.Stroke{Color: figure.Ink, Width: 1}
	switch {
	case math.IsInf(hi, 1):
		c.Arrow(t.at(lo), middle, min(t.at(lo)+markSize/2+arrowLength, t.x+t.width+markSize/2), middle, pen)
	case hi > lo && t.at(hi)-t.at(lo) > 1:
		drawRange(c, figure.Box{X: t.at(lo), Y: middle - rangeMark/2, W: t.at(hi) - t.at(lo), H: rangeMark}, filled)
		return
	}
	if filled {
		c.Dot(t.at(center(count)), middle, size, figure.Circle, figure.Ink)
		return
	}
	c.OpenDot(t.at(center(count)), middle, size, figure.Circle, pen)
}

// drawRange draws what lies between two bounds, open or filled.
func drawRange(c *figure.Canvas, b figure.Box, filled bool) {
	if filled {
		c.Rect(b.X, b.Y, b.W, b.H, figure.Ink)
		return
	}
	c.Rect(b.X, b.Y, b.W, b.H, figure.White)
	c.Frame(b.X+0.5, b.Y+0.5, b.W-1, b.H-1, figure.Stroke{Color: figure.Ink, Width: 1})
}

// rangeKey is the key of a range.
func rangeKey() key {
	return key{"between two bounds", func(c *figure.Canvas, b figure.Box) {
		drawRange(c, figure.Box{X: b.X - 1, Y: b.Y + (b.H-rangeMark)/2, W: b.W + 2, H: rangeMark}, false)
	}}
}

// drawCount draws a known count at x of an upright scale: a dot, filled or open; an arrow on it where the count is a lower bound; a line
// between its bounds, and no dot, where it is a range.
func drawCount(c *figure.Canvas, name string, x float64, s scale, count tipstats.Count, filled bool) {
	low, high, _ := count.Bounds()
	y := s.at(low)
	pen := figure.Stroke{Color: figure.Ink, Width: 1}
	switch {
	case math.IsInf(high, 1):
		c.As("open "+name).Arrow(x, y-trendDot/2, x, max(y-trendDot/2-openHeight, 0), pen)
	case high > low:
		c.As("between "+name).Line(x, y, x, s.at(high), pen)
		for _, end := range []float64{y, s.at(high)} {
			c.As("between "+name).Line(x-trendDot/2, end, x+trendDot/2, end, pen)
		}
		return
	}
	if !filled {
		c.As("dot "+name).OpenDot(x, y, trendDot+0.8, figure.Circle, pen)
		return
	}
	c.As("dot "+name).Dot(x, y, trendDot, figure.Circle, figure.Ink)
}

// boundKeys are the keys of lower bounds and of ranges, where there are any.
func boundKeys(counts []tipstats.Count) []key {
	var keys []key
	if slices.ContainsFunc(counts, isOpen) {
		keys = append(keys, openKey("this many or more"))
	}
	if slices.ContainsFunc(counts, isRange) {
		keys = append(keys, rangeKey())
	}
	return keys
}

// uprightKeys are the keys of lower bounds and of ranges on an upright scale, as far as they are shown.
func uprightKeys(open, between bool) []key {
	var keys []key
	ink := figure.Stroke{Color: figure.Ink, Width: 1}
	if open {
		keys = append(keys, key{"this many or more", func(c *figure.Canvas, b figure.Box) {
			c.Arrow(b.X+b.W/2, b.Bottom()+1, b.X+b.W/2, b.Y-1, ink)
		}})
	}
	if between {
		keys = append(keys, key{"between two bounds", func(c *figure.Canvas, b figure.Box) {
			c.Line(b.X+b.W/2, b.Y, b.X+b.W/2, b.Bottom(), ink)
			c.Line(b.X+b.W/2-2, b.Y, b.X+b.W/2+2, b.Y, ink)
			c.Line(b.X+b.W/2-2, b.Bottom(), b.X+b.W/2+2, b.Bottom(), ink)
		}})
	}
	return keys
}
