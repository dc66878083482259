package world

import (
	"fmt"
	"strings"

	"github.com/tipstats/tip/tipstats/chart"
	"github.com/tipstats/tip/tipstats/notebook"
)

// editions shows by how much later editions revise the victims that one country's prosecutors identified.
func (s study) editions() {
	rows := s.Rows(peruFile)
	stated := func(report, year int, agency string) notebook.Row {
		return rows.Only("report", fmt.Sprint(report), "year", fmt.Sprint(year), "measure", "victims_identified", "group", "total", "agency", agency)
	}
	first18, last18 := stated(2019, 2018, "public ministry"), stated(2021, 2018, "prosecutors")
	first19, last19 := stated(2020, 2019, "specialized prosecutors"), stated(2021, 2019, "prosecutors")
	pairs := []chart.Pair{
		{Label: "prosecutors, 2018", Before: first18.Count(), After: last18.Count()},
		{Label: "prosecutors, 2019", Before: first19.Count(), After: last19.Count()},
		{Label: "police, 2018", Before: stated(2019, 2018, "police").Count(), After: stated(2021, 2018, "specialized police").Count()},
	}
	s.holds("the police figure was not revised", pairs[2].Before == pairs[2].After)
	editions := map[string]bool{}
	for _, r := range rows {
		editions[r["report"]] = true
	}
	s.Value("peru.editions", len(editions), capitalWords)
	s.Value("peru.edition", last19.Number("report"), notebook.Year)
	s.Value("peru.first", first19.Count(), notebook.Whole)
	s.Value("peru.last", last19.Count(), notebook.Whole)
	s.Value("peru.year", last19.Number("year"), notebook.Year)
	s.Value("peru.times", float64(last19.Number("value"))/float64(first19.Number("value")), notebook.Decimal(1))
	s.Value("peru.earlier", first18.Number("year"), notebook.Year)
	s.Value("peru.earlier.first", first18.Count(), notebook.Whole)
	s.Value("peru.earlier.last", last18.Count(), notebook.Whole)
	s.Code()
	s.Text(`
		## What a later edition does to a figure

		**Data.** {{peru.editions}} editions state how many victims the police and the prosecutors of Peru identified. The {{peru.edition}} edition revises what
		earlier ones stated of the prosecutors.

		**Method.** Each figure is set beside the one that first stood for the same year. The agencies may count the same persons, so
		they are not added.

		**Result.** For {{peru.year}} the prosecutors' {{peru.first}} victims became {{peru.last}}, {{peru.times}} times as many; for
		{{peru.earlier}}, {{peru.earlier.first}} became {{peru.earlier.last}}. The police figure stayed.`)
	f := chart.Slope(chart.DumbbellWords{What: "victims identified", Before: "the first edition", After: "the " + last19["report"] + " edition"}, pairs, credit("Peru", peruReport, peruFile))
	f.Name = "editions"
	s.Figure(f, peruFile)
	s.Text(`
		**Caveat.** A trend from the first figure of one year to the first figure of the next would have shown a fall where the revised
		figures show a rise. Editions name the agencies in different words; that they are the same is our reading.`)
	s.holds("first figures fall and revised ones rise", first19.Number("value") < first18.Number("value") && last19.Number("value") > last18.Number("value"))
}

// capitalWords writes a number in words that begin a sentence.
func capitalWords(value any) (string, error) {
	text, err := notebook.Words(value)
	if err != nil || text == "" {
		return text, err
	}
	return strings.ToUpper(text[:1]) + text[1:], nil
}
