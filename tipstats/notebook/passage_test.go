package notebook

import (
	"strings"
	"testing"
)

func TestParsePassage(t *testing.T) {
	p, err := parsePassage("here", "a {{ b }} c {{= 95 %}}{{d-e.f_1}}")
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(p.parts, "|"); got != "a | c ||" {
		t.Errorf("parts %q", got)
	}
	expected := []placeholder{{"b", false}, {"95 %", true}, {"d-e.f_1", false}}
	for i, place := range p.places {
		if place != expected[i] {
			t.Errorf("placeholder %d is %v, expected %v", i, place, expected[i])
		}
	}
	d := newDoc(Notebook{})
	d.values["b"] = &value{shown: "B"}
	d.values["d-e.f_1"] = &value{shown: "D"}
	if got := d.plain(p); got != "a B c 95 %D" {
		t.Errorf("plain text %q", got)
	}
}

func TestExcerpt(t *testing.T) {
	if got := excerpt(" a\n b "); got != "a b" {
		t.Errorf("%q", got)
	}
	if got := []rune(excerpt(strings.Repeat("é", 1000))); len(got) != 60 || got[59] != '…' {
		t.Errorf("%d characters, %q", len(got), got[len(got)-1])
	}
}
