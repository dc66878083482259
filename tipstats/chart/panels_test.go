package chart

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/figure"
	"pgregory.net/rapid"
)

// Every number is on the page: inside its segment, or behind the bar with its name.
func TestEveryPartIsWrittenOut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		split := VictimSplit{By: "sex"}
		total := 0
		for _, group := range []string{"girls", "boys"} {
			for _, form := range formsInOrder {
				n := rapid.OneOf(rapid.IntRange(1, 9), rapid.IntRange(1, 100_000)).Draw(t, "n")
				total += n
				split.Cells = append(split.Cells, VictimCell{group, form, tipstats.Exactly(n)})
			}
		}
		r, err := Victims(VictimFigures{Year: 2022, Total: tipstats.Exactly(total), Splits: []VictimSplit{split}}, Credit{}).Render()
		if err != nil {
			t.Fatal(err)
		}
		page := pageText(r)
		for _, cell := range split.Cells {
			number := counted(cell.Count)
			inside := marksAs(r, figure.TextMark, "part "+cell.Group+" "+string(cell.Form))
			if len(inside) == 1 && inside[0].Text != number || len(inside) == 0 && !strings.Contains(page, number+" "+formName(cell.Form)) {
				t.Fatalf("%s of %s, %s: neither inside nor behind the bar: %s", number, cell.Group, cell.Form, page)
			}
		}
		perPerson := 0.0
		for _, m := range marksAs(r, figure.RectMark, "bar all ") {
			perPerson += m.Box.W / float64(total)
		}
		for _, cell := range split.Cells {
			n, _ := cell.Count.Value()
			for _, m := range marksAs(r, figure.RectMark, "bar "+cell.Group+" "+string(cell.Form)) {
				if want := perPerson * float64(n); m.Box.W-want > 0.02 || want-m.Box.W > 0.02 {
					t.Fatalf("%s: %.3f points for %d, want %.3f", m.Role, m.Box.W, n, want)
				}
			}
		}
	})
}

// Names come out as text, whatever characters they are made of.
func TestNamesAreEscaped(t *testing.T) {
	name := `<script>alert("1")</script> & 'Perú' ]]>`
	credit := Credit{Country: name, Source: name, Data: name}
	for _, f := range []*figure.Figure{
		Reporting([]ReportingEntry{{Section: name, Topic: name, Year: 2022, Status: Reported, Figure: "<1>", Note: name}}, credit),
		Penalties(name, []PenaltyRange{{name, tipstats.Exactly(1), name}}, []Sentence{{name, tipstats.Exactly(2), name}}, credit),
		Victims(VictimFigures{2022, name, tipstats.Exactly(1), []VictimSplit{{name, []VictimCell{{name, tipstats.Sex, tipstats.Exactly(1)}}}}}, credit),
		Assisted(name, []AssistedYear{{Year: 2022, Count: tipstats.Exactly(1), Parts: []CountPart{{name, tipstats.Exactly(1)}}}}, credit),
		Capacity([]CapacityFigure{{Label: name, Count: tipstats.Exactly(1), Whole: tipstats.Exactly(2), Of: name, Note: name}}, credit),
	} {
		r, err := f.Render()
		if err != nil {
			t.Fatal(err)
		}
		text, err := xmlText(r.SVG())
		if err != nil {
			t.Errorf("%s: %v", f.Name, err)
		}
		if !strings.Contains(text, `alert("1")`) || strings.Contains(text, "element script") {
			t.Errorf("%s: the name is not text: %s", f.Name, text)
		}
	}
}

// xmlText is the text of a document, and the names of its elements.
func xmlText(document []byte) (string, error) {
	var text strings.Builder
	for d := xml.NewDecoder(strings.NewReader(string(document))); ; {
		token, err := d.Token()
		switch token := token.(type) {
		case xml.CharData:
			text.Write(token)
		case xml.StartElement:
			fmt.Fprintf(&text, " element %s ", token.Name.Local)
		}
		if err == io.EOF {
			return text.String(), nil
		} else if err != nil {
			return text.String(), err
		}
	}
}
