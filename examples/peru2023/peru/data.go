package peru

import (
	"strconv"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/figure"
	"github.com/tipstats/tip/tipstats/notebook"
)

// data describes the dataset and shows its rows.
func (s study) data() {
	observations := s.enforcement.Observations()
	s.Value("rows", len(observations), notebook.Whole)
	s.holds("every breakdown adds up and no rows contradict each other", len(s.enforcement.Check()) == 0)
	s.Text(`
		## The figures

		**Data.** The dataset has {{rows}} rows on investigations, arrests, prosecutions, convictions and acquittals. Each is one
		figure: what was counted, in which unit, for which year, how the report qualifies the number, and the sentence that
		states it. *NR* means that the report itself says that the figure was not reported.

		**Method.** The rows were typed from the text and are read strictly. A check holds every breakdown against its total and
		every part against its whole; where the narrative is at hand, a test finds each number in the sentence that its row
		names.

		**Result.** Every breakdown adds up to its total, and no two rows contradict each other.`)
	s.Table("observations", "What the narrative states of law enforcement", observationTable(observations))
	s.Text(`
		**Caveat.** These are the figures that the U.S. Department of State prints. They count what institutions did and reported.
		They do not measure how much trafficking there is.`)
}

func observationTable(observations []tipstats.Observation) figure.Table {
	t := figure.Table{Columns: []string{"Year", "Stage", "Unit", "Cohort", "Form", "Figure", "Remark", "Where in the text"}}
	for _, o := range observations {
		figure := o.Count.String()
		if o.Count == tipstats.NotReported {
			figure = "NR"
		}
		remark := ""
		if o.Count.Known() && !o.Complete {
			remark = "may be incomplete"
		}
		t.Rows = append(t.Rows, []string{
			strconv.Itoa(o.Year), string(o.Stage), o.Unit.Plural(), string(o.Cohort), string(o.Form), figure, remark, o.Locator,
		})
	}
	return t
}
