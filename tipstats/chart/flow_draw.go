package chart

import (
	"fmt"
	"slices"
	"strings"

	"github.com/tipstats/tip/tipstats/figure"
)

// Distances of a flow diagram, in points.
const (
	flowHeight = 120.0
	leastFlow  = 60.0 // width of the bands between two columns
)

// draw draws the bands, and each stock's number and name behind its bar.
func (d *flowDrawing) draw(c *figure.Canvas) float64 {
	if len(d.flows) == 0 {
		style := figure.Style{Italic: true, Color: figure.Muted}
		text := c.Wrap(d.name+": "+counted(d.number)+", with no part that can be drawn", c.Width()-10, style)
		sign := gapWords(d.number)
		if d.number.Known() {
			sign = refusedWords
		}
		gapSign(c.As("gap"), 3, 6, sign)
		block(c.As("gap"), 10, 6+lineHeight*float64(len(text)-1)/2, text, style)
		return 6 + lineHeight*float64(len(text))
	}
	labels := c.Width() * 0.24
	if d.columns > 1 && (c.Width()-labels)/float64(d.columns) < labels+leastFlow {
		labels = max(46, (c.Width()-float64(d.columns)*leastFlow)/float64(d.columns+1))
	}
	box := figure.Box{X: 0, Y: 4, W: c.Width() - labels, H: flowHeight}
	stocks := c.As("flow").Flows(box, d.ordered(), func(name string, column int) figure.Color { return d.fills[flowKey{name, column}] })
	bottom := box.Y + box.H
	byColumn := map[int]float64{}
	for _, s := range stocks {
		room := labels - 6
		if s.Column < d.columns {
			room = min(labels, box.W/float64(d.columns)-16)
		}
		end := d.label(c, s, room, byColumn[s.Column])
		byColumn[s.Column] = end
		bottom = max(bottom, end)
	}
	return bottom + 2
}

// ordered are the flows column by column, so that the stocks of a column stack in the order of the stocks before it.
func (d *flowDrawing) ordered() []figure.Flow {
	flows := slices.Clone(d.flows)
	slices.SortStableFunc(flows, func(a, b figure.Flow) int { return a.Column - b.Column })
	return flows
}

// label sets the number and the name of a stock behind its bar, at its middle or below the label before it, and returns where it ends.
func (d *flowDrawing) label(c *figure.Canvas, s figure.Stock, room, above float64) float64 {
	x := s.Box.Right() + 4
	number := d.counts[flowKey{s.Name, s.Column}]
	bold, small := figure.Style{Bold: true}, figure.Style{Size: c.Profile().Small, Color: figure.Ink}
	parts := strings.Split(s.Name, "\x00")
	name := parts[max(0, len(parts)-2)]
	lines := c.Wrap(name, room, small)
	numbers := c.Wrap(number, room, bold)
	height := lineHeight * float64(len(numbers)+len(lines))
	middle := s.Box.Y + s.Box.H/2
	if s.Column < d.columns {
		middle = s.Box.Y + height/2 + 2 // inside the first band, not across its edge
	}
	middle = max(middle, above+height/2+1)
	top := middle - height/2 + lineHeight/2
	for i, line := range numbers {
		c.As("number "+name).Text(x, c.Middle(top+lineHeight*float64(i), bold), line, bold)
	}
	for i, line := range lines {
		c.As("stock "+name).Text(x, c.Middle(top+lineHeight*float64(len(numbers)+i), small), line, small)
	}
	return middle + height/2
}

// flowTitle states the whole and its parts.
func flowTitle(whole Branch, where string) string {
	var parts []string
	for _, p := range whole.Parts {
		if p.Count.Known() {
			parts = append(parts, counted(p.Count)+" "+p.Name)
		}
	}
	if len(parts) > 4 {
		parts = append(parts[:3], fmt.Sprintf("%d further parts", len(parts)-3))
	}
	if len(parts) == 0 {
		return fmt.Sprintf("%s: %s, %s", where, whole.Name, counted(whole.Count))
	}
	return fmt.Sprintf("%s: of %s %s, the report states %s", where, counted(whole.Count), whole.Name, listed(parts))
}

// branchWords are a branch and its parts in a sentence.
func branchWords(b Branch) string {
	text := counted(b.Count) + " " + b.Name
	if !b.Count.Known() {
		text = b.Name + " " + counted(b.Count)
	}
	var parts []string
	for _, p := range b.Parts {
		parts = append(parts, branchWords(p))
	}
	if len(parts) == 0 {
		return text
	}
	return text + " (" + strings.Join(parts, ", ") + ")"
}

func branchRows(b Branch, of string) [][]string {
	value, bound := boundCells(b.Count)
	rows := [][]string{{b.Name, of, value, bound}}
	for _, p := range b.Parts {
		rows = append(rows, branchRows(p, b.Name)...)
	}
	return rows
}
