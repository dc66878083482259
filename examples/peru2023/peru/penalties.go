package peru

import (
	"strconv"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/chart"
	"github.com/tipstats/tip/tipstats/notebook"
)

// penalties shows the prison terms that the law prescribes by the age of the victim.
func (s study) penalties() {
	s.Text(`
		## Penalties by the age of the victim

		**Data.** The terms of imprisonment that the penal code prescribes for trafficking, as the narrative states them, and
		the one sentence that it describes.

		**Method.** A term with a minimum and a maximum is a range. Where the narrative states a minimum alone, the range is open
		above.`)
	rows := s.Rows(penaltiesFile)
	years := func(victims, limit string) string {
		return rows.Only("kind", "prescribed", "victims", victims, "limit", limit)["years"]
	}
	number := func(text string) int { return notebook.Must(strconv.Atoi(text)) }
	var ranges []chart.PenaltyRange
	for _, group := range []struct{ victims, words string }{
		{"adult", "adults"}, {"aged 14 to 18", "persons aged 14 to 18"}, {"younger than 14", "children younger than 14"},
	} {
		term := tipstats.AtLeast(number(years(group.victims, "minimum")))
		if longest := years(group.victims, "maximum"); longest != "" {
			term = tipstats.Between(number(years(group.victims, "minimum")), number(longest))
		}
		ranges = append(ranges, chart.PenaltyRange{Victims: group.words, Years: term})
	}
	imposed := rows.Only("kind", "imposed")
	sentence := chart.Sentence{Case: "a former university dean, child victims", Years: tipstats.Exactly(number(imposed["years"]))}
	s.Value("penalty.adult", ranges[0].Years, notebook.Whole)
	s.Value("penalty.adolescent", ranges[1].Years, notebook.Whole)
	s.Value("penalty.child", ranges[2].Years, notebook.Whole)
	adolescent := rows.Only("victims", "aged 14 to 18", "limit", "minimum")
	child := rows.Only("victims", "younger than 14", "limit", "minimum")
	s.Value("age.from", number(adolescent["age_from"]), notebook.Whole)
	s.Value("age.to", number(adolescent["age_to"]), notebook.Whole)
	s.Value("age.child", number(child["age_to"]), notebook.Whole)
	s.Value("penalty.imposed", sentence.Years, notebook.Whole)
	s.Code()
	s.Text(`
		**Result.** The law prescribes {{penalty.adult}} years for trafficking in adults, {{penalty.adolescent}} years where the
		victim is aged {{age.from}} to {{age.to}}, and {{penalty.child}} years where the victim is younger than {{age.child}}. The narrative describes one
		sentence, of {{penalty.imposed}} years, for crimes against children.`)
	s.Figure(chart.Penalties("Article 129 of the penal code", ranges, []chart.Sentence{sentence}, credit(penaltiesFile)), penaltiesFile)
	s.Text(`
		**Caveat.** These are the terms that the law prescribes, not those that courts impose: the narrative gives no figures on
		sentences. The one sentence stands among the narrative's cases of official complicity; it is no sample of anything.`)
}
