package narrative

import "github.com/tipstats/tip/tipstats"

// unknownOf restricts a figure that was not reported to what it was not reported of: "how many investigations or prosecutions involved
// child labor trafficking".
func (c *clauses) unknownOf(f *figure, t tail) {
	switch {
	case t.child:
		f.slice = "children"
	case t.victim && f.class == "":
		f.class = Open
	}
	last := c.last()
	if list, _ := c.between(f.at); last == nil || last.stated || !list || last.form != "" || last.slice != "" {
		return
	}
	last.form, last.slice = f.form, f.slice
	if f.class == Open {
		last.class = Open
	}
}

// between reports what joins the last figure of the sentence to the item at i.
func (c *clauses) between(i int) (onlyList, onlyPrep bool) {
	if len(c.figures) == 0 {
		return false, false
	}
	onlyList, onlyPrep = true, true
	seen := false
	from := c.figures[len(c.figures)-1].phraseEnd
	if from < c.lastEnd || from > i {
		from = c.lastEnd // "five trials of nine suspects were pending" has its verb after both
	}
	for k := from; k < i; k++ {
		it := &c.list[k]
		switch {
		case it.sign(",") && (follows(c.list, k).tag == "with" || follows(c.list, k).text == "with"):
			onlyList = false
		case it.sign(","), it.text == "and", it.text == "or", it.text == "nor", it.kind == conjunction:
			onlyPrep = false
		case it.is(boundWord, determiner) || it.is(adjective):
		case it.is(yearKind, periodMark), it.text == "in" && follows(c.list, k).is(yearKind, determiner): // "14 prosecutions in 2014 involving 20"
		case it.is(crimeWord, formWord) && k > c.lastEnd && c.list[k-1].is(preposition, adjective):
		case it.kind == preposition && (it.text == "with" || it.text == "involving" || it.text == "in" || it.text == "against" || it.text == "of" || it.text == "for" || it.text == "implicating" || it.text == "from" || it.text == "concerning" || it.text == "targeting" || it.text == "into" || it.text == "on" || it.tag == "with"), it.text == "with":
			onlyList = false
			seen = true
		case it.is(periodMark, yearKind), it.text == "during" && follows(c.list, k).is(determiner, boundWord, periodMark), it.kind == lightVerb && it.verb == pastForm && it.cohort == tipstats.New && k == c.lastEnd:
			onlyList = false // "three prosecutions opened in 2015 against five suspects"
		default:
			return false, false
		}
	}
	return onlyList, onlyPrep && seen
}

// assignRole finds how the figure hangs together with those before it.
func (c *clauses) assignRole(f *figure, i int) {
	list, prep := c.between(i)
	elliptic := f.head == noHead
	last := c.last()
	if prep && last != nil && last.rule == "same number" {
		last = last.target // "12 prosecutions, the same as in 2015, involving 20 suspects"
	}
	if prep && last != nil && last.restated && len(last.stages) == 0 {
		last = c.named(last) // "the 12 cases involved 20 suspects"
	}
	switch {
	case c.gerundCompanion(f, last):
		f.role, f.target = companion, last
	case prep && last != nil && !(f.form != "" && elliptic) && f.head == unitHead && !c.partOfSame(f, last):
		f.role, f.target = companion, last
	case c.inBrackets() && c.yearBefore(i) > 0 && (elliptic || c.sameCount(f, c.bracketed())):
		f.role, f.target, f.mark = compared, c.bracketed(), &mark{tag: "year", year: c.yearBefore(i)}
	case c.inBrackets() && elliptic && c.bareBracket(f) && c.bracketsBefore() != nil:
		f.role, f.target, f.mark = compared, c.bracketed(), c.bracketsBefore().mark
	case c.inBrackets() && c.sameCount(f, c.bracketedOf(f)) && c.periodFollows(f):
		f.role, f.target = compared, c.bracketedOf(f)
	case last != nil && last.role == compared && list && elliptic && f.form == "" && c.periodFollows(f) && !c.compared:
		f.role, f.target = compared, last.target
	case last == nil && f.partitive && f.form != "" && !f.ofNumber && c.doc.lastTotal(f.ofNoun) != nil:
		c.parent = c.doc.lastTotal(f.ofNoun)
		c.parting, c.partAt = true, f.at
		f.role, f.target = part, c.parent
	case c.enumerated(f) != nil:
		c.parent = c.enumerated(f)
		c.parting, c.partAt = true, f.at
		f.role, f.target = part, c.parent
	case c.isPart(f, last, list):
		f.role, f.target = part, c.partParent(f, last, list)
		if f.statute == "" {
			f.statute = c.bracketStatute()
		}
	case c.compared:
		f.role = compared
	case last != nil && last.role == compared && list && !c.compared:
		f.role, f.target = direct, nil
	}
}

// lastWhole is the last figure that is no part.
func (c *clauses) lastWhole() *figure {
	for k := len(c.figures) - 1; k >= 0; k-- {
		if f := c.figures[k]; f.coded() && f.role != part && f.role != compared {
			return f
		}
	}
	if n := len(c.figures); n > 0 {
		return c.figures[n-1]
	}
	return nil
}

// gerundCompanion reads "12 prosecutions, charging 20 defendants": one event in two units.
func (c *clauses) gerundCompanion(f, last *figure) bool {
	if last == nil || f.head != unitHead || f.unit != tipstats.Person || !c.pred.verb || c.pred.at < last.end || c.list[c.pred.at].verb != ingForm || c.pred.used || c.pred.at > last.end+8 || c.pred.light {
		return false
	}
	before := &c.list[max(c.pred.at-1, 0)]
	return len(c.pred.stages) == 1 && shares(c.pred.stages, last.stages) && last.head == stageHead && last.unit != tipstats.Person && !before.is(conjunction, lightVerb) && before.text != "and" && last.value > 0
}

// comparisonFollows reports whether a figure is at once compared with another, so that it is itself no such other: "nine sex trafficking
// investigations, down from 16".
func (c *clauses) comparisonFollows(f *figure) bool {
	j := f.end
	for j < len(c.list) && j < f.end+9 && (c.list[j].counts() || c.list[j].text == "with" || c.list[j].is(preposition, adjective, crimeWord, formWord, caseNoun, personNoun)) {
		j++
	}
	return j+2 < len(c.list) && c.list[j].sign(",") && (c.list[j+1].kind == comparison || c.list[j+2].kind == comparison)
}

// newTopic reports whether a figure inside a comparison begins the next thing: "23 prosecutions, an increase from 14 in 2014, and 12
// convictions": the comparison has its period, and nothing of this stage stands before it.
func (c *clauses) newTopic(f *figure) bool {
	if !c.compared || c.whole || f.head != stageHead && f.head != unitHead || len(c.figures) == c.since || len(c.stack) > 0 {
		return false
	}
	last := c.figures[len(c.figures)-1]
	if last.mark == nil && !c.comparisonFollows(f) || !last.isCompared() || f.at == 0 || c.list[f.at-1].text != "and" && !c.list[f.at-1].sign(",") {
		return false
	}
	if c.since > 0 && c.comparisonFollows(f) {
		return true
	}
	if f.head != stageHead {
		return false
	}
	for _, g := range c.figures[:c.since] {
		if shares(g.stages, f.stages) {
			return false
		}
	}
	return c.since > 0
}
