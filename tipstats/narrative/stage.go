package narrative

import (
	"slices"

	"github.com/tipstats/tip/tipstats"
)

// assignStage finds the stage of the figure: its noun's, that of the verb that it is the subject of, that of the predicate, or that of
// the figure that it hangs on.
func (c *clauses) assignStage(f *figure, t tail, subject bool, i int) {
	passive := t.passive
	governed := len(c.pred.stages) > 0 || c.pred.class != "" && c.pred.class != Open
	if passive != nil && !subject && (!t.bare || governed && !c.compared && passive.kind == stageVerb) {
		passive = nil
	}
	if passive != nil && t.bare && c.repeatsParticiple(f, passive) {
		passive = nil
	}
	if !c.stageFromOthers(f, t, passive) {
		c.stageOfItsOwn(f, t, passive, subject, i)
	}
}

// repeatsParticiple reports whether the figure before in a list has the same participle after its noun, so that both are objects: "charged
// five suspects arrested in 2014 and two arrested in 2013".
func (c *clauses) repeatsParticiple(f *figure, passive *item) bool {
	last := c.last()
	return last != nil && c.pred.used && c.pred.at < last.at && last.end < len(c.list) && c.list[last.end].text == passive.text && last.rule != "passive" && last.coded()
}

// stageFromOthers finds the stage of a figure that hangs on another, or is the subject of a verb. It reports whether it did.
func (c *clauses) stageFromOthers(f *figure, t tail, passive *item) bool {
	switch {
	case f.head == noHead && c.last() != nil && c.last().class == Officials && c.pred.verb:
		f.class = Officials
	case f.head == foreignHead || f.head == unknownHead:
	case c.outcome(f) != "":
		f.stages, f.rule, f.own = []tipstats.Stage{c.outcome(f)}, "outcome", true
		f.passive = true
		if f.unit == "" {
			f.unit = c.ellipticUnit(f, "")
		}
	case f.role == direct && f.partitive && f.form != "" && f.ofNoun.kind == stageNoun:
		f.stages, f.unit, f.rule, f.passive = []tipstats.Stage{f.ofNoun.stage}, f.ofNoun.unit, "noun", true
	case f.role == companion && follows(c.list, f.end-1).kind == otherVerb && follows(c.list, f.end-1).class == Penalty:
		f.role, f.target, f.class = direct, nil, Penalty // "with one trafficker sentenced to six years"
	case f.role == companion && c.operations(f.target):
		f.role, f.target, f.class = direct, nil, ""
		f.stages, f.rule, f.own = []tipstats.Stage{tipstats.Investigation}, "operation", true
	case f.role == companion:
		c.companionStage(f)
	case passive != nil && passive.kind == stageVerb && f.head != stageHead:
		c.passiveStage(f, t, passive)
	case passive != nil && passive.kind == lightVerb && (f.role != part || passive.stage != ""):
		c.lightPassive(f, passive, f.at)
	case f.role == compared && f.target != nil && f.head != stageHead: // a bracket: "(one case in 2017)"
	case f.role == part && c.pred.verb && c.pred.at > c.partAt && c.pred.class == "":
		f.stages, f.own = c.pred.stages, true
		c.inherit(f, f.target, "part")
	case f.role == part:
		c.inherit(f, c.sibling(f), "part")
	case c.gapped(f) != nil:
		last := c.gapped(f)
		f.stages, f.own, f.unit = last.stages, true, last.unit
		c.inherit(f, last, "gapped")
	default:
		return false
	}
	return true
}

// companionStage gives a figure in another unit the stage of its case, and each of the two the form that only the other names.
func (c *clauses) companionStage(f *figure) {
	c.inherit(f, f.target, "companion")
	if f.target.head == stageHead && f.target.unit == UnstatedUnit && f.unit == tipstats.Person {
		f.target.unit = tipstats.Case
	}
	if f.target.form == "" && f.form != "" {
		f.target.form, f.target.note = f.form, f.note
	} else if f.form == "" {
		f.form = f.target.form
	}
}

// passiveStage gives a figure the stage of the verb that it is the subject of.
func (c *clauses) passiveStage(f *figure, t tail, passive *item) {
	f.stages, f.own, f.passive, f.rule = []tipstats.Stage{passive.stage}, true, true, "passive"
	if !f.stated || f.value == 0 {
		f.stages = c.verbsFrom(t.verb)
	} else if !t.bare && passive == &c.list[t.verb] {
		f.stages = c.verbsJoined(t.verb)
	}
	if f.unit == "" {
		f.unit = f.ofNoun.unit
	}
	if f.unit == "" {
		f.unit = c.ellipticUnit(f, passive.unit)
	}
	c.ofThose(f)
	if passive.stage != tipstats.Conviction && f.cohort == "" && f.role == direct && c.pred.light && c.pred.cohort != "" && !c.pred.used {
		f.cohort = c.pred.cohort
	}
}

// stageOfItsOwn finds the stage of a figure that hangs on none: its noun's, or that of the verb in force.
func (c *clauses) stageOfItsOwn(f *figure, t tail, passive *item, subject bool, i int) {
	switch {
	case subject && f.head == noHead && f.form == "" && passive == nil && !c.compared && follows(c.list, f.end-1).kind == auxiliary:
		f.class = Open
	case t.active != nil && f.head == noHead && f.form == "" && !c.compared:
		f.class = t.active.class
		if f.class == "" {
			f.class = Open
		}
	case f.head == stageHead && subject && t.active != nil && t.active.tag == "uphold":
		f.class = t.active.class
	case f.head == stageHead && f.stated && f.value > 0 && t.endsAs(f.stages[0]):
		f.class = Open // "one prosecution was dismissed"
	case f.head == stageHead && t.active != nil && follows(c.list, f.end-1).kind == auxiliary && follows(c.list, f.end).text == t.active.text && (f.value == 1 || t.active.tag == "stay"):
		f.class = Anecdote // "one prosecution was adjourned"
	case f.head == stageHead && c.pred.class != "" && !subject && !c.compared && !f.total:
		f.class = c.pred.class
	case f.head == stageHead && c.pred.class != "":
		f.rule = "noun"
	case f.head == stageHead && c.pred.verb && c.dismisses():
		f.stages, f.unit, f.rule, f.own = c.pred.stages, tipstats.Case, "verb", true
	case f.head == stageHead:
		f.rule = "noun"
		c.takePredicate(f)
	case t.active != nil && subject && !c.compared && (t.active.kind == otherVerb || i == 0):
		f.class = t.active.class
	case c.pred.nouns && f.restated && subject && i > 0 && c.semicolonBetween(c.pred.at, i):
		f.class = Open // "led to a conviction; the two perpetrators, both foreigners, were fined"
	case len(c.pred.stages) > 0 && c.pred.class == "":
		f.stages, f.rule, f.own = c.pred.stages, "verb", true
		if c.pred.nouns {
			f.rule = "object"
		}
		c.takePredicate(f)
	case c.pred.light && c.pred.tag == "find" && f.head == unitHead && f.unit == tipstats.Case && c.othersFind():
		f.class = Open
	case c.pred.light && c.pred.tag == "find" && f.head == unitHead && f.unit == tipstats.Case:
		f.stages, f.rule, f.own = []tipstats.Stage{tipstats.Investigation}, "registered", true
	case c.pred.light && c.pred.class == "":
		c.lightObject(f)
	case c.pred.class != "":
		f.class = c.pred.class
		if c.pred.tag == "refer" && f.unit == tipstats.Case && c.forProsecution(f) {
			f.referred = true
		}
	}
}

// dismisses reports whether the verb in force ends the prosecutions or investigations that are its object.
func (c *clauses) dismisses() bool {
	return len(c.pred.stages) == 1 && c.pred.stages[0] == tipstats.Dismissal
}

// operations reports whether a figure counts operations against trafficking: those whom they involve are investigated.
func (c *clauses) operations(f *figure) bool {
	return f.head == foreignHead && f.noun == "operations" && slices.ContainsFunc(c.list[f.at:f.end], func(it item) bool { return it.kind == crimeWord })
}

// forProsecution reports whether a referral is one for prosecution. It is no prosecution, unless the text counts it as one.
func (c *clauses) forProsecution(f *figure) bool {
	for k := c.pred.at; k < len(c.list) && k < f.end+4; k++ {
		if c.list[k].kind == stageNoun && c.list[k].stage == tipstats.Prosecution {
			return true
		}
	}
	return false
}

// takePredicate gives the figure the cohort, the unit and the form of the predicate.
func (c *clauses) takePredicate(f *figure) {
	f.subject = c.pred.subject
	if c.lastEnd > c.pred.at && f.head == noHead {
		if body := c.subjectBefore(f.at); body != "" {
			f.subject = body // "the special unit investigated 12 cases, the regular police eight"
		}
	}
	if f.cohort == "" {
		f.cohort = c.pred.cohort
	}
	switch before := textAt(c.list, f.at-1); {
	case f.unit != "" || f.head != noHead:
	case c.pred.nouns && (before == "from" || before == "to"):
		f.unit = c.pred.unit
	default:
		f.unit = c.ellipticUnit(f, c.pred.unit)
	}
	if f.form == "" && c.pred.form != "" && c.pred.nouns {
		f.form = c.pred.form
	}
}

// inherit gives a figure the stage, the cohort and the unit of another where it has none of its own.
func (c *clauses) inherit(f, from *figure, rule string) {
	if from == nil {
		return
	}
	if from.class != "" && f.class == "" && !(from.class == Open && f.own) {
		f.class = from.class
	}
	if len(f.stages) == 0 {
		f.stages = from.stages
	}
	if f.unit == "" {
		f.unit = from.unit
	}
	if f.cohort == "" && shares(f.stages, from.stages) {
		f.cohort = from.cohort
	}
	f.subject, f.rule = from.subject, rule
	if f.slice == "" && rule == "companion" {
		f.slice = from.slice
	}
	if f.statute == "" && rule == "companion" {
		f.statute = from.statute
	}
}

// verbsFrom are the stages of "prosecuted or convicted", from the first verb on.
func (c *clauses) verbsFrom(i int) []tipstats.Stage {
	var stages []tipstats.Stage
	for k := i; k < len(c.list); k++ {
		switch it := &c.list[k]; {
		case it.kind == stageVerb:
			stages = append(stages, it.stage)
		case it.sign(","), it.text == "and", it.text == "or", it.text == "nor":
		default:
			return stages
		}
	}
	return stages
}

// verbsJoined are the stages of the passive verbs that have one subject: "were prosecuted for sex trafficking and acquitted".
func (c *clauses) verbsJoined(i int) []tipstats.Stage {
	stages := []tipstats.Stage{c.list[i].stage}
	for k := i + 1; k < len(c.list) && k < i+14; k++ {
		it := &c.list[k]
		switch {
		case it.kind == stageVerb && it.verb == pastForm && textAt(c.list, k-1) == "and" && !follows(c.list, k).counts() && !follows(c.list, k).is(determiner, personNoun, caseNoun):
			return append(stages, it.stage)
		case it.kind == stageVerb && it.verb == pastForm && c.list[k-1].sign(",") && follows(c.list, k).sign(","):
			stages = append(stages, it.stage)
		case it.text == "and", it.sign(","), it.text == "for", it.text == "on", it.text == "of", it.text == "the", it.is(formWord, crimeWord, preposition, determiner):
		default:
			return stages[:1]
		}
	}
	return stages[:1]
}
