package notebook

import (
	"strings"
	"testing"

	"github.com/tipstats/tip/tipstats/figure"
)

func TestCitation(t *testing.T) {
	d := newDoc(Notebook{Name: "peru2023", Title: "Peru & its courts", Authors: []string{"Castro, María", "tipstats"}, Year: 2026, Address: "https://example.org/a_b",
		Sources: []string{"A report, 2023", "B & C"}})
	d.files["funnel.csv"] = []byte("abc") // whose SHA-256 is the example of FIPS 180-2, B.1
	const hash = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
	got := d.cite(&picture{number: 3, figure: &figure.Figure{Name: "funnel", Title: "100 % of $5."}})
	if expected := "Castro, María; tipstats (2026). 100 % of $5. Figure 3 of “Peru & its courts”, tipstats " + Version + ". https://example.org/a_b. Source: A report, 2023; B & C. Data: funnel.csv, SHA-256 " + hash + "."; got.Plain != expected {
		t.Errorf("%q\nexpected\n%q", got.Plain, expected)
	}
	expected := `@misc{peru2023-funnel,
  author       = {Castro, María and {tipstats}},
  title        = {{100 \% of \$5}},
  year         = {2026},
  howpublished = {Figure 3 of “Peru \& its courts”, tipstats ` + Version + `},
  url          = {https://example.org/a_b},
  note         = {Source: A report, 2023; B \& C. Data: funnel.csv, SHA-256 ` + hash + `},
}
`
	if got.BibTeX != expected {
		t.Errorf("%s\nexpected\n%s", got.BibTeX, expected)
	}
	bare := newDoc(Notebook{Name: "a", Title: "B"}).cite(&picture{number: 1, figure: &figure.Figure{Name: "f", Title: "T"}})
	if !strings.HasPrefix(bare.Plain, "T. Figure 1 of “B”, tipstats "+Version+". Data:") || strings.Contains(bare.BibTeX, "author") || strings.Contains(bare.BibTeX, "year") {
		t.Errorf("without authors and year: %q\n%s", bare.Plain, bare.BibTeX)
	}
}

func TestAPA(t *testing.T) {
	for _, c := range []struct {
		n        Notebook
		expected string
	}{
		{Notebook{Title: "Peru", Authors: []string{"Castro, María José", "Sartre, Jean-Paul", "The tipstats authors"}, Year: 2026, Address: "https://example.org"},
			"Castro, M. J., Sartre, J.-P., & The tipstats authors. (2026). Of 160, 89 [Figure]. In Peru (Figure 3). https://example.org"},
		{Notebook{Title: "Peru", Authors: []string{"Castro, María"}, Year: 2026}, "Castro, M. (2026). Of 160, 89 [Figure]. In Peru (Figure 3)."},
		{Notebook{Title: "Peru"}, "Of 160, 89 [Figure]. (n.d.). In Peru (Figure 3)."},
	} {
		if got := c.n.apa(3, "Of 160, 89"); got != c.expected {
			t.Errorf("%q, expected %q", got, c.expected)
		}
	}
}
