package narrative

import (
	"slices"

	"github.com/tipstats/tip/tipstats"
)

// counterparts finds figures of an earlier period that a clause of their own gives, and sets them against those of the current one:
// "police arrested 20 suspects; they had arrested 15 the year before".
func (c *clauses) counterparts() {
	for _, f := range c.figures {
		if f.role != direct || f.mark == nil || f.partitive || f.class != "" || f.mark.tag != "prior" && f.mark.tag != "year" {
			continue
		}
		if g := c.counterpart(f); g != nil {
			f.role, f.target, f.rule = compared, g, "counterpart"
			c.takeTarget(f)
		}
	}
}

// parallel reads a number without a noun under a verb that names no stage as what the same verb had before: "federal police opened 40
// investigations and state police opened 12".
func (c *clauses) parallel(f *figure) {
	if f.head != noHead || f.role != direct || f.partitive {
		return
	}
	for _, g := range slices.Backward(c.figures) {
		if g.class != "" || g.role == part || g.role == companion || g.isCompared() || len(g.stages) == 0 || !c.sameVerb(f.verbAt, g.verbAt) {
			continue
		}
		f.class, f.stages, f.rule = "", g.stages, "parallel"
		if f.unit == "" {
			f.unit = g.unit
		}
		if f.cohort == "" {
			f.cohort = g.cohort
		}
		return
	}
}

// counterpart is the figure of a later period that the same verb, or another of its stage, governs.
func (c *clauses) counterpart(f *figure) *figure {
	before := c.figures[:c.indexOf(f)]
	if len(before) == 0 && f.mark.tag == "prior" {
		before = c.doc.recent(c.cut)
	}
	for k := len(before) - 1; k >= 0; k-- {
		g := before[k]
		switch {
		case g.class != "" || g.role == part || g.isCompared() || len(g.stages) == 0 || !later(g.mark, f.mark):
		case len(f.stages) == 1 && shares(f.stages, g.stages) && (f.formOf() == g.formOf() || f.head == noHead && f.form == "") && (f.unit == g.unit || f.unit == "" || g.unit == ""):
			return g
		}
	}
	return nil
}

// later reports whether a period is after another that is prior or a year. A figure without a period is one of the current period.
func later(a, b *mark) bool {
	if a == nil || a.tag == "current" {
		return true
	}
	return a != b && a.tag == "year" && (b.tag == "prior" || a.year > b.year)
}

// sameVerb reports whether two items are one verb, forms of one, or both say that something was opened.
func (c *clauses) sameVerb(i, j int) bool {
	a, b := &c.list[i], &c.list[j]
	return i == j || a.kind == lightVerb && b.kind == lightVerb && a.cohort == tipstats.New && b.cohort == tipstats.New ||
		a.kind == b.kind && len(a.text) > 3 && len(b.text) > 3 && a.text[:4] == b.text[:4]
}
