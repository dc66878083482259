package narrative

// counterparts finds figures of an earlier period that a clause of their own gives, and sets them against those of the current one:
// "police arrested 20 suspects; they had arrested 15 the year before".
func (c *clauses) counterparts() {
	for _, f := range c.figures {
		if f.role != direct || f.mark == nil || f.partitive || f.class != "" && !f.bare || f.mark.tag != "prior" && f.mark.tag != "year" {
			continue
		}
		g := c.counterpart(f)
		if g == nil {
			continue
		}
		f.role, f.target, f.rule = compared, g, "counterpart"
		if f.bare {
			f.class = ""
		}
		c.takeTarget(f)
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
		case f.bare && g.sentence == f.sentence && c.sameVerb(f.verbAt, g.verbAt) && g.role != companion:
			return g
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

// sameVerb reports whether two items are one verb or forms of one.
func (c *clauses) sameVerb(i, j int) bool {
	a, b := c.list[i], c.list[j]
	return i == j || a.kind == b.kind && len(a.text) > 3 && len(b.text) > 3 && a.text[:4] == b.text[:4]
}
