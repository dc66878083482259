package peru

import (
	"strconv"
	"strings"

	"github.com/tipstats/tip/tipstats/chart"
	"github.com/tipstats/tip/tipstats/notebook"
)

// reporting shows what the narrative says was reported and what was not.
func (s study) reporting() {
	s.Text(`
		## What was and was not reported

		**Data.** The narrative often says what the government did not report. Each such sentence is a row, by topic and
		year, beside the topics on which it does give a figure.

		**Method.** A topic is *reported* for a year if the narrative gives the figure or the fact, *partly reported* if it
		gives some of it or doubts it, *not reported* if it says so, and *not mentioned* if it is silent.`)
	var entries []chart.ReportingEntry
	unreported, newest := map[string]bool{}, map[string]bool{}
	for _, r := range s.Rows(reportingFile) {
		status := notebook.Must(chart.ParseStatus(r["status"]))
		year := notebook.Must(strconv.Atoi(r["year"]))
		entries = append(entries, chart.ReportingEntry{
			Section:     r["section"],
			Topic:       r["topic"],
			Year:        year,
			Status:      status,
			YearAssumed: r["year_stated"] == "false",
			Note:        strings.TrimSuffix(r["note"], "."),
		})
		if status == chart.NotReported {
			unreported[r["topic"]] = true
			if year == s.now.Year {
				newest[r["topic"]] = true
			}
		}
	}
	s.Value("unreported", len(unreported), notebook.Words)
	s.Value("unreported.newest", len(newest), notebook.Words)
	s.Code()
	s.Text(`
		**Result.** On {{unreported}} topics the narrative says that something was not reported, on {{unreported.newest}} of them for
		{{year}}; the persons detained and the victims identified are among these.`)
	s.Figure(chart.Reporting(entries, credit(reportingFile)), reportingFile)
	s.Text(`
		**Caveat.** A topic that the narrative does not mention for a year may have been reported in another edition. That a
		figure was not reported to the authors of the report does not show that the state does not have it.`)
}
