package chart

import (
	"fmt"
	"math"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/figure"
)

// A Pair is one figure at two times.
type Pair struct {
	Label  string
	Before tipstats.Count
	After  tipstats.Count
}

// DumbbellWords are what the numbers of a dumbbell or a slope chart are.
type DumbbellWords struct {
	What   string // in the plural: "prosecutions"
	Before string // "2017"
	After  string // "2023"
}

// fault says which of the words are missing, or that a time is set against itself.
func (w DumbbellWords) fault() error {
	switch {
	case w.What == "" || w.Before == "" || w.After == "":
		return fmt.Errorf("the words are What %q, Before %q, After %q: all three are needed", w.What, w.Before, w.After)
	case w.Before == w.After:
		return fmt.Errorf("both times are %q: a figure is not set against itself", w.Before)
	}
	return nil
}

// Dumbbell draws a figure of several countries, regions or forms at two times: an open circle for the earlier number, a filled one
// for the later, and a bar between them. All rows share one scale from 0, so their figures have to be in one unit. Where a number
// is known as a bound only, an arrow or a line shows what it leaves open; where there is none, a mark and the word stand in its
// place, and nothing joins the two. Where rows are many it reads better than [Slope], which shows at a glance who overtakes whom.
func Dumbbell(w DumbbellWords, pairs []Pair, c Credit) *figure.Figure {
	f := pairFigure(w, pairs, c)
	f.Name = "dumbbell"
	return sized(f, func(canvas *figure.Canvas) float64 { return drawDumbbell(canvas, w, pairs) })
}

// pairFigure is a figure of pairs without its name and its drawing.
func pairFigure(w DumbbellWords, pairs []Pair, c Credit) *figure.Figure {
	f := &figure.Figure{
		Title:    capitalised(dumbbellTitle(w, pairs, c)),
		Subtitle: fmt.Sprintf("%s and %s, on one scale from 0.", capitalised(w.Before), w.After),
		Caption:  c.caption(fmt.Sprintf("Open: %s. Filled: %s", w.Before, w.After), fmt.Sprintf("n = %s", countNoun(len(pairs), "row"))),
		Data:     figure.Table{Columns: []string{"row", "time", "value", "bound"}},
		Fault:    w.fault(),
	}
	alts := []string{fmt.Sprintf("Two marks a row: %s in %s and in %s", w.What, w.Before, w.After)}
	for _, p := range pairs {
		alts = append(alts, fmt.Sprintf("%s: %s, then %s", p.Label, counted(p.Before), counted(p.After)))
		for _, at := range []struct {
			time  string
			count tipstats.Count
		}{{w.Before, p.Before}, {w.After, p.After}} {
			value, bound := boundCells(at.count)
			f.Data.Rows = append(f.Data.Rows, []string{p.Label, at.time, value, bound})
		}
	}
	f.Alt = sentences(alts...)
	return f
}

const dumbbellRow = 17.0

func drawDumbbell(c *figure.Canvas, w DumbbellWords, pairs []Pair) float64 {
	if len(pairs) == 0 {
		return drawNothing(c)
	}
	t := track{most: 4} // so that ticks are whole
	words := 0.0
	for _, p := range pairs {
		t.labels = max(t.labels, c.TextWidth(p.Label, figure.Style{}))
		words = max(words, c.TextWidth(p.words(), figure.Style{Size: c.Profile().Small}))
		for _, count := range []tipstats.Count{p.Before, p.After} {
			if low, high, known := count.Bounds(); known && math.IsInf(high, 1) {
				t.most = max(t.most, low*(1+openShare))
			} else if known {
				t.most = max(t.most, high)
			}
		}
	}
	t.labels = c.Shared("labels", min(t.labels, c.Width()*0.32))
	t.x = t.labels + labelGap
	words = min(words, c.Width()*0.34)
	t.width = c.Width() - t.x - words - columnGap - markSize
	a := newAxis(t.x, t.width, t.most, 4)
	t.most = a.most
	y := 2.0
	for i, p := range pairs {
		if y > longest {
			y = drawRest(c, t.x, y, len(pairs)-i)
			break
		}
		y += p.draw(c, y, t, words)
	}
	a.draw(c, y+2, tickLabel)
	mark := func(filled bool) func(*figure.Canvas, figure.Box) {
		return func(c *figure.Canvas, b figure.Box) {
			drawMark(c, tipstats.Exactly(0), b.Y+b.H/2, track{x: b.X + b.W/2, width: 1, most: 1}, markSize, filled)
		}
	}
	return drawLegend(c, min(t.x, c.Width()/2), y+22, append([]key{{w.Before, mark(false)}, {w.After, mark(true)}}, boundKeys(countsOf(pairs))...)) + 2
}

// countsOf are both counts of all pairs.
func countsOf(pairs []Pair) []tipstats.Count {
	var counts []tipstats.Count
	for _, p := range pairs {
		counts = append(counts, p.Before, p.After)
	}
	return counts
}

// words are both numbers: "17,471, then 18,774".
func (p Pair) words() string { return counted(p.Before) + ", then " + counted(p.After) }

// draw draws one row and returns its height.
func (p Pair) draw(c *figure.Canvas, y float64, t track, words float64) float64 {
	label, small := figure.Style{Anchor: figure.End}, figure.Style{Size: c.Profile().Small}
	labels := c.WrapEvenly(p.Label, t.labels+0.01, label)
	values := c.Wrap(p.words(), words+0.01, small)
	height := max(dumbbellRow, float64(max(len(labels), len(values)))*lineHeight+4)
	middle := y + height/2
	block(c.As("label"), t.labels, middle, labels, label)
	block(c.As("value"), c.Width()-words, middle, values, small)
	c.As("track").Line(t.x, middle, t.x+t.width, middle, figure.Stroke{Color: figure.Rule})
	if p.Before.Known() && p.After.Known() {
		from, to := t.at(center(p.Before)), t.at(center(p.After))
		if math.Abs(to-from) > markSize && joins(p.Before, p.After) {
			c.As("change "+p.Label).Line(from, middle, to, middle, figure.Stroke{Color: figure.Heading, Width: 1.6})
		}
	}
	for i, count := range []tipstats.Count{p.Before, p.After} {
		if !count.Known() { // the earlier gap above the line, the later below it
			gapSign(c.As("gap "+p.Label), t.x-3.4, middle+float64(2*i-1)*3.4, gapWords(count))
			continue
		}
		size := markSize
		if i == 0 && p.After.Known() && joins(p.Before, p.After) && math.Abs(t.at(center(p.Before))-t.at(center(p.After))) < 2 {
			size += 4 // around the later mark, which would hide it
		}
		drawMark(c.As([]string{"before ", "after "}[i]+p.Label), count, middle, t, size, i == 1)
	}
	return height
}

// dumbbellTitle counts the rows by the direction that their numbers allow: "prosecutions: of 3 numbers, 2 are higher in 2005 than in 2003
// and 1 is lower".
func dumbbellTitle(w DumbbellWords, pairs []Pair, c Credit) string {
	if len(pairs) == 0 {
		return w.What + in(c) + ": nothing is listed"
	}
	n := countDirections(pairs)
	compared := " in " + w.After + " than in " + w.Before
	var parts []string
	for _, part := range []struct {
		n     int
		words string
	}{{n.up, "higher"}, {n.down, "lower"}} {
		if part.n > 0 {
			parts = append(parts, numberAre(part.n, len(pairs))+" "+part.words+compared)
			compared = ""
		}
	}
	if n.same > 0 {
		parts = append(parts, numberAre(n.same, len(pairs))+" the same")
		if compared != "" {
			parts[0] += " in " + w.Before + " and in " + w.After
		}
	}
	if n.open > 0 {
		parts = append(parts, numberAre(n.open, len(pairs))+" not comparable")
	}
	text := listed(parts)
	if len(parts) > 1 {
		text = fmt.Sprintf("of %d numbers, %s", len(pairs), text)
	}
	return w.What + in(c) + ": " + text
}

// numberAre begins a part of the title: "2 are", "all 3 numbers are", "the number is".
func numberAre(n, all int) string {
	switch {
	case all == 1:
		return "the number is"
	case n == all && all == 2:
		return "both numbers are"
	case n == all:
		return fmt.Sprintf("all %d numbers are", n)
	}
	return fmt.Sprintf("%d %s", n, isOrAre(n))
}

// directions are how many pairs went up and down, stayed, or leave it open.
type directions struct{ up, down, same, open int }

func countDirections(pairs []Pair) directions {
	var n directions
	for _, p := range pairs {
		lowA, highA, known := p.Before.Bounds()
		lowB, highB, known2 := p.After.Bounds()
		switch {
		case !known || !known2:
			n.open++
		case lowB > highA:
			n.up++
		case highB < lowA:
			n.down++
		case lowA == highA && lowB == highB:
			n.same++
		default:
			n.open++
		}
	}
	return n
}
