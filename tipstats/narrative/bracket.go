package narrative

import "slices"

func (c *clauses) inBrackets() bool { return len(c.stack) > 0 }

// bracketStatute is the statute of the part whose own breakdown stands in the bracket.
func (c *clauses) bracketStatute() string {
	if n := len(c.stack); n > 0 && c.stack[n-1].last != nil && c.stack[n-1].last.role == part {
		return c.stack[n-1].last.statute
	}
	return ""
}

// yearBefore is the year that stands before a number in brackets, "(2018: 14)", "(in 2018, 14)", or 0.
func (c *clauses) yearBefore(i int) int {
	if i < 3 || !c.list[i-1].sign(":", ",") || c.list[i-2].kind != yearKind {
		return 0
	}
	k := i - 3
	if c.list[k].text == "in" {
		k--
	}
	if k < 0 || !c.list[k].sign("(", ",", ";") {
		return 0
	}
	return c.list[i-2].year
}

// bareBracket reports whether a number is all that stands in its bracket.
func (c *clauses) bareBracket(f *figure) bool {
	return f.at > 0 && c.list[f.at-1].sign("(") && f.end < len(c.list) && c.list[f.end].sign(")")
}

// bracketsBefore is the figure of another period in a bracket of its own after an earlier figure of the sentence: "12 cases (14 in 2016), nine
// of them for forced labor (eight)".
func (c *clauses) bracketsBefore() *figure {
	whole := c.bracketed()
	for _, g := range slices.Backward(c.figures) {
		if g.role == compared && g.target != nil && g.target != whole && g.mark != nil && g.at > 0 && c.list[g.at-1].sign("(") {
			return g
		}
	}
	return nil
}

// bracketed is the figure that a bracket sets another against: the part right before it, or else the last whole.
func (c *clauses) bracketed() *figure {
	if f := c.partBeforeBracket(); f != nil {
		return f
	}
	return c.lastWhole()
}

// bracketedOf is the figure that a bracket sets f against: of two in one breath, "19 persons in 12 cases (15 persons in 10 cases in 2014)",
// the one of its unit.
func (c *clauses) bracketedOf(f *figure) *figure {
	g := c.bracketed()
	if g != nil && g.role == companion && f.unit != "" && g.unit != f.unit && g.target != nil && g.target.unit == f.unit {
		return g.target
	}
	return g
}

// partBeforeBracket is the part right before a bracket that has just opened, unless an earlier part of the breakdown has no bracket of its
// own: "12 for sex trafficking (nine in 2018) and two for forced labor (five in 2018)".
func (c *clauses) partBeforeBracket() *figure {
	n := len(c.stack)
	f := c.last()
	if n == 0 || f == nil || c.stack[n-1].last != f || f.role != part {
		return nil
	}
	for _, g := range c.figures {
		if g != f && g.role == part && g.target == f.target && !c.hasComparison(g) {
			return nil
		}
	}
	return f
}

// sameCount reports whether a figure can be the one of another period that a bracket sets against a whole: a number alone, or the first
// of the bracket with the noun of the whole.
func (c *clauses) sameCount(f, whole *figure) bool {
	first := whole != nil && len(c.stack) == 1 && c.stack[0].last == c.last()
	switch f.head {
	case noHead:
		return true
	case unitHead:
		return first && f.unit == whole.unit
	case stageHead:
		return first && shares(f.stages, whole.stages)
	}
	return false
}

// periodFollows reports whether a period of its own follows right after the figure: "(10 in 2017)".
func (c *clauses) periodFollows(f *figure) bool {
	for j := f.end; j < len(c.list) && j < f.end+5; j++ {
		if m, ok := markAt(c.list, j); ok {
			return m.tag != "current"
		}
		if c.inBrackets() && companionAt(c.list, j) {
			j++ // "(15 persons in 10 cases in 2014)"
			continue
		}
		if !c.list[j].is(preposition, determiner) && c.list[j].text != "the" {
			return false
		}
	}
	return false
}
