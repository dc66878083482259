package figure

import (
	"fmt"
	"sync"

	"codeberg.org/go-fonts/liberation/liberationsansbold"
	"codeberg.org/go-fonts/liberation/liberationsansbolditalic"
	"codeberg.org/go-fonts/liberation/liberationsansitalic"
	"codeberg.org/go-fonts/liberation/liberationsansregular"
	xfont "golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// Metrics of Liberation Sans, in units of 1/2048 em.
const (
	unitsPerEm = 2048
	capHeight  = 1409
	ascent     = 1520 // of b, d, f, h, k, l: the height that a line of text takes
	descent    = 430  // of g, j, p, q, y
)

// A face is one cut of Liberation Sans. Its glyphs are read from the font when
// they are first asked for and kept for as long as the process runs, and so are
// their shapes in dots.
type face struct {
	ttf  []byte
	name string // as PostScript and PDF know it

	tables func() *trueType

	mu     sync.Mutex
	font   *sfnt.Font
	buffer sfnt.Buffer
	glyphs map[rune]*glyph

	maskMu sync.Mutex
	masks  map[maskKey]*mask
}

// A glyph is the shape of a character, in font units, y down, origin at the
// left end of the baseline.
type glyph struct {
	missing bool
	index   uint16 // in the font
	advance int
	box     [4]int // left, top, right, bottom of the ink
	outline []fontSegment
}

// fontSegment is a move (degree 0), a line (1) or a quadratic curve (2), which
// is all that a TrueType outline has; p[0] is the control point of a curve.
type fontSegment struct {
	degree int
	p      [2][2]int
}

var faces = [4]*face{
	newFace("LiberationSans", liberationsansregular.TTF),
	newFace("LiberationSans-Bold", liberationsansbold.TTF),
	newFace("LiberationSans-Italic", liberationsansitalic.TTF),
	newFace("LiberationSans-BoldItalic", liberationsansbolditalic.TTF),
}

func newFace(name string, ttf []byte) *face {
	return &face{name: name, ttf: ttf, tables: sync.OnceValue(func() *trueType {
		tables, err := readTrueType(ttf)
		if err != nil {
			panic(fmt.Sprintf("figure: the embedded font %s: %v", name, err))
		}
		return tables
	})}
}

func (s Style) face() *face {
	i := 0
	if s.Bold {
		i |= 1
	}
	if s.Italic {
		i |= 2
	}
	return faces[i]
}

// glyph returns the shape of r; one that is missing is marked as such.
func (f *face) glyph(r rune) *glyph {
	f.mu.Lock()
	defer f.mu.Unlock()
	if g := f.glyphs[r]; g != nil {
		return g
	}
	if f.font == nil {
		parsed, err := sfnt.Parse(f.ttf)
		if err != nil {
			panic(fmt.Sprintf("figure: the embedded font cannot be read: %v", err))
		}
		f.font, f.glyphs = parsed, make(map[rune]*glyph)
	}
	g, err := f.load(r)
	if err != nil {
		panic(fmt.Sprintf("figure: glyph %U of the embedded font cannot be read: %v", r, err))
	}
	f.glyphs[r] = g
	return g
}

// units returns the sum of the advance widths.
func (f *face) units(s string) int {
	units := 0
	for _, r := range s {
		units += f.glyph(r).advance
	}
	return units
}

func (f *face) load(r rune) (*glyph, error) {
	index, err := f.font.GlyphIndex(&f.buffer, r)
	if err != nil {
		return nil, err
	}
	if index == 0 {
		return &glyph{missing: true}, nil
	}
	return loadGlyph(f.font, &f.buffer, index)
}

func loadGlyph(font *sfnt.Font, buffer *sfnt.Buffer, index sfnt.GlyphIndex) (*glyph, error) {
	// At unitsPerEm pixels an em, one pixel is one font unit.
	advance, err := font.GlyphAdvance(buffer, index, fixed.I(unitsPerEm), xfont.HintingNone)
	if err != nil {
		return nil, err
	}
	segments, err := font.LoadGlyph(buffer, index, fixed.I(unitsPerEm), nil)
	if err != nil {
		return nil, err
	}
	g := &glyph{index: uint16(index), advance: advance.Round(), outline: make([]fontSegment, 0, len(segments))}
	units := func(p fixed.Point26_6) [2]int { return [2]int{p.X.Round(), p.Y.Round()} }
	for _, s := range segments {
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			g.outline = append(g.outline, fontSegment{0, [2][2]int{{}, units(s.Args[0])}})
		case sfnt.SegmentOpLineTo:
			g.outline = append(g.outline, fontSegment{1, [2][2]int{{}, units(s.Args[0])}})
		case sfnt.SegmentOpQuadTo:
			g.outline = append(g.outline, fontSegment{2, [2][2]int{units(s.Args[0]), units(s.Args[1])}})
		default:
			return nil, fmt.Errorf("a cubic curve in a TrueType outline")
		}
	}
	b := segments.Bounds()
	g.box = [4]int{b.Min.X.Floor(), b.Min.Y.Floor(), b.Max.X.Ceil(), b.Max.Y.Ceil()}
	return g, nil
}
