package tipstats

import (
	"strings"
	"testing"
)

func TestFunnelOfPeru(t *testing.T) {
	f := peru(t, 2022)
	for name, c := range map[string]struct {
		got  Observation
		want Count
	}{
		"investigations": {f.Investigations, Exactly(813)},
		"prosecutions":   {f.Prosecutions, Exactly(103)},
		"continued":      {f.ContinuedProsecutions, Exactly(45)},
		"defendants":     {f.Defendants, Exactly(241)},
		"arrests":        {f.Arrests, NotReported},
		"convictions":    {f.Convictions, Exactly(89)},
		"acquittals":     {f.Acquittals, Exactly(71)},
		"dismissals":     {f.Dismissals, NotFound},
	} {
		if c.got.Count != c.want || c.got.Country != "PER" || c.got.Year != 2022 {
			t.Errorf("%s: %v, want %v", name, c.got, c.want)
		}
	}
	var parts []string
	for _, o := range f.Breakdown(f.Investigations) {
		parts = append(parts, string(o.Form)+" "+o.Count.String())
	}
	if got := strings.Join(parts, ", "); got != "sex 298, labor 194, unspecified 321" {
		t.Errorf("breakdown: %s", got)
	}
	if parts := f.Breakdown(f.Acquittals); len(parts) != 0 {
		t.Errorf("acquittals are not split: %v", parts)
	}
	if d := peru(t, 2020).Defendants; d.Count != AtLeast(44) || d.Complete {
		t.Errorf("defendants of 2020: %v", d)
	}
}

func TestFunnelTakesTheNewestEdition(t *testing.T) {
	d := withRows(t,
		"PER,2022,2021,conviction,unstated,all,person,230,exact,,true",
		"PER,2023,2021,conviction,unstated,all,person,233,exact,,true",
		"PER,2022,2021,acquittal,unstated,all,person,5,exact,,true")
	f := must[*Funnel](t)(d.Funnel("PER", 2021))
	if f.Convictions.Count != Exactly(233) || f.Acquittals.Count != Exactly(5) {
		t.Errorf("%v, %v", f.Convictions, f.Acquittals)
	}
	f = must[*Funnel](t)(d.FunnelOf("PER", 2021, 2022))
	if f.Convictions.Count != Exactly(230) {
		t.Errorf("the 2022 report: %v", f.Convictions)
	}
}

func TestAnEditionWithoutTheNumberTakesBackNone(t *testing.T) {
	for _, newer := range []string{"", "NR"} {
		d := withRows(t, "PER,2022,2021,conviction,unstated,all,person,230,exact,,true", "PER,2023,2021,conviction,unstated,all,person,"+newer+",exact,,true")
		if f := must[*Funnel](t)(d.Funnel("PER", 2021)); f.Convictions.Count != Exactly(230) {
			t.Errorf("%q: %v", newer, f.Convictions)
		}
	}
	d := withRows(t, "PER,2022,2021,conviction,unstated,all,person,NR,exact,,true", "PER,2023,2021,conviction,unstated,all,person,,exact,,true")
	if f := must[*Funnel](t)(d.Funnel("PER", 2021)); f.Convictions.Count != NotReported {
		t.Errorf("%v", f.Convictions)
	}
}

func TestFunnelPrefersANumberToAWord(t *testing.T) {
	d := withRows(t,
		"PER,2023,2022,investigation,new,all,case,NR,exact,,true",
		"PER,2023,2022,investigation,both,all,case,70,exact,,true")
	if f := must[*Funnel](t)(d.Funnel("PER", 2022)); f.Investigations.Count != Exactly(70) {
		t.Errorf("%v", f.Investigations)
	}
}

func TestFunnelSaysWhatThereIs(t *testing.T) {
	d := read(t, peruCSV)
	for _, c := range []struct {
		country string
		year    int
		words   string
	}{
		{"BOL", 2022, `no figure for country "BOL": the dataset has PER`},
		{"per", 2022, `did you mean "PER"?`},
		{"PER", 2019, "the dataset has the years 2020, 2021 and 2022"},
	} {
		if _, err := d.Funnel(c.country, c.year); err == nil || !strings.Contains(err.Error(), c.words) {
			t.Errorf("%s %d: %v does not say %q", c.country, c.year, err, c.words)
		}
	}
	if _, err := d.FunnelOf("PER", 2022, 2019); err == nil || !strings.Contains(err.Error(), "in the 2019 report") {
		t.Errorf("%v", err)
	}
}
