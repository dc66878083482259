package figure

import (
	"testing"

	"pgregory.net/rapid"
)

// A stamped glyph is what filling its outline in that place gives, also where the picture cuts it off.
func TestStampIsWhatFillingGives(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		key := maskKey{
			r:       rapid.SampledFrom([]rune("AgjÁ|.,fi—½Ж ")).Draw(t, "character"),
			size:    rapid.IntRange(2*stepsPerPoint, 12*stepsPerPoint).Draw(t, "size"),
			quarter: rapid.IntRange(0, 3).Draw(t, "quarter"),
		}
		f := faces[rapid.IntRange(0, 3).Draw(t, "face")]
		const side = 60
		x, y := rapid.IntRange(-10, side+10).Draw(t, "x"), rapid.IntRange(-10, side+10).Draw(t, "y")
		var stamped, filled raster
		for _, p := range []*raster{&stamped, &filled} {
			p.w, p.h = side, side
			p.on = newIndexed(p)
		}
		stamped.stamp(stamped.mask(f, key), x, y, Black)
		filled.fill(glyphOutlines(nil, f.glyph(key.r), func(units [2]int) stepPoint {
			return stepPoint{
				x*steps + key.quarter*steps/4 + divide(int64(units[0])*int64(key.size), unitsPerEm),
				y*steps + divide(int64(units[1])*int64(key.size), unitsPerEm),
			}
		}), Black)
		for i := range side * side {
			if got, want := dot(&stamped, i%side, i/side), dot(&filled, i%side, i/side); got != want {
				t.Fatalf("dot (%d, %d) of %q is %06X stamped and %06X filled", i%side, i/side, key.r, got, want)
			}
		}
	})
}

func TestMasksAreKeptAndBounded(t *testing.T) {
	f, p := newFace("test", faces[0].ttf), new(raster)
	first := p.mask(f, maskKey{'A', 7000, 1})
	if p.mask(f, maskKey{'A', 7000, 1}) != first || p.mask(f, maskKey{'A', 7000, 2}) == first {
		t.Error("a glyph is kept for its own place in a dot only")
	}
	for size := range mostMasks + 10 {
		p.mask(f, maskKey{' ', size, 0})
		if len(f.masks) > mostMasks {
			t.Fatalf("%d masks are kept", len(f.masks))
		}
	}
}

func TestFloorDots(t *testing.T) {
	for step, want := range map[int]int{0: 0, 1: 0, steps - 1: 0, steps: 1, -1: -1, -steps: -1, -steps - 1: -2} {
		if got := floorDots(step); got != want {
			t.Errorf("step %d is in dot %d, want %d", step, got, want)
		}
	}
}
