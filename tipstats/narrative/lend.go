package narrative

import "github.com/tipstats/tip/tipstats"

// lendForm gives "investigated 14 and prosecuted 12 sex trafficking cases" its noun twice.
func (c *clauses) lendForm(f *figure, i int) {
	if len(c.figures) == 0 || f.head != unitHead || !f.inside || c.pred.at != i-1 || !c.pred.verb {
		return
	}
	last := c.figures[len(c.figures)-1]
	if last.head != noHead || last.role != direct || last.class != "" || last.form != "" || last.end != i-2 || c.list[last.end].text != "and" {
		return
	}
	last.unit, last.form, last.note = f.unit, f.form, f.note
}

// lendNoun gives "17 sex trafficking and eight labor trafficking investigations" its noun twice.
func (c *clauses) lendNoun(f *figure, i int) {
	if len(c.figures) == 0 || f.head != unitHead && f.head != stageHead || !f.inside || len(f.stages) == 0 {
		return
	}
	last := c.figures[len(c.figures)-1]
	if last.head != noHead || !last.inside || last.end < i-3 {
		return
	}
	for k := last.end; k < i; k++ {
		if !(c.list[k].text == "and" || c.list[k].sign(",") || c.list[k].kind == boundWord) {
			return
		}
	}
	last.head, last.unit = f.head, f.unit
	if len(last.stages) == 0 || f.head == stageHead {
		last.stages, last.class, last.own, last.rule = f.stages, "", true, f.rule
	}
	if last.cohort == "" {
		last.cohort = f.cohort
	}
	if last.form == "" {
		last.form = f.form
	}
	if last.statute == "" {
		last.statute = f.statute
	}
}

// lendUnit gives each part of "(seven sex trafficking, one forced labor, and two forced begging cases)" the unit of the last.
func (c *clauses) lendUnit(f *figure) {
	if f.role != part || f.head != unitHead || !f.inside {
		return
	}
	for k, end := len(c.figures)-1, f.at; k >= 0; k-- {
		g := c.figures[k]
		if g.role != part || g.target != f.target || g.head != noHead || !g.inside || c.list[g.end-1].kind != formWord {
			return
		}
		for _, it := range c.list[g.end:end] {
			if it.text != "and" && !it.sign(",") && it.kind != boundWord {
				return
			}
		}
		g.head, g.unit, end = f.head, f.unit, g.at
		for end > 0 && c.list[end-1].kind == boundWord {
			end--
		}
	}
}

// lendAcross gives "initiated 14 and continued 22 investigations" its noun twice.
func (c *clauses) lendAcross(f *figure) {
	if len(c.figures) == 0 || f.head != stageHead && f.unit != tipstats.Case {
		return
	}
	last := c.figures[len(c.figures)-1]
	verb, before := &c.list[c.pred.at], &c.list[last.verbAt]
	if last.head != noHead || last.coded() || verb.kind != lightVerb || before.kind != lightVerb || verb.cohort == "" || before.cohort == "" || verb.cohort == before.cohort || c.pred.at < last.end {
		return
	}
	for k := last.end; k < c.pred.at; k++ {
		if c.list[k].text != "and" && !c.list[k].sign(",") {
			return
		}
	}
	if len(f.stages) == 0 {
		f.stages, f.class, f.rule, f.own, f.cohort = []tipstats.Stage{tipstats.Investigation}, "", "registered", true, verb.cohort
	}
	last.head, last.stages, last.class, last.own, last.rule, last.unit, last.cohort = f.head, f.stages, f.class, true, f.rule, f.unit, before.cohort
	if last.form == "" && f.inside {
		last.form = f.form
	}
}

// gapped is the figure whose passive verb also governs a number with another form: "17 were charged with sex trafficking, three with
// labor trafficking".
func (c *clauses) gapped(f *figure) *figure {
	last := c.last()
	if f.head != noHead || f.form == "" || f.role != direct || c.compared || last == nil || last.class != "" || last.form == "" || last.role != direct || c.pred.at > last.phraseEnd {
		return nil
	}
	if last.rule != "gapped" && last.phraseEnd == 0 {
		return nil
	}
	return last
}

// sibling is the figure that a part without a verb takes its stage from: the part before it, where that has a verb of its own, as in
// "26 were charged with sex trafficking, 15 with labor trafficking"; else the whole.
func (c *clauses) sibling(f *figure) *figure {
	if last := c.last(); f.head == noHead && last != nil && last.role == part && last.target == f.target && last.own && (last.class == "" || last.form == mixedForm) {
		f.own = true
		return last
	}
	return f.target
}
