// Command all runs every notebook: it regenerates all figures and documents in figures/, their index, the metadata of a deposit and
// CITATION.cff, with a line of progress for each notebook.
//
//	go run ./examples/all               regenerate
//	go run ./examples/all -check        write nothing, and fail if anything is stale, missing or orphaned
//	go run ./examples/all -out DIR      write to DIR instead of figures/
//	go run ./examples/all -bundle FILE  write nothing but an archive (zip) of everything for a deposit: figures, data and code, a
//	                                    checkout for who unpacks it
package main

import (
	every "github.com/tipstats/tip/examples/notebooks"
	"github.com/tipstats/tip/tipstats/notebook"
)

var notebooks = every.All

// collection is what CITATION.cff and the metadata of a deposit say of all notebooks together.
var collection = notebook.Collection{
	Name:  "tipstats",
	Title: "tipstats: rates and trends from the figures of the Trafficking in Persons report",
	Abstract: "A Go library for the study of how states enforce their laws against human trafficking: a model of the enforcement " +
		"funnel that refuses rates which the reported figures cannot carry, inference for small counts, and notebooks as code that " +
		"regenerate every figure byte for byte.",
	Authors:   []string{"The tipstats authors"},
	Version:   notebook.Version,
	Released:  notebook.Released,
	License:   "BSD-3-Clause",
	Address:   "https://github.com/tipstats/tip",
	Keywords:  []string{"human trafficking", "criminal justice statistics", "small counts", "reproducible research", "Go"},
	Notebooks: notebooks,
	Texts: []string{"README.md", "LICENSE", "CONTRIBUTING.md", "datasets/README.md", "tipstats/METHODS.md", "tipstats/narrative/GRAMMAR.md",
		".gitignore", ".gitattributes", ".ci/run"},
	Command:       "go run ./examples/all",
	VerifyCommand: "go run ./examples/verify",
}

func main() {
	collection.Main()
}
