package tipstats

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/tipstats/tip/tipstats/frame"
)

func TestReadCSVSaysWhereAndWhat(t *testing.T) {
	header, _, _ := strings.Cut(peruCSV, "\n")
	const good = "PER,2023,2022,conviction,unstated,all,person,89,exact,,true,s,,"
	for name, c := range map[string]struct {
		csv    string
		line   int
		column string
		words  string
	}{
		"negative":            {strings.Replace(good, "89", "-1", 1), 2, "value", `read "-1"`},
		"fraction":            {strings.Replace(good, "89", "8.9", 1), 2, "value", `read "8.9"`},
		"overflow":            {strings.Replace(good, "89", "99999999999999999999", 1), 2, "value", "999999"},
		"thousands":           {strings.Replace(good, "89", "1 266", 1), 2, "value", "a whole number"},
		"unknown stage":       {strings.Replace(good, "conviction", "convicton", 1), 2, "stage", "conviction"},
		"unknown unit":        {strings.Replace(good, "person", "people", 1), 2, "unit", "case, person"},
		"country in lower":    {strings.Replace(good, "PER", "per", 1), 2, "country", "[A-Z]{3}"},
		"ragged":              {good + ",", 2, "", "14"},
		"duplicate key":       {good + "\n" + good, 3, "", "line 2"},
		"year after report":   {strings.Replace(good, "2022", "2024", 1), 2, "year", "2023"},
		"bound without value": {strings.Replace(good, "89,exact", "NR,at_least", 1), 2, "bound", "missing"},
		"value without bound": {strings.Replace(good, "89,exact", "89,", 1), 2, "bound", "at_least"},
		"complete left open":  {strings.Replace(good, "true", "", 1), 2, "complete", "true or false"},
	} {
		_, err := ReadCSV(strings.NewReader(header + "\n" + c.csv + "\n"))
		var problems frame.Problems
		if !errors.As(err, &problems) || len(problems) != 1 {
			t.Errorf("%s: %v", name, err)
			continue
		}
		p := problems[0]
		if p.Line != c.line || c.column != "" && p.Name != c.column || !strings.Contains(p.Error(), c.words) {
			t.Errorf("%s: %+v, %v", name, p, p)
		}
	}
}

func TestReadCSVReportsEverything(t *testing.T) {
	header, _, _ := strings.Cut(peruCSV, "\n")
	_, err := ReadCSV(strings.NewReader(header + `
per,2023,2022,conviction,unstated,all,person,89,exact,,true,s,,
PER,2023,2024,conviction,unstated,all,person,89,exact,,true,s,,
PER,2023,2022,verdict,unstated,all,person,-3,exact,,yes,,,
`))
	var problems frame.Problems
	if !errors.As(err, &problems) || len(problems) != 6 {
		t.Errorf("want six problems, got %v", err)
	}
}

func TestMissingValuesSurviveTheRoundTrip(t *testing.T) {
	d := withRows(t,
		"PER,2023,2022,arrest,new,all,person,NR,exact,,true", "PER,2023,2022,arrest,new,sex,person,NR,,,true",
		"PER,2023,2022,arrest,new,labor,person,,exact,,true", "PER,2023,2022,arrest,ongoing,labor,person,,,,true",
		"PER,2023,2022,arrest,both,all,person,0,exact,,true", "PER,2023,2022,arrest,both,sex,person,4,at_least,,false",
		"PER,2023,2022,arrest,both,labor,person,5,at_most,,true", "PER,2023,2022,arrest,both,other,person,120,approx,,true")
	want := []Count{NotReported, NotReported, NotFound, NotFound, Exactly(0), AtLeast(4), AtMost(5), Approximately(120)}
	var file bytes.Buffer
	if err := d.WriteCSV(&file); err != nil {
		t.Fatal(err)
	}
	fromFrame := must[*Dataset](t)(FromFrame(d.Frame()))
	fromFile := must[*Dataset](t)(ReadCSV(&file))
	for i, o := range d.Observations() {
		if o.Count != want[i] {
			t.Errorf("row %d: %v, want %v", i, o.Count, want[i])
		}
	}
	if !slices.Equal(fromFile.Observations(), d.Observations()) {
		t.Error("the file gives other observations back")
	}
	if !slices.Equal(fromFrame.Observations(), d.Observations()) {
		t.Errorf("the data frame gives other observations back: %v", fromFrame.Observations())
	}
}

func TestNewDatasetChecks(t *testing.T) {
	o := read(t, peruCSV).Observations()
	again := must[*Dataset](t)(NewDataset(o))
	if !slices.Equal(again.Observations(), o) {
		t.Error("NewDataset changed the observations")
	}
	o[0].Country = "changed by the caller"
	if again.Observations()[0].Country != "PER" {
		t.Error("the dataset shares memory with its caller")
	}
	if _, err := NewDataset(o); err == nil || !strings.Contains(err.Error(), "changed by the caller") {
		t.Errorf("%v", err)
	}
	o[0].Country, o[0].Count = "PER", Between(3, 5)
	if _, err := NewDataset(o); err == nil || !strings.Contains(err.Error(), "between 3 and 5") {
		t.Errorf("%v", err)
	}
}

func FuzzReadCSV(f *testing.F) {
	f.Add(peruCSV)
	header, _, _ := strings.Cut(peruCSV, "\n")
	f.Add(header + "\nPER,2023,2022,conviction,unstated,all,person,89,exact,,true,\"a \"\"b\"\"\r\nc\",,é\r\n")
	f.Add("\ufeff" + header)
	f.Add("")
	f.Fuzz(func(t *testing.T, csv string) {
		d, err := ReadCSV(strings.NewReader(csv))
		if err != nil {
			if err.Error() == "" {
				t.Error("an error without a message")
			}
			return
		}
		var file bytes.Buffer
		if err := d.WriteCSV(&file); err != nil {
			t.Fatalf("what was read cannot be written: %v", err)
		}
		again, err := ReadCSV(&file)
		if err != nil {
			t.Fatalf("what was written cannot be read: %v", err)
		}
		if !slices.Equal(d.Observations(), again.Observations()) {
			t.Error("another dataset came back")
		}
		d.Check()
		for _, country := range d.Countries() {
			for _, year := range d.Years(country) {
				f, err := d.Funnel(country, year)
				if err != nil {
					t.Fatal(err)
				}
				f.Candidates()
			}
		}
	})
}

// TestFormulasAreNeutralised: no spreadsheet finds a formula in what WriteCSV writes, and ReadCSV gives the texts back.
func TestFormulasAreNeutralised(t *testing.T) {
	header, _, _ := strings.Cut(peruCSV, "\n")
	file := header + "\nPER,2023,2022,conviction,unstated,all,person,89,exact,,true,'=cmd,@SUM(A1),\"=HYPERLINK(\"\"x\"\")\"\n"
	ds, err := ReadCSV(strings.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	if o := ds.Observations()[0]; o.Source != "=cmd" || o.Locator != "@SUM(A1)" || o.Note != `=HYPERLINK("x")` {
		t.Errorf("read %+v", o)
	}
	var written bytes.Buffer
	if err := ds.WriteCSV(&written); err != nil {
		t.Fatal(err)
	}
	if !strings.HasSuffix(written.String(), ",'=cmd,'@SUM(A1),\"'=HYPERLINK(\"\"x\"\")\"\n") {
		t.Errorf("wrote %s", &written)
	}
	again, err := ReadCSV(&written)
	if err != nil || !slices.Equal(again.Observations(), ds.Observations()) {
		t.Errorf("%v, read back %+v", err, again)
	}
}
