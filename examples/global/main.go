// Command global writes the notebook on what reports state of the world, its regions and the United States to figures/global.
//
//	go run ./examples/global            regenerate
//	go run ./examples/global -check     write nothing, and fail if anything is stale, missing or orphaned
//	go run ./examples/global -out DIR   write to DIR
package main

import (
	"github.com/tipstats/tip/examples/global/world"
	"github.com/tipstats/tip/tipstats/notebook"
)

func main() { notebook.Main(world.Notebook) }
