package chart

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/figure"
	"pgregory.net/rapid"
)

var proofCredit = Credit{
	Country: "Peru",
	Source:  "U.S. Department of State, 2023 Trafficking in Persons Report, Peru",
	Data:    "datasets/peru2023/victims.csv",
}

// proof renders a figure in every profile, which checks that nothing is clipped or overlaps, and returns it as it is. Where
// TIP_LOOK names a folder, it writes the figures there, to be looked at.
func proof(t testing.TB, f *figure.Figure) *figure.Rendered {
	t.Helper()
	for _, p := range profiles {
		if err := inProfile(f, p, look(t, p)); err != nil {
			t.Error(err)
		}
	}
	tall := *f
	tall.Tall = true
	r, err := tall.Render()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

var profiles = []figure.Profile{figure.Nature1, figure.Nature2, figure.PLOS, figure.Screen}

// inProfile renders a figure in a profile and passes what it looks like on.
func inProfile(f *figure.Figure, p figure.Profile, look func(*figure.Rendered)) error {
	other := *f
	other.Profile, other.Tall = p, true
	r, err := other.Render()
	if err != nil {
		return fmt.Errorf("%s: %w", p.Name, err)
	}
	if look != nil {
		look(r)
	}
	return nil
}

// look writes the three files where TIP_LOOK names a folder.
func look(t testing.TB, p figure.Profile) func(*figure.Rendered) {
	folder := os.Getenv("TIP_LOOK")
	if folder == "" {
		return nil
	}
	return func(r *figure.Rendered) {
		png, err := r.PNG()
		if err != nil {
			t.Fatal(err)
		}
		pdf, err := r.PDF()
		if err != nil {
			t.Fatal(err)
		}
		name := strings.NewReplacer("/", "-", " ", "-").Replace(t.Name()) + "-" + p.Name
		for ending, data := range map[string][]byte{".png": png, ".pdf": pdf, ".svg": r.SVG()} {
			if err := os.WriteFile(filepath.Join(folder, name+ending), data, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// pageText is all text of a figure as a reader reads it.
func pageText(r *figure.Rendered) string {
	var lines []string
	for _, m := range r.Marks() {
		if m.Kind == figure.TextMark {
			lines = append(lines, m.Text)
		}
	}
	return strings.Join(lines, " ")
}

// wantText fails where the page lacks one of the texts.
func wantText(t *testing.T, r *figure.Rendered, texts ...string) {
	t.Helper()
	page := pageText(r)
	for _, text := range texts {
		if !strings.Contains(page, text) {
			t.Errorf("the page does not say %q; it says: %s", text, page)
		}
	}
}

// marksAs are the marks of a kind with a role that begins so.
func marksAs(r *figure.Rendered, kind figure.Kind, role string) []figure.Mark {
	var found []figure.Mark
	for _, m := range r.Marks() {
		if m.Kind == kind && strings.HasPrefix(m.Role, role) {
			found = append(found, m)
		}
	}
	return found
}

// wantNear fails where two lengths differ by more than two hundredths of a point.
func wantNear(t *testing.T, what string, got, want float64) {
	t.Helper()
	if math.IsNaN(got) || math.Abs(got-want) > 0.02 {
		t.Errorf("%s: got %.3f points, want %.3f", what, got, want)
	}
}

// anyName draws one of so many names: short, long, of many words, of one word, with characters that a file format would take
// for its own.
func anyName(t *rapid.T, label string, most int) string {
	name := rapid.SampledFrom([]string{
		"", "x", "<b>&amp; \"quoted\" 'text'</b>", "Perú - État d’Ivoire → ≥ 95 %",
		"children and adolescents who were assisted by the special protection units of the ministry in any region of the country",
		strings.Repeat("Unterbringungsmöglichkeiten", 8),
	}).Draw(t, label)
	if n := rapid.IntRange(0, most).Draw(t, label+" number"); n > 0 {
		return fmt.Sprint(name, " ", n)
	}
	return name
}

// anyCount draws a statement of any kind, small and huge.
func anyCount(t *rapid.T) tipstats.Count {
	number := rapid.OneOf(rapid.IntRange(0, 12), rapid.IntRange(0, 300), rapid.IntRange(0, tipstats.MaxCount), rapid.Just(tipstats.MaxCount))
	n, m := number.Draw(t, "n"), number.Draw(t, "m")
	return rapid.SampledFrom([]tipstats.Count{
		tipstats.Exactly(n), tipstats.Exactly(m), tipstats.AtLeast(n), tipstats.AtMost(n), tipstats.Approximately(n),
		tipstats.Between(min(n, m), max(n, m)), tipstats.NotReported, tipstats.NotFound,
	}).Draw(t, "count")
}
