package peru

import (
	"strconv"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/chart"
	"github.com/tipstats/tip/tipstats/notebook"
)

// victims shows how the narrative splits the children that were assisted in the year that it covers.
func (s study) victims() {
	s.Text(`
		## Children assisted, by form, sex and nationality

		**Data.** The narrative gives the number of child victims that the protection units of the Ministry of Women and
		Vulnerable Populations assisted in {{year}}, by form of trafficking and sex, and again by form and nationality.

		**Method.** Both splits count the same children. They are added up, each on its own, and held against the total. The
		narrative does not cross them, so nothing is said of the girls of one nationality.`)
	rows := s.Rows(victimsFile)
	figure := func(form tipstats.Form, sex, nationality string) tipstats.Count {
		return rows.Only("year", "2022", "measure", "assisted", "form", string(form), "sex", sex, "nationality", nationality).Count()
	}
	split := func(group, sex, nationality string) []chart.VictimCell {
		return []chart.VictimCell{
			{Group: group, Form: tipstats.Sex, Count: figure(tipstats.Sex, sex, nationality)},
			{Group: group, Form: tipstats.Labor, Count: figure(tipstats.Labor, sex, nationality)},
		}
	}
	girls, boys := split("girls", "female", "all"), split("boys", "male", "all")
	peruvian, foreign := split("Peruvian", "all", "PER"), split("other nationals", "all", "foreign")
	assisted := chart.VictimFigures{
		Year: s.now.Year, Who: "child victims assisted by the protection units", Total: figure(tipstats.AllForms, "all", "all"),
		Splits: []chart.VictimSplit{
			{By: "sex", Cells: append(girls, boys...)},
			{By: "nationality", Cells: append(peruvian, foreign...)},
		},
	}
	s.Value("children", assisted.Total, notebook.Whole)
	s.Value("girls.sex", girls[0].Count, notebook.Whole)
	s.Value("girls.labor", girls[1].Count, notebook.Whole)
	s.Value("boys.sex", boys[0].Count, notebook.Words)
	s.Value("boys.labor", boys[1].Count, notebook.Words)
	s.Value("foreign.sex", foreign[0].Count, notebook.Whole)
	s.Value("foreign.labor", foreign[1].Count, notebook.Words)
	s.Code()
	s.Text(`
		**Result.** Of {{children}} children, the report states, {{girls.sex}} girls and {{boys.sex}} boys were exploited in sex
		trafficking, {{girls.labor}} girls and {{boys.labor}} boys in labor trafficking; {{foreign.sex}} of the sex trafficking
		victims and {{foreign.labor}} of the labor trafficking victims were nationals of other countries.`)
	s.Figure(chart.Victims(assisted, credit(victimsFile)), victimsFile)
	s.Text(`
		**Caveat.** These are children whom the units assisted, not all victims: the narrative says that the police and the
		prosecutors did not report how many victims they identified. It also says that the specialized services were for girls exploited
		in sex trafficking, so the few boys, and the fewer victims of labor trafficking, may
		reflect the services as much as the victims.`)
}

// assisted compares the children assisted in the three years.
func (s study) assisted() {
	s.Text(`
		## Children assisted, three years

		**Data.** The children assisted by the same units in {{first}} and {{year}}; for {{before}} the narrative says that the number
		was not reported.

		**Method.** The counts stand side by side. A missing year stays a gap.`)
	rows := s.Rows(victimsFile)
	of := func(year int, cells ...string) notebook.Row {
		cells = append([]string{"year", strconv.Itoa(year), "form", "all"}, cells...)
		return rows.Only(cells...)
	}
	var years []chart.AssistedYear
	for year := s.year20.Year; year <= s.now.Year; year++ {
		total := of(year, "measure", "assisted", "sex", "all", "nationality", "all")
		years = append(years, chart.AssistedYear{Year: year, Count: total.Count(), Doubted: total["complete"] == "false"})
	}
	for _, n := range []struct{ code, name string }{{"PER", "Peruvian"}, {"VEN", "Venezuelan"}, {"ECU", "Ecuadorian"}, {"COL", "Colombian"}} {
		part := of(s.year20.Year, "measure", "assisted", "nationality", n.code)
		years[0].Parts = append(years[0].Parts, chart.CountPart{Name: n.name, Count: part.Count()})
	}
	referred := of(s.year20.Year, "measure", "referred to specialized shelters", "sex", "female")
	years[0].Among = []chart.CountPart{{Name: "girls referred to specialized shelters", Count: referred.Count()}}
	s.Value("first.children", years[0].Count, notebook.Whole)
	s.Value("first.peruvian", years[0].Parts[0].Count, notebook.Whole)
	s.Value("first.referred", referred.Count(), notebook.Whole)
	s.Code()
	s.Text(`
		**Result.** The report states that the units assisted {{first.children}} children in {{first}}, {{first.peruvian}} of them
		Peruvian, and {{children}} in {{year}}. In {{first}}, it states, authorities referred {{first.referred}} girls to specialized shelters.`)
	s.Figure(chart.Assisted("child victims assisted", years, credit(victimsFile)), victimsFile)
	s.Text(`
		**Caveat.** Two years on either side of a gap are no trend. Fewer children assisted can mean fewer victims, fewer found, or
		fewer reached; the narrative does not say which.`)
}
