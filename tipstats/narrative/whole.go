package narrative

import (
	"strings"

	"github.com/tipstats/tip/tipstats"
)

// partMark begins a breakdown: "including", "of which".
func (c *clauses) partMark(i int) {
	it := &c.list[i]
	if it.tag == "comprise" {
		if last := c.last(); last != nil && last.end == i {
			c.openPart()
			c.parent = c.named(last)
		}
		return
	}
	if it.text == "with" || it.text == "included" && i > 0 && c.list[i-1].is(foreignNoun) {
		return
	}
	if last := c.last(); last != nil && c.someOlder(i) {
		last.cohort = tipstats.Both
	}
	if it.text == "of these" || it.text == "of those" || it.text == "among these" || it.text == "among those" || it.text == "of them" || it.text == "of that total" || it.text == "among them" {
		if len(c.figures) == 0 {
			noun := *follows(c.list, i)
			if noun.kind == stageVerb && noun.verb == pastForm { // "of those arrested"
				noun.kind, noun.unit = personNoun, tipstats.Person
			}
			c.ofWhole(&noun, i)
			return
		}
	}
	if len(c.figures) == 0 && (it.text == "these included" || it.text == "this included" || i == 1 && it.text == "included" && thoseBefore[c.list[0].text]) {
		c.ofWhole(c.nounAhead(i), i)
		return
	}
	if last := c.last(); last != nil && c.compared && len(c.stack) == 0 && !c.whole && (last.role == compared && strings.HasPrefix(it.text, "of ") || c.since == len(c.figures)) {
		c.endComparison()
	}
	c.openPart()
}

// wholeNamed reads "of the convicted traffickers," at the head of a sentence: a breakdown of what a sentence before has counted.
func (c *clauses) wholeNamed(i int) (noun item, end int) {
	if text := c.list[i].text; i > 0 || text != "of" && text != "out of" && text != "among" {
		return item{}, 0
	}
	stage := tipstats.Stage("")
	for k := i + 1; k < len(c.list) && k < i+8; k++ {
		it := &c.list[k]
		switch {
		case it.is(caseNoun, personNoun, stageNoun) || it.text == "total":
			noun, noun.stage = *it, stage
			if it.kind == stageNoun {
				noun.stage = it.stage
			}
		case it.sign(","):
			if noun.text == "" {
				return item{}, 0
			}
			return noun, k
		case it.kind == stageVerb && it.verb == pastForm:
			stage = it.stage
		case !it.is(determiner, adjective, crimeWord, boundWord):
			return item{}, 0
		}
	}
	return item{}, 0
}

// nounAhead is the noun that the first number after i has, if it is near.
func (c *clauses) nounAhead(i int) *item {
	for k := i + 1; k < len(c.list) && k < i+8; k++ {
		if c.list[k].is(caseNoun, personNoun, stageNoun) {
			return &c.list[k]
		}
	}
	return &nothing
}

// ofWhole begins a breakdown of the last total that the noun refers to.
func (c *clauses) ofWhole(noun *item, i int) {
	c.parent = c.doc.lastTotal(noun)
	c.parting, c.partAt = c.parent != nil, i
}

// openPart begins a breakdown of the figure before.
func (c *clauses) openPart() {
	if len(c.figures) == 0 {
		return
	}
	c.parting, c.partPred = true, c.pred
	c.partAt = c.lastEnd
	c.parent = c.last().root2()
	if c.parent.role == compared && !c.compared && c.parent.target != nil {
		c.parent = c.parent.target
	}
}

// root2 is the figure itself, or the whole that it is part of.
func (f *figure) root2() *figure {
	if f.role == part && f.target != nil {
		return f.target
	}
	return f
}

// opensWhole reports whether the number is that of a whole whose parts follow: "of the 47 suspects" at the head of a clause.
func (c *clauses) opensWhole(i int) bool {
	j := i - 1
	for j > 0 && (c.list[j].is(determiner, boundWord) || c.list[j].text == "the") {
		j--
	}
	if j < 0 || c.list[j].text != "of" && c.list[j].text != "out of" && c.list[j].text != "among" {
		return false
	}
	return j == 0 || c.list[j-1].sign(",", ";") || c.list[j-1].text == "and"
}

// named is the earlier figure that "of the 47 suspects" speaks of, if there is one; else the figure itself.
func (c *clauses) named(f *figure) *figure {
	g := c.repeated(f)
	if g == nil {
		return f
	}
	if f.coded() {
		f.class = Open // "of the 17 traffickers convicted"
	}
	return g
}
