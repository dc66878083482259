package figure

import (
	"bytes"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/unicode/norm"
)

func TestPDFEmbedsTheFontsItUses(t *testing.T) {
	r, _ := marks(t, func(c *Canvas) { c.Text(10, 20, "plain", Style{}); c.Text(10, 40, "slanted", Style{Italic: true}) })
	file, err := r.PDF()
	if err != nil {
		t.Fatal(err)
	}
	objects, err := pdfObjects(file)
	if err != nil {
		t.Fatal(err)
	}
	names, fonts := map[string]bool{}, 0
	base := regexp.MustCompile(`/BaseFont/([^/]+)/`)
	for _, o := range objects {
		if m := base.FindStringSubmatch(o.head); m != nil {
			names[m[1]] = true
		}
		if bytes.HasPrefix(o.content, []byte("\x00\x01\x00\x00")) {
			fonts++
			if len(o.content) > 100<<10 {
				t.Errorf("a font of %d bytes is no subset", len(o.content))
			}
		}
	}
	if len(names) != 3 || fonts != 3 { // the title is bold
		t.Errorf("%d fonts embedded, named %v; want regular, bold and italic", fonts, names)
	}
}

// shownText reads the texts of a page as a viewer does: by the font in force, its numbers and its table of characters.
func shownText(t *testing.T, file []byte) []string {
	t.Helper()
	objects, err := pdfObjects(file)
	if err != nil {
		t.Fatal(err)
	}
	characters := map[string]map[string]string{} // by the font's name on the page
	for _, m := range regexp.MustCompile(`/(F\d) (\d+) 0 R`).FindAllStringSubmatch(objects[pdfPage-1].head, -1) {
		number, _ := strconv.Atoi(m[2])
		to := regexp.MustCompile(`/ToUnicode (\d+) 0 R`).FindStringSubmatch(objects[number-1].head)
		table, _ := strconv.Atoi(to[1])
		characters[m[1]] = map[string]string{}
		for _, entry := range regexp.MustCompile(`(?m)^<([0-9A-F]{4})> <([0-9A-F]{4})>$`).FindAllStringSubmatch(string(objects[table-1].content), -1) {
			unit, _ := strconv.ParseUint(entry[2], 16, 16)
			characters[m[1]][entry[1]] = string(utf16.Decode([]uint16{uint16(unit)}))
		}
	}
	var texts []string
	font := ""
	for _, m := range regexp.MustCompile(`/(F\d) [\d.]+ Tf|<([0-9A-F]*)> Tj`).FindAllStringSubmatch(content(t, file), -1) {
		if m[1] != "" {
			font = m[1]
			continue
		}
		text := ""
		for i := 0; i < len(m[2]); i += 4 {
			text += characters[font][m[2][i:i+4]]
		}
		texts = append(texts, strings.TrimSuffix(text, pdfBehindText))
	}
	return texts
}

// Characters that share a glyph, such as the space and the one that does not break, come back as they were written.
func TestPDFTextComesBack(t *testing.T) {
	written := []string{"é – ≥ → ¶ ’ “ Perú 95 % (a\\b)", "a\u00a0b c", "\u00b5 \u03bc \u03a9 \u2212 - \u2010"}
	line := ""
	for r := rune(0x21); r < 0x500; r++ {
		if checkText(string(r), Style{}) == nil {
			line += norm.NFC.String(string(r))
		}
		if len(line) > 90 {
			written, line = append(written, line), ""
		}
	}
	for from := 0; from < len(written); from += 7 {
		lines := written[from:min(from+7, len(written))]
		r, _ := marks(t, func(c *Canvas) {
			for i, s := range lines {
				c.Text(0, 10+float64(12*i), s, Style{Italic: i == 1})
			}
		})
		file, err := r.PDF()
		if err != nil {
			t.Fatal(err)
		}
		if shown := shownText(t, file); !slices.Equal(shown[1:], lines) { // after the title
			t.Errorf("%q is shown as %q", lines, shown[1:])
		}
	}
}

// A viewer moves on by the widths that the file states; they are those by which texts were measured.
func TestPDFWidths(t *testing.T) {
	const text = "AVATAR To fi ffl — 0123456789 % ½"
	r, own := marks(t, func(c *Canvas) { c.Text(0, 20, text, Style{Size: 10}) })
	f := pdfFonts(own)[0]
	widths := strings.Fields(f.widths())
	sum := 0.0
	for _, c := range text {
		v, err := strconv.ParseFloat(widths[f.number[c]-1], 64)
		if err != nil {
			t.Fatal(err)
		}
		sum += v / 1000 * 10
	}
	if math.Abs(sum-own[0].Width) > 1e-4 {
		t.Errorf("the widths of the file add up to %v points, the text was measured as %v", sum, own[0].Width)
	}
	if file, err := r.PDF(); err != nil || !bytes.Contains(file, []byte("/W[1["+f.widths()[:4])) && len(pdfFonts(r.marks)) == 1 {
		t.Errorf("the widths are not in the file: %v", err)
	}
}

func TestPDFFontNamesTellSubsetsApart(t *testing.T) {
	name := func(s string) string {
		_, own := marks(t, func(c *Canvas) { c.Text(0, 20, s, Style{}) })
		return pdfFonts(own)[0].baseName()
	}
	if name("ab") != name("bab") || name("ab") == name("ac") {
		t.Errorf("%s %s %s", name("ab"), name("bab"), name("ac"))
	}
	if !regexp.MustCompile(`^[A-Z]{6}\+LiberationSans$`).MatchString(name("ab")) {
		t.Error(name("ab"))
	}
}

func TestPDFToUnicodeKeepsListsShort(t *testing.T) {
	f := &pdfFont{face: faces[0]}
	for r := rune('A'); len(f.runes) < 250; r++ {
		f.runes = append(f.runes, r)
	}
	table := string(f.toUnicode())
	for _, want := range []string{"100 beginbfchar\n<0001> <0041>\n", "100 beginbfchar\n<0065> <00A5>\n", "50 beginbfchar\n<00C9> <0109>\n"} {
		if !strings.Contains(table, want) {
			t.Errorf("the table lacks %q:\n%s", want, table)
		}
	}
	if got := strings.Count(table, "endbfchar"); got != 3 {
		t.Error(fmt.Sprint(got, " lists"))
	}
}
