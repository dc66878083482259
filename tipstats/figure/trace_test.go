package figure

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// The oracle: many points of the curve, none further than a thirtieth of a dot
// and the rounding from the chords.
func TestQuadraticStaysClose(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		point := func(name string) stepPoint {
			return stepPoint{rapid.IntRange(-20000, 20000).Draw(t, name+" x"), rapid.IntRange(-20000, 20000).Draw(t, name+" y")}
		}
		a, b, c := point("a"), point("b"), point("c")
		var chords []Point
		for _, p := range appendQuadratic([]stepPoint{a}, a, b, c) {
			chords = append(chords, Point{float64(p.x), float64(p.y)})
		}
		for i := range 101 {
			u := float64(i) / 100
			v := 1 - u
			at := Point{
				v*v*float64(a.x) + 2*v*u*float64(b.x) + u*u*float64(c.x),
				v*v*float64(a.y) + 2*v*u*float64(b.y) + u*u*float64(c.y),
			}
			if far, _ := distance(at, chords, false); far > math.Sqrt2*steps/30+1 {
				t.Fatalf("a point of the curve is %v steps from the %d chords", far, len(chords)-1)
			}
		}
	})
}

// A text turned by a right angle is the same picture turned.
func TestTurnedTextIsTheSamePicture(t *testing.T) {
	const side = 120
	draw := func(angle float64, at Point) *raster {
		p := picture(side, side)
		style := Style{Size: 9, Color: Black, Angle: angle}
		p.mark(&Mark{Kind: TextMark, Text: "Rag", Style: style, Fill: Black, Points: []Point{at}, Width: textWidth("Rag", style)})
		return p
	}
	whole := side * 72.0 / dotsPerInch
	upright, turned := draw(0, Point{2.4, 14.4}), draw(90, Point{14.4, whole - 2.4}) // on whole dots
	ink := 0
	for y := range side {
		for x := range side {
			c := dot(upright, x, y)
			if c != 0xFFFFFF {
				ink++
			}
			const most = 255/shades + 255/8 // a cover between two shades may fall to either; a glyph is moved by an eighth of a dot at most
			if got := dot(turned, y, side-1-x); abs(int(got&0xFF)-int(c&0xFF)) > most {
				t.Fatalf("dot (%d, %d) is %06X upright and %06X turned", x, y, c, got)
			}
		}
	}
	if ink < 100 {
		t.Errorf("only %d dots of ink", ink)
	}
}
