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

// Both surfaces show the same picture, as long as the palette is large enough; where it is not, the indexed one says so.
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
				if got := dot(&a, x, y); !few.full && got != want {
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
