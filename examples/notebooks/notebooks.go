// Package notebooks lists the notebooks of this module for the commands that work on all of them.
package notebooks

import (
	"github.com/tipstats/tip/examples/global/world"
	"github.com/tipstats/tip/examples/peru2023/peru"
	"github.com/tipstats/tip/tipstats/notebook"
)

// All is every notebook, in the order of the index.
var All = []notebook.Notebook{peru.Notebook, world.Notebook}
