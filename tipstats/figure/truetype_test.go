package figure

import (
	"strings"
	"testing"
)

func TestReadTrueTypeRefuses(t *testing.T) {
	whole := faces[0].ttf
	directory := append([]byte(nil), whole[:12+16*19]...)
	for what, c := range map[string]struct {
		file []byte
		want string
	}{
		"nothing":             {nil, "0 bytes"},
		"half a directory":    {whole[:40], "directory is cut off"},
		"a directory only":    {directory, "is cut off"},
		"a file cut off":      {whole[:len(whole)/4], "is cut off"},
		"a font of no tables": {append([]byte{0, 1, 0, 0, 0, 0}, make([]byte, 6)...), "without the tables"},
	} {
		if _, err := readTrueType(c.file); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", what, err, c.want)
		}
	}
}

func TestTrueTypeOfTheFaces(t *testing.T) {
	for _, f := range faces {
		tables := f.tables()
		for _, r := range " Aé−" {
			g := f.glyph(r)
			if got := int(tables.metrics(g.index)[0])<<8 | int(tables.metrics(g.index)[1]); got != g.advance {
				t.Errorf("%s: %q is %d wide in the table, %d by sfnt", f.name, r, got, g.advance)
			}
			if blank := len(tables.glyph(g.index)) == 0; blank != (len(g.outline) == 0) {
				t.Errorf("%s: %q has an outline of %d bytes, by sfnt of %d segments", f.name, r, len(tables.glyph(g.index)), len(g.outline))
			}
		}
	}
}

// A glyph without instructions is as long as its points take, whatever it is composed of.
func TestUnhinted(t *testing.T) {
	same := func(index uint16) uint16 { return index }
	simple := []byte{0, 1, 0, 0, 0, 0, 0, 9, 0, 9, 0, 2, 0, 3, 'i', 'n', 's', 0x07, 0x28, 1, 7, 0, 7, 8, 8, 'f', 'i', 'l', 'l'}
	// The flags say: both coordinates short; then, and once more, x of two bytes and y unchanged.
	if got, want := string(unhinted(simple, same)), string(simple[:12])+"\x00\x00"+string(simple[17:26]); got != want {
		t.Errorf("%q, want %q", got, want)
	}
	composite := []byte{0xFF, 0xFF, 0, 0, 0, 0, 0, 9, 0, 9, 1, 0x29, 0, 5, 0, 1, 0, 2, 0x40, 0, 1, 2, 0, 6, 3, 4, 0, 2, 'i', 'n'} // of two parts, one enlarged
	got := unhinted(composite, func(index uint16) uint16 { return index + 0x100 })
	want := []byte{0xFF, 0xFF, 0, 0, 0, 0, 0, 9, 0, 9, 0, 0x29, 1, 5, 0, 1, 0, 2, 0x40, 0, 0, 2, 1, 6, 3, 4}
	if string(got) != string(want) {
		t.Errorf("%v, want %v", got, want)
	}
	if unhinted(nil, same) != nil {
		t.Error("a blank glyph has an outline")
	}
}

func TestComponentSize(t *testing.T) {
	for flags, want := range map[uint16]int{0: 6, wordArguments: 8, oneScale: 8, wordArguments | twoScales: 12, fourScales: 14, moreComponents: 6} {
		if got := componentSize(flags); got != want {
			t.Errorf("flags %04x: %d bytes, want %d", flags, got, want)
		}
	}
}
