package figure

import (
	"testing"

	"pgregory.net/rapid"
)

// picture is a raster on an indexed surface.
func picture(w, h int) *raster {
	p := newRaster(w, h)
	p.on = newIndexed(p)
	return p
}

// dot returns the colour of a dot, 0xRRGGBB.
func dot(p *raster, x, y int) uint32 {
	s := p.on.(*indexed)
	return s.palette[s.rows[y*s.stride+1+x]]
}

func TestBlend(t *testing.T) {
	for _, c := range []struct {
		under uint32
		over  Color
		shade uint8
		want  uint32
	}{
		{0xFFFFFF, Black, 0, 0xFFFFFF}, {0xFFFFFF, Color{R: 0x12, G: 0x34, B: 0x56, A: 255}, 15, 0x123456},
		{0xFFFFFF, Black, 3, 0xCCCCCC}, {0x000000, Color{R: 255, A: 102}, 15, 0x660000}, {0x000000, Color{R: 255, A: 102}, 5, 0x220000},
	} {
		if got := blend(c.under, c.over, c.shade); got != c.want {
			t.Errorf("%v over %06X in shade %d is %06X, want %06X", c.over, c.under, c.shade, got, c.want)
		}
	}
}

// Between no cover and full cover a colour passes in even steps, none larger than those of black on white.
func TestBlendStepsAreEven(t *testing.T) {
	for alpha := 1; alpha <= 255; alpha++ {
		last := 255
		for shade := range uint8(shades + 1) {
			got := int(blend(0xFFFFFF, Color{A: uint8(alpha)}, shade) & 0xFF)
			if step := last - got; step < 0 || step > 255/shades+1 {
				t.Fatalf("opacity %d: from %d to %d at shade %d", alpha, last, got, shade)
			}
			last = got
		}
		if want := 255 - alpha; last != want {
			t.Fatalf("opacity %d: full cover gives %d, want %d", alpha, last, want)
		}
	}
}

// Both surfaces show the same picture, as long as the palette has few colours; where it has not room for all, the indexed one says so.
func TestSurfacesShowTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		const w, h = 6, 4
		var a, b raster
		a.w, a.h, b.w, b.h = w, h, w, h
		few, all := newIndexed(&a), newTrueColor(&b)
		a.on, b.on = few, all
		for range rapid.IntRange(0, 30).Draw(t, "fills") {
			c := Color{R: rapid.Byte().Draw(t, "red"), G: rapid.Byte().Draw(t, "green"), B: 7, A: rapid.Byte().Draw(t, "alpha")}
			corner := func() int { return rapid.IntRange(-steps, 7*steps).Draw(t, "corner") }
			o := [][]stepPoint{{{corner(), corner()}, {corner(), corner()}, {corner(), corner()}}}
			a.fill(o, c)
			b.fill(o, c)
		}
		if few.full && len(few.palette) != 256 {
			t.Fatalf("full of %d colours", len(few.palette))
		}
		for y := range h {
			if few.rows[y*few.stride] != 0 || all.rows[y*all.stride] != 0 {
				t.Fatal("a row does not begin with the filter that does nothing")
			}
			for x := range w {
				d := all.rows[y*all.stride+1+3*x:]
				want := uint32(d[0])<<16 | uint32(d[1])<<8 | uint32(d[2])
				if got := dot(&a, x, y); len(few.palette) <= exactColors && got != want {
					t.Fatalf("dot (%d, %d) is %06X on the one and %06X on the other", x, y, got, want)
				}
			}
		}
	})
}

func TestIndexedSurfaceSaysThatItIsFull(t *testing.T) {
	p := picture(300, 1)
	for x := range 300 {
		p.on.lay(x, 0, []uint8{shades}, Color{R: uint8(x), G: uint8(x / 2), B: 9, A: 255})
		if full := p.on.(*indexed).full; full != (x >= 255) {
			t.Fatalf("after %d colours and white, full: %v", x+1, full)
		}
	}
}

// In a palette that fills up, mixtures share places and plain colours do not.
func TestCloseMixturesShareAPlace(t *testing.T) {
	p := picture(400, 1)
	s := p.on.(*indexed)
	for x := range exactColors - 1 {
		s.lay(x, 0, []uint8{shades}, Color{R: 255, G: uint8(x), A: 255})
	}
	for x, c := range []struct {
		color Color
		shade uint8
		want  uint32
		more  int // colours
	}{
		{Color{R: 255, G: 100, B: 2, A: 255}, shades, 0xFF6402, 1},
		{Color{R: 255, G: 100, B: 4, A: 255}, shades, 0xFF6404, 2},
		{Color{R: 150, G: 150, B: 150, A: 255}, 8, 0xC7C7C7, 3},
		{Color{R: 147, G: 151, B: 151, A: 255}, 8, 0xC7C7C7, 3},
		{Color{R: 130, G: 150, B: 150, A: 255}, 8, 0xBCC7C7, 4},
	} {
		s.lay(300+x, 0, []uint8{c.shade}, c.color)
		if got, more := dot(p, 300+x, 0), len(s.palette)-exactColors; got != c.want || more != c.more {
			t.Errorf("%v in shade %d is %06X, want %06X; the palette has %d more colours, want %d", c.color, c.shade, got, c.want, more, c.more)
		}
	}
}
