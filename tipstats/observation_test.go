package tipstats

import "testing"

func TestObservationInWords(t *testing.T) {
	f := peru(t, 2022)
	sliced := f.Convictions
	sliced.Slice = "agency: state police"
	for want, o := range map[string]Observation{
		"PER 2022: 89 convictions (persons)":                          f.Convictions,
		"PER 2022: 813 investigations (cases, new)":                   f.Investigations,
		"PER 2022: 241 prosecutions (persons, new and ongoing)":       f.Defendants,
		"PER 2022: 321 investigations (cases, new, form unspecified)": f.Figure(Investigation, Case, New, Unspecified),
		"PER 2022: arrests (persons) not reported":                    f.Arrests,
		"PER 2022: dismissals (persons) not found":                    f.Dismissals,
		"PER 2022: 89 convictions (persons, agency: state police)":    sliced,
		" 0: an observation without stage or unit not found":          {},
	} {
		if got := o.String(); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestObservationWarns(t *testing.T) {
	o := peru(t, 2022).Convictions
	if len(o.warnings()) != 0 {
		t.Errorf("%q", o.warnings())
	}
	o.Complete, o.Count = false, Approximately(90)
	if len(o.warnings()) != 2 {
		t.Errorf("rough and incomplete: %q", o.warnings())
	}
	o.Count = NotReported
	if len(o.warnings()) != 0 {
		t.Errorf("a missing figure is not incomplete: %q", o.warnings())
	}
}
