package chart

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/figure"
)

// notSplit is the name of the part of a figure whose form no row of the source states.
const notSplit = "not split"

// observed makes a bar of an observation and its breakdown by form.
func observed(label string, o tipstats.Observation, breakdown []tipstats.Observation) bar {
	b := bar{label: label}
	low, high, known := o.Count.Bounds()
	if !known {
		b.gap = gapWords(o.Count)
		return b
	}
	b.value, b.open, b.hollow = counted(o.Count), math.IsInf(high, 1), !o.Complete
	parts, sum, remarks := formParts(breakdown)
	if sum > high {
		remarks = append(remarks, "its forms add up to "+whole(int(sum))+", so they are not drawn")
		parts, sum = nil, 0
	}
	b.parts = parts
	low = max(low, sum)
	if rest := low - sum; rest > 0 {
		b.parts = append(b.parts, part{size: rest, fill: figure.Unsplit, name: notSplit})
	}
	if high > low && !b.open {
		b.parts = append(b.parts, part{size: high - low, fill: figure.Unsplit, name: "unsure", unsure: true})
	}
	if !o.Complete {
		remarks = append(remarks, "may be incomplete")
	}
	b.note = strings.Join(remarks, "; ")
	return b
}

// formParts are the segments of a breakdown, their sum, and what cannot be drawn of it, in words.
func formParts(breakdown []tipstats.Observation) (parts []part, sum float64, remarks []string) {
	for _, form := range formsInOrder {
		for _, o := range breakdown {
			if o.Form != form {
				continue
			}
			low, _, known := o.Count.Bounds()
			if _, exact := o.Count.Value(); !known || !exact {
				remarks = append(remarks, formLabel(form)+": "+counted(o.Count))
			}
			if !known || low == 0 {
				continue
			}
			parts = append(parts, part{size: low, fill: formFill(form), label: counted(o.Count), name: string(form)})
			sum += low
		}
	}
	return parts, sum, remarks
}

// observationColumns head the table beside a chart of observations.
var observationColumns = []string{
	"figure", "country", "year", "stage", "cohort", "form", "unit", "value", "bound", "lower", "upper", "level", "method",
	"complete", "report", "source", "locator",
}

// observationRow is an observation as a row of that table.
func observationRow(name string, o tipstats.Observation) []string {
	value, bound := boundCells(o.Count)
	report := ""
	if o.Report != 0 {
		report = strconv.Itoa(o.Report)
	}
	complete := ""
	if o.Count.Known() {
		complete = strconv.FormatBool(o.Complete)
	}
	return []string{
		name, o.Country, strconv.Itoa(o.Year), string(o.Stage), string(o.Cohort), string(o.Form), string(o.Unit), value, bound,
		"", "", "", "", complete, report, o.Source, o.Locator,
	}
}

// rateRow is a rate with its interval as a row of the table of observations: value is empty where the rate has bounds only.
func rateRow(r tipstats.Rate, level float64) []string {
	o := r.Numerator()
	row := observationRow(r.Name()+" ("+r.Kind().String()+")", o)
	low, high := r.Bounds()
	row[7], row[8] = "", fmt.Sprintf("%s to %s", exactly(low), exactly(high))
	if v, ok := r.Value(); ok {
		row[7], row[8] = exactly(v), "exact"
	}
	if iv, err := r.Interval(level); err == nil {
		row[9], row[10], row[11], row[12] = exactly(iv.Lower), exactly(iv.Upper), exactly(iv.Level), iv.Method
	}
	return row
}
