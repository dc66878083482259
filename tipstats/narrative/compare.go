package narrative

import (
	"slices"
	"strings"

	"github.com/tipstats/tip/tipstats"
)

// shareGroup finds what each figure of the comparison that ends here is set against.
func (c *clauses) shareGroup() {
	group := []*figure{}
	for _, f := range c.figures[min(c.since, len(c.figures)):] {
		if f.role == compared && f.target == nil {
			group = append(group, f)
		}
	}
	if len(group) == 0 {
		return
	}
	before := c.candidates()
	if f := c.countedReferral(group, before); f != nil {
		before = append(before, f)
	}
	for _, f := range group {
		c.bySameVerb(f)
	}
	for _, unit := range []tipstats.Unit{"", tipstats.Case, tipstats.Person} {
		if same := undetermined(group, unit); len(same) > 1 && !eachDated(same) {
			c.shareOut(same, ofUnit(before, unit))
		}
	}
	for k, f := range group {
		if f.target == nil && f.class == "" && k > 0 {
			f.target = nextYearOf(f, group[k-1])
		}
		if f.target == nil && f.class == "" {
			if f.target = c.comparedPart(f); f.target == nil {
				f.target = best(f, before)
			}
			if f.target == nil && len(f.stages) > 0 {
				f.target = best(f, c.doc.recent(c.cut))
			}
		}
		if c.counterpartOpen(f) {
			f.class, f.target = Open, nil
		}
		c.takeTarget(f)
	}
}

// bySameVerb sets a number without a noun against that of the same verb before the comparison, and leaves it open with it: "opened 40 cases
// and completed 21, compared with opening 38 and completing 19".
func (c *clauses) bySameVerb(f *figure) {
	if verb := c.list[f.verbAt]; f.head != noHead || len(f.stages) > 0 || verb.kind != lightVerb || verb.verb != ingForm || f.verbAt > f.at {
		return
	}
	for _, g := range c.figures[:min(c.since, len(c.figures))] {
		switch {
		case c.list[g.verbAt].kind != lightVerb || !c.sameVerb(f.verbAt, g.verbAt) || g.verbAt > g.at || g.role != direct:
		case g.coded():
			f.target = g
			return
		case g.head == noHead:
			f.class = Open
			return
		}
	}
}

// nextYearOf is what a number without a noun is set against, where it goes on with a series of years: "compared with 16 defendants in 2012
// and 20 in 2011".
func nextYearOf(f, before *figure) *figure {
	if f.head != noHead || len(f.stages) > 0 || f.form != "" || before.head != unitHead || f.mark == nil || before.mark == nil || f.mark == before.mark || f.mark.tag != "year" {
		return nil
	}
	return before.target
}

// comparedPart is the part that the bracket of a comparison follows, if the figure counts the same.
func (c *clauses) comparedPart(f *figure) *figure {
	if t := c.against; t != nil && (f.unit == "" || f.unit == t.unit) && (len(f.stages) == 0 || shares(f.stages, t.stages)) && (f.form == "" || f.form == t.form) {
		return t
	}
	return nil
}

// undetermined are the figures of a unit, or without a noun, that name no stage, so that their order says what they are set against:
// "compared with 20 suspects and 15 suspects".
func undetermined(group []*figure, unit tipstats.Unit) []*figure {
	return slices.DeleteFunc(slices.Clone(group), func(f *figure) bool {
		elliptic := f.head == noHead && unit == ""
		return !elliptic && (f.head != unitHead || f.unit != unit || unit == "" || f.form != "") || len(f.stages) > 0 || f.class != "" || f.target != nil
	})
}

// ofUnit are the figures that can be set against figures of a unit: all, if they have none.
func ofUnit(list []*figure, unit tipstats.Unit) []*figure {
	if unit == "" {
		return list
	}
	return slices.DeleteFunc(slices.Clone(list), func(f *figure) bool { return f.unit != unit })
}

// takeTarget gives a compared figure what it leaves out: the stage, the unit, the cohort, the form of the figure that it is set
// against.
func (c *clauses) takeTarget(f *figure) {
	t := f.target
	if t == nil {
		return
	}
	if f.rule == "" {
		f.rule = "compared"
	}
	own := len(f.stages) > 0
	if !own {
		f.stages = t.stages
	}
	if f.unit == "" || f.head == stageHead && f.value == 0 && f.stated {
		f.unit = t.unit // "compared with no investigations" of the 17 suspects
	}
	if f.cohort == "" {
		f.cohort = c.comparedCohort(f, t)
	} else if f.cohort == tipstats.New && t.cohort == "" && beginning(t) {
		t.cohort = tipstats.New
	}
	if f.form == "" && t.form != mixedForm && (t.value > 0 || t.role == part) && !f.total && !c.brokenDown(f) && (f.paired || !c.severalForms(t)) {
		f.form = t.form
	}
	if f.form == t.form && f.note == "" {
		f.note = otherForm(t.form, t.note)
	}
	if strings.HasPrefix(t.slice, "nationality: ") && f.slice == "" {
		t.slice = "" // what is compared as the country's figure is one
	}
	if f.slice == "" {
		f.slice = t.slice
	}
	if f.statute == "" {
		f.statute = t.statute
	}
	f.subject = t.subject
	if f.class == "" && t.class != "" {
		f.class = t.class
	}
}

// brokenDown reports whether the figure has parts of several forms, so that it is a total.
func (c *clauses) brokenDown(f *figure) bool {
	form := tipstats.Form("")
	for _, g := range c.figures {
		if g.role != part || g.target != f || g.form == "" || g.form == form {
			continue
		}
		if form != "" {
			return true
		}
		form = g.form
	}
	return false
}

// beginning reports whether the stages of a figure are such as are opened and continued.
func beginning(f *figure) bool {
	return f.hasStage(tipstats.Investigation) || f.hasStage(tipstats.Prosecution)
}

// sameAgain reads "the same number as in 2018": the figure before has the same value in that period.
func (c *clauses) sameAgain(i int) {
	before := c.lastWhole()
	if before != nil {
		before = before.root()
	}
	if before == nil || before.class != "" || len(before.stages) == 0 {
		return
	}
	for j := i + 1; j < len(c.list) && j < i+6; j++ {
		if c.list[j].counts() {
			return
		}
		if m, ok := markAt(c.list, j); ok && m.tag != "current" {
			f := *before
			m.each = true
			f.role, f.target, f.mark, f.rule = compared, before, &m, "same number"
			f.words = Span{c.list[i].first, c.list[j].end - 1}
			f.at, f.end, f.number, f.phraseEnd = i, i+1, -1, j+1
			c.figures = append(c.figures, &f)
			return
		}
	}
}

// finish ends the sentence: the last comparison, the cohorts that one figure gives another.
func (c *clauses) finish() {
	c.endComparison()
	c.lookAhead()
	c.counterparts()
	c.shareTotal()
	c.tellEvents()
	c.atPlaces()
	for _, f := range c.figures {
		if f.role == compared && f.target != nil {
			c.takeTarget(f)
		}
	}
	c.casesOfWhole()
	c.repairSums()
	for _, f := range c.figures {
		if f.role == companion && f.target != nil && f.isCompared() {
			c.matchCompanion(f)
			if f.form == "" {
				f.form = f.target.form
			}
		}
		if (f.role == part || f.role == companion) && f.target != nil {
			if f.mark == nil {
				f.mark = f.target.mark
			}
			c.inherit(f, f.target, f.rule)
		}
	}
	c.wholesOfBoth()
}

// matchCompanion gives the companion of a compared figure the form of that, and the cohort that the figure in its own unit has.
func (c *clauses) matchCompanion(f *figure) {
	if f.form == "" {
		f.form = f.target.form
	}
	for _, g := range c.candidates() {
		if g.unit == f.unit && shares(g.stages, f.stages) && f.cohort == "" {
			f.cohort = g.cohort
		}
	}
}

// lookAhead finds the figure that a comparison at the head of a sentence anticipates: "Compared to 12 in 2018, the government ...".
func (c *clauses) lookAhead() {
	for i, f := range c.figures {
		if f.role != compared {
			return
		}
		if f.target != nil {
			continue
		}
		var later []*figure
		for _, g := range c.figures[i+1:] {
			if g.role == direct && g.class == "" && len(g.stages) > 0 {
				later = append(later, g)
			}
		}
		f.target = best(f, later)
	}
}

// hasComparison reports whether something is compared with the figure alone.
func (c *clauses) hasComparison(f *figure) bool {
	return slices.ContainsFunc(c.figures, func(g *figure) bool { return g.role == compared && g.target == f })
}

// respective gives the figures before "respectively" the forms of as many before them, in order: "investigated 14 cases of forced labor and
// 12 of sex trafficking, and convicted 10 and eight traffickers, respectively". In a comparison the figures are set against those.
func (c *clauses) respective() {
	if c.compared {
		return
	}
	from := len(c.figures)
	for from > 0 && c.figures[from-1].at > c.pred.at && c.figures[from-1].form == "" && c.figures[from-1].role == direct {
		from--
	}
	run, before := c.figures[from:], []*figure{}
	for _, f := range c.figures[:from] {
		if f.form != "" && f.coded() && !f.isCompared() {
			before = append(before, f)
		}
	}
	if len(run) < 2 || len(before) < len(run) {
		return
	}
	for k, f := range run {
		g := before[len(before)-len(run)+k]
		f.form, f.note = g.form, g.note
	}
}
