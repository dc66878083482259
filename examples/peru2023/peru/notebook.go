// Package peru is the notebook on what the 2023 Trafficking in Persons report states of law enforcement in Peru: the enforcement
// funnel, the rates that it carries and those that it does not, and what else the narrative counts.
package peru

import (
	"embed"
	"fmt"

	"github.com/tipstats/tip/datasets"
	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/chart"
	"github.com/tipstats/tip/tipstats/notebook"
)

//go:embed *.go
var source embed.FS

// Notebook writes figures/peru2023.
var Notebook = notebook.Notebook{
	Name:        "peru2023",
	Title:       "Peru in the 2023 Trafficking in Persons report: enforcing the law",
	Description: "What the report states of investigations, prosecutions, convictions and victims in Peru: which rates its figures carry, how sure those are, and which they do not carry.",
	Authors:     []string{"The tipstats authors"},
	Year:        2026,
	Sources:     []string{report},
	Address:     "https://github.com/tipstats/tip",
	Keywords:    []string{"human trafficking", "Peru", "law enforcement", "conviction rate", "Trafficking in Persons report"},
	Source:      source,
	Data:        datasets.FS,
	DataFolder:  "datasets",
	Write:       write,
}

// report is the source of every figure, as captions and citations name it.
const report = "U.S. Department of State, 2023 Trafficking in Persons Report, Peru"

// The files of data, by which the figures name what they are drawn from.
const (
	enforcementFile = "peru2023/enforcement.csv"
	victimsFile     = "peru2023/victims.csv"
	reportingFile   = "peru2023/reporting.csv"
	penaltiesFile   = "peru2023/penalties.csv"
	capacityFile    = "peru2023/capacity.csv"
)

// level is the confidence level of every interval.
const level = 0.95

// study is what the sections share.
type study struct {
	*notebook.Doc
	enforcement         *tipstats.Dataset
	year20, year21, now *tipstats.Funnel // 2020, 2021 and 2022, the year that the edition covers
}

func write(d *notebook.Doc) error {
	s := begin(d)
	s.answer()
	s.data()
	s.funnel()
	s.rates()
	s.years()
	s.forms()
	s.victims()
	s.assisted()
	s.reporting()
	s.penalties()
	s.capacity()
	s.limits()
	return d.Err()
}

// begin reads what the sections share.
func begin(d *notebook.Doc) study {
	enforcement := d.Dataset(enforcementFile)
	return study{
		Doc:         d,
		enforcement: enforcement,
		year20:      notebook.Must(enforcement.Funnel("PER", 2020)),
		year21:      notebook.Must(enforcement.Funnel("PER", 2021)),
		now:         notebook.Must(enforcement.Funnel("PER", 2022)),
	}
}

// holds ends the notebook where something that its prose takes for granted does not hold: with other data, other prose is needed.
func (s study) holds(claim string, condition bool) {
	if !condition {
		s.Fail(fmt.Errorf("the prose says that %s, and the data no longer do: write it anew", claim))
	}
}

// credit says where the figures of a chart come from; file is the dataset.
func credit(file string) chart.Credit {
	return chart.Credit{
		Country: "Peru",
		Source:  report,
		Data:    "datasets/" + file,
	}
}
