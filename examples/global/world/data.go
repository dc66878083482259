package world

import (
	"strconv"

	"github.com/tipstats/tip/tipstats/figure"
	"github.com/tipstats/tip/tipstats/notebook"
)

// data describes the totals and where they come from.
func (s study) data() {
	s.Value("rows", len(s.totals), notebook.Whole)
	s.Text(`
		## The figures

		**Data.** The dataset has {{rows}} totals for the world and its regions. Most were not read in the report itself but on pages
		that print or cite it; the column *source* names the page. Where an edition or two pages give one year twice, both rows are kept.

		**Method.** Of each year the newest edition is taken. What an older one stated is shown beside it where the two differ. A year
		that no source at hand gives is a gap.`)
	s.Table("totals", "What the editions state of prosecutions and convictions in the world, all forms together", totalsTable(s.totals))
	s.Text(`
		**Caveat.** The tables do not say whether they count cases or persons, and governments count by laws and habits of their own.
		So no total of convictions is divided by one of prosecutions: that they share a unit is not stated.`)
}

func totalsTable(totals notebook.Rows) figure.Table {
	t := figure.Table{Columns: []string{"Year", "Edition", "Measure", "Figure", "Source", "Remark"}}
	for _, r := range totals.Where("area", "World", "form", "all") {
		if r["measure"] == "prosecutions" || r["measure"] == "convictions" {
			t.Rows = append(t.Rows, []string{strconv.Itoa(r.Number("year")), r["report"], r["measure"], r["value"], r["source"], r["note"]})
		}
	}
	return t
}
