package peru

import (
	"strings"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/chart"
	"github.com/tipstats/tip/tipstats/notebook"
)

// capacity shows what the state had to act with.
func (s study) capacity() {
	s.Text(`
		## What the state had to act with

		**Data.** Shelters, offices, staff and training, as the narrative counts them.

		**Method.** Where the narrative gives an earlier and a later figure both are shown; a part stands within its whole; the rest
		are counts alone. No two rows share a scale.`)
	rows := s.Rows(capacityFile)
	of := func(measure, phase string) tipstats.Count {
		return rows.Only("measure", measure, "phase", phase).Count()
	}
	label := func(measure string) string {
		for _, r := range rows {
			if r["measure"] == measure {
				return inSentence(r["label"])
			}
		}
		return measure
	}
	regions := of("police_unit_regions", "current")
	figures := []chart.CapacityFigure{
		{Label: label("shelter_places"), Before: of("shelter_places", "before"), Count: of("shelter_places", "after")},
		{Label: label("prosecutor_regions"), Before: of("prosecutor_regions", "before"), Count: of("prosecutor_regions", "after"), Whole: regions, Of: "regions"},
		{Label: label("specialized_shelter_regions"), Count: of("specialized_shelter_regions", "current"), Whole: regions, Of: "regions"},
		{Label: label("specialized_legal_advocates"), Count: of("specialized_legal_advocates", "current"), Whole: of("legal_advocates", "current"), Of: "legal advocates"},
	}
	for _, measure := range []string{
		"specialized_shelters", "residential_centers", "emergency_centers", "private_shelters",
		"judges_attorneys_certified", "survivors_trained", "social_workers_trained", "police_courses", "hotlines", "commission_agencies",
	} {
		figures = append(figures, chart.CapacityFigure{Label: label(measure), Count: of(measure, "current")})
	}
	s.Value("places.before", figures[0].Before, notebook.Whole)
	s.Value("places.after", figures[0].Count, notebook.Whole)
	s.Value("regions.before", figures[1].Before, notebook.Whole)
	s.Value("regions.after", figures[1].Count, notebook.Whole)
	s.Value("regions", regions, notebook.Whole)
	s.Value("advocates", figures[3].Whole, notebook.Whole)
	s.Value("advocates.specialized", figures[3].Count, notebook.Words)
	s.Code()
	s.Text(`
		**Result.** The report states that places for children in specialized shelters went from {{places.before}} to {{places.after}}; regions with
		specialized prosecutors from {{regions.before}} to {{regions.after}} of {{regions}}. Of {{advocates}} legal advocates
		{{advocates.specialized}} were specialized in trafficking.`)
	s.Figure(chart.Capacity(figures, credit(capacityFile)), capacityFile)
	s.Text(`
		**Caveat.** A count of offices says nothing of what they did. The narrative says that the size, capacity and budget of the
		police units varied widely, and that the residential centers were not only for victims of trafficking.`)
}

// inSentence is a label as it stands within a sentence: its first letter small, unless it begins a proper name.
func inSentence(label string) string {
	first, rest, _ := strings.Cut(label, " ")
	if rest != "" && strings.ToLower(rest[:1]) != rest[:1] {
		return label
	}
	return strings.ToLower(first[:1]) + first[1:] + strings.TrimPrefix(label, first)
}
