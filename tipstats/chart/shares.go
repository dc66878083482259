package chart

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/figure"
)

// A NamedShare is a proportion with the name of its row, or why there is none.
type NamedShare struct {
	Name string
	Rate tipstats.Rate
	Err  error

	shape figure.Shape // of its dot
	fill  figure.Color // of its dot and its band; zero: of no form
}

// formShare is the share of a form in a figure of a funnel.
func formShare(f *tipstats.Funnel, total tipstats.Observation, form tipstats.Form, name string) NamedShare {
	rate, err := f.FormShare(total, form)
	return NamedShare{Name: name, Rate: rate, Err: err}
}

// FormShares are the shares of a form of trafficking among the investigations, the prosecutions begun and the convictions of
// funnels, in this order, year by year, one that says why in the place of a nil funnel: see [tipstats.Funnel.FormShare].
func FormShares(form tipstats.Form, funnels ...*tipstats.Funnel) []NamedShare {
	var list []NamedShare
	for i, f := range funnels {
		if f == nil {
			list = append(list, NamedShare{Name: fmt.Sprintf("Funnel %d", i+1), Err: errors.New("the funnel is nil")})
			continue
		}
		for _, stage := range []tipstats.Stage{tipstats.Investigation, tipstats.Prosecution, tipstats.Conviction} {
			o := stageFigure(f, stage)
			list = append(list, formShare(f, o, form, fmt.Sprintf("%s, %d", stageLabel(o.Stage, o.Unit, o.Cohort), o.Year)))
		}
	}
	return list
}

// Shares draws proportions on one axis from 0 to 100 %: a dot where the counts give one value, a band between two ends where they
// identify bounds only, and a mark and the reason where there is none. what names the share: "share of sex trafficking".
//
// The bands are what the source leaves open; they are no confidence intervals. A flow ratio is none of its business: it is set
// with a mark for what was refused, and [Rates] draws it.
func Shares(what string, shares []NamedShare, c Credit) *figure.Figure {
	rows := make([]NamedShare, len(shares))
	bands, dots := 0, 0
	for i, s := range shares {
		if s.Err == nil && s.Rate.Kind() != tipstats.Proportion {
			s.Err = errors.New("no proportion: it can exceed 1")
		}
		rows[i] = s
		if _, single := s.Rate.Value(); s.Err == nil && single {
			dots++
		} else if s.Err == nil {
			bands++
		}
	}
	f := &figure.Figure{
		Name:     "shares",
		Title:    capitalised(what + in(c) + ": " + sharesFinding(rows, dots, bands)),
		Subtitle: capitalised(what) + ", or the bounds that the sources leave for it.",
		Caption:  c.caption(bandRemarks(rows)...),
		Data:     figure.Table{Columns: []string{"row", "part", "whole", "least", "most", "refused"}},
	}
	alts := []string{capitalised(what) + " on an axis from 0 to 100 %"}
	for _, s := range rows {
		if s.Err != nil {
			alts = append(alts, s.Name+": none, "+refusal(s.Err))
			f.Data.Rows = append(f.Data.Rows, []string{s.Name, "", "", "", "", s.Err.Error()})
			continue
		}
		low, high := s.Rate.Bounds()
		part, whole := s.Rate.Counts()
		alts = append(alts, s.Name+": "+amount(s.Rate))
		f.Data.Rows = append(f.Data.Rows, []string{s.Name, part.String(), whole.String(), exactly(low), exactly(high), ""})
	}
	f.Alt = sentences(alts...)
	return sized(f, func(canvas *figure.Canvas) float64 { return drawShareRows(canvas, rows, bands > 0) })
}

// sharesFinding states the one share, or of how many figures there is what.
func sharesFinding(rows []NamedShare, dots, bands int) string {
	if len(rows) == 0 {
		return "no figure is listed"
	}
	if len(rows) == 1 && rows[0].Err != nil {
		return refusalWords(rows[0].Err)
	}
	if len(rows) == 1 {
		return amount(rows[0].Rate)
	}
	var list []string
	for _, kind := range []struct {
		n    int
		text string
	}{{dots, "one value"}, {bands, "bounds"}, {len(rows) - dots - bands, "none"}} {
		if kind.n > 0 {
			list = append(list, countNoun(kind.n, "figure")+" with "+kind.text)
		}
	}
	return strings.Join(list, ", ")
}

// bandRemarks say for a caption why shares have bounds and no value; they are empty where all have a value.
func bandRemarks(rows []NamedShare) []string {
	var ranges, forms []string
	for _, s := range rows {
		if s.Err != nil {
			continue
		}
		if _, one := s.Rate.Value(); one {
			continue
		}
		ranged := false
		for _, o := range append(s.Rate.Denominator(), s.Rate.Numerator()) {
			if low, high, _ := o.Count.Bounds(); low < high {
				ranged = true
				ranges = append(ranges, fmt.Sprintf("%s in %d", figureWords(o), o.Year))
			}
		}
		if !ranged {
			forms = append(forms, s.Name)
		}
	}
	slices.Sort(ranges)
	ranges = slices.Compact(ranges)
	var remarks []string
	if len(forms) > 0 {
		text := "runs from counting none of what is of open form to counting all of it"
		if len(ranges) > 0 {
			text += " (" + shortList(forms) + ")"
		}
		remarks = append(remarks, "A band "+text)
	}
	if len(ranges) > 0 {
		remarks = append(remarks, "A band runs from the least to the greatest share that a count allows which is known as a range only ("+shortList(ranges)+")")
	}
	if len(remarks) > 0 {
		remarks = append(remarks, "A band is no confidence interval")
	}
	return remarks
}

const shareRow = 15.0

func drawShareRows(c *figure.Canvas, rows []NamedShare, bands bool) float64 {
	if len(rows) == 0 {
		return drawNothing(c)
	}
	small := figure.Style{Size: c.Profile().Small}
	labels, value := 0.0, 0.0
	for _, s := range rows {
		labels = max(labels, c.TextWidth(s.Name, figure.Style{}))
		if s.Err == nil {
			value = max(value, c.TextWidth(shareWords(s.Rate), small))
		}
	}
	labels = c.Shared("labels", min(labels, c.Width()*0.34))
	a := axis{x: labels + labelGap, most: 1, step: 0.5}
	a.width = c.Width() - a.x - columnGap - max(value, 14)
	y := 2.0
	for i, s := range rows {
		if y > longest {
			y = drawRest(c, a.x, y, len(rows)-i)
			break
		}
		label := figure.Style{Anchor: figure.End}
		lines := c.WrapEvenly(s.Name, labels+0.01, label)
		least := max(shareRow, lineHeight*float64(len(lines))+4)
		height := s.draw(c, y, least, a)
		block(c.As("label"), labels, y+height/2, lines, label)
		y += height
	}
	a.draw(c, y+2, func(v float64) string { return fmt.Sprintf("%.0f %%", 100*v) })
	y += 14
	if !bands {
		return y + 2
	}
	return drawLegend(c, a.x, y+8, []key{boundsKey()}) + 2
}

// draw draws the mark of a share on its axis and its value behind, or why there is none, in a row at least so high, and returns the
// height of the row.
func (s NamedShare) draw(c *figure.Canvas, y, height float64, a axis) float64 {
	if s.Err != nil {
		italic := figure.Style{Size: c.Profile().Small, Italic: true, Color: figure.Muted}
		why := c.Wrap(refusal(s.Err), c.Width()-a.x-10, italic)
		height = max(height, lineHeight*float64(len(why))+4)
		gapSign(c.As("gap "+s.Name), a.x+3, y+height/2, refusalWords(s.Err))
		block(c.As("gap "+s.Name), a.x+10, y+height/2, why, italic)
		return height
	}
	middle, small := y+height/2, figure.Style{Size: c.Profile().Small}
	low, high := s.Rate.Bounds()
	c.As("track").Line(a.x, middle, a.x+a.width, middle, figure.Stroke{Color: figure.Rule})
	if _, single := s.Rate.Value(); single {
		fill := s.fill
		if fill == (figure.Color{}) {
			fill = figure.Ink
		}
		c.As("share "+s.Name).Dot(a.at(low), middle, 6, s.shape, fill)
	} else {
		drawBand(c.As("bounds "+s.Name), a.at(low), a.at(high), middle, s.fill)
	}
	c.As("value").Text(a.x+a.width+columnGap, c.Middle(middle, small), shareWords(s.Rate), small)
	return height
}

// shareWords is a share as it stands beside its mark: "36.7 to 76.1 %".
func shareWords(r tipstats.Rate) string {
	if v, ok := r.Value(); ok {
		return percent(v)
	}
	low, high := r.Bounds()
	return percentDigits(low) + " to " + percentDigits(high) + " %"
}

// drawBand draws what bounds leave open, closed at both ends.
func drawBand(c *figure.Canvas, from, to, middle float64, fill figure.Color) {
	const half = 3.0
	if fill == (figure.Color{}) {
		fill = figure.Heading
	}
	c.Rect(from, middle-half, to-from, 2*half, figure.Faded(fill, 0.35))
	for _, x := range []float64{from, to} {
		c.Line(x, middle-half-1, x, middle+half+1, figure.Stroke{Color: fill, Width: 1.4})
	}
}

// boundsKey is the key of a band.
func boundsKey() key {
	return key{"bounds of the share", func(c *figure.Canvas, b figure.Box) {
		drawBand(c, b.X, b.Right(), b.Y+b.H/2, figure.Color{})
	}}
}
