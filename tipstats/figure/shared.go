package figure

import (
	"fmt"
	"slices"
)

// group is what the panels of a composite have in common.
type group struct {
	widths  map[string]float64 // by name and column of the grid
	keys    []Key
	settled bool // whether all panels have said what they need
}

// Shared returns the greatest width that a panel of the same column of a
// [Composite] asks for under the same name. A chart that lays out its column of
// labels with
//
//	labels := c.Shared("labels", widest)
//
// begins its axis where those above and below it do. On a canvas that is no
// panel it returns width.
func (c *Canvas) Shared(name string, width float64) float64 {
	g := c.group
	if g == nil || !finite(width) {
		return width
	}
	at := fmt.Sprint(c.column, " ", name)
	if !g.settled {
		g.widths[at] = max(g.widths[at], width*c.factor())
		return width
	}
	return max(g.widths[at]/c.factor(), width)
}

// collect adds the keys that no panel has brought yet.
func (g *group) collect(keys []Key) {
	for _, k := range keys {
		if !slices.ContainsFunc(g.keys, func(known Key) bool { return known.Text == k.Text }) {
			g.keys = append(g.keys, k)
		}
	}
}
