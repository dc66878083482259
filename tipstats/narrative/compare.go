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
	elliptic := []*figure{}
	for _, f := range group {
		if f.head == noHead && len(f.stages) == 0 && f.class == "" {
			elliptic = append(elliptic, f)
		}
	}
	if len(elliptic) > 1 && !eachDated(elliptic) {
		c.shareOut(elliptic, before)
	}
	for _, f := range group {
		if f.target == nil && !(len(elliptic) > 1 && slices.Contains(elliptic, f) && !eachDated(elliptic)) {
			f.target = best(f, before)
		}
		c.takeTarget(f)
	}
}

// eachDated reports whether each figure has a period of its own: "compared with 10 in 2018 and 12 in 2017".
func eachDated(group []*figure) bool {
	for i, f := range group {
		if f.mark == nil || i > 0 && f.mark == group[i-1].mark {
			return false
		}
	}
	return true
}

// candidates are the figures that a comparison may be set against: those before it in the sentence, else those of the sentence
// before.
func (c *clauses) candidates() []*figure {
	var list []*figure
	for _, f := range c.figures[:min(c.since, len(c.figures))] {
		if f.class == "" && len(f.stages) > 0 && !f.isCompared() {
			list = append(list, f)
		}
	}
	if len(list) > 0 {
		return list
	}
	return c.doc.recent(c.cut)
}

// shareOut sets "14 and nine" against as many figures, in order: the last wholes or the last parts. Where their number differs the
// text does not say which belong together.
func (c *clauses) shareOut(group, before []*figure) {
	var wholes, parts []*figure
	for _, f := range before {
		if f.role == part {
			parts = append(parts, f)
		} else {
			wholes = append(wholes, f)
		}
	}
	n := len(group)
	switch {
	case len(wholes) == n:
		before = wholes
	case len(parts) == n:
		before = parts
	case len(before) == n:
	case len(wholes) > n && len(parts) < n:
		before = wholes[len(wholes)-n:]
	default:
		for _, f := range group {
			if f.form == "" {
				f.class = Open
			} else {
				f.target = best(f, before)
			}
		}
		return
	}
	for i, f := range group {
		f.target, f.paired = before[i], true
		c.takeTarget(f)
	}
}

// best is the figure that a compared one belongs to: of its stage and unit and form if it has them, the whole before its parts, the
// latest.
func best(f *figure, before []*figure) *figure {
	var found *figure
	top := -1
	for _, g := range before {
		score := 0
		if len(f.stages) > 0 {
			if !shares(f.stages, g.stages) {
				continue
			}
			score += 8
		}
		if f.unit != "" && g.unit != "" {
			if f.unit == g.unit {
				score += 4
			} else if f.head == unitHead && len(f.stages) == 0 {
				continue
			}
		}
		if g.role != part {
			score += 2
			if g.role != companion || f.unit != "" {
				score++
			}
		}
		if f.form == g.form {
			score += 3
		}
		if f.cohort != "" && f.cohort == g.cohort {
			score += 3
		}
		if f.cohort == "" && g.cohort == tipstats.Ongoing {
			score -= 5
		}
		if score >= top {
			found, top = g, score
		}
	}
	return found
}

func shares(a, b []tipstats.Stage) bool {
	return slices.ContainsFunc(a, func(s tipstats.Stage) bool { return slices.Contains(b, s) })
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
	if f.unit == "" {
		f.unit = t.unit
	}
	if f.cohort == "" {
		f.cohort = c.comparedCohort(f, t)
	} else if f.cohort == tipstats.New && t.cohort == "" && beginning(t) {
		t.cohort = tipstats.New
	}
	if f.form == "" && t.form != mixedForm && t.value > 0 && !f.total && (f.paired || !c.severalForms(t)) {
		f.form = t.form
	}
	if strings.HasPrefix(t.slice, "nationality: ") && f.slice == "" {
		t.slice = "" // what is compared as the country's figure is one
	}
	if f.slice == "" {
		f.slice = t.slice
	}
	f.statute, f.subject = t.statute, t.subject
	if f.class == "" && t.class != "" {
		f.class = t.class
	}
}

// beginning reports whether the stages of a figure are such as are opened and continued.
func beginning(f *figure) bool {
	return f.hasStage(tipstats.Investigation) || f.hasStage(tipstats.Prosecution)
}

// comparedCohort is the cohort of the figure compared with, unless new and ongoing matters stand beside it: then the text does not say
// with which the comparison is.
func (c *clauses) comparedCohort(f, t *figure) tipstats.Cohort {
	for _, g := range c.candidates() {
		if g != t && (g.sentence < f.sentence || g.at < f.at) && g.role == direct && shares(g.stages, t.stages) && g.cohort != t.cohort && g.unit == t.unit && g.cohort != "" && t.cohort != "" {
			return ""
		}
	}
	return t.cohort
}

// sameAgain reads "the same number as in 2018": the figure before has the same value in that period.
func (c *clauses) sameAgain(i int) {
	before := c.lastWhole()
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
			f.number = -1
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
	c.repairSums()
	for _, f := range c.figures {
		if f.role == companion && f.target != nil && f.isCompared() {
			c.matchCompanion(f)
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

// matchCompanion gives the companion of a compared figure what the figure in its own unit has.
func (c *clauses) matchCompanion(f *figure) {
	for _, g := range c.candidates() {
		if g.unit == f.unit && shares(g.stages, f.stages) && f.cohort == "" {
			f.cohort = g.cohort
		}
	}
}

// lookAhead finds the figure that a comparison at the head of a sentence anticipates: "Compared to 12 in 2018, the government ...".
func (c *clauses) lookAhead() {
	for i, f := range c.figures {
		if f.role != compared || f.target != nil {
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

// countedReferral finds cases referred for prosecution that a text compares with prosecutions: then it counts them as such.
func (c *clauses) countedReferral(group, before []*figure) *figure {
	prosecution := []tipstats.Stage{tipstats.Prosecution}
	wanted := slices.ContainsFunc(group, func(f *figure) bool { return shares(f.stages, prosecution) && f.head == stageHead })
	if !wanted || slices.ContainsFunc(before, func(f *figure) bool { return shares(f.stages, prosecution) }) {
		return nil
	}
	for _, list := range [][]*figure{c.figures, c.doc.figures} {
		for k := len(list) - 1; k >= 0; k-- {
			if f := list[k]; f.referred && c.cut-f.sentence <= 1 {
				f.class, f.stages, f.rule, f.referred = "", prosecution, "referred", false
				return f
			}
		}
	}
	return nil
}

// hasComparison reports whether something is compared with the figure alone.
func (c *clauses) hasComparison(f *figure) bool {
	return slices.ContainsFunc(c.figures, func(g *figure) bool { return g.role == compared && g.target == f })
}

// severalForms reports whether a figure stands beside others of its stage and of another form, so that what is compared with them is a
// total.
func (c *clauses) severalForms(t *figure) bool {
	for _, g := range c.candidates() {
		if g != t && g.role == direct && t.role == direct && g.form != "" && g.form != t.form && shares(g.stages, t.stages) && g.unit == t.unit && !c.hasComparison(g) {
			return true
		}
	}
	return false
}
