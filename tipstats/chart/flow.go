package chart

import (
	"fmt"
	"strconv"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/figure"
)

// A Branch is a figure and the parts that it divides into, each of which can divide further. The parts count the same matters or
// persons as the whole: where one flow is only related to another, as prosecutions of a year to its investigations, nothing
// flows, and [Funnel] is the chart.
type Branch struct {
	Name  string // in the plural, as behind a number: "convicted", "sex trafficking"
	Count tipstats.Count
	Fill  figure.Color // the zero Color is a grey
	Parts []Branch
}

// Verdicts is the branch of a funnel's verdicts: the convicted, by form where the source splits them, and the acquitted.
// It is an error where the funnel has no conviction rate with a value.
func Verdicts(f *tipstats.Funnel) (Branch, error) {
	rate, err := f.ConvictionRate()
	if err != nil {
		return Branch{}, err
	}
	_, all := rate.Counts()
	convicted := Branch{Name: "convicted", Count: f.Convictions.Count, Fill: figure.Heading}
	for _, o := range f.Breakdown(f.Convictions) {
		convicted.Parts = append(convicted.Parts, Branch{Name: formName(o.Form), Count: o.Count, Fill: formFill(o.Form)})
	}
	return Branch{Name: "persons with a verdict", Count: all, Parts: []Branch{
		convicted, {Name: "acquitted", Count: f.Acquittals.Count, Fill: figure.Unspecified},
	}}, nil
}

// Opened is the branch of a funnel's investigations by form.
func Opened(f *tipstats.Funnel) Branch {
	b := Branch{Name: stageLabel(f.Investigations.Stage, f.Investigations.Unit, f.Investigations.Cohort), Count: f.Investigations.Count}
	for _, o := range f.Breakdown(f.Investigations) {
		b.Parts = append(b.Parts, Branch{Name: formName(o.Form), Count: o.Count, Fill: formFill(o.Form)})
	}
	return b
}

// Flow draws how a whole divides into parts, as bands that are as wide as their numbers: what is in country and year. Only exact or
// rough numbers above 0 are drawn, and only where the parts are no more than their whole: what no part accounts for stays a band
// of its own, "not split". Parts without a number are named in the caption.
func Flow(whole Branch, year int, c Credit) *figure.Figure {
	d := newFlowDrawing(whole)
	where := strconv.Itoa(year)
	if c.Country != "" {
		where = c.Country + ", " + where
	}
	f := &figure.Figure{
		Name:     "flow",
		Title:    capitalised(flowTitle(whole, where)),
		Subtitle: "How " + whole.Name + " divide: each band is as wide as its number.",
		Caption:  c.caption(d.remarks...),
		Alt:      sentences("Flow diagram, " + where + ": " + branchWords(whole)),
		Data:     figure.Table{Columns: []string{"figure", "part_of", "value", "bound"}, Rows: branchRows(whole, "")},
	}
	return sized(f, d.draw)
}

// A flowDrawing is what of a branch can be drawn.
type flowDrawing struct {
	name    string
	number  tipstats.Count
	flows   []figure.Flow
	fills   map[flowKey]figure.Color
	counts  map[flowKey]string
	columns int
	remarks []string
}

type flowKey struct {
	name   string
	column int
}

func newFlowDrawing(whole Branch) *flowDrawing {
	d := &flowDrawing{name: whole.Name, number: whole.Count, fills: map[flowKey]figure.Color{}, counts: map[flowKey]string{}}
	d.add(whole, whole.Name, 0)
	return d
}

// add adds the parts of a branch that stands in a column under a name of its own.
func (d *flowDrawing) add(b Branch, name string, column int) {
	total, exact := b.Count.Value()
	d.counts[flowKey{name, column}], d.fills[flowKey{name, column}] = counted(b.Count), fillOr(b.Fill)
	if len(b.Parts) == 0 || !exact || total == 0 {
		return
	}
	sum, open := 0, false
	for _, p := range b.Parts {
		n, known := p.Count.Value()
		open = open || !known
		sum = min(sum+n, tipstats.MaxCount+1)
		if !known {
			d.remarks = append(d.remarks, fmt.Sprintf("%s: %s, so not drawn", capitalised(p.Name), counted(p.Count)))
		}
	}
	if sum > total {
		d.remarks = append(d.remarks, fmt.Sprintf("The parts of %s add up to more than %s, so they are not drawn", b.Name, counted(b.Count)))
		return
	}
	parts := b.Parts
	if sum < total {
		parts = append(parts[:len(parts):len(parts)], Branch{Name: "not split", Count: tipstats.Exactly(total - sum), Fill: figure.Unsplit})
	}
	for i, p := range parts {
		n, known := p.Count.Value()
		if !known || n == 0 {
			continue
		}
		own := fmt.Sprintf("%s\x00%s\x00%d", name, p.Name, i)
		d.columns = max(d.columns, column+1)
		d.flows = append(d.flows, figure.Flow{From: name, To: own, Column: column, Size: float64(n), Fill: figure.Faded(fillOr(p.Fill), 0.45)})
		d.add(p, own, column+1)
	}
}

func fillOr(fill figure.Color) figure.Color {
	if fill == (figure.Color{}) {
		return figure.Heading
	}
	return fill
}
