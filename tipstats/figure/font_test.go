package figure

import (
	"sync"
	"testing"
)

func TestEveryFaceHasWhatReportsNeed(t *testing.T) {
	for _, f := range faces {
		for _, r := range "ABCXYZabcxyz0123456789 .,:;-–—−+±×÷=<>≤≥≈≠%‰()[]/'\"‘’“”…→←↑↓¶§°½¼©éÉñÑúüçøłŚğЖяΩλ\u00a0\u2009\u202f" {
			g := f.glyph(r)
			if g.missing || g.advance <= 0 {
				t.Errorf("face %q lacks %q (%U)", f.name, r, r)
			}
		}
		if !f.glyph('☃').missing {
			t.Errorf("face %q has a snowman; another character must show that missing ones are found", f.name)
		}
	}
}

func TestCapitalHeight(t *testing.T) {
	for _, f := range faces {
		for r, want := range map[rune]int{'H': -capHeight, 'E': -capHeight} {
			if got := f.glyph(r).box[1]; got != want {
				t.Errorf("face %q: %q is %d high, want %d", f.name, r, got, want)
			}
		}
		for _, r := range "bdfhklHE0189" {
			if top := f.glyph(r).box[1]; top < -ascent {
				t.Errorf("face %q: %q reaches %d up, beyond the line's %d", f.name, r, -top, ascent)
			}
		}
		for _, r := range "gpqy" {
			if bottom := f.glyph(r).box[3]; bottom > descent+10 {
				t.Errorf("face %q: %q reaches %d down, beyond the line's %d", f.name, r, bottom, descent)
			}
		}
	}
}

func TestStyleChoosesTheFace(t *testing.T) {
	for style, want := range map[[2]bool]string{{false, false}: "", {true, false}: "-Bold", {false, true}: "-Italic", {true, true}: "-BoldItalic"} {
		if got := (Style{Bold: style[0], Italic: style[1]}).face().name; got != "LiberationSans"+want {
			t.Errorf("%v: face %q, want %q", style, got, want)
		}
	}
}

func TestGlyphsAtTheSameTime(t *testing.T) {
	f := &face{ttf: faces[0].ttf}
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for r := 'a'; r <= 'z'; r++ {
				if f.glyph(r).advance != faces[0].glyph(r).advance {
					t.Errorf("%q", r)
				}
			}
		})
	}
	group.Wait()
}
