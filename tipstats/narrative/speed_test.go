package narrative

import (
	"runtime"
	"strings"
	"testing"
)

// sampleText is a text of about the given length, in the manner of the reports.
func sampleText(tb testing.TB, length int) string {
	var b strings.Builder
	b.WriteString("PROSECUTION\n\n")
	list := readConstructions(tb)
	for i := 0; b.Len() < length; i++ {
		b.WriteString(list[i%len(list)].text)
		b.WriteByte(' ')
		if i%8 == 7 {
			b.WriteString("\n\n")
		}
	}
	return b.String()
}

func BenchmarkExtract(b *testing.B) {
	text := sampleText(b, 30_000)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Extract(text, Options{Report: 2023}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkTenMegabytes reads lines without an end.
func BenchmarkTenMegabytes(b *testing.B) {
	for name, unit := range map[string]string{"one and one": "one and one and ", "brackets": "(", "numbers": "12, ", "word": "a", "lines": "\n", "tags": "<b>", "suspects": "12 suspects; "} {
		text := strings.Repeat(unit, 10<<20/len(unit))
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Extract(text, Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// TestLongTexts reads texts that are long in one way each; none may be worse than in proportion to its length. The time is not
// measured here: a square of these lengths would not end within a test's patience.
func TestLongTexts(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and of one goroutine: -short is for the race detector")
	}
	for name, unit := range map[string]string{
		"numbers": "one and one and ", "words": "investigation ", "brackets": "(12 ", "closed": "12) ", "comparisons": "compared with 12 ", "negations": "did not report any ", "years": "2018-", "digits": "1",
		"letters": "a", "hyphens": "a-", "tags": "<p ", "entities": "&amp", "statutes": "article 12, ", "stops": "U.S. ", "lines": "\n\n12", "sentences": "Police arrested 12 suspects. ", "dashes": "12 -- ",
		"headings": "PROSECUTION ", "protection": "PROTECTION ", "prevention": "Prevention", "parts": "including 12 for sex trafficking ", "quotes": "\"12 ", "months": "in May 2018 and ", "comments": "<!--", "scripts": "<script>", "cut": "thirty-", "commas": "1,", "points": "1.", "marks": "word[1]", "pages": "\n\n12\n\n\f", "heads": "\n\nUTOPIA\n\n", "twice": "12 (12) ",
		"vague": "dozens of tens of ", "halves": "two and a half ", "strokes": "12/", "chains": "1-800-", "contents": "PROSECUTION\nPROTECTION\n", "run-in": "Prosecution. The ", "blanks": "\u00a0\n ", "of": "12 of the 12 of ",
	} {
		text := strings.Repeat(unit, 200_000/len(unit))
		r, err := Extract(text, Options{})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		checkReading(t, text, r)
	}
}

// TestMemoryIsBounded: what is held beside the numbers and rows does not grow with the text.
func TestMemoryIsBounded(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and of one goroutine: -short is for the race detector")
	}
	for _, unit := range []string{"(", "word ", "a", "\n", "<b>", "-", "compared with ", "it did. ", "<", "&"} {
		text := strings.Repeat(unit, 1<<20/len(unit))
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		r, err := Extract(text, Options{})
		runtime.ReadMemStats(&after)
		if err != nil {
			t.Fatal(err)
		}
		beside := int64(after.TotalAlloc-before.TotalAlloc) - 400*int64(len(r.Sentences))
		if beside > 2<<20 {
			t.Errorf("%q, repeated to 1 MB: %d bytes allocated", unit, beside)
		}
	}
}
