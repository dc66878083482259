package narrative

import (
	"slices"

	"github.com/tipstats/tip/tipstats"
)

// repeated is the earlier figure that "the 47 suspects" or "the 47 prosecutions" speaks of once more, if there is one.
func (c *clauses) repeated(f *figure) *figure {
	if !f.restated {
		return nil
	}
	for _, list := range [][]*figure{c.figures, c.doc.recent(c.cut)} {
		for _, g := range slices.Backward(list) {
			if g != f && g.value == f.value && g.coded() && !g.isCompared() && (g.unit == f.unit || f.head == noHead || f.bareStage()) && (!f.coded() || shares(f.stages, g.stages)) {
				return g
			}
		}
	}
	return nil
}

// recall gives "the 46 convictions" the unit and the cohort of the 46 traffickers whom it speaks of, so that its parts have them too.
func (c *clauses) recall(f *figure) {
	if f.coded() && f.whole != nil && f.head == noHead && f.unit == UnstatedUnit {
		if g := c.repeated(f.whole); g != nil {
			f.unit = g.unit // "50 of the 63"
		}
	}
	if !f.coded() || !f.bareStage() || f.role != direct {
		return
	}
	if g := c.repeated(f); g != nil {
		f.unit, f.cohort = g.unit, firstCohort(f.cohort, g.cohort)
	}
}

// recallForm gives "sixteen of these offenders" the form of those whom the sentence before has counted, if they all have one.
func (c *clauses) recallForm(f *figure) {
	if !f.coded() || !f.partitive || f.form != "" || f.ofNoun.kind != personNoun || len(c.figures) > 0 {
		return
	}
	var those *figure
	for _, g := range c.doc.recent(c.cut) {
		switch {
		case g.role == part || g.isCompared() || g.unit != tipstats.Person || g.sentence != c.cut-1:
		case those != nil && those.form != g.form:
			return
		default:
			those = g
		}
	}
	if those != nil && those.value >= f.value && those.formOf() == those.form {
		f.form, f.note = those.form, those.note
	}
}

// refersBack gives "three new ones" and "eight others" the noun of the figure before.
func (c *clauses) refersBack(f *figure) {
	last := c.last()
	if !f.anaphor || last == nil || last.class != "" {
		return
	}
	if last.role == companion {
		last = last.target
	}
	f.head, f.unit, f.form = last.head, last.unit, last.form
	if f.stages = nil; last.head == stageHead {
		f.stages = last.stages
	}
}

// bareStage reports whether the noun of a figure names a stage and leaves the unit open: "46 convictions".
func (f *figure) bareStage() bool { return f.head == stageHead && f.unit == UnstatedUnit }
