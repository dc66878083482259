package narrative

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/tipstats/tip/tipstats"
)

// sliceKey is what two figures share that count the same thing.
type sliceKey struct {
	stage  tipstats.Stage
	unit   tipstats.Unit
	cohort tipstats.Cohort
	form   tipstats.Form
	period Period
}

// slice restricts the figures of several bodies, or under several statutes, to those; a figure that stands alone for its stage is a
// national one, whoever gives it. It leaves open a second value for one thing that nothing tells apart from the first.
func (d *document) slice(years yearScale) {
	d.cohorts()
	groups := map[sliceKey][]*figure{}
	var order []sliceKey
	for _, f := range d.figures {
		if !f.coded() || f.slice != "" {
			continue
		}
		if f.role == part && f.statute != "" {
			f.slice = "statute: " + f.statute
			continue
		}
		for _, stage := range f.stages {
			k := sliceKey{stage, f.unit, f.cohort, f.formOf(), years.period(f)}
			if groups[k] == nil {
				order = append(order, k)
			}
			groups[k] = append(groups[k], f)
		}
	}
	for _, k := range order {
		d.sliceGroup(groups[k])
	}
}

func (d *document) sliceGroup(group []*figure) {
	if len(group) < 2 || !differ(group, func(f *figure) string { return valueText(f) }) {
		return
	}
	if dropFound(group) {
		return
	}
	bodies := differ(group, func(f *figure) string { return f.subject })
	statutes := differ(group, func(f *figure) string { return f.statute })
	for i, f := range group {
		switch {
		case f.slice != "":
		case bodies && f.subject != "":
			f.slice = agencyOf(f.subject)
		case statutes && f.statute != "":
			f.slice = "statute: " + f.statute
		case f.addition:
			f.slice = "origin: additional"
		case i > 0 && !bodies && !statutes && valueText(f) != valueText(group[0]) && f.class == "":
			f.class = Open
			if f.head == noHead {
				continue
			}
			d.find(TwoValues, fmt.Sprintf("%q and %q give two values for one figure; the first is coded, the second left open", d.quote(group[0]), d.quote(f)), group[0], f)
		}
	}
}

func differ(group []*figure, of func(*figure) string) bool {
	for _, f := range group[1:] {
		if of(f) != of(group[0]) {
			return true
		}
	}
	return false
}

func valueText(f *figure) string {
	if !f.stated {
		return "?"
	}
	return strconv.Itoa(f.value)
}

// dropFound leaves open the cases that the police found where the text also says how many they investigated.
func dropFound(group []*figure) bool {
	investigated := 0
	for _, f := range group {
		if f.rule != "registered" {
			investigated++
		}
	}
	if investigated != 1 {
		return false
	}
	for _, f := range group {
		if f.rule == "registered" {
			f.class = Open
		}
	}
	return true
}

// agencyOf is the slice of a body.
func agencyOf(subject string) string {
	if strings.Contains(subject, "court") {
		return "court level: " + subject
	}
	return "agency: " + subject
}
