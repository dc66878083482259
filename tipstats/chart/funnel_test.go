package chart

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/figure"
)

// TestFunnelOfPeru holds the bars against the figures: within a panel each segment is as long as its count says, to the grid
// of 0.01 point at both of its ends.
func TestFunnelOfPeru(t *testing.T) {
	r := proof(t, Funnel(peruFunnel(t, 2022), peruCredit))
	for _, panel := range []map[string]float64{
		{
			"investigations opened sex": 298, "investigations opened labor": 194, "investigations opened unspecified": 321,
			"prosecutions begun sex": 58, "prosecutions begun labor": 17, "prosecutions begun unspecified": 28,
			"prosecutions continued sex": 24, "prosecutions continued labor": 13, "prosecutions continued unspecified": 8,
		},
		{
			"defendants prosecuted not split": 241, "convicted sex": 61, "convicted labor": 21, "convicted unspecified": 7,
			"acquitted not split": 71,
		},
	} {
		sum, width := 0.0, 0.0
		for name, count := range panel {
			sum, width = sum+count, width+barWidth(t, r, name)
		}
		for name, count := range panel {
			if got, want := barWidth(t, r, name), count*width/sum; got < want-0.02 || got > want+0.02 {
				t.Errorf("%s is %.3f points long, want %.3f", name, got, want)
			}
		}
	}
	wantText(t, r, "813", "298", "194", "321", "103", "45", "241", "89", "71", "61", "21", "58", "not reported",
		"12.7 for every 100 investigations opened (flow ratio, 95 % interval 10.2 to 15.6)", "begun in earlier years",
		"55.6 % of defendants with a verdict (95 % interval 47.9 to 63.1)", "17 labor, 28 unspecified", "24 sex, 13 labor, 8 unspecified",
		"Defendants with a verdict (160) are the sum of the convicted (89) and the acquitted (71)", "in new and ongoing cases", "forms not stated",
		"Of 160 defendants in Peru whose verdict the report states for 2022, 89 were convicted: 55.6 % (95 % interval 47.9 to 63.1)",
		"Wilson", "exact conditional", "2023 Trafficking in Persons Report", "datasets/peru2023/enforcement.csv", "CASES", "PERSONS")
}

func barWidth(t *testing.T, r *figure.Rendered, name string) float64 {
	t.Helper()
	marks := marksAs(r, figure.RectMark, "bar "+name)
	if len(marks) != 1 {
		t.Fatalf("%d marks for %q", len(marks), name)
	}
	return marks[0].Box.W
}

func TestFunnelOfPeruSegmentsJoin(t *testing.T) {
	r := proof(t, Funnel(peruFunnel(t, 2022), peruCredit))
	at := 0.0
	for i, form := range []string{"sex", "labor", "unspecified"} {
		box := marksAs(r, figure.RectMark, "bar investigations opened "+form)[0].Box
		if i > 0 {
			wantNear(t, form+" begins where the one before ends", box.X, at)
		}
		at = box.Right()
	}
}

func TestFunnelMarksWhatIsMissing(t *testing.T) {
	r := proof(t, Funnel(peruFunnel(t, 2020), peruCredit))
	wantText(t, r, "not found", "at least 44", "29", "may be incomplete", "no conviction rate: acquittals (persons) not found in any source",
		"Hollow: the source says that the figure may be incomplete (at least 44 persons prosecuted in 2020; 29 convictions in 2020)")
	for _, row := range []string{"all stages", "acquitted"} {
		if len(marksAs(r, figure.LineMark, "gap "+row)) != 1 {
			t.Errorf("%s has no dash", row)
		}
		for _, m := range r.Marks() {
			if strings.HasPrefix(m.Role, "bar "+row) {
				t.Errorf("%s was not found and has a bar: %v", row, m.Box)
			}
		}
	}
	if len(marksAs(r, figure.PathMark, "open defendants prosecuted")) != 1 {
		t.Error("at least 44 has no arrow")
	}
	if len(marksAs(r, figure.PathMark, "open convicted")) != 0 {
		t.Error("29 has an arrow")
	}
	for _, m := range marksAs(r, figure.RectMark, "bar convicted not split") {
		if m.Fill != figure.White && m.Fill != (figure.Color{}) {
			t.Errorf("29, which may be incomplete, is filled with %v", m.Fill)
		}
	}
}

func TestFunnelDrawsBoundsHatched(t *testing.T) {
	f := funnelOf(t, "conviction,unstated,all,person,10,at_most", "acquittal,unstated,all,person,40,exact")
	r := proof(t, Funnel(f, Credit{}))
	if len(marksAs(r, figure.PathMark, "bar convicted unsure")) != 1 {
		t.Error("at most 10 is not hatched")
	}
	unsure, sure := barWidth(t, r, "convicted unsure"), barWidth(t, r, "acquitted not split")
	wantNear(t, "at most 10 beside 40", unsure, sure/4)
	wantText(t, r, "at most 10", "at most 20.0 % of defendants with a verdict", "Of the defendants in PER whose verdict the report states for 2022, at most 20.0 %")
}

func TestFunnelOfContradictingForms(t *testing.T) {
	f := funnelOf(t, "conviction,unstated,all,person,10,exact", "conviction,unstated,sex,person,8,exact", "conviction,unstated,labor,person,9,exact")
	r := proof(t, Funnel(f, Credit{}))
	wantText(t, r, "its forms add up to 17, so they are not drawn")
	if len(marksAs(r, figure.RectMark, "bar convicted sex")) != 0 {
		t.Error("forms that exceed their total are drawn")
	}
}

// funnelOf is the funnel of rows that are given as stage, cohort, form, unit, value and bound.
func funnelOf(t testing.TB, rows ...string) *tipstats.Funnel {
	t.Helper()
	return funnelIn(t, 2022, rows...)
}

// funnelIn is the funnel of a year, of rows that begin with their stage.
func funnelIn(t testing.TB, year int, rows ...string) *tipstats.Funnel {
	t.Helper()
	header, _, _ := strings.Cut(peruCSV, "\n")
	csv := header + "\n"
	for _, row := range rows {
		csv += fmt.Sprintf("PER,2023,%d,", year) + row + ",,true,s,,\n"
	}
	ds, err := tipstats.ReadCSV(strings.NewReader(csv))
	if err != nil {
		t.Fatal(err)
	}
	f, err := ds.Funnel("PER", year)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// TestFunnelData holds the table against the dataset: every row of the year is in it, in full, and the two rates with full
// precision.
func TestFunnelData(t *testing.T) {
	table := Funnel(peruFunnel(t, 2022), peruCredit).Data
	var cells []string
	for _, row := range table.Rows {
		cells = append(cells, strings.Join(row, ","))
	}
	for _, o := range peruDataset(t).Observations() {
		if o.Year != 2022 {
			continue
		}
		value, bound := boundCells(o.Count)
		part := fmt.Sprintf("PER,2022,%s,%s,%s,%s,%s,%s", o.Stage, o.Cohort, o.Form, o.Unit, value, bound)
		if !slices.ContainsFunc(cells, func(row string) bool { return strings.Contains(row, part) }) {
			t.Errorf("the table lacks %s", part)
		}
	}
	all := strings.Join(cells, "\n")
	for _, number := range []string{"0.55625", "0.126691266913", "0.478844996886", "0.631017306157"} {
		if !strings.Contains(all, number) {
			t.Errorf("the table lacks %s:\n%s", number, all)
		}
	}
}

func TestFunnelTitles(t *testing.T) {
	for _, c := range []struct {
		rows  []string
		title string
	}{
		{[]string{"conviction,unstated,all,person,1,exact", "acquittal,unstated,all,person,0,exact"},
			"Of 1 defendant in X whose verdict the report states for 2022, 1 was convicted: 100.0 % (95 % interval 20.7 to 100.0)"},
		{[]string{"conviction,unstated,all,person,NR,exact"}, "X, 2022: the report states no count of investigations, prosecutions or verdicts"},
		{[]string{"investigation,new,all,case,1,exact"}, "X, 2022: the report states 1 investigation, from which no conviction rate follows"},
		{[]string{"conviction,unstated,all,person,30,approx", "acquittal,unstated,all,person,70,exact"},
			"Of about 100 defendants in X whose verdict the report states for 2022, about 30 were convicted: 30.0 % (95 % interval 21.9 to 39.6)"},
	} {
		if got := Funnel(funnelOf(t, c.rows...), Credit{Country: "X"}).Title; got != c.title {
			t.Errorf("%q: got %q, want %q", c.rows, got, c.title)
		}
	}
}

// TestFunnelEveryPartIsWrittenOut: the number of each form stands inside its segment, or beside the bar with its name.
func TestFunnelEveryPartIsWrittenOut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var list []tipstats.Observation
		for _, stage := range []tipstats.Stage{tipstats.Investigation, tipstats.Prosecution} {
			o := tipstats.Observation{Country: "PER", Report: 2023, Year: 2022, Stage: stage, Unit: tipstats.Case, Cohort: tipstats.New, Complete: true, Source: "s"}
			total := 0
			for _, form := range formsInOrder {
				n := rapid.OneOf(rapid.IntRange(1, 9), rapid.IntRange(1, 100_000)).Draw(t, "n")
				o.Form, o.Count = form, tipstats.Exactly(n)
				total += n
				list = append(list, o)
			}
			o.Form, o.Count = tipstats.AllForms, tipstats.Exactly(total)
			list = append(list, o)
		}
		ds, err := tipstats.NewDataset(list)
		if err != nil {
			t.Fatal(err)
		}
		f, err := ds.Funnel("PER", 2022)
		if err != nil {
			t.Fatal(err)
		}
		r, err := Funnel(f, peruCredit).Render()
		if err != nil {
			t.Fatal(err)
		}
		page := pageText(r)
		for _, o := range list {
			if o.Form == tipstats.AllForms {
				continue
			}
			row := stageLabel(o.Stage, o.Unit, o.Cohort)
			inside := marksAs(r, figure.TextMark, "part "+row+" "+string(o.Form))
			if len(inside) == 1 && inside[0].Text != counted(o.Count) || len(inside) == 0 && !strings.Contains(page, counted(o.Count)+" "+shortName(string(o.Form))) {
				t.Fatalf("%s %s, %s: neither inside nor beside the bar: %s", counted(o.Count), row, o.Form, page)
			}
		}
	})
}
