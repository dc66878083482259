package figure

import (
	"fmt"
	"slices"
	"strings"
)

// A Composite is a figure of several panels a, b, c ... on one grid. The
// drawings of a row begin at one height, whatever the lengths of their titles;
// panels that ask [Canvas.Shared] for the width of a column get the same one,
// so that their axes line up; the last panel of a row that is not full goes on
// to the right edge; and the panels have one legend, below them, in
// which each key stands once.
//
// The panels are complete figures, so each can also be published alone. Of a
// panel the title stands above it, in the size of a label; its subtitle,
// caption, alt text and data go into those of the composite, under its letter.
type Composite struct {
	Name     string
	Title    string
	Subtitle string
	Caption  []string // paragraphs before the captions of the panels
	Alt      string   // before the alt texts of the panels
	Profile  Profile
	Columns  int // of the grid; 0 is 1. Panels go from left to right, then down
	Panels   []*Figure
}

// mostPanels is how many panels have a letter of their own.
const mostPanels = 26

// Distances of a composite, in points for type of the sizes of Nature2.
const (
	columnGutter = 18.0
	rowGutter    = 16.0
	letterWidth  = 11.0 // of a panel's letter and the space behind it
	headingStep  = 9.6  // between the lines of a panel's title
	headingDrop  = 7.0  // from the top of a panel to the baseline of its letter
	headingGap   = 6.0  // from the last baseline of a panel's title to its drawing
)

// Figure returns the composite as a figure. What is wrong with it or with a
// panel is reported by its Render.
func (k Composite) Figure() *Figure {
	f := &Figure{Name: k.Name, Title: k.Title, Subtitle: k.Subtitle, Profile: k.Profile}
	alts := []string{k.Alt}
	f.Caption = append(f.Caption, k.Caption...)
	common := k.common()
	for i, p := range k.Panels {
		if p == nil {
			continue
		}
		alts = append(alts, fmt.Sprintf("Panel %s: %s %s", letter(i), stopped(p.Title), p.Alt))
		f.Keywords = append(f.Keywords, p.Keywords...)
		own := stopped(p.Subtitle)
		for _, paragraph := range p.Caption {
			if !slices.Contains(common, paragraph) {
				own += " " + paragraph
			}
		}
		if own = strings.TrimSpace(own); own != "" {
			f.Caption = append(f.Caption, letter(i)+": "+own)
		}
	}
	f.Caption = append(f.Caption, common...)
	f.Alt = strings.TrimSpace(strings.Join(alts, " "))
	f.Data = joined(k.Panels)
	f.Fit = k.draw
	return f
}

// common are the paragraphs that stand in the captions of all panels, such as
// the source: they stand once, below the others.
func (k Composite) common() []string {
	if len(k.Panels) < 2 || slices.Contains(k.Panels, nil) {
		return nil
	}
	var shared []string
	for _, paragraph := range k.Panels[0].Caption {
		without := func(p *Figure) bool { return !slices.Contains(p.Caption, paragraph) }
		if !slices.ContainsFunc(k.Panels, without) && !slices.Contains(shared, paragraph) {
			shared = append(shared, paragraph)
		}
	}
	return shared
}

// letter names a panel.
func letter(i int) string { return string(rune('a' + i%mostPanels)) }

// stopped is a sentence with its full stop.
func stopped(s string) string {
	s = strings.TrimSpace(s)
	if s == "" || strings.ContainsAny(s[len(s)-1:], ".!?") {
		return s
	}
	return s + "."
}

// joined is the data of all panels under a column for their letters.
func joined(panels []*Figure) Table {
	t := Table{Columns: []string{"panel"}}
	at := map[string]int{"panel": 0}
	for _, p := range panels {
		if p == nil {
			continue
		}
		for _, column := range p.Data.Columns {
			if _, known := at[column]; !known {
				at[column] = len(t.Columns)
				t.Columns = append(t.Columns, column)
			}
		}
	}
	for i, p := range panels {
		if p == nil {
			continue
		}
		for _, row := range p.Data.Rows {
			cells := make([]string, len(t.Columns))
			for j, cell := range row {
				if j < len(p.Data.Columns) {
					cells[at[p.Data.Columns[j]]] = cell
				}
			}
			cells[0] = letter(i)
			t.Rows = append(t.Rows, cells)
		}
	}
	return t
}

// draw lays the panels out twice: to learn what they share, and for good.
func (k Composite) draw(c *Canvas) float64 {
	if !k.check(c) {
		return 1
	}
	scale := c.Profile().Label / Nature2.Label
	g := &group{widths: map[string]float64{}}
	trial := *c
	trial.record = &record{profile: c.record.profile}
	trial.group = g
	k.drawRows(trial.Scaled(scale))
	g.settled = true
	panels := *c
	panels.group = g
	y := k.drawRows(panels.Scaled(scale))
	s := c.Scaled(scale)
	if len(g.keys) > 0 {
		y = s.Legend(0, y+rowGutter/2, g.keys)
	}
	return (y + 2) * scale
}

func (k Composite) check(c *Canvas) bool {
	before := len(c.record.problems)
	if len(k.Panels) == 0 || len(k.Panels) > mostPanels {
		c.record.fault("%d panels: a composite has from 1 to %d", len(k.Panels), mostPanels)
	}
	if k.Columns < 0 || k.Columns > len(k.Panels) {
		c.record.fault("%d columns for %d panels: a composite has at least one panel a column", k.Columns, len(k.Panels))
	}
	for i, p := range k.Panels {
		switch {
		case p == nil:
			c.record.fault("panel %s is nil", letter(i))
		case p.Fault != nil:
			c.record.fault("panel %s: %w", letter(i), p.Fault)
		case p.Fit == nil && (p.Draw == nil || !(p.Height > 0 && p.Height <= longestSide)):
			c.record.fault("panel %s: it needs Fit, or Draw and a height from 0 to %d points", letter(i), longestSide)
		}
	}
	return len(c.record.problems) == before
}

// drawRows draws the panels row by row and returns where the last one ends.
func (k Composite) drawRows(c *Canvas) float64 {
	columns := max(k.Columns, 1)
	width := (c.Width() - columnGutter*float64(columns-1)) / float64(columns)
	wide := func(i, row int) float64 { // the last panel of a row that is not full goes on to the right edge
		if i == row-1 {
			return c.Width() - (width+columnGutter)*float64(i)
		}
		return width
	}
	y := 0.0
	for first := 0; first < len(k.Panels); first += columns {
		if first > 0 {
			y += rowGutter
		}
		row := k.Panels[first:min(first+columns, len(k.Panels))]
		lines := 1
		for i, p := range row {
			lines = max(lines, len(headingLines(c, p, wide(i, len(row)))))
		}
		heading, top := y, y+headingDrop+headingStep*float64(lines-1)+headingGap
		for i, p := range row {
			x := (width + columnGutter) * float64(i)
			k.drawHeading(c, x, heading, wide(i, len(row)), first+i)
			panel := c.Panel(x, top, wide(i, len(row)), 0)
			panel.column = i
			y = max(y, top+drawPanel(panel, p))
		}
	}
	return y
}

func (k Composite) drawHeading(c *Canvas, x, y, width float64, i int) {
	bold := Style{Bold: true}
	c.As("panel").Text(x, y+headingDrop, letter(i), bold)
	for j, line := range headingLines(c, k.Panels[i], width) {
		c.As("panel title").Text(x+letterWidth, y+headingDrop+headingStep*float64(j), line, bold)
	}
}

// headingLines are the lines of a panel's title beside its letter.
func headingLines(c *Canvas, p *Figure, width float64) []string {
	return c.WrapEvenly(plain(p.Title), width-letterWidth, Style{Bold: true})
}

// drawPanel draws a figure on a canvas that is scaled to the profile, and
// returns its height there: where its lowest mark ends, since the room that it
// left for a legend of its own stays empty.
func drawPanel(c *Canvas, f *Figure) float64 {
	factor := c.factor()
	page := *c
	page.scale, page.width = 1, c.width*factor
	if f.Fit != nil {
		drawn := len(c.record.marks)
		height := c.record.fitted(f.Fit(&page))
		lowest := 0.0
		for i := range c.record.marks[drawn:] {
			lowest = max(lowest, c.record.marks[drawn+i].extent().Bottom()-c.origin.Y)
		}
		return min(height, lowest) / factor
	}
	page.height = f.Height
	f.Draw(&page)
	return f.Height / factor
}
