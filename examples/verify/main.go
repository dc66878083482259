// Command verify says whether figures that somebody shows are what this checkout makes. A figure of this module carries a record
// of what it was made from; verify reads it, makes the figure again and compares.
//
//	go run ./examples/verify FILE...
//	go run ./examples/verify -data FILE.csv FILE...
//
// FILE is an SVG, a PDF or a PNG; its name does not matter. verify says for each file whether this checkout makes the same, and if
// not, what differs and why: the data that has changed, another version of the code, a file that was edited. It ends with status 1
// if a file is not the same or cannot be read as a figure of this module.
//
// A figure of examples/country was made from a CSV that the checkout does not have: -data names it, and may stand there several
// times.
package main

import (
	"github.com/tipstats/tip/examples/country/study"
	"github.com/tipstats/tip/examples/notebooks"
	"github.com/tipstats/tip/tipstats/notebook"
)

func main() { newVerifier().Main() }

// newVerifier knows the notebooks of this module, and the program that makes one from the figures of any country.
func newVerifier() *notebook.Verifier {
	v := notebook.NewVerifier(notebooks.All...)
	v.Makes(study.Program, study.Remake)
	return v
}
