package notebook_test

import (
	"embed"
	"fmt"

	"github.com/tipstats/tip/datasets"
	"github.com/tipstats/tip/tipstats/chart"
	"github.com/tipstats/tip/tipstats/notebook"
)

// In a program of its own this is "//go:embed *.go".
//
//go:embed example_test.go
var program embed.FS

// courts is the notebook. The main function of its program is: func main() { notebook.Main(courts) }
var courts = notebook.Notebook{
	Name:        "courts",
	Title:       "What the courts of Peru decided",
	Description: "The cases that the report counts, from investigation to verdict.",
	Authors:     []string{"Castro, María"},
	Year:        2026,
	Sources:     []string{report},
	Source:      program,
	Data:        datasets.FS,
	DataFolder:  "datasets",
	Write:       decided,
}

const report = "U.S. Department of State, 2023 Trafficking in Persons Report, Peru"

func decided(d *notebook.Doc) error {
	const file = "peru2023/enforcement.csv"
	ds := d.Dataset(file)
	funnel := notebook.Must(ds.Funnel("PER", 2022))
	d.Value("opened", funnel.Investigations.Count, notebook.Whole)
	d.Code()
	d.Text(`
		## What the courts decided

		Prosecutors opened {{opened}} investigations.`)
	d.Figure(chart.Funnel(funnel, chart.Credit{Country: "Peru", Source: report, Data: "datasets/" + file}))
	return d.Err()
}

// A whole program: go run . writes figures/courts, go run . -check says whether anything there is stale.
func ExampleNotebook() {
	files, err := notebook.Generate(courts) // notebook.Main(courts) writes them
	if err != nil {
		fmt.Println(err)
	}
	for _, name := range []string{"index.html", "README.md", "notebook.ipynb", "values.json", "funnel.svg", "funnel.pdf", "funnel.png", "funnel.csv"} {
		fmt.Println(name, len(files[name]) > 0)
	}
	// Output:
	// index.html true
	// README.md true
	// notebook.ipynb true
	// values.json true
	// funnel.svg true
	// funnel.pdf true
	// funnel.png true
	// funnel.csv true
}
