package tipstats

import (
	"errors"
	"testing"

	"pgregory.net/rapid"
)

func TestFormShareOfPeru(t *testing.T) {
	f22, f21 := peru(t, 2022), peru(t, 2021)
	before := must[Rate](t)(f21.FormShare(f21.Investigations, Sex))
	if v, ok := before.Value(); !ok || v != 336./354 || before.Kind() != Proportion || len(before.Warnings()) != 0 {
		t.Errorf("2021: %v %q", before, before.Warnings())
	}
	after := must[Rate](t)(f22.FormShare(f22.Investigations, Sex))
	if _, ok := after.Value(); ok {
		t.Error("the share of 2022 has a value although 321 are unspecified")
	}
	if lo, hi := after.Bounds(); lo != 298./813 || hi != 619./813 || len(after.Warnings()) != 1 {
		t.Errorf("2022: %g %g %q", lo, hi, after.Warnings())
	}
}

func TestFormShareRefuses(t *testing.T) {
	f := peru(t, 2022)
	if _, err := f.FormShare(f.Acquittals, Sex); !errors.Is(err, ErrNotFound) {
		t.Errorf("acquittals are not split: %v", err)
	}
	if _, err := f.FormShare(f.Arrests, Sex); !errors.Is(err, ErrNotReported) {
		t.Errorf("arrests were not reported: %v", err)
	}
	for _, form := range []Form{AllForms, Unspecified, "sexx"} {
		if _, err := f.FormShare(f.Investigations, form); err == nil {
			t.Errorf("a share of %s", form)
		}
	}
	if _, err := f.FormShare(peru(t, 2021).Investigations, Sex); err == nil {
		t.Error("a share of another year's total")
	}
	editions := withRows(t, "PER,2024,2022,conviction,new,all,person,200,exact,,true", "PER,2023,2022,conviction,new,all,person,100,exact,,true",
		"PER,2023,2022,conviction,new,sex,person,60,exact,,true")
	f = must[*Funnel](t)(editions.Funnel("PER", 2022))
	if r, err := f.FormShare(f.Convictions, Sex); !errors.Is(err, ErrNotFound) {
		t.Errorf("a part of the 2023 edition over the total of 2024: %v, %v", r, err)
	}
	over := withRows(t, "PER,2023,2022,conviction,new,all,person,9,exact,,true", "PER,2023,2022,conviction,new,sex,person,6,exact,,true",
		"PER,2023,2022,conviction,new,labor,person,4,exact,,true")
	f = must[*Funnel](t)(over.Funnel("PER", 2022))
	if _, err := f.FormShare(f.Convictions, Sex); !errors.Is(err, ErrPart) {
		t.Errorf("6 and 4 of 9: %v", err)
	}
}

// TestFormShareIsSharp holds the bounds against every way in which the open cases can be classified.
func TestFormShareIsSharp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sex, labor, open := rapid.IntRange(0, 20).Draw(t, "sex"), rapid.IntRange(0, 20).Draw(t, "labor"), rapid.IntRange(0, 20).Draw(t, "open")
		total := sex + labor + open
		if total == 0 {
			return
		}
		o := Observation{Country: "PER", Report: 2023, Year: 2022, Stage: Investigation, Cohort: New, Form: AllForms, Unit: Case, Count: Exactly(total), Complete: true, Source: "s"}
		s, l := o, o
		s.Form, s.Count, l.Form, l.Count = Sex, Exactly(sex), Labor, Exactly(labor)
		d, err := NewDataset([]Observation{o, s, l})
		if err != nil {
			t.Fatal(err)
		}
		f, err := d.Funnel("PER", 2022)
		if err != nil {
			t.Fatal(err)
		}
		r, err := f.FormShare(f.Investigations, Sex)
		if err != nil {
			t.Fatal(err)
		}
		least, most := 1.0, 0.0
		for extra := 0; extra <= open; extra++ {
			share := float64(sex+extra) / float64(total)
			least, most = min(least, share), max(most, share)
		}
		if lo, hi := r.Bounds(); lo != least || hi != most {
			t.Fatalf("%d, %d, %d open: bounds %g %g, want %g %g", sex, labor, open, lo, hi, least, most)
		}
	})
}

// Parts that add up to the least that a total may be say nothing of what it is beyond that.
func TestFormShareOfAnOpenTotal(t *testing.T) {
	d := withRows(t, "PER,2023,2022,conviction,new,all,person,30,at_least,,true", "PER,2023,2022,conviction,new,sex,person,10,exact,,true",
		"PER,2023,2022,conviction,new,labor,person,15,exact,,true", "PER,2023,2022,conviction,new,unspecified,person,5,exact,,true")
	f := must[*Funnel](t)(d.Funnel("PER", 2022))
	r := must[Rate](t)(f.FormShare(f.Convictions, Sex))
	if lo, hi := r.Bounds(); lo != 0 || hi != 1 {
		t.Errorf("10 of at least 30, and what lies beyond the 30 may be of any form: %g to %g", lo, hi)
	}
}
