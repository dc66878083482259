package narrative

import (
	"slices"
	"strings"

	"github.com/tipstats/tip/tipstats"
)

// predicate is what governs the figures that follow it: a verb with its stages, or a verb whose object names the stage.
type predicate struct {
	verb    bool // a verb of a stage
	light   bool // a verb whose object names the stage
	stages  []tipstats.Stage
	cohort  tipstats.Cohort
	unit    tipstats.Unit
	class   Class // what the figures after it are, if no counts of enforcement
	tag     string
	at      int
	used    bool // a figure stood under it
	subject string
	nouns   bool // the stages come from nouns
	form    tipstats.Form
	past    bool
}

// clauses walks through one sentence from left to right and collects its figures.
type clauses struct {
	doc  *document
	list []item
	cut  int // the sentence

	pred    predicate
	leading *mark // the period that the clause begins with
	lent    bool  // a clause before this one began with it
	figures []*figure

	compared  bool // in a comparison
	whole     bool // the comparison goes on through finite verbs: "compared with 2018, when ..."
	since     int  // the first figure of the comparison
	change    bool // an increase or decrease was named, so that "from" compares
	cmpMark   *mark
	held      predicate  // what was in force before the comparison
	against   *figure    // the part that a bracket compares
	before    *mark      // the period that led before a comparison
	fromTo    *predicate // the subject of "increased from 15 to 22"
	parting   bool       // in a breakdown
	partAt    int        // where it began
	partPred  predicate  // what was in force there
	ofTotal   *figure    // the whole of which the sentence speaks: "of the 41"
	parent    *figure
	stack     []frameState
	lastEnd   int     // the item after the last figure
	outer     *figure // the figure before a bracket that has just closed
	story     bool
	told      bool   // the story ends with the sentence: others report it, or it is an example in passing
	described bool   // the sentence describes one case that continued
	inEvent   bool   // the clause tells of one event
	atCourt   bool   // one court acts in the clause
	body      string // the level of government of which the clause speaks
	place     string // the part of the country of which the clause speaks
	under     string // the statute with which the clause begins
	asked     bool   // what follows "whether", up to a sign
	sentenced bool
}

// frameState is what a bracket puts aside.
type frameState struct {
	pred     predicate
	compared bool
	parting  bool
	parent   *figure
	whole    bool
	leading  *mark
	last     *figure
	from     int // the first figure of the bracket
}

// walk reads the sentence.
func (c *clauses) walk() {
	for i := 0; i < len(c.list); {
		next := i + 1
		if c.event(i) {
			c.inEvent = true
		} else if c.monthEvent(i) {
			c.tellMonth(i)
		}
		c.placed(i)
		c.governed(i)
		c.ruledBy(i)
		switch it := &c.list[i]; {
		case it.counts():
			next = c.number(i)
		case it.kind == stageVerb:
			c.placeActs(i)
			c.stageVerb(i)
		case it.kind == lightVerb:
			c.placeActs(i)
			c.lightVerb(i)
		case it.kind == otherVerb:
			c.otherVerb(i)
		case it.kind == stageNoun:
			c.stageNoun(i)
		case it.kind == signKind:
			c.sign(i)
		case it.kind == plainKind:
			c.plain(i)
			c.connective(i)
		default:
			c.connective(i)
		}
		i = next
	}
	c.finish()
}

// stageVerb puts its stage in force, alone or beside those of "investigated, prosecuted, and convicted".
func (c *clauses) stageVerb(i int) {
	it := &c.list[i]
	if noun := c.numberOf(i); noun.kind != plainKind {
		c.pred = predicate{stages: []tipstats.Stage{it.stage}, nouns: true, unit: noun.unit, at: i}
		return
	}
	if c.adjectival(i) || c.participle(i) || c.deniedAside(i) {
		return
	}
	if c.compared && !c.whole && it.verb == pastForm && c.since < len(c.figures) || c.nextGerund(i) {
		c.endComparison()
	}
	if it.verb == pastForm && !c.joined(i) {
		c.atCourt = c.oneCourt(i)
	}
	if c.pred.verb && !c.pred.used && c.joined(i) && !(it.verb == ingForm && c.list[c.pred.at].verb != ingForm) {
		c.pred.stages = append(c.pred.stages, it.stage)
		if it.unit != "" && c.pred.unit == "" {
			c.pred.unit = it.unit
		}
		c.pred.at = i
		return
	}
	if c.pred.nouns && !c.pred.used && textAt(c.list, i-1) == "and" && textAt(c.list, i-2) == "of" {
		c.pred.stages, c.pred.at = append(c.pred.stages, it.stage), i // "initiated the prosecutions of and convicted three"
		return
	}
	p := predicate{verb: true, stages: []tipstats.Stage{it.stage}, unit: it.unit, at: i, past: it.verb == pastForm, subject: c.subjectBefore(i)}
	if c.foreignSubject(i) || textAt(c.list, i-1) == "to" && intents[textAt(c.list, i-2)] {
		c.pred = predicate{class: Open, at: i} // "declined to prosecute six cases"
		return
	}
	if c.pred.light && !c.pred.used && i-c.pred.at <= 3 {
		p.cohort, p.subject = c.pred.cohort, c.pred.subject
	} else {
		c.newClause(i)
	}
	c.pred = p
}

// intents are verbs after which a stage was not reached, or not yet.
var intents = wordSet("declined refused planned intended sought attempted hoped pledged promised vowed aimed expected")

// newClause ends a breakdown at a new finite verb.
func (c *clauses) newClause(i int) {
	if c.described && c.opensClause(i) {
		c.inEvent = false // "continued to prosecute a case involving four suspects and charged nine others"
	}
	if len(c.stack) == 0 && (i == 0 || !c.list[i-1].is(relative)) {
		c.parting = false
	}
}

// lightVerb puts a verb in force whose object names the stage.
func (c *clauses) lightVerb(i int) {
	it := &c.list[i]
	if last := c.last(); leadsTo(it.text) && last != nil && last.end == i && last.rule == "outcome" {
		return
	}
	if n := c.pred; n.nouns && !n.used && it.verb == pastForm && i > 0 && c.list[i-1].kind == auxiliary && n.at >= i-3 && it.stage == "" && n.class == "" {
		c.pred.cohort = firstCohort(n.cohort, it.cohort) // "charges were filed against 12"
		return
	}
	if (it.text == "totaled" || it.text == "totalled" || it.text == "numbered") && c.pred.nouns && !c.pred.used {
		return // "investigations totaled 57"
	}
	if c.participle(i) && !leadsTo(it.text) || it.tag == "remain" {
		return
	}
	if c.compared && !c.whole && it.verb == pastForm && c.since < len(c.figures) && (it.cohort != "" || c.opensClause(i)) {
		c.endComparison()
	}
	if it.text == "involved" || it.text == "involve" || it.text == "included" || it.text == "includes" || it.text == "include" {
		return
	}
	if it.text == "found" && c.foreignSubject(i) {
		c.pred = predicate{class: Other, at: i} // "research found 12 convictions"
		return
	}
	p := predicate{light: true, cohort: it.cohort, at: i, tag: it.tag, past: it.verb == pastForm, subject: c.subjectBefore(i)}
	if it.stage != "" {
		p.stages = []tipstats.Stage{it.stage}
	}
	if follows(c.list, i).kind == dataWord {
		p.cohort = "" // to maintain a number of investigations is to continue none
	}
	if c.pred.light && !c.pred.used && i-c.pred.at <= 3 {
		if p.cohort == "" {
			p.cohort = c.pred.cohort
		} else if c.pred.cohort != "" && c.pred.cohort != p.cohort {
			p.cohort = tipstats.Both
		}
		p.subject = c.pred.subject
	} else if it.verb == pastForm && !(c.parting && len(c.figures) == 0 && strings.HasPrefix(it.text, "there ")) {
		c.newClause(i)
	}
	c.pred = p
}

// otherVerb puts a verb in force whose objects are no counts of enforcement.
func (c *clauses) otherVerb(i int) {
	it := &c.list[i]
	if c.untoldSentences(i) {
		return
	}
	before := &nothing
	if i > 0 {
		before = &c.list[i-1]
	}
	if it.verb == pastForm && before.is(determiner, preposition) || i == 0 && it.verb == pastForm {
		return
	}
	if c.pred.verb && !c.pred.used && it.class == Penalty && c.joined(i) {
		return // "convicted and sentenced 12"
	}
	if c.pred.light && !c.pred.used && it.text == "provided" {
		return
	}
	c.pred = predicate{class: it.class, tag: it.tag, at: i, past: it.verb == pastForm}
	if it.tag == "close" && it.verb == pastForm && c.forLackOfEvidence(i) {
		c.pred.verb, c.pred.class, c.pred.stages = true, "", []tipstats.Stage{tipstats.Dismissal}
		return
	}
	if c.pred.class == "" {
		c.pred.class = Other
	}
}

// forLackOfEvidence reports whether the clause of the verb at i says that evidence was wanting.
func (c *clauses) forLackOfEvidence(i int) bool {
	for k := i + 1; k < len(c.list) && k < i+14 && !c.list[k].sign(";") && !c.list[k].is(stageVerb, lightVerb); k++ {
		if c.list[k].text == "evidence" {
			return true
		}
	}
	return false
}

// stageNoun is a noun without a number: the stage of what follows, as in "opened investigations in 20 cases".
func (c *clauses) stageNoun(i int) {
	it := &c.list[i]
	if c.compared && !c.whole && c.since < len(c.figures) && i > 0 && (c.list[i-1].kind == dataWord || follows(c.list, i).kind == changeWord) {
		c.endComparison()
	}
	if c.nextObject(i) {
		c.endComparison()
		c.pred = c.held
	}
	switch {
	case it.text == "charges" && i > 0 && (c.list[i-1].kind == changeWord || c.list[i-1].text == "downgraded" || c.list[i-1].text == "amended"):
		c.pred = predicate{class: Other, at: i}
		return
	case c.pred.class != "" && !c.pred.verb && !(i > 1 && c.list[i-1].kind == preposition && c.list[i-2].kind == changeWord):
		return
	case c.pred.verb:
		if c.pred.used && i > 0 && !c.list[i-1].is(conjunction, determiner, preposition) && c.list[i-1].text != "and" {
			return
		}
		if c.pred.used {
			c.pred = predicate{stages: []tipstats.Stage{it.stage}, nouns: true, at: i, cohort: c.pred.cohort}
		}
	case c.pred.nouns && !c.pred.used && c.onlyNouns(i):
		c.pred.stages = append(c.pred.stages, it.stage)
		c.pred.at = i
	default:
		c.pred.class = ""
		c.pred.stages, c.pred.nouns, c.pred.used = []tipstats.Stage{it.stage}, true, false
		c.pred.at = i
	}
	if i > 0 && c.list[i-1].is(formWord) {
		c.pred.form = c.list[i-1].form
	}
	if follows(c.list, i).kind == preposition && follows(c.list, i+1).kind == formWord && c.pred.nouns && c.pred.at == i {
		c.pred.form = c.list[i+2].form
	}
	if i > 0 && c.list[i-1].is(adjective) && c.list[i-1].cohort != "" && c.pred.nouns {
		c.pred.cohort = c.list[i-1].cohort
	}
}

// nextGerund reports whether the verb after a dated comparison goes on with what was done: "reported investigating 12 cases, compared with
// nine in 2016, and charging 14 suspects".
func (c *clauses) nextGerund(i int) bool {
	if !c.compared || c.whole || len(c.stack) > 0 || c.since >= len(c.figures) || i < 2 || c.list[i].verb != ingForm || c.list[i-1].text != "and" || !c.list[i-2].sign(",") {
		return false
	}
	last := c.figures[len(c.figures)-1]
	return last.isCompared() && last.mark != nil && !c.pred.verb && !c.pred.light && (c.held.verb || c.held.light) && c.list[c.held.at].verb == ingForm
}

// nextObject reports whether the noun of a stage after a dated comparison is the next object of the verb before it: "reported opening
// investigations of 12 cases, compared with nine the previous year, and prosecutions of 14 suspects".
func (c *clauses) nextObject(i int) bool {
	if !c.compared || c.whole || len(c.stack) > 0 || c.since >= len(c.figures) || i == 0 || c.list[i-1].text != "and" || !c.held.light || follows(c.list, i).text != "of" {
		return false
	}
	last := c.figures[len(c.figures)-1]
	stage := []tipstats.Stage{c.list[i].stage}
	return last.isCompared() && last.mark != nil && !slices.ContainsFunc(c.figures, func(f *figure) bool { return shares(f.stages, stage) })
}

func (c *clauses) onlyNouns(i int) bool {
	for k := c.pred.at + 1; k < i; k++ {
		it := &c.list[k]
		if !(it.sign(",") || it.text == "and" || it.text == "or" || it.is(adjective, crimeWord, formWord)) {
			return false
		}
	}
	return true
}
