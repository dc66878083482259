package narrative

// sign reads commas, brackets and dashes.
func (c *clauses) sign(i int) {
	switch it := &c.list[i]; it.text {
	case "(":
		c.stack = append(c.stack, frameState{c.pred, c.compared, c.parting, c.parent, c.whole, c.leading, c.last(), len(c.figures)})
		c.openPart()
		if last := c.last(); last != nil && last.role == part && last.form == "" && last.class == Open {
			c.parent = last // the parts of a part that is left open are left open with it
		}
	case ")":
		if n := len(c.stack); n > 0 {
			s := c.stack[n-1]
			c.stack = c.stack[:n-1]
			if c.compared && !s.compared {
				c.endComparison()
			}
			c.pred, c.compared, c.parting, c.parent, c.whole, c.leading = s.pred, s.compared, s.parting, s.parent, s.whole, s.leading
			c.outer, c.lastEnd = s.last, i+1
		}
	case "--":
		if it.spaced || follows(c.list, i).capital || !follows(c.list, i).counts() || i > 0 && !c.list[i-1].counts() {
			c.openPart()
		}
	case ":":
		c.openPart()
	case ";":
		if c.compared && c.pred.class == "" && len(c.pred.stages) == 0 && !c.pred.light && c.countNext(i) {
			c.pred = c.held // "12 for sex trafficking, compared with nine; five for forced labor, ..."
		}
		if last := c.last(); c.parting && last != nil && last.role == part && c.countNext(i) {
			c.pred = c.partPred // "two on forced begging charges; seven sex traffickers"
		}
		if c.comparesThroughout() && c.countNext(i) {
			c.inEvent, c.atCourt, c.place, c.body, c.asked = false, false, "", "", false
			return
		}
		c.endComparison()
		c.leading, c.lent = c.sentenceMark(), true
		c.change, c.inEvent, c.atCourt, c.place, c.body, c.asked, c.under = false, false, false, "", "", false, ""
	case ",":
		c.asked = false
		if next := follows(c.list, i); c.compared && c.since == len(c.figures) && c.cmpMark != nil && !c.whole && (next.is(determiner, boundWord, personNoun) || c.subjectAt(i+1)) || c.efforts(next) || c.compared && c.since == len(c.figures) && !c.whole && (next.text == "and" || next.text == "but") && c.subjectAt(i+2) {
			c.endComparison()
		}
		if c.mainClause(i) {
			c.endComparison()
			c.leading = nil
		}
	}
}

// efforts reports whether a comparison has no figures on either side, and what was done follows: "increased efforts compared with the year
// before, arresting 57 suspects".
func (c *clauses) efforts(next *item) bool {
	return c.compared && !c.whole && len(c.figures) == 0 && (next.is(stageVerb, lightVerb) && next.verb == ingForm || next.text == "with")
}

// comparesThroughout reports whether the whole sentence is set against the one before: "In comparison, in 2013 courts reported 14
// convictions under Article 12; seven under Article 13".
func (c *clauses) comparesThroughout() bool {
	return c.whole && c.compared && c.since == 0 && len(c.list) > 1 && c.list[0].kind == comparison && c.list[1].sign(",")
}

// countNext reports whether a number follows, or "and" and a number.
func (c *clauses) countNext(i int) bool {
	return follows(c.list, i).counts() || follows(c.list, i).text == "and" && follows(c.list, i+1).counts()
}

// mainClause reports whether a comma ends the comparison that the sentence began with: "Compared with 2018, when courts convicted 30
// traffickers, they convicted 22".
func (c *clauses) mainClause(i int) bool {
	if !c.whole || !c.compared || c.since > 0 || len(c.figures) == 0 || !c.subjectAt(i+1) {
		return false
	}
	for k := i + 1; k < len(c.list); k++ {
		if c.list[k].sign(",") && c.subjectAt(k+1) {
			return false
		}
	}
	return true
}

// subjectAt reports whether a clause begins at i with those who act.
func (c *clauses) subjectAt(i int) bool {
	for i < len(c.list) && (c.list[i].kind == determiner || c.list[i].text == "the") {
		i++
	}
	return i < len(c.list) && (c.list[i].kind == agencyWord || c.list[i].class == Officials || c.list[i].text == "courts" || c.list[i].text == "court" || c.list[i].text == "it" || c.list[i].text == "they")
}

// connective reads what joins clauses: comparisons, parts, periods, stories.
func (c *clauses) connective(i int) {
	it := &c.list[i]
	c.untoldSentences(i)
	switch it.kind {
	case comparison:
		c.beginComparison(i)
	case changeWord:
		if c.pred.used && !c.compared && follows(c.list, i).is(stageNoun, dataWord) {
			c.pred = predicate{} // "increased prosecutions" is a verb of its own
		}
		c.change = true
	case plainKind:
		c.sinceWhen(i)
	case preposition:
		c.preposition(i)
	case partMark:
		c.partMark(i)
	case periodMark, yearKind:
		if m, ok := markAt(c.list, i); ok {
			c.period(i, c.likened(i, m))
		}
	case relative:
		if (it.text == "when" || it.text == "during which" || it.text == "in which") && c.compared {
			c.whole = true
			c.pred = predicate{}
		}
	case respectively:
		c.respective()
	case negation:
		if c.compared && !c.whole && c.since < len(c.figures) {
			c.endComparison()
		}
	case storyMark:
		c.storyMark(i)
	case dataWord:
		if asks[it.text] {
			c.pred, c.asked = predicate{class: Open, at: i}, true
		}
	case conjunction:
		c.asked = c.asked && it.text != "but" && it.text != "while" && it.text != "although" && it.text != "however"
	case sentencingWord:
		c.sentenced = true
	case agencyWord:
		if c.compared && !c.whole && c.since < len(c.figures) && i > 0 && (c.list[i-1].text == "and" || c.list[i-1].kind == conjunction) {
			c.endComparison()
		}
	}
}

// plain reads a word that the lexicon does not have: a past tense among them takes the clause elsewhere.
func (c *clauses) plain(i int) {
	it := &c.list[i]
	switch it.text {
	case "complicit", "complicity", "corrupt", "corruption", "bribery", "bribes":
		c.doc.complicit = true
	}
	if tellers[it.text] && c.tellsOn(i) {
		c.story, c.told = true, true
	}
	if edWord(it.text) && !it.capital && i > 0 && (c.list[i-1].is(agencyWord, personNoun, foreignNoun, conjunction) || c.list[i-1].text == "and" || c.list[i-1].sign(",") && follows(c.list, i).is(numberKind, boundWord, determiner)) && !(i+1 < len(c.list) && c.list[i+1].is(caseNoun, personNoun, crimeWord)) {
		c.pred = predicate{class: Open, at: i}
	}
}

// tellers are those whose reports are no figures of the authorities.
var tellers = wordSet("media press newspapers newspaper journalists")

// tellsOn reports whether what they report follows: "local media outlets reported", "according to press accounts".
func (c *clauses) tellsOn(i int) bool {
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		if c.list[k].text == "according to" || c.list[k].text == "to" && k > 0 && c.list[k-1].text == "according" {
			return true
		}
	}
	for k := i + 1; k < len(c.list) && k < i+4; k++ {
		switch c.list[k].text {
		case "reported", "reports", "stated", "noted", "indicated", "claimed", "covered":
			return true
		case ",", "and", "with", "in":
			return false
		}
	}
	return false
}

// beginComparison sets what follows against what went before.
func (c *clauses) beginComparison(i int) {
	it := &c.list[i]
	if (it.text == "following" || it.text == "after" || it.text == "consistent with" || it.text == "rather than the") && !follows(c.list, i).counts() {
		return
	}
	if it.text == "following" || it.text == "after" || it.tag == "period" && (!c.periodNext(i) || c.opensLikeness(i)) {
		return
	}
	if c.compared {
		c.shareGroup()
	} else {
		c.held = c.pred
	}
	c.compared, c.since, c.cmpMark, c.change, c.against = true, len(c.figures), nil, false, c.partBeforeBracket()
	c.whole = follows(c.list, i).sign(",") && (it.text == "in comparison" || it.text == "for comparison" || it.text == "by comparison" || it.text == "by contrast" || it.text == "in contrast")
	c.parting = false
	if it.tag == "same" {
		c.sameAgain(i)
	}
	if !c.whole {
		c.pred = predicate{}
		c.before, c.leading = c.leading, nil
	}
}

// periodNext reports whether a period stands right after: "unlike in 2016".
func (c *clauses) periodNext(i int) bool {
	for k := i + 1; k < len(c.list) && k < i+5; k++ {
		if c.list[k].is(periodMark, yearKind) {
			return true
		}
		if !c.list[k].is(preposition, determiner) && c.list[k].text != "the" {
			return false
		}
	}
	return false
}

func (c *clauses) endComparison() {
	if c.compared {
		c.shareGroup()
	}
	if c.compared && !c.whole && c.since == len(c.figures) {
		c.leading = c.before // "compared with 2018, police arrested 12" dates nothing
	}
	if c.leading == c.cmpMark {
		c.leading = nil
	}
	c.compared, c.whole, c.cmpMark = false, false, nil
	c.since = len(c.figures)
}

// thoseBefore are the words by which a sentence speaks of what the one before has counted: "they included".
var thoseBefore = wordSet("they these this those")

// last is the figure that the next one may hang on: the one before it, or the one before the bracket between them.
func (c *clauses) last() *figure {
	if c.outer != nil {
		return c.outer
	}
	if n := len(c.figures); n > 0 {
		return c.figures[n-1]
	}
	return nil
}
