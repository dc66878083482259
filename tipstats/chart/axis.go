package chart

import (
	"math"
	"strconv"

	"github.com/tipstats/tip/tipstats/figure"
)

// An axis maps numbers from 0 to most onto the canvas, from x on over width points. Its ticks are at round numbers.
type axis struct {
	x, width float64
	most     float64
	step     float64
}

// newAxis makes an axis that begins at 0 and ends at the first round number from most on, with about wanted steps of 1, 2 or 5
// times a power of ten.
func newAxis(x, width, most float64, wanted int) axis {
	step := roundStep(most / float64(wanted))
	return axis{x: x, width: width, most: math.Ceil(most/step-1e-9) * step, step: step}
}

// roundStep is the smallest of 1, 2 and 5 times a power of ten that is no smaller than least; a power of ten is read from its
// decimal form, so that every processor has the same one.
func roundStep(least float64) float64 {
	for power := -12; power <= 15; power++ {
		for _, digit := range []string{"1", "2", "5"} {
			step, _ := strconv.ParseFloat(digit+"e"+strconv.Itoa(power), 64)
			if step >= least*(1-1e-9) {
				return step
			}
		}
	}
	return least
}

// at is the x coordinate of v; what lies beyond the axis stands at its end.
func (a axis) at(v float64) float64 {
	return a.x + float64(math.Min(math.Max(v/a.most, 0), 1)*a.width)
}

// beyond reports whether v lies past the end of the axis.
func (a axis) beyond(v float64) bool { return v > a.most*(1+1e-9) }

// draw draws the axis at y, its ticks downwards, with the number under each as write gives it, where it has room.
func (a axis) draw(c *figure.Canvas, y float64, write func(float64) string) {
	c.As("axis").Line(a.x, y, a.x+a.width, y, figure.Stroke{Color: figure.Heading})
	style := figure.Style{Size: c.Profile().Small, Color: figure.Muted, Anchor: figure.Middle}
	steps := int(math.Round(a.most / a.step))
	end := math.Inf(-1)
	for i := range steps + 1 {
		v := float64(i) * a.step
		c.As("tick").Line(a.at(v), y, a.at(v), y+2.5, figure.Stroke{Color: figure.Heading})
		half := c.TextWidth(write(v), style) / 2
		if a.at(v)-half < end+2 {
			continue // the tick stays without its number
		}
		c.As("tick").Text(a.at(v), y+10, write(v), style)
		end = a.at(v) + half
	}
}
