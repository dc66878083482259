package narrative

import "github.com/tipstats/tip/tipstats"

// number reads the figure that begins at i and returns the item after it.
func (c *clauses) number(i int) int {
	f := readFigure(c.list, i)
	f.sentence, f.bracketed = c.cut, c.inBrackets()
	f.inside = f.form != "" || f.cohort != ""
	if f.value == 0 && f.stated || f.head == stageHead {
		f.stageCoordinates(c.list)
	}
	c.refersBack(f)
	subject := c.subjectPosition(i)
	t := readTail(c.list, f, subject)
	if f.stated && i > 2 && c.list[i-2].text == "of" && c.list[i-3].kind == dataWord {
		t.form = "" // "how many of the 30 arrests were for sex trafficking" says nothing of the 30
	}
	f.takeTail(t)
	if !f.stated {
		c.unknownOf(f, t)
	}
	if last := c.last(); last != nil && f.form == "" && follows(c.list, i).text == "other" && (last.form == tipstats.Sex || last.form == tipstats.Labor) && last.head == f.head && last.unit == f.unit {
		f.form = tipstats.Unspecified // "six labor trafficking cases and nine other trafficking cases"
	}
	f.words = Span{c.list[i].first, max(c.list[max(f.end-1, i)].end-1, c.list[i].first)}
	f.narrow = f.form != "" || f.statute != "" || f.cohort != "" || f.slice != "" || f.level != ""
	if c.newTopic(f) {
		c.endComparison()
		if !c.pred.verb && !c.pred.light && !c.pred.nouns {
			c.pred = c.held
		}
	}
	f.verbAt, f.event, f.court, f.place = c.pred.at, c.inEvent, c.atCourt, c.place
	if f.value == 1 && c.event(f.end-1) {
		f.event, c.inEvent = true, true
	}
	c.assignRole(f, i)
	c.underStatute(f)
	c.assignStage(f, t, subject, i)
	if c.list[i].tag == toldOff {
		f.rule = toldOff
	}
	c.settle(f, t)
	c.lendUnit(f)
	c.lendNoun(f, i)
	c.lendAcross(f)
	c.lendForm(f, i)
	if f.whole != nil && f.form != "" && f.role == direct && f.coded() {
		f.whole.stages, f.whole.unit, f.role, f.target, f.own = f.stages, f.unit, part, f.whole, true
	}
	c.refuse(f, i)
	c.recall(f)
	c.recallForm(f)
	if f.mark == nil && !(f.role == part || f.role == companion || f.role == compared && !c.compared) {
		f.mark, f.lent = c.leading, c.leading != nil
	}
	c.shareStatute(f)
	c.figures = append(c.figures, f)
	c.outer = nil
	if f.whole != nil {
		f.whole.class, f.whole.sentence, f.whole.words = Open, c.cut, f.words
		c.doc.wholes = append(c.doc.wholes, f.whole)
	}
	if c.opensWhole(i) {
		c.parting, c.parent, c.partAt = true, c.named(f), f.end
		c.ofTotal = c.parent
	}
	c.pred.used = true
	c.lastEnd = f.end
	return max(f.end, i+1)
}

// takeTail gives a figure what the words after its noun say of it and it leaves open.
func (f *figure) takeTail(t tail) {
	f.statute = t.statute
	if t.form != "" && f.form == "" {
		f.form, f.note = t.form, t.note
	}
	if f.cohort == "" {
		f.cohort = t.cohort
	}
	if t.offense != "" && f.form == "" && f.slice == "" {
		f.slice = "offense: " + t.offense
	}
	if t.official && f.class == "" {
		f.class = Officials
	}
}

// settle notes whether a figure was carried over, who acted, and where its phrase ends.
func (c *clauses) settle(f *figure, t tail) {
	if f.cohort == "" && f.own && f.rule == "object" && c.continues(f) {
		f.cohort = tipstats.Ongoing
	}
	f.carried = t.carried || c.pred.cohort == tipstats.Ongoing
	f.remained = f.remained && !t.carried
	if f.subject == "" && f.role == direct {
		f.subject = c.body
	}
	if f.level != "" {
		f.subject = f.level + " courts"
	}
	if f.passive && t.passive != nil {
		f.phraseEnd = t.verb + 1
		for follows(c.list, f.phraseEnd).kind == crimeWord && c.list[f.phraseEnd].kind == preposition {
			f.phraseEnd += 2
		}
	}
}

// subjectPosition reports whether the figure may be the subject of a verb that follows: it begins a clause.
func (c *clauses) subjectPosition(i int) bool {
	j := i - 1
	for j >= 0 && (c.list[j].is(boundWord, adjective) && c.list[j].text != "and" && c.list[j].text != "or" || c.list[j].is(determiner)) {
		j--
	}
	if j < 0 {
		return true
	}
	it := &c.list[j]
	if it.text == "not" && c.beginsClause(j) {
		return true
	}
	return it.sign(",", ";", ":", "(", "--") || it.is(conjunction, relative, agencyWord) && !c.list[j].is(agencyWord) || it.text == "and" || it.text == "or" || it.is(partMark) || it.text == "that" || it.kind == comparison
}

// ellipticUnit is the unit of a number without a noun: that of the figure before it, else that of the verb.
func (c *clauses) ellipticUnit(f *figure, unit tipstats.Unit) tipstats.Unit {
	if unit != "" {
		return unit
	}
	if f.ofNoun.unit != "" {
		return f.ofNoun.unit // "51 of these individuals"
	}
	for k := len(c.figures) - 1; k >= 0; k-- {
		g := c.figures[k]
		if (g.class == "" || g.class == Open) && g.role != companion && (g.unit != "" || g.head == stageHead) {
			return g.unit
		}
	}
	if c.parting && c.parent != nil {
		return c.parent.unit
	}
	return UnstatedUnit
}
