package figure

import (
	"encoding/binary"
	"image"
	"image/color"
	"math"
	"testing"
)

func TestPNGChunks(t *testing.T) {
	f := specimen()
	chunks, err := pngChunks(write(t, f)[".png"])
	if err != nil {
		t.Fatal(err)
	}
	texts := map[string]string{}
	order := ""
	for _, c := range chunks {
		order += c.name + " "
		switch c.name {
		case "pHYs":
			x, y, unit := binary.BigEndian.Uint32(c.data), binary.BigEndian.Uint32(c.data[4:]), c.data[8]
			if x != 11811 || y != 11811 || unit != 1 {
				t.Errorf("%d by %d dots per unit %d; 300 dots per inch are 11811 per metre", x, y, unit)
			}
		case "iTXt":
			for i, b := range c.data {
				if b == 0 {
					texts[string(c.data[:i])] = string(c.data[i+5:])
					break
				}
			}
		}
	}
	for keyword, want := range map[string]string{"Title": f.Title, "Description": f.Alt, "Keywords": "figure specimen, specimen, Perú"} {
		if texts[keyword] != want {
			t.Errorf("%s is %q, want %q", keyword, texts[keyword], want)
		}
	}
	if order != "IHDR sRGB pHYs iTXt iTXt iTXt iTXt IDAT IEND " {
		t.Errorf("chunks %s", order)
	}
}

func TestPNGSizeAndPlace(t *testing.T) {
	r, own := marks(t, func(c *Canvas) { c.Rect(100, 30, 24, 48, Sex) })
	file, err := r.PNG()
	if err != nil {
		t.Fatal(err)
	}
	picture := decodePNG(t, file)
	width, height := r.Size()
	if b := picture.Bounds(); b.Dx() != int(math.Round(width*300/72)) || b.Dy() != int(math.Round(height*300/72)) {
		t.Errorf("%v for a page of %v by %v points", b, width, height)
	}
	at := func(x, y float64) color.Color { return picture.At(int(x*300/72), int(y*300/72)) }
	box := own[0].Box
	for _, c := range []struct {
		x, y float64
		want color.Color
	}{
		{box.X + 0.3, box.Y + 0.3, Sex}, {box.Right() - 0.3, box.Bottom() - 0.3, Sex},
		{box.X - 0.3, box.Y + 1, White}, {box.Right() + 0.3, box.Y + 1, White}, {box.X + 1, box.Bottom() + 0.3, White},
	} {
		if got := color.NRGBAModel.Convert(at(c.x, c.y)); got != c.want {
			t.Errorf("at (%v, %v) points: %v, want %v", c.x, c.y, got, c.want)
		}
	}
}

func TestPNGTranslucency(t *testing.T) {
	r, own := marks(t, func(c *Canvas) {
		c.Rect(0, 20, 40, 40, Faded(Sex, 0.4))
		c.Rect(20, 20, 40, 40, Faded(Labor, 0.4))
	})
	file, err := r.PNG()
	if err != nil {
		t.Fatal(err)
	}
	x, y := int((own[0].Box.X+30)*300/72), int((own[0].Box.Y+20)*300/72)
	r1, g1, b1, _ := decodePNG(t, file).At(x, y).RGBA()
	over := func(dst, src uint8) float64 { return float64(dst)*0.6 + float64(src)*0.4 }
	for i, got := range []uint32{r1 >> 8, g1 >> 8, b1 >> 8} {
		s, l := [3]uint8{Sex.R, Sex.G, Sex.B}[i], [3]uint8{Labor.R, Labor.G, Labor.B}[i]
		want := over(255, s)*0.6 + float64(l)*0.4
		if math.Abs(float64(got)-want) > 1.1 {
			t.Errorf("channel %d is %d, want %.1f", i, got, want)
		}
	}
}

func TestPNGPalettes(t *testing.T) {
	many := func(c *Canvas) {
		for i := range 400 {
			c.Rect(float64(i), 20, 1, 10, Color{R: uint8(i), G: uint8(i / 2), B: 7, A: 255})
		}
	}
	r, _ := marks(t, many)
	file, err := r.PNG()
	if err != nil {
		t.Fatal(err)
	}
	if p, ok := decodePNG(t, file).(*image.RGBA); !ok {
		t.Errorf("more than 256 colours are stored as %T", p)
	}
	if p, ok := decodePNG(t, write(t, demo())[".png"]).(*image.Paletted); !ok || len(p.Palette) > 256 {
		t.Errorf("the mock's colours are stored as %T", p)
	}
}
