// Package world is the notebook on the totals that the Trafficking in Persons reports state for the world and its regions, on the
// federal funnel of the United States, and on how editions revise one another.
package world

import (
	"embed"
	"fmt"

	"github.com/tipstats/tip/datasets"
	"github.com/tipstats/tip/tipstats/chart"
	"github.com/tipstats/tip/tipstats/notebook"
)

//go:embed *.go
var source embed.FS

// Notebook writes figures/global.
var Notebook = notebook.Notebook{
	Name:        "global",
	Title:       "The world's totals of trafficking prosecutions: what they carry",
	Description: "Prosecutions, convictions and labor trafficking as the Trafficking in Persons reports total them for the world and its regions, the federal funnel of the United States in persons, and how later editions revise earlier ones.",
	Authors:     []string{"The tipstats authors"},
	Year:        2026,
	Sources:     []string{totalsReport, federalReport, peruReport},
	Address:     "https://github.com/tipstats/tip",
	Keywords:    []string{"human trafficking", "prosecutions", "overdispersion", "revisions", "Trafficking in Persons report"},
	Source:      source,
	Data:        datasets.FS,
	DataFolder:  "datasets",
	Write:       write,
}

// The sources, as captions and citations name them.
const (
	totalsReport  = "U.S. Department of State, Trafficking in Persons Report, editions 2006 to 2024, as pages that print or cite them give them"
	federalReport = "U.S. Bureau of Justice Statistics, Human Trafficking Data Collection Activities, 2022 and 2023"
	peruReport    = "U.S. Department of State, Trafficking in Persons Report, editions 2017 to 2021, Peru"
)

// The files of the datasets.
const (
	totalsFile  = "global/totals.csv"
	federalFile = "usa/federal.csv"
	peruFile    = "peru-editions/victims.csv"
)

// level is the confidence level of every interval.
const level = 0.95

// study is what the sections share.
type study struct {
	*notebook.Doc
	totals notebook.Rows
}

func write(d *notebook.Doc) error {
	s := begin(d)
	s.answer()
	s.data()
	s.world()
	s.dispersion()
	s.regions()
	s.labor()
	s.federal()
	s.editions()
	s.limits()
	return d.Err()
}

// begin reads what the sections share.
func begin(d *notebook.Doc) study {
	s := study{Doc: d}
	s.totals = s.Rows(totalsFile)
	return s
}

// holds ends the notebook where something that its prose takes for granted does not hold: with other data, other prose is needed.
func (s study) holds(claim string, condition bool) {
	if !condition {
		s.Fail(fmt.Errorf("the prose says that %s, and the data no longer do: write it anew", claim))
	}
}

// credit says where the figures of a chart come from.
func credit(place, report, file string) chart.Credit {
	return chart.Credit{Country: place, Source: report, Data: "datasets/" + file}
}
