package narrative

import "strings"

// sentenceMark is the period that the sentence as a whole stands under.
func (c *clauses) sentenceMark() *mark {
	if c.leading != nil && c.whole {
		return nil
	}
	return c.leading
}

// period gives the figures before it, or those after it, their period.
func (c *clauses) period(i int, m mark) {
	if c.originOf(i, m) {
		return
	}
	if c.compared && m.tag == "both" {
		m.tag = "earlier" // "compared with zero in the past two years"
	}
	if c.compared && c.since == len(c.figures) {
		c.cmpMark = &m
		c.leading = &m
		return
	}
	if c.leadsClause(i) || len(c.figures) > 0 && c.semicolonBetween(c.lastEnd, i) {
		if c.leading == nil || c.leading.tag != "several" || c.lent {
			c.leading, c.lent = &m, false
		}
		return
	}
	attached := false
	if n := len(c.figures); n > 0 && c.inBrackets() && c.figures[n-1].role == compared && c.figures[n-1].mark == nil && !c.compared {
		c.figures[n-1].mark = &m
		return
	}
	for k := len(c.figures) - 1; k >= c.firstInBracket(); k-- {
		f := c.figures[k]
		if whole := c.withItsCase(f); k == len(c.figures)-1 && c.replaces(m, whole, f.end, i) {
			whole.mark, whole.lent = &m, false
			return
		}
		if f.mark != nil || f.isCompared() != c.compared || k < len(c.figures)-1 && c.strongBetween(f, c.figures[k+1]) {
			break
		}
		if f.role == direct && attached && (c.leading != nil || m.tag == "several" && c.figures[k+1].verbAt > f.end) {
			break
		}
		if f.role == part && f.target != nil && f.target.mark != nil && (attached && f.isCompared() || c.bracketClosed(f.end, i)) {
			continue // it takes the period of its whole
		}
		f.mark, f.lent = &m, false
		attached = true
	}
	if !attached && len(c.figures) == 0 {
		c.leading = &m
	}
}

// firstInBracket is the first figure that a period dates: in a bracket with figures, the first of them.
func (c *clauses) firstInBracket() int {
	if n := len(c.stack); n > 0 && c.stack[n-1].from < len(c.figures) {
		return c.stack[n-1].from
	}
	return 0
}

func (c *clauses) semicolonBetween(from, to int) bool {
	for k := from; k < to; k++ {
		if c.list[k].sign(";") {
			return true
		}
	}
	return false
}

func (c *clauses) bracketClosed(from, to int) bool {
	for k := from; k < to; k++ {
		if c.list[k].sign(")") {
			return true
		}
	}
	return false
}

// replaces reports whether a period right after a figure takes the place of the one that the sentence began with: "In 2022, police
// arrested 12; they arrested 15 in 2021".
func (c *clauses) replaces(m mark, f *figure, from, i int) bool {
	if !f.lent || f.mark == nil || m.tag == "current" && f.mark.tag != "several" || f.isCompared() || c.compared {
		return false
	}
	for k := from; k < i; k++ {
		if c.list[k].is(foreignNoun, relative, otherVerb, lightVerb, stageVerb, conjunction, caseNoun) || c.list[k].text == "and" || c.list[k].kind == plainKind && edWord(c.list[k].text) {
			return false
		}
	}
	return true
}

// withItsCase is the figure that a period after a companion, or after the brackets of a breakdown, dates.
func (c *clauses) withItsCase(f *figure) *figure {
	if f.role == companion && f.target != nil || f.role == part && c.outer != nil {
		return f.root()
	}
	return f
}

// strongBetween reports whether a semicolon, a dash and a verb, or the negation of something else stand between two figures.
func (c *clauses) strongBetween(f, g *figure) bool {
	for k := f.end; k < g.at && k < len(c.list); k++ {
		if c.list[k].kind == negation && g.class != "" {
			return true
		}
		if c.list[k].sign(";") || c.list[k].sign("--", ":") && g.verbAt > k {
			return true
		}
	}
	return false
}

// leadsClause reports whether the period opens a clause: "and in 2018 ...", "; in 2018, ...".
func (c *clauses) leadsClause(i int) bool {
	if len(c.figures) == 0 {
		return true
	}
	j := i - 1
	for j > 0 && (c.list[j].is(preposition, determiner) || c.list[j].class == Duration || backward[c.list[j].text] || c.list[j].text == "fiscal" || c.list[j].text == "fy" || c.list[j].text == "calendar" || c.list[j].text == "the" || months[c.list[j].text] || c.list[j].kind == yearKind) {
		j--
	}
	if j < 0 || j < c.lastEnd {
		return false
	}
	opens := c.list[j].sign(";", "(") || c.list[j].text == "and" || c.list[j].text == "but" || c.list[j].text == "while"
	if !opens {
		return false
	}
	next := follows(c.list, i)
	return next.sign(",") || next.text == "they" || next.text == "has" || next.text == "have" || next.text == "it" || next.is(agencyWord, determiner, stageVerb, lightVerb, auxiliary, negation) || next.counts()
}

// originOf reports whether a period says when a matter began and not when it was counted: "cases initiated in 2016" of a figure that
// continued, or of one that is not a beginning.
func (c *clauses) originOf(i int, m mark) bool {
	n := len(c.figures)
	if n == 0 {
		return false
	}
	last := c.figures[n-1]
	for j := i - 1; j >= last.end-1 && j >= i-7 && j >= 0; j-- {
		it := &c.list[j]
		switch {
		case it.kind == lightVerb && it.verb == pastForm && it.cohort != "" && it.tag != "remain", it.kind == stageVerb && it.verb == pastForm && !last.hasStage(it.stage):
			begun := len(last.stages) == 0 && !c.compared || len(last.stages) > 0 && !last.hasStage("investigation") && !last.hasStage("prosecution")
			return begun || last.cohort == "ongoing" || c.pred.cohort == "ongoing" || it.cohort == "ongoing" || it.kind == stageVerb
		case it.kind == lightVerb && strings.HasSuffix(it.text, " from"):
			return true
		case it.text == "from" && (last.cohort == "ongoing" || c.pred.cohort == "ongoing") && !c.compared:
			return true
		case it.kind == caseNoun && j > last.end && j > 0 && !c.list[j-1].counts():
			return true
		case it.counts():
			return false
		}
	}
	return false
}
