package notebook_test

import (
	"embed"
	"testing/fstest"

	"github.com/tipstats/tip/tipstats/figure"
	"github.com/tipstats/tip/tipstats/notebook"
)

//go:embed sample_test.go
var source embed.FS

const enforcement = `country,report,year,stage,cohort,form,unit,value,bound,slice,complete,source,locator,note
PER,2023,2022,conviction,unstated,all,person,89,exact,,true,tip,"Prosecution, paragraph 3, sentence 6",
PER,2023,2022,acquittal,unstated,all,person,71,exact,,true,tip,"Prosecution, paragraph 3, sentence 7",
PER,2023,2020,prosecution,unstated,all,person,44,at_least,,false,tip,"Prosecution, paragraph 3, sentence 9",
`

const capacity = `what,count
places in shelters,1266
shelters,
`

const description = `{"resources": [
  {"path": "capacity.csv", "schema": {"fields": [
    {"name": "what", "type": "string", "constraints": {"required": true}}, {"name": "count", "type": "integer"}]}},
  {"path": "broken.csv", "schema": {"fields": []}}
]}`

func data() fstest.MapFS {
	return fstest.MapFS{
		"enforcement.csv":  {Data: []byte(enforcement)},
		"capacity.csv":     {Data: []byte(capacity)},
		"datapackage.json": {Data: []byte(description)},
	}
}

// sample is a small notebook that uses everything.
func sample() notebook.Notebook {
	return notebook.Notebook{
		Name:        "sample",
		Title:       "Verdicts <in> one & a *half* year",
		Description: "What courts decided, in a notebook that exists to be tested.",
		Authors:     []string{"Castro, María", "tipstats & friends"},
		Year:        2026,
		Keywords:    []string{"trafficking", "verdicts"},
		Address:     "https://example.org/tip",
		Source:      source,
		Data:        data(),
		DataFolder:  "datasets",
		Write:       write,
	}
}

func write(d *notebook.Doc) error {
	verdicts(d)
	capacities(d)
	return d.Err()
}

func verdicts(d *notebook.Doc) {
	d.Text(`
		Courts convicted **{{convicted}}** of {{verdicts}} defendants, {{share}}; {{note}}. Shelters had {{places}} places.

		## 1. What the courts decided

		In {{year}} the *share* was {{share}} at the {{= 95}} % level. See [the report](https://example.org/2023), and ` + "`x[0] < 1`" + `.
	`)

	ds := d.Dataset("enforcement.csv")
	funnel := notebook.Must(ds.Funnel("PER", 2022))
	rate := notebook.Must(funnel.ConvictionRate())
	share, _ := rate.Value() // a "proportion" of 160
	d.Code()
	d.Value("convicted", 89, notebook.Whole)
	d.Value("verdicts", 160.0, notebook.Whole)
	d.Value("share", share, notebook.Percent(1))
	d.Value("year", 2022, notebook.Year)
	d.Value("note", "<b>1. of *2*</b> | $3_a_ & `4` [x](y)", notebook.Text)

	d.Figure(verdictFigure("verdicts-2022"))
	d.Table("counts", "All {{verdicts}} verdicts", figure.Table{
		Columns: []string{"verdict", "count", "note"},
		Rows:    [][]string{{"convicted", "89", "=1+1"}, {"acquitted | other", "71", "<script>alert(1)</script>"}},
	})
}

func capacities(d *notebook.Doc) {
	table := d.Read("capacity.csv")
	places, _ := table.Ints("count")
	d.Value("places", places[0], notebook.Whole)
	d.Text(`
		## What there is for victims

		### Places and their number

		There were {{places}} places.

		1. A list.
		2. Its second item.

		| what | count |
		| --- | ---: |
		| places | {{places}} |
	`)
	d.Figure(verdictFigure("again"))
}

func verdictFigure(name string) *figure.Figure {
	return &figure.Figure{
		Name:     name,
		Title:    "Of 160 defendants & others, 89 were convicted <in 2022>",
		Subtitle: "Verdicts in Peru, 2022",
		Caption:  []string{"Source: the report, 2023 edition."},
		Alt:      "Two bars: 89 convicted, \"71\" acquitted <of 160>.",
		Height:   60,
		Draw: func(c *figure.Canvas) {
			c.Rect(0, 5, 178, 16, figure.Sex)
			c.Text(184, 16, "89 convicted", figure.Style{})
			c.Rect(0, 30, 142, 16, figure.Unsplit)
			c.Text(148, 41, "71 acquitted", figure.Style{})
		},
		Data: figure.Table{Columns: []string{"verdict", "persons"}, Rows: [][]string{{"convicted", "89"}, {"acquitted", "71"}}},
	}
}
