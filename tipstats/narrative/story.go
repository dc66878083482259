package narrative

import (
	"strings"

	"github.com/tipstats/tip/tipstats"
)

// eventWords are what a report tells of, one at a time.
var eventWords = wordSet("case investigation operation raid incident instance sting crackdown sweep inspection complaint")

// event reports whether the noun at i is one event that the clause tells of: "in one noteworthy case", "during a joint operation", "an
// operation in the north led to".
func (c *clauses) event(i int) bool {
	if it := &c.list[i]; it.is(signKind, numberKind, preposition, determiner, auxiliary, personNoun, stageVerb) || !eventWords[it.text] {
		return false
	}
	for j := i - 1; j >= 0 && j >= i-6; j-- {
		it := &c.list[j]
		switch {
		case it.text == "a" || it.text == "an" || it.text == "another" || it.text == "a single" || it.counts() && it.value == 1:
			return c.leadsEvent(i, j) || c.continuedCase(i, j)
		case it.text == "the" || it.text == "this" || it.text == "that":
			return c.beginsClause(j) && c.tells(i) || c.list[i].text == "case" && j > 0 && c.list[j-1].is(preposition) && !follows(c.list, i).is(preposition)
		case it.is(plainKind, adjective, crimeWord, formWord, anyWord, agencyWord, yearKind) || it.sign("-"):
		default:
			return false
		}
	}
	return false
}

// continuedCase reports whether the clause goes on to describe one case that continued: "continued to prosecute a sex trafficking case
// involving three alleged traffickers".
func (c *clauses) continuedCase(i, j int) bool {
	if c.list[i].text != "case" || c.pred.cohort != tipstats.Ongoing || c.pred.at != j-1 || c.list[j].counts() {
		return false
	}
	for k := i + 1; k < len(c.list) && k < i+9; k++ {
		switch it := &c.list[k]; {
		case it.is(relative) || it.tag == "with" || it.text == "against":
			c.described = true
			return true
		case it.sign(","), it.is(preposition, yearKind, formWord, crimeWord, adjective, determiner, periodMark, originMark):
		default:
			return false
		}
	}
	return false
}

// leadsEvent reports whether an event whose article is at j opens a clause as its setting or as its subject.
func (c *clauses) leadsEvent(i, j int) bool {
	if j > 0 && settings[c.list[j-1].text] {
		return j < 2 || !c.list[j-2].counts() && !c.list[j-2].is(personNoun, stageNoun)
	}
	if j > 0 && c.list[j-1].kind == boundWord {
		j--
	}
	return (c.beginsClause(j) || c.list[i].text != "case" && c.list[i].kind == plainKind) && c.tells(i)
}

// settings are the words before an event in which something happened.
var settings = wordSet("in during through following after of as from by")

func (c *clauses) beginsClause(j int) bool {
	return j == 0 || c.list[j-1].sign(",", ";", "--", ":") || c.list[j-1].is(conjunction)
}

// tells reports whether a clause goes on from its subject to tell what it led to.
func (c *clauses) tells(i int) bool {
	for k := i + 1; k < len(c.list) && k < i+12; k++ {
		switch c.list[k].text {
		case "led to", "resulted in", "included", "involved", "which included", "which involved", "which", "leading to", "that":
			return true
		case ";", ".":
			return false
		}
	}
	return false
}

// oneCourt reports whether a single court or judge acts in the clause of the verb at i: "a court convicted three".
func (c *clauses) oneCourt(i int) bool {
	for j := i - 1; j > 0 && j >= i-8; j-- {
		it := &c.list[j]
		switch {
		case it.text == "court" || it.text == "judge" || it.text == "magistrate" || it.text == "tribunal":
			for k := j - 1; k >= 0 && k >= j-4; k-- {
				if t := c.list[k].text; t == "a" || t == "an" || t == "one" || t == "another" {
					return true
				}
			}
			return false
		case it.is(conjunction, signKind, numberKind, stageVerb):
			return false
		}
	}
	return false
}

// monthEvent reports whether the month at i dates an event, "in May", "on 3 June 2018", and is no end of a period.
func (c *clauses) monthEvent(i int) bool {
	if !c.list[i].capital || !months[c.list[i].text] {
		return false
	}
	j := i - 1
	for j > 0 && (c.list[j].class == Date || c.list[j].text == "early" || c.list[j].text == "late" || c.list[j].text == "mid" || c.list[j].sign("-")) {
		j--
	}
	if j < 0 || c.list[j].text != "in" && c.list[j].text != "on" {
		return false
	}
	if j > 0 && (c.list[j-1].is(lightVerb, otherVerb, auxiliary) || c.list[j-1].is(stageVerb) && j-1 != c.pred.at || c.list[j-1].kind == plainKind && edWord(c.list[j-1].text)) {
		return false
	}
	k := i + 1
	for k < len(c.list) && (c.list[k].class == Date || c.list[k].kind == yearKind || c.list[k].sign(",") && follows(c.list, k).kind == yearKind) {
		k++
	}
	return k >= len(c.list) || !c.list[k].sign("-", "--", "/") && c.list[k].text != "to" && c.list[k].text != "through" && c.list[k].text != "and" && c.list[k].text != "until"
}

// tellMonth marks the figures right before the month of an event, or those that follow it in its clause.
func (c *clauses) tellMonth(i int) {
	n := len(c.figures)
	if n > 0 && !c.leadsClause(i) {
		if last := c.figures[n-1]; !last.isCompared() && i-last.end < 12 && !c.boundaryBetween(last.end, i) {
			last.root().event = true
		}
		return
	}
	c.inEvent = true
}

// tellEvents leaves open what was counted in one event, unless the text compares it as a country's figure is compared, or dates what
// a court did to a year.
func (c *clauses) tellEvents() {
	against := map[*figure]bool{}
	for _, f := range c.figures {
		if f.role == compared && f.target != nil {
			against[f.target] = true
		}
	}
	for _, f := range c.figures {
		g := f.root()
		if f.class == "" && f.value > 0 && !against[g] && (g.event || g.court && (g.mark == nil || g.mark.month)) {
			f.class = Anecdote
		}
	}
}

// asks are words after which a text names figures only to say that it does not know what became of them.
var asks = map[string]bool{
	"whether": true, "if": true, "updates on": true, "an update on": true, "progress on": true, "progress in": true,
	"the outcome": true, "the outcomes": true, "the status": true,
}

// untoldSentences reads "did not report on sentences handed down to the four traffickers convicted in 2015", which counts nobody.
func (c *clauses) untoldSentences(i int) bool {
	if !strings.HasSuffix(c.list[i].text, "sentences") || !c.deniedBefore(i) {
		return false
	}
	c.pred, c.asked = predicate{class: Open, at: i}, true
	return true
}

// deniedBefore reports whether a negation reaches the item at i.
func (c *clauses) deniedBefore(i int) bool {
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		if c.list[k].kind == negation {
			return true
		}
		if !c.list[k].is(lightVerb, preposition, determiner, otherVerb, plainKind) {
			return false
		}
	}
	return false
}

// storyMark begins a story: "for example", "media reported". Where it ends a phrase it tells of the figure before.
func (c *clauses) storyMark(i int) {
	it := &c.list[i]
	if last := c.last(); last != nil && i-last.end < 8 && (strings.HasSuffix(it.text, "this case") || strings.HasSuffix(it.text, "that case")) {
		last.root().event = true // "held nine men in connection with that case"
	}
	c.story, c.told = true, strings.Contains(it.text, "report") || strings.Contains(it.text, "stated") || strings.Contains(it.text, "noted") || strings.HasPrefix(it.text, "according") || strings.HasPrefix(it.text, "for ") && i > 1
}
