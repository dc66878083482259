package chart

import (
	"errors"

	"github.com/tipstats/tip/tipstats/figure"
)

// refused is a figure that cannot be drawn from what its chart was given: Render says why.
func refused(name, why string) *figure.Figure {
	return &figure.Figure{Name: name, Title: why, Alt: why, Fit: func(c *figure.Canvas) float64 {
		c.Refuse(errors.New(why))
		return 1
	}}
}
