package figure

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"
)

// pdfFont is a face as a file embeds it: with the characters that its texts use, each of which has a glyph of its own, so that a reader
// gets back the characters that were written. The page names a character by the number of its glyph in the subset.
type pdfFont struct {
	face   *face
	first  int // the number of its first object
	runes  []rune
	number map[rune]uint16
}

// pdfBehindText is written behind every text. It sets it apart from the next for those who read the page without seeing it.
const pdfBehindText = " "

// Every font takes these objects, one after the other.
const (
	pdfFontItself = iota // as the page uses it: with numbers of two bytes
	pdfFontGlyphs        // widths
	pdfFontDescriptor
	pdfFontFile
	pdfFontUnicode // which characters the glyphs stand for
	pdfFontObjects
)

// pdfFonts returns the fonts that the texts use.
func pdfFonts(marks []Mark) []*pdfFont {
	used := make(map[*face]*pdfFont)
	for i := range marks {
		if m := &marks[i]; m.Kind == TextMark {
			f := used[m.Style.face()]
			if f == nil {
				f = &pdfFont{face: m.Style.face(), number: make(map[rune]uint16)}
				used[f.face] = f
			}
			for _, r := range m.Text + pdfBehindText {
				if _, known := f.number[r]; !known {
					f.number[r] = 0
					f.runes = append(f.runes, r)
				}
			}
		}
	}
	var fonts []*pdfFont
	for _, face := range faces {
		f := used[face]
		if f == nil {
			continue
		}
		f.first = pdfFirstFont + pdfFontObjects*len(fonts)
		slices.Sort(f.runes)
		for i, r := range f.runes {
			f.number[r] = uint16(i + 1) // 0 is the glyph of a missing character
		}
		fonts = append(fonts, f)
	}
	return fonts
}

// name is what the page calls the font.
func (f *pdfFont) name() string {
	return "/F" + strconv.Itoa((f.first-pdfFirstFont)/pdfFontObjects+1)
}

// pdfFontNames are the entries of the page's resources that name the fonts.
func pdfFontNames(fonts []*pdfFont) string {
	var b strings.Builder
	for _, f := range fonts {
		b.WriteString(f.name() + " " + pdfReference(f.first+pdfFontItself))
	}
	return b.String()
}

// appendText writes the glyphs of a text.
func (f *pdfFont) appendText(out []byte, s string) []byte {
	const digits = "0123456789ABCDEF"
	out = append(out, '<')
	for _, r := range s {
		n := f.number[r]
		out = append(out, digits[n>>12], digits[n>>8&15], digits[n>>4&15], digits[n&15])
	}
	return append(out, '>')
}

func (f *pdfFont) objects() []pdfObject {
	tables := f.face.tables()
	base := f.baseName()
	glyphs := make([]uint16, len(f.runes))
	for i, r := range f.runes {
		glyphs[i] = f.face.glyph(r).index
	}
	file := tables.subset(glyphs)
	signed := func(table []byte, at int) int { return pdfUnits(int(int16(binary.BigEndian.Uint16(table[at:])))) }
	angle, flags, stem := 0, 4, 84 // a set of characters of its own
	if strings.Contains(f.face.name, "Italic") {
		angle, flags = -12, flags|64
	}
	if strings.Contains(f.face.name, "Bold") {
		stem = 138
	}
	box := tables.head[36:44]
	return []pdfObject{
		{head: fmt.Sprintf("<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/DescendantFonts[%s]/ToUnicode %s>>\n",
			base, pdfReference(f.first+pdfFontGlyphs), pdfReference(f.first+pdfFontUnicode))},
		{head: fmt.Sprintf("<</Type/Font/Subtype/CIDFontType2/BaseFont/%s/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"+
			"/FontDescriptor %s/CIDToGIDMap/Identity/W[1[%s]]>>\n", base, pdfReference(f.first+pdfFontDescriptor), f.widths())},
		{head: fmt.Sprintf("<</Type/FontDescriptor/FontName/%s/Flags %d/FontBBox[%d %d %d %d]/ItalicAngle %d/Ascent %d/Descent %d/CapHeight %d/StemV %d/FontFile2 %s>>\n",
			base, flags, signed(box, 0), signed(box, 2), signed(box, 4), signed(box, 6), angle,
			signed(tables.hhea, 4), signed(tables.hhea, 6), pdfUnits(capHeight), stem, pdfReference(f.first+pdfFontFile))},
		{head: fmt.Sprintf("<</Length/Length1 %d/Filter/FlateDecode>>\n", len(file)), content: file},
		{head: "<</Length/Filter/FlateDecode>>\n", content: f.toUnicode()},
	}
}

// baseName is the name of the font behind six letters that tell one subset from another.
func (f *pdfFont) baseName() string {
	sum := fnv.New64a()
	sum.Write([]byte(string(f.runes)))
	rest := sum.Sum64()
	var tag [6]byte
	for i := range tag {
		tag[i] = byte('A' + rest%26)
		rest /= 26
	}
	return string(tag[:]) + "+" + f.face.name
}

// widths are the advance widths of the glyphs from the first on.
func (f *pdfFont) widths() string {
	var b []byte
	for i, r := range f.runes {
		if i > 0 {
			b = append(b, ' ')
		}
		hundredThousandths := (int64(f.face.glyph(r).advance)*100_000_000*2 + unitsPerEm) / (2 * unitsPerEm)
		b = strconv.AppendFloat(b, float64(hundredThousandths)/1e5, 'f', -1, 64)
	}
	return string(b)
}

// pdfUnits brings a length of the font to thousandths of its size.
func pdfUnits(v int) int { return divide(int64(v)*1000, unitsPerEm) }

// toUnicode is the table by which a reader turns glyphs back into characters.
func (f *pdfFont) toUnicode() []byte {
	var b bytes.Buffer
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	const most = 100 // entries that one list may have
	for from := 0; from < len(f.runes); from += most {
		list := f.runes[from:min(from+most, len(f.runes))]
		fmt.Fprintf(&b, "%d beginbfchar\n", len(list))
		for i, r := range list {
			fmt.Fprintf(&b, "<%04X> <", from+i+1)
			for _, u := range utf16.Encode([]rune{r}) {
				fmt.Fprintf(&b, "%04X", u)
			}
			b.WriteString(">\n")
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	return b.Bytes()
}
