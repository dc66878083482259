package figure

import (
	"image/color"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// A Flow is a part of one stock that is, or becomes, a part of another.
type Flow struct {
	From, To string // the stocks; a stock is known by its name and its column
	Column   int    // of From, counted from 0; To stands in the next one
	Size     float64
	Fill     Color
}

// A Stock is where a stock of a flow diagram was drawn.
type Stock struct {
	Name   string
	Column int
	Box    Box // in the lengths of the canvas
}

// stockWidth is the width of the bar of a stock, in points.
const stockWidth = 9.0

// Flows draws flows between stocks as bands as wide as their sizes, with
// gonum's plotter.Sankey, in the given box, the columns at equal distances.
// Stocks are stacked from the top in the order of the flows; fill gives the
// colour of a stock. It returns where the stocks are, in the order of the
// flows, so that the caller can label them; the plotter sets no text.
func (c *Canvas) Flows(box Box, flows []Flow, fill func(name string, column int) Color) []Stock {
	if len(flows) == 0 || fill == nil {
		c.record.fault("%s: %d flows, fill given: %t; a flow diagram needs flows and the colours of their stocks", c.name("flow"), len(flows), fill != nil)
		return nil
	}
	list := make([]plotter.Flow, 0, len(flows))
	var stocks []Stock
	seen := map[Stock]bool{}
	last := 0
	note := func(name string, column int) {
		last = max(last, column)
		if s := (Stock{Name: name, Column: column}); !seen[s] {
			seen[s] = true
			stocks = append(stocks, s)
		}
	}
	for _, f := range flows {
		if !finite(f.Size) || f.Size <= 0 {
			c.record.fault("%s: a flow from %q to %q of size %v; sizes are numbers above 0", c.name("flow"), f.From, f.To, f.Size)
			return nil
		}
		note(f.From, f.Column)
		note(f.To, f.Column+1)
		list = append(list, plotter.Flow{SourceLabel: f.From, ReceptorLabel: f.To,
			SourceCategory: f.Column, ReceptorCategory: f.Column + 1, Value: f.Size, Group: hex(f.Fill)})
	}
	sankey, err := plotter.NewSankey(list...)
	if err != nil {
		c.record.fault("%s: %d flows: %v", c.name("flow"), len(flows), err)
		return nil
	}
	most := 0.0
	for _, s := range stocks {
		_, high, _ := sankey.StockRange(s.Name, s.Column)
		most = max(most, high)
	}
	c.plotFlows(box, sankey, last, most, list, flows, fill)
	for i, s := range stocks {
		low, high, _ := sankey.StockRange(s.Name, s.Column)
		x := box.X + float64((box.W-stockWidth)*float64(s.Column)/float64(last))
		stocks[i].Box = Box{x, box.Y + low/most*box.H, stockWidth, (high - low) / most * box.H}
	}
	return stocks
}

// plotFlows lets gonum draw. Its value axis grows upwards; the canvas is turned over so that stocks stack from the top.
func (c *Canvas) plotFlows(box Box, sankey *plotter.Sankey, last int, most float64, list []plotter.Flow, flows []Flow, fill func(string, int) Color) {
	fills := map[string]color.Color{}
	for i, f := range list {
		fills[f.Group] = flows[i].Fill
	}
	sankey.StockBarWidth = vg.Points(stockWidth)
	sankey.FlowStyle = func(group string) (color.Color, draw.LineStyle) { return fills[group], draw.LineStyle{} }
	sankey.StockStyle = func(name string, column int) (string, text.Style, vg.Length, vg.Length, color.Color, draw.LineStyle) {
		return "", sankey.TextStyle, 0, 0, fill(name, column), draw.LineStyle{}
	}
	p := plot.New()
	half := float64(last) * stockWidth / 2 / (box.W - stockWidth)
	p.X.Min, p.X.Max = -half, float64(last)+half
	p.Y.Min, p.Y.Max = 0, most
	panel := c.Panel(box.X, box.Y, box.W, box.H)
	canvas := panel.VG()
	canvas.Translate(vg.Point{Y: vg.Points(box.H)})
	canvas.Scale(1, -1)
	sankey.Plot(draw.NewCanvas(canvas, vg.Points(box.W), vg.Points(box.H)), p)
}
