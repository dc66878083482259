// Command all runs every notebook: it regenerates all figures and documents in figures/, with a line of progress for each.
//
//	go run ./examples/all            regenerate
//	go run ./examples/all -check     write nothing, and fail if anything is stale, missing or orphaned
//	go run ./examples/all -out DIR   write to DIR/NAME instead of figures/NAME
package main

import (
	"github.com/tipstats/tip/examples/peru2023/peru"
	"github.com/tipstats/tip/tipstats/notebook"
)

var notebooks = []notebook.Notebook{peru.Notebook}

func main() { notebook.MainAll(notebooks...) }
