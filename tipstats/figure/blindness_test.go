package figure

import (
	"fmt"
	"math"
	"testing"
)

// Matrices on linear RGB that show what a dichromat sees, at full severity: Machado, Oliveira and Fernandes, A
// Physiologically-based Model for Simulation of Color Vision Deficiency, IEEE Trans. Vis. Comput. Graph. 15 (2009) 1291,
// table of severity 1.0.
var (
	protanopia = [3][3]float64{
		{0.152286, 1.052583, -0.204868},
		{0.114503, 0.786281, 0.099216},
		{-0.003882, -0.048116, 1.051998},
	}
	deuteranopia = [3][3]float64{
		{0.367322, 0.860646, -0.227968},
		{0.280085, 0.672501, 0.047413},
		{-0.011820, 0.042940, 0.968881},
	}
)

// seen is a colour in CIE 1976 L*a*b* (D65) as an eye sees it.
func seen(c Color, eye string) [3]float64 {
	rgb := [3]float64{linear(c.R), linear(c.G), linear(c.B)}
	switch eye {
	case "protanopia":
		rgb = times(protanopia, rgb)
	case "deuteranopia":
		rgb = times(deuteranopia, rgb)
	case "greyscale":
		y := luminance(c)
		rgb = [3]float64{y, y, y}
	}
	for i := range rgb {
		rgb[i] = min(max(rgb[i], 0), 1)
	}
	// sRGB to XYZ, IEC 61966-2-1, over the white point.
	xyz := times([3][3]float64{
		{0.4124564 / 0.95047, 0.3575761 / 0.95047, 0.1804375 / 0.95047},
		{0.2126729, 0.7151522, 0.0721750},
		{0.0193339 / 1.08883, 0.1191920 / 1.08883, 0.9503041 / 1.08883},
	}, rgb)
	for i, v := range xyz {
		if v > 216./24389 {
			xyz[i] = math.Cbrt(v)
		} else {
			xyz[i] = (24389./27*v + 16) / 116
		}
	}
	return [3]float64{116*xyz[1] - 16, 500 * (xyz[0] - xyz[1]), 200 * (xyz[1] - xyz[2])}
}

func times(m [3][3]float64, v [3]float64) [3]float64 {
	var w [3]float64
	for i := range m {
		w[i] = m[i][0]*v[0] + m[i][1]*v[1] + m[i][2]*v[2]
	}
	return w
}

// colorDistance is the CIE 1976 difference of two colours for an eye: 2 to 3 is what can just be told apart side by side.
func colorDistance(a, b Color, eye string) float64 {
	p, q := seen(a, eye), seen(b, eye)
	return math.Hypot(math.Hypot(p[0]-q[0], p[1]-q[1]), p[2]-q[2])
}

// Least distances between two colours. A dichromat, and a print without colour, have less room than full colour vision, so that
// colours which come near one another must have different shapes: two of one shape stay much further apart than any two.
const (
	leastNormal    = 25.0 // any two series, full colour vision
	leastDichromat = 17.0 // any two series, protanopia and deuteranopia
	leastSameShape = 55.0 // two series of one shape, protanopia and deuteranopia
	leastGrey      = 15.0 // two series of one shape, greyscale
	leastForms     = 15.0 // two forms of trafficking, full colour vision, protanopia and deuteranopia
	leastFormsGrey = 3.5  // two forms in greyscale: sex and other; sex and labor are 8.2 apart. Charts tell them apart by stripes
)

func TestMatricesKeepWhite(t *testing.T) {
	for name, m := range map[string][3][3]float64{"protanopia": protanopia, "deuteranopia": deuteranopia} {
		for i, v := range times(m, [3]float64{1, 1, 1}) {
			if math.Abs(v-1) > 2e-5 {
				t.Errorf("%s: row %d of white gives %v, want 1", name, i, v)
			}
		}
	}
	if d := colorDistance(Black, White, "greyscale"); math.Abs(d-100) > 0.01 {
		t.Errorf("black and white are %v apart, want 100", d)
	}
	if red, green := rgb(0xC03030), rgb(0x4C6B12); colorDistance(red, green, "deuteranopia") > colorDistance(red, green, "")/2 {
		t.Error("a red and a green come no nearer under deuteranopia: the simulation does nothing")
	}
}

func TestSeriesStayApart(t *testing.T) {
	for _, c := range []struct {
		eye       string
		sameShape bool
		least     float64
	}{
		{"", false, leastNormal},
		{"protanopia", false, leastDichromat}, {"deuteranopia", false, leastDichromat},
		{"protanopia", true, leastSameShape}, {"deuteranopia", true, leastSameShape}, {"greyscale", true, leastGrey},
	} {
		nearest, pair := math.Inf(1), ""
		for i := range len(seriesColors) {
			for j := range i {
				a, shape := Series(i)
				b, other := Series(j)
				if d := colorDistance(a, b, c.eye); d < nearest && (shape == other || !c.sameShape) {
					nearest, pair = d, fmt.Sprintf("series %d and %d", j, i)
				}
			}
		}
		t.Logf("%q, same shape %v: the nearest are %s: %.1f", c.eye, c.sameShape, pair, nearest)
		if nearest < c.least {
			t.Errorf("%q, same shape %v: %s are %.1f apart, want at least %v", c.eye, c.sameShape, pair, nearest, c.least)
		}
	}
}

func TestFormsStayApart(t *testing.T) {
	names := []string{"sex", "labor", "other", "unspecified", "not split"}
	fills := []Color{Sex, Labor, BluishGreen, Unspecified, Unsplit}
	least := map[string]float64{"": leastForms, "protanopia": leastForms, "deuteranopia": leastForms, "greyscale": leastFormsGrey}
	for eye, most := range least {
		nearest, pair := math.Inf(1), ""
		for i := range fills {
			for j := range i {
				if d := colorDistance(fills[j], fills[i], eye); d < nearest {
					nearest, pair = d, names[j]+" and "+names[i]
				}
			}
		}
		t.Logf("%q: the nearest are %s: %.1f", eye, pair, nearest)
		if nearest < most || eye == "greyscale" && nearest >= most+0.1 {
			t.Errorf("%q: the nearest, %s, are %.2f apart; stated: %v", eye, pair, nearest, most)
		}
	}
}
