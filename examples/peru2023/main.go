// Command peru2023 writes the notebook on law enforcement against trafficking in Peru, after the 2023 report, to figures/peru2023.
//
//	go run ./examples/peru2023            regenerate
//	go run ./examples/peru2023 -check     write nothing, and fail if anything is stale, missing or orphaned
//	go run ./examples/peru2023 -out DIR   write to DIR
package main

import (
	"github.com/tipstats/tip/examples/peru2023/peru"
	"github.com/tipstats/tip/tipstats/notebook"
)

func main() { notebook.Main(peru.Notebook) }
