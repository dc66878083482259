package figure

import "image/color"

// Color is a colour in sRGB with straight (not premultiplied) alpha. The zero
// Color is fully transparent; where a mark needs a colour, it stands for Ink.
type Color = color.NRGBA

// The eight colours of Okabe and Ito (2008), Color Universal Design, which
// readers with any common form of colour blindness tell apart.
var (
	Black         = rgb(0x000000)
	Orange        = rgb(0xE69F00)
	SkyBlue       = rgb(0x56B4E9)
	BluishGreen   = rgb(0x009E73)
	Yellow        = rgb(0xF0E442)
	Blue          = rgb(0x0072B2)
	Vermilion     = rgb(0xD55E00)
	ReddishPurple = rgb(0xCC79A7)
)

// Colours by what they stand for. Use these in charts, so that a colour means
// the same in every figure.
var (
	Sex         = Vermilion     // sex trafficking
	Labor       = Blue          // labor trafficking
	Unspecified = rgb(0xB9B9B9) // form unspecified by the report
	Unsplit     = rgb(0xE9E9E9) // not split by the report
	Ink         = rgb(0x111111) // titles, labels
	Muted       = rgb(0x444444) // subtitles, notes, captions
	Heading     = rgb(0x666666) // headings of panels
	Rule        = rgb(0xCCCCCC) // hairlines, axes
	White       = rgb(0xFFFFFF) // the ground, labels on dark fills
)

// Series returns the i-th of seven colours for series that have no role of
// their own, in the order in which they stay furthest apart, and the shape
// that goes with it, so that colour never stands alone. It starts again after
// the seventh.
func Series(i int) (Color, Shape) {
	n := len(seriesColors)
	i = (i%n + n) % n
	return seriesColors[i], seriesShapes[i]
}

var (
	seriesColors = [...]Color{Blue, Vermilion, BluishGreen, ReddishPurple, Orange, SkyBlue, Black}
	seriesShapes = [...]Shape{Circle, Square, Triangle, Diamond, Circle, Square, Triangle}
)

// On returns the colour for text on the given fill: White or Ink, whichever
// has the greater contrast by the formula of WCAG 2.2.
func On(fill Color) Color {
	if Contrast(White, fill) >= Contrast(Ink, fill) {
		return White
	}
	return Ink
}

// Faded returns c with the given opacity, 0 (invisible) to 1 (opaque).
func Faded(c Color, opacity float64) Color {
	c.A = uint8(min(max(opacity, 0), 1)*255 + 0.5)
	return c
}

func rgb(hex uint32) Color {
	return Color{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 255}
}
