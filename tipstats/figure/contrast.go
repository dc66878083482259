package figure

import "math"

// Contrast returns the contrast ratio of two opaque colours, from 1 (equal) to
// 21 (black on white): (L1 + 0.05) / (L2 + 0.05), where L1 is the larger of
// the two relative luminances. Source: Web Content Accessibility Guidelines
// 2.2, definition of contrast ratio. Alpha is ignored.
func Contrast(a, b Color) float64 {
	la, lb := luminance(a), luminance(b)
	if la < lb {
		la, lb = lb, la
	}
	return (la + 0.05) / (lb + 0.05)
}

// luminance is the relative luminance of WCAG 2.2.
func luminance(c Color) float64 {
	r := float64(0.2126 * linear(c.R))
	g := float64(0.7152 * linear(c.G))
	b := float64(0.0722 * linear(c.B))
	return r + g + b
}

func linear(v uint8) float64 {
	s := float64(v) / 255
	if s <= 0.04045 {
		return s / 12.92
	}
	return math.Pow((s+0.055)/1.055, 2.4)
}
