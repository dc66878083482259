package figure

import (
	"encoding/binary"
	"fmt"
)

// A trueType holds the tables of a font file that the shapes of its glyphs are in. Offsets to glyphs take four bytes, and every glyph has
// an advance width of its own, as in the fonts that this package embeds.
type trueType struct {
	head, hhea, maxp, hmtx, loca, glyf []byte
}

// readTrueType finds the tables of a font file.
func readTrueType(file []byte) (*trueType, error) {
	const directory, entry = 12, 16
	if len(file) < directory {
		return nil, fmt.Errorf("a font file of %d bytes", len(file))
	}
	f := &trueType{}
	wanted := map[string]*[]byte{"head": &f.head, "hhea": &f.hhea, "maxp": &f.maxp, "hmtx": &f.hmtx, "loca": &f.loca, "glyf": &f.glyf}
	for i := range int(binary.BigEndian.Uint16(file[4:])) {
		at := directory + i*entry
		if at+entry > len(file) {
			return nil, fmt.Errorf("a font file whose directory is cut off")
		}
		table := wanted[string(file[at:at+4])]
		if table == nil {
			continue
		}
		offset, size := uint64(binary.BigEndian.Uint32(file[at+8:])), uint64(binary.BigEndian.Uint32(file[at+12:]))
		if offset+size > uint64(len(file)) {
			return nil, fmt.Errorf("a font file whose table %q is cut off", file[at:at+4])
		}
		*table = file[offset : offset+size : offset+size]
	}
	return f, f.check()
}

// check holds the tables against what the rest of this file takes for granted.
func (f *trueType) check() error {
	if len(f.head) < 54 || len(f.hhea) < 36 || len(f.maxp) < 32 {
		return fmt.Errorf("a font without the tables head, hhea and maxp of TrueType")
	}
	if n := f.glyphs(); len(f.loca) < 4*(n+1) || len(f.hmtx) < 4*n || binary.BigEndian.Uint16(f.head[50:]) != 1 {
		return fmt.Errorf("a font of %d glyphs with %d bytes of offsets and %d of widths; four a glyph are expected", n, len(f.loca), len(f.hmtx))
	}
	return nil
}

// glyphs returns how many glyphs the font has.
func (f *trueType) glyphs() int { return int(binary.BigEndian.Uint16(f.maxp[4:])) }

// metrics returns the advance width and the left side bearing of a glyph, as the table hmtx holds them.
func (f *trueType) metrics(index uint16) []byte { return f.hmtx[4*int(index) : 4*int(index)+4] }

// glyph returns the outline of a glyph as the table glyf holds it; nothing of a blank one.
func (f *trueType) glyph(index uint16) []byte {
	at := 4 * int(index)
	return f.glyf[binary.BigEndian.Uint32(f.loca[at:]):binary.BigEndian.Uint32(f.loca[at+4:])]
}

// Where a glyph of the table glyf begins to differ: behind the number of contours and the box.
const glyphHead = 10

// Flags of a component of a composite glyph.
const (
	wordArguments   = 0x0001
	oneScale        = 0x0008
	moreComponents  = 0x0020
	twoScales       = 0x0040
	fourScales      = 0x0080
	hasInstructions = 0x0100
)

// unhinted returns an outline without the instructions that fit it to coarse grids, which PDF does not need: they are
// half of the font. Glyphs that it is composed of are renumbered.
func unhinted(glyph []byte, renumber func(uint16) uint16) []byte {
	if len(glyph) == 0 {
		return nil
	}
	if contours := int16(binary.BigEndian.Uint16(glyph)); contours >= 0 {
		at := glyphHead + 2*int(contours)
		points := 0
		if contours > 0 {
			points = int(binary.BigEndian.Uint16(glyph[at-2:])) + 1
		}
		outline := glyph[at+2+int(binary.BigEndian.Uint16(glyph[at:])):]
		plain := append(make([]byte, 0, len(glyph)), glyph[:at]...)
		return append(append(plain, 0, 0), outline[:outlineSize(outline, points)]...)
	}
	plain := append([]byte(nil), glyph...)
	for at := glyphHead; ; {
		flags := binary.BigEndian.Uint16(plain[at:])
		binary.BigEndian.PutUint16(plain[at:], flags&^hasInstructions)
		binary.BigEndian.PutUint16(plain[at+2:], renumber(binary.BigEndian.Uint16(plain[at+2:])))
		at += componentSize(flags)
		if flags&moreComponents == 0 {
			return plain[:at]
		}
	}
}

// outlineSize is how many bytes the points of a glyph take: their flags, of which one may stand for several, then their coordinates.
func outlineSize(outline []byte, points int) int {
	const repeated = 0x08
	at, coordinates := 0, 0
	for points > 0 {
		flags, times := outline[at], 1
		at++
		if flags&repeated != 0 {
			times += int(outline[at])
			at++
		}
		points -= times
		coordinates += times * (coordinateSize(flags) + coordinateSize(flags>>1))
	}
	return at + coordinates
}

// coordinateSize is how many bytes the x coordinate of a point takes. The flags of y are those of x moved by one.
func coordinateSize(flags byte) int {
	const short, same = 0x02, 0x10
	switch {
	case flags&short != 0:
		return 1
	case flags&same != 0:
		return 0
	}
	return 2
}

// componentSize is how many bytes a component takes: flags, glyph, its place and its scale.
func componentSize(flags uint16) int {
	size := 4 + 2
	if flags&wordArguments != 0 {
		size += 2
	}
	switch {
	case flags&oneScale != 0:
		size += 2
	case flags&twoScales != 0:
		size += 4
	case flags&fourScales != 0:
		size += 8
	}
	return size
}
