package figure

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"strings"
	"testing"
)

func TestSamePNGForgetsTheCompressor(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and of one goroutine: -short is for the race detector")
	}
	file := write(t, demo())[".png"]
	chunks, err := pngChunks(file)
	if err != nil {
		t.Fatal(err)
	}
	var encoded bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	if err := encoder.Encode(&encoded, decodePNG(t, file)); err != nil {
		t.Fatal(err)
	}
	others, err := pngChunks(encoded.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	var mixed []pngChunk
	for i, c := range others {
		if c.name == "IDAT" && others[i-1].name != "IDAT" {
			for _, own := range chunks {
				if own.name == "sRGB" || own.name == "pHYs" || own.name == "iTXt" {
					mixed = append(mixed, own)
				}
			}
		}
		mixed = append(mixed, c)
	}
	again := pngFile(mixed)
	if bytes.Equal(again, file) {
		t.Fatal("the other compressor writes the same bytes; the test shows nothing")
	}
	if same, difference := Same("f.png", file, again); !same {
		t.Error(difference)
	}
}

func TestSamePNGSeesWhatDiffers(t *testing.T) {
	base := write(t, demo())[".png"]
	alt, tall := demo(), demo()
	alt.Alt += "!"
	tall.Height++
	for what, c := range map[string]struct {
		other []byte
		want  string
	}{
		"pixels":    {write(t, variant())[".png"], "pixels differ, the first at ("},
		"metadata":  {write(t, alt)[".png"], "the metadata differ: one has iTXt"},
		"size":      {write(t, tall)[".png"], "the sizes differ"},
		"cut off":   {base[:len(base)/2], "the other cannot be read as PNG"},
		"empty":     {nil, "the other cannot be read as PNG"},
		"bit error": {append(append([]byte{}, base[:100]...), append([]byte{base[100] ^ 1}, base[101:]...)...), "the other cannot be read as PNG"},
	} {
		same, difference := Same("f.PNG", base, c.other)
		if same || !strings.Contains(difference, c.want) {
			t.Errorf("%s: %v, %q, want %q", what, same, difference, c.want)
		}
	}
}

func TestDifferentChunks(t *testing.T) {
	a := []pngChunk{{"pHYs", []byte("1")}, {"iTXt", []byte("2")}}
	for _, c := range []struct {
		a, b []pngChunk
		want string
	}{
		{a, a, ""},
		{a, a[:1], `only one has iTXt "2"`},
		{a[:1], a, `only the other has iTXt "2"`},
		{a, []pngChunk{a[1], a[0]}, `one has pHYs "1", the other iTXt "2"`},
	} {
		if got := differentChunks(c.a, c.b); (got == "") != (c.want == "") || !strings.Contains(got, c.want) {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

func TestDifferentPixelsComparesColoursNotPalettes(t *testing.T) {
	dots := image.Rect(0, 0, 2, 1)
	one, other := image.NewPaletted(dots, color.Palette{White, Ink}), image.NewPaletted(dots, color.Palette{Ink, White})
	one.Pix, other.Pix = []uint8{0, 1}, []uint8{1, 0}
	if got := differentPixels(one, other); got != "" {
		t.Error(got)
	}
	other.Pix[1] = 1
	if got := differentPixels(one, other); !strings.Contains(got, "1 of 2 pixels differ, the first at (1, 0)") {
		t.Errorf("%q", got)
	}
	if !equalPalettes(color.Palette{White, Ink}, color.Palette{White, Ink}) || equalPalettes(color.Palette{White}, color.Palette{Ink}) {
		t.Error("palettes")
	}
}
