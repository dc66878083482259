package narrative

// adjectival reports whether a participle stands before a noun or after "those": "the convicted traffickers".
func (c *clauses) adjectival(i int) bool {
	if c.list[i].verb != pastForm || i == 0 {
		return false
	}
	before := &c.list[i-1]
	if c.parting && (before.text == "of those" || before.text == "among those") {
		return true
	}
	if before.kind == determiner && (before.text == "those" || before.text == "all") && follows(c.list, i).kind != personNoun {
		return true
	}
	return before.is(determiner, preposition) && follows(c.list, i).is(personNoun, caseNoun, crimeWord)
}

// participle reports whether a verb belongs to the figure right before it: "two traffickers convicted", "20 suspects were charged".
func (c *clauses) participle(i int) bool {
	if c.list[i].verb != pastForm || len(c.figures) == 0 {
		return false
	}
	last := c.figures[len(c.figures)-1]
	if last.passive && i <= last.end+14 && i >= last.end && !c.boundaryBetween(last.end, i) && !c.subjectBetween(last.end, i) {
		return true
	}
	return i == last.end || i == last.end+1 && c.list[i-1].is(plainKind, auxiliary)
}

// subjectBetween reports whether a comma and those who act stand between two items: a clause of its own begins.
func (c *clauses) subjectBetween(from, to int) bool {
	for k := from; k < to; k++ {
		if c.list[k].sign(",") && c.subjectAt(k+1) {
			return true
		}
	}
	return false
}

// numberOf is the noun of "the number of persons convicted", if the verb at i ends it: a figure is to follow.
func (c *clauses) numberOf(i int) *item {
	if c.list[i].verb != pastForm {
		return &nothing
	}
	noun := &nothing
	for k := i - 1; k >= 0 && k >= i-6; k-- {
		switch it := &c.list[k]; {
		case it.is(caseNoun, personNoun) && noun.kind == plainKind:
			noun = it
		case it.kind == dataWord && it.tag == "":
			return noun
		case !it.is(adjective, crimeWord, formWord):
			return &nothing
		}
	}
	return &nothing
}

// joined reports whether only "and", "or" and commas stand between the predicate and the item.
func (c *clauses) joined(i int) bool {
	for k := c.pred.at + 1; k < i; k++ {
		it := &c.list[k]
		if !(it.sign(",") || it.kind == conjunction || it.text == "and" || it.text == "or" || it.text == "to" || it.kind == plainKind && len(it.text) > 3 && it.text[len(it.text)-2:] == "ly" ||
			it.kind == determiner || it.is(crimeWord, personNoun, caseNoun) || it.kind == lightVerb && it.text == "reported") {
			return false
		}
	}
	return true
}

// opensClause reports whether the verb at i begins a clause of its own after "and", a comma or a semicolon, with or without a subject.
func (c *clauses) opensClause(i int) bool {
	for k := i - 1; k >= c.lastEnd && k > 0; k-- {
		it := &c.list[k]
		switch {
		case it.text == "and" || it.sign(",", ";"):
			return true
		case it.is(foreignNoun) && it.class == Officials, it.is(agencyWord, determiner, adjective, crimeWord), it.text == "the", it.text == "also", it.text == "courts", it.text == "court",
			it.kind == plainKind && it.capital:
		default:
			return false
		}
	}
	return false
}

func (c *clauses) boundaryBetween(from, to int) bool {
	for k := from; k < to; k++ {
		subject := c.list[k].kind == agencyWord && c.list[k-1].sign(",")
		if subject || c.list[k].sign(";", "--") || c.list[k].kind == conjunction || c.list[k].text == "and" || c.list[k].counts() {
			return true
		}
	}
	return false
}

// deniedAside reports whether a verb is denied in passing, "investigated, but did not prosecute, 12 suspects", so that what follows is under
// the verb before.
func (c *clauses) deniedAside(i int) bool {
	if c.list[i].verb != baseForm || !c.pred.verb || c.pred.used || i == 0 || c.list[i-1].kind != negation || !follows(c.list, i).sign(",") {
		return false
	}
	return i+2 < len(c.list) && c.list[i+2].is(numberKind, boundWord)
}
