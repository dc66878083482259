package narrative

// preposition reads what may compare: "from 12 to 15", "against nine"; and "of the 12 cases".
func (c *clauses) preposition(i int) {
	it := &c.list[i]
	if noun, end := c.wholeNamed(i); end > 0 {
		c.ofWhole(&noun, end)
	}
	if it.text == "as" && len(c.figures) > 0 && !c.compared && c.periodNext(i) {
		c.beginComparison(i) // "twice as many suspects (30) as the previous year (15)"
	}
	if it.text == "against" && i > 0 && c.list[i-1].sign(",") && follows(c.list, i).counts() {
		c.beginComparison(i)
	}
	if it.text == "from" && (c.change && c.changeFrom(i) || c.fromNumberTo(i) || c.toNumberFrom(i)) {
		before := c.pred
		c.beginComparison(i)
		if before.nouns && !before.used {
			c.pred, c.fromTo = before, &before
		}
	}
	if it.text == "to" && c.fromTo != nil && c.compared && c.since < len(c.figures) && follows(c.list, i).counts() {
		subject := *c.fromTo
		c.fromTo = nil
		c.endComparison()
		c.pred = subject
	}
}

// changeFrom reports whether "from" after a change leads to a figure or a period that is compared.
func (c *clauses) changeFrom(i int) bool {
	for k := i + 1; k < len(c.list) && k < i+8; k++ {
		it := &c.list[k]
		switch {
		case it.counts(), it.kind == periodMark, it.kind == yearKind:
			return true
		case it.kind == stageVerb && it.verb == ingForm, it.kind == lightVerb && it.verb == ingForm:
			return true
		case it.is(boundWord, determiner, adjective, preposition) || it.text == "the" || it.kind == plainKind:
		default:
			return false
		}
	}
	return false
}

// fromNumberTo reads "convictions from six to 11" after a first such pair.
func (c *clauses) fromNumberTo(i int) bool {
	if i == 0 || !c.pred.nouns || c.pred.used || !follows(c.list, i).counts() {
		return false
	}
	for k := i + 2; k+1 < len(c.list) && k < i+7; k++ {
		if c.list[k].text == "to" && c.list[k+1].counts() {
			return true
		}
	}
	return false
}

// toNumberFrom reads "to 34, from 20".
func (c *clauses) toNumberFrom(i int) bool {
	last := c.last()
	return last != nil && last.at > 0 && c.list[last.at-1].text == "to" && i > 0 && (c.list[i-1].sign(",") || i == last.end) && follows(c.list, i).counts()
}
