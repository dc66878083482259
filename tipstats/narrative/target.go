package narrative

import (
	"slices"

	"github.com/tipstats/tip/tipstats"
)

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
		if f.statute != "" && g.statute != "" {
			if f.statute != g.statute {
				continue
			}
			score += 4
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
		if g.bracketed && !f.bracketed {
			score -= 3
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

// counterpartOpen reports whether a compared figure that names a unit and no stage belongs to one of that unit which is open: "concluded
// 14 cases, with 12 convictions, compared with nine cases".
func (c *clauses) counterpartOpen(f *figure) bool {
	if f.head != unitHead || len(f.stages) > 0 || f.target == nil || f.target.unit == f.unit {
		return false
	}
	return slices.ContainsFunc(c.figures[:min(c.since, len(c.figures))], func(g *figure) bool { return g.head == unitHead && g.unit == f.unit && !g.coded() })
}

// beside are the figures among which one that is compared with stands.
func (c *clauses) beside(t *figure) []*figure {
	if t.sentence != c.cut {
		return c.doc.recent(c.cut)
	}
	return c.candidates()
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

// eachDated reports whether each figure has a period of its own: "compared with 10 in 2018 and 12 in 2017".
func eachDated(group []*figure) bool {
	for i, f := range group {
		if f.mark == nil || i > 0 && f.mark == group[i-1].mark {
			return false
		}
	}
	return true
}

// severalForms reports whether a figure stands beside others of its stage and of another form, so that what is compared with them is a
// total.
func (c *clauses) severalForms(t *figure) bool {
	for _, g := range c.beside(t) {
		if g != t && g.role == direct && t.role == direct && g.form != "" && g.form != t.form && shares(g.stages, t.stages) && g.unit == t.unit && !c.hasComparison(g) {
			return true
		}
	}
	return false
}

// comparedCohort is the cohort of the figure compared with, unless new and ongoing matters stand beside it: then the text does not say
// with which the comparison is.
func (c *clauses) comparedCohort(f, t *figure) tipstats.Cohort {
	for _, g := range c.beside(t) {
		if g != t && (g.sentence < f.sentence || g.at < f.at) && g.role == direct && shares(g.stages, t.stages) && g.cohort != t.cohort && g.unit == t.unit && g.cohort != "" && t.cohort != "" {
			return ""
		}
	}
	return t.cohort
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
