package narrative

import (
	"fmt"
	"slices"
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
	other  string // which form, where it is none of the named ones: forced begging
	period Period
}

// grouping gathers figures by what they count, in the order of the first of each group.
type grouping struct {
	at   map[sliceKey]int
	list [][]*figure
}

func (g *grouping) add(key sliceKey, f *figure) {
	at, known := g.at[key]
	if !known {
		at = len(g.list)
		g.at[key], g.list = at, append(g.list, nil)
	}
	g.list[at] = append(g.list[at], f)
}

func (g *grouping) group(key sliceKey) []*figure {
	if at, known := g.at[key]; known {
		return g.list[at]
	}
	return nil
}

// slice restricts the figures of several bodies, or under several statutes, to those; a figure that stands alone for its stage is a
// national one, whoever gives it. It leaves open a second value for one thing that nothing tells apart from the first.
func (d *document) slice(years yearScale) {
	d.cohorts(years)
	d.dropUnstated(years)
	d.splitByStatutes()
	groups := grouping{at: map[sliceKey]int{}}
	for _, f := range d.figures {
		if !f.coded() || f.slice != "" {
			continue
		}
		if f.role == part && f.level != "" {
			f.slice = "court level: " + f.level
			continue
		}
		if f.role == part && f.statute != "" {
			f.slice = "statute: " + f.statute
			continue
		}
		for _, stage := range f.stages {
			groups.add(sliceKey{stage, f.unit, f.cohort, f.formOf(), otherForm(f.formOf(), f.note), years.period(f)}, f)
		}
	}
	for _, group := range groups.list {
		d.sliceGroup(group)
	}
	for _, f := range d.figures {
		if f.role == part && f.target != nil && f.target.rule == "registered" && f.target.class == Open {
			f.class = Open // the parts of what the police found go with it
		}
		if t := f.target; t != nil && f.role == compared && f.slice == "" && f.unit == t.unit && isBodySlice(t.slice) {
			f.slice = t.slice
		}
	}
}

// isBodySlice reports whether a slice is a body, which what is compared with the figure has too.
func isBodySlice(slice string) bool {
	return strings.HasPrefix(slice, "agency: ") || strings.HasPrefix(slice, "court level: ")
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
		case bodies && f.subject != "" && !(statutes && f.statute != ""):
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
			d.find(TwoValues, fmt.Sprintf("%s and %s give two values for one figure; the first is coded, the second left open", d.quote(group[0]), d.quote(f)), group[0], f)
		}
	}
}

// dropUnstated takes back that a figure was not reported, or that there was none, where the text gives it: what is denied then is
// something narrower, "how many complaints resulted in investigations".
func (d *document) dropUnstated(years yearScale) {
	given := grouping{at: map[sliceKey]int{}}
	key := func(f *figure, stage tipstats.Stage) sliceKey {
		return sliceKey{stage: stage, form: f.formOf(), other: otherForm(f.formOf(), f.note), period: years.period(f)}
	}
	for _, f := range d.figures {
		if f.coded() && f.stated && f.value > 0 && f.slice == "" {
			for _, stage := range f.stages {
				given.add(key(f, stage), f)
			}
		}
	}
	for _, f := range d.figures {
		if !f.coded() || f.value > 0 || f.slice != "" {
			continue
		}
		for _, stage := range f.stages {
			d.contradicted(f, given.group(key(f, stage)))
		}
		f.stages = slices.DeleteFunc(slices.Clone(f.stages), func(stage tipstats.Stage) bool {
			return slices.ContainsFunc(given.group(key(f, stage)), func(g *figure) bool { return g.coded() && g.answers(f, stage) })
		})
		if len(f.stages) == 0 {
			f.class = Open
		}
	}
}

// contradicted leaves figures of a year open where the text says of the period of the report that there were none: that year may be the one
// before.
func (d *document) contradicted(zero *figure, given []*figure) {
	if !zero.stated || zero.mark == nil || zero.mark.tag != "current" {
		return
	}
	for _, f := range given {
		if f.mark != nil && f.mark.tag == "year" && f.role == direct && f.coded() {
			f.class = Open
			d.find(TwoValues, fmt.Sprintf("%q and %q give two values for one figure; the first is coded, the second left open", d.quote(zero), d.quote(f)), zero, f)
		}
	}
}

// answers reports whether a figure is the one that another says was not reported.
func (f *figure) answers(g *figure, stage tipstats.Stage) bool {
	unit := g.unit
	if stage == tipstats.Investigation && unit == "" {
		unit = tipstats.Case
	}
	return (unit == "" || f.unit == unit || f.unit == "") && (g.cohort == "" || g.cohort == f.cohort)
}

// otherForm tells two forms apart that are both other than sex and labor trafficking.
func otherForm(form tipstats.Form, note string) string {
	if form == tipstats.OtherForm {
		return note
	}
	return ""
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
