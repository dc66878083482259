package narrative

import (
	"strings"

	"github.com/tipstats/tip/tipstats"
)

// lightPassive reads "20 prosecutions initiated", "30 cases were pending trial", "12 cases were opened".
func (c *clauses) lightPassive(f *figure, verb *item, i int) {
	f.passive = verb.cohort != "" || verb.tag == "remain"
	switch {
	case f.head == stageHead:
		f.rule = "noun"
		c.takePredicate(f)
	case verb.stage == "" && verb.tag == "remain" && c.pred.nouns && !c.pred.used && c.pred.class == "" && i-c.pred.at <= 3 && c.list[i-1].kind == preposition:
		f.stages, f.rule, f.own = c.pred.stages, "object", true
	case c.parting && verb.tag == "remain" && f.head == noHead && f.form == "":
		f.class = Open
		return
	case verb.stage == "" && verb.tag == "remain" && f.head != stageHead && !strings.HasSuffix(verb.text, " from"):
		f.class = Open
		return
	case verb.stage != "":
		f.stages, f.rule, f.own = []tipstats.Stage{verb.stage}, "remained", true
		if f.head == noHead && f.unit == "" {
			f.unit = c.ellipticUnit(f, "")
		}
	case c.dismisses() && verb.cohort == tipstats.Ongoing: // "closed 12 for lack of evidence, and nine continued"
		return
	case len(c.pred.stages) > 0 && c.pred.class == "":
		f.stages, f.rule, f.own = c.pred.stages, "verb", true
		c.takePredicate(f)
		return
	case f.unit == tipstats.Case && (verb.cohort == tipstats.New || isRegistered(verb.text)):
		f.stages, f.rule, f.own = []tipstats.Stage{tipstats.Investigation}, "registered", true
	}
	if f.cohort == "" && f.cohort != tipstats.Ongoing {
		if !(c.pred.cohort == tipstats.Ongoing) {
			f.cohort = verb.cohort
		}
	}
	if verb.tag == "remain" {
		f.cohort, f.remained = tipstats.Ongoing, true
		c.remainToo(f)
	}
}

// remainToo makes the figures before one in a list ongoing with it: "23 investigations and 14 prosecutions remained open".
func (c *clauses) remainToo(f *figure) {
	for k, end := len(c.figures)-1, f.at; k >= 0; k-- {
		g := c.figures[k]
		for j := g.end; j < end; j++ {
			if it := &c.list[j]; it.text != "and" && !it.sign(",") && !it.is(boundWord, adjective) {
				return
			}
		}
		if g.head != stageHead || g.cohort != "" || g.role != direct {
			return
		}
		g.cohort, g.remained, end = tipstats.Ongoing, true, g.at
	}
}

func isRegistered(s string) bool {
	return s == "registered" || s == "recorded" || s == "identified" || s == "detected" || s == "opened" || s == "filed"
}

// lightObject reads the object of a verb that names no stage: "opened 12 cases" opens investigations, "reported 12 cases" says nothing.
func (c *clauses) lightObject(f *figure) {
	switch {
	case f.unit == tipstats.Case && c.list[c.pred.at].text == "filed" && c.inCourt(f):
		f.stages, f.rule, f.own = []tipstats.Stage{tipstats.Prosecution}, "filed", true
		f.subject = c.pred.subject
	case f.unit == tipstats.Case && (c.pred.cohort == tipstats.New || isRegistered(pastOf(c, c.pred.at)) || c.list[c.pred.at].text == "reported" && c.policeFind()):
		f.stages, f.rule, f.own = []tipstats.Stage{tipstats.Investigation}, "registered", true
		f.cohort = firstCohort(f.cohort, c.pred.cohort)
		f.subject = c.pred.subject
	case f.unit == tipstats.Case && c.prosecutorsPursue():
		f.stages, f.rule, f.own = []tipstats.Stage{tipstats.Prosecution}, "pursued", true
	case c.list[c.pred.at].text == "found" && (f.unit == tipstats.Person || f.head == noHead) && c.verdict(f) != "":
		f.stages, f.rule, f.own = []tipstats.Stage{c.verdict(f)}, "verdict", true
		f.unit = tipstats.Person
	case f.role == compared:
		f.cohort = firstCohort(f.cohort, c.pred.cohort)
	case c.pred.tag == "find" && f.unit == tipstats.Person && suspectNouns[f.noun[strings.LastIndexByte(f.noun, ' ')+1:]] && c.policeFind():
		f.stages, f.rule, f.own = []tipstats.Stage{tipstats.Investigation}, "registered", true
		f.subject = c.pred.subject
	case c.pred.tag == "find" && f.unit == tipstats.Person:
		f.class = Victims
	default:
		f.class, f.subject = Open, c.pred.subject
		c.parallel(f)
	}
}

// inCourt reports whether cases were filed in court.
func (c *clauses) inCourt(f *figure) bool {
	for k := f.end; k < len(c.list) && k < f.end+5; k++ {
		if c.list[k].text == "court" || c.list[k].text == "courts" {
			return true
		}
		if c.list[k].sign(",", ";", ".") {
			return false
		}
	}
	return false
}

// suspectNouns are the persons whom the police identify in order to investigate them; others whom they identify may be victims.
var suspectNouns = wordSet("suspect suspects trafficker traffickers perpetrator perpetrators offender offenders")

// policeFind reports whether those who identify suspects are the police: what they find they investigate.
func (c *clauses) policeFind() bool {
	for k := c.pred.at - 1; k >= 0 && k >= c.pred.at-4; k-- {
		switch text := c.list[k].text; {
		case strings.Contains(text, "police") || strings.Contains(text, "law enforcement") || text == "investigators":
			return true
		case c.list[k].counts() || c.list[k].is(signKind, conjunction):
			return false
		}
	}
	return false
}

// otherFinders are those who come upon cases and do not investigate them.
var otherFinders = wordSet("ministry inspectorate inspectors survey surveys ngo ngos organization organizations council committee commission center centre hotline institute embassy embassies school schools consulate consulates shelter")

// othersFind reports whether those who identify cases are no police.
func (c *clauses) othersFind() bool {
	for k := c.pred.at - 1; k >= 0 && k >= c.pred.at-10; k-- {
		switch it := c.list[k]; {
		case otherFinders[it.text]:
			return true
		case it.counts() || it.sign(";", "(", ")", "--") || it.is(stageVerb, lightVerb):
			return false
		}
	}
	return false
}

func pastOf(c *clauses, i int) string {
	if t := c.list[i].text; t != "filed" {
		return t
	}
	return ""
}

func firstCohort(a, b tipstats.Cohort) tipstats.Cohort {
	if a != "" {
		return a
	}
	return b
}

// prosecutorsPursue reports whether prosecutors pursue cases, which is to prosecute them.
func (c *clauses) prosecutorsPursue() bool {
	verb := c.list[c.pred.at].text
	return (verb == "pursued" || verb == "pursuing" || verb == "brought" || verb == "filed") && strings.Contains(c.pred.subject, "prosecut")
}

// outcome reads what became of cases: "12 resulted in prosecution", and then "three in convictions".
func (c *clauses) outcome(f *figure) tipstats.Stage {
	verb := follows(c.list, f.end-1)
	last := c.last()
	if f.head == stageHead || !leadsTo(verb.text) && !(verb.text == "in" && last != nil && last.rule == "outcome") {
		return ""
	}
	if j := c.outcomeNoun(f.end); j > 0 && !(textAt(c.list, j+1) == "of" && follows(c.list, j+1).counts()) {
		return c.list[j].stage
	}
	return ""
}

func leadsTo(verb string) bool {
	return verb == "resulted in" || verb == "led to" || verb == "ended in" || verb == "ended with" || verb == "culminated in"
}

// outcomeNoun is where the noun of a stage stands that a verb at i leads to without a number, or -1.
func (c *clauses) outcomeNoun(i int) int {
	for k := i + 1; k < len(c.list) && k < i+5; k++ {
		switch it := &c.list[k]; {
		case it.kind == stageNoun:
			return k
		case !it.is(adjective, crimeWord, determiner, anyWord):
			return -1
		}
	}
	return -1
}

// verdict reads "found 12 defendants guilty".
func (c *clauses) verdict(f *figure) tipstats.Stage {
	for k := f.end; k < len(c.list) && k < f.end+3; k++ {
		if c.list[k].text == "guilty" {
			if c.list[k-1].text == "not" {
				return tipstats.Acquittal
			}
			return tipstats.Conviction
		}
	}
	return ""
}
