package figure

import (
	"fmt"
	"math"
)

// An Anchor says which part of a text stands at its x coordinate.
type Anchor int

// The anchors.
const (
	Start  Anchor = iota // the text begins at x
	Middle               // the text is centred on x
	End                  // the text ends at x
)

// A Style is how a text looks. The zero Style is the label of the profile:
// its size, upright, regular, Ink, beginning at x.
type Style struct {
	Size   float64 // points; 0 means the profile's Label
	Bold   bool
	Italic bool
	Color  Color // the zero Color means Ink
	Anchor Anchor
	Angle  float64 // degrees, counterclockwise; 90 reads from bottom to top
}

// A Stroke is how a line looks. Where a line has to be drawn, a zero Width
// means 0.5 points and the zero Color means Ink.
type Stroke struct {
	Color Color
	Width float64   // points
	Dash  []float64 // lengths of dashes and gaps in turn, points; nil is a solid line
}

// defaultWidth is the width of a hairline, in points.
const defaultWidth = 0.5

// complete fills in the defaults of a stroke that is to be drawn.
func (s Stroke) complete() (Stroke, error) {
	if s.Width == 0 {
		s.Width = defaultWidth
	}
	if s.Color == (Color{}) {
		s.Color = Ink
	}
	if !finite(s.Width) || s.Width < 0 {
		return s, fmt.Errorf("stroke width %v; a width is a number of points above 0", s.Width)
	}
	s.Width = max(snap(s.Width), 0.01)
	if len(s.Dash) == 0 {
		s.Dash = nil
		return s, nil
	}
	total := 0.0
	dash := make([]float64, 0, 2*len(s.Dash))
	for _, d := range s.Dash {
		if !finite(d) || d < 0 {
			return s, fmt.Errorf("dash %v; dashes and gaps are numbers of points, 0 or more", s.Dash)
		}
		dash = append(dash, snap(d))
		total += snap(d)
	}
	if total < 0.1 {
		return s, fmt.Errorf("dash %v; dashes and gaps add up to at least 0.1 points", s.Dash)
	}
	if len(dash)%2 == 1 {
		dash = append(dash, dash...)
	}
	s.Dash = dash
	return s, nil
}

// complete fills in the defaults of a style.
func (s Style) complete(p Profile) Style {
	if s.Size == 0 {
		s.Size = p.Label
	}
	if s.Color == (Color{}) {
		s.Color = Ink
	}
	return s
}

func finite(values ...float64) bool {
	for _, v := range values {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return false
		}
	}
	return true
}
