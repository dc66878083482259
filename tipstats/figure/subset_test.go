package figure

import (
	"encoding/binary"
	"reflect"
	"testing"

	xfont "golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// everyCharacter lists the characters that a face can set.
func everyCharacter(f *face) (runes []rune, glyphs []uint16) {
	for r := rune(' '); r <= 0xFFFF; r++ {
		if g := f.glyph(r); !g.missing {
			runes, glyphs = append(runes, r), append(glyphs, g.index)
		}
	}
	return runes, glyphs
}

// readable adds to a subset the tables of the whole font that sfnt asks for and a PDF does without.
func readable(t *testing.T, f *face, subset []byte) *sfnt.Font {
	t.Helper()
	var tables []fontTable
	add := func(file []byte, wanted map[string]bool) {
		for i := range int(binary.BigEndian.Uint16(file[4:])) {
			entry := file[12+16*i:]
			name, at, size := string(entry[:4]), binary.BigEndian.Uint32(entry[8:]), binary.BigEndian.Uint32(entry[12:])
			if wanted == nil || wanted[name] {
				tables = append(tables, fontTable{name, file[at : at+size]})
			}
		}
	}
	add(f.ttf, map[string]bool{"OS/2": true, "cmap": true})
	add(subset, nil)
	add(f.ttf, map[string]bool{"name": true})
	tables = append(tables, fontTable{"post", append([]byte{0, 3, 0, 0}, make([]byte, 28)...)})
	font, err := sfnt.Parse(fontFile(tables))
	if err != nil {
		t.Fatalf("%s: %v", f.name, err)
	}
	return font
}

// Every character of every face has the same shape and width in a subset as in the font.
func TestSubsetKeepsShapes(t *testing.T) {
	for _, f := range faces {
		runes, glyphs := everyCharacter(f)
		if len(runes) < 2000 {
			t.Fatalf("%s: only %d characters", f.name, len(runes))
		}
		font := readable(t, f, f.tables().subset(glyphs))
		if font.NumGlyphs() <= len(glyphs) {
			t.Errorf("%s: %d glyphs for %d characters", f.name, font.NumGlyphs(), len(glyphs))
		}
		var buffer sfnt.Buffer
		for i, r := range runes {
			index := sfnt.GlyphIndex(i + 1)
			g, err := loadGlyph(font, &buffer, index)
			if err != nil {
				t.Fatalf("%s: %q: %v", f.name, r, err)
			}
			want := f.glyph(r)
			if g.advance != want.advance || g.box != want.box || !reflect.DeepEqual(g.outline, want.outline) {
				t.Errorf("%s: %q (%U) has another shape in the subset", f.name, r, r)
			}
		}
		if held, err := readTrueType(f.tables().subset(nil)); err != nil || held.glyphs() != 1 || len(held.glyph(0)) > len(f.tables().glyph(0)) {
			t.Errorf("%s: a subset of nothing is not the glyph of a missing character: %v", f.name, err)
		}
	}
}

// A subset of a few characters is small, and holds what accented letters are composed of.
func TestSubsetIsSmall(t *testing.T) {
	f := faces[0]
	file := f.tables().subset([]uint16{f.glyph('é').index, f.glyph('ñ').index, f.glyph('é').index})
	if len(file) > 2000 {
		t.Errorf("%d bytes for two letters", len(file))
	}
	font := readable(t, f, file)
	if font.NumGlyphs() <= 4 {
		t.Errorf("%d glyphs: the parts of the letters are missing", font.NumGlyphs())
	}
	var buffer sfnt.Buffer
	for i, r := range "éñé" {
		advance, err := font.GlyphAdvance(&buffer, sfnt.GlyphIndex([]int{0: 1, 2: 2, 4: 3}[i]), fixed.I(unitsPerEm), xfont.HintingNone)
		if err != nil || advance.Round() != f.glyph(r).advance {
			t.Errorf("%q is %v wide, %v", r, advance, err)
		}
	}
}

// The sums of the tables are those that the directory states, and the whole file adds up to the constant of the format.
func TestFontFileSums(t *testing.T) {
	f := faces[3]
	file := f.tables().subset([]uint16{f.glyph('A').index})
	if sum := sumOfWords(file); sum != 0xB1B0AFBA {
		t.Errorf("the file adds up to %08X", sum)
	}
	for i := range int(binary.BigEndian.Uint16(file[4:])) {
		entry := file[12+16*i:]
		at, size := binary.BigEndian.Uint32(entry[8:]), binary.BigEndian.Uint32(entry[12:])
		if at%4 != 0 {
			t.Errorf("table %q begins at %d", entry[:4], at)
		}
		data := append([]byte(nil), file[at:at+size]...)
		if string(entry[:4]) == "head" {
			clear(data[8:12])
		}
		if got, want := sumOfWords(data), binary.BigEndian.Uint32(entry[4:]); got != want {
			t.Errorf("table %q adds up to %08X, the directory says %08X", entry[:4], got, want)
		}
	}
}

func TestSumOfWordsFillsUpWithZeros(t *testing.T) {
	if got := sumOfWords([]byte{1, 0, 0, 0, 2, 1}); got != 0x03010000 {
		t.Errorf("%08X", got)
	}
}
