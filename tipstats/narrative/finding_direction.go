package narrative

import "strings"

// directions says of each figure of a sentence that another is set against whether the text calls that other an increase or a decrease.
func (c *clauses) directions() {
	for k, f := range c.figures {
		if f.role != compared || f.target == nil {
			continue
		}
		f.direction = c.directionBefore(k)
		if f.direction == 0 {
			f.direction = c.directionAfter(f)
		}
		if f.direction == 0 && f.target.sentence == c.cut {
			f.direction = c.directionOfNoun(f.target)
		}
	}
}

// directionBefore reads "an increase from 12", "down slightly from 12", "rose from 12 to"; a second figure takes that of the one that
// it is joined to.
func (c *clauses) directionBefore(k int) int {
	for i := c.figures[k].at - 1; i >= 0 && i > c.figures[k].at-8; i-- {
		it := &c.list[i]
		switch {
		case it.is(comparison, changeWord) && directionOf(it.text) != 0:
			return directionOf(it.text)
		case it.counts():
			if k > 0 && c.figures[k-1].role == compared && c.figures[k-1].at == i {
				return c.figures[k-1].direction
			}
			return 0
		case it.is(caseNoun, personNoun, stageNoun, stageVerb, lightVerb, otherVerb, foreignNoun):
			return 0
		}
	}
	return 0
}

// directionAfter reads "compared with 12 in 2018, an increase" and "..., which was a decrease".
func (c *clauses) directionAfter(f *figure) int {
	for i := f.end; i < len(c.list) && i < f.end+10; i++ {
		it := &c.list[i]
		switch {
		case it.kind == changeWord:
			if next := follows(c.list, i); i+1 < len(c.list) && !next.is(signKind) {
				return 0
			}
			return directionOf(it.text)
		case it.is(periodMark, yearKind, preposition, determiner, adjective, relative, auxiliary, anyWord, crimeWord, stageNoun), it.sign(",", "--"), it.is(plainKind) && len(it.text) < 3, it.text == "representing",
			strings.HasSuffix(it.text, "ly"), strings.HasSuffix(it.text, "icant"):
		default:
			return 0
		}
	}
	return 0
}

// directionOfNoun reads "reported increased prosecutions, charging 12" of the 12.
func (c *clauses) directionOfNoun(f *figure) int {
	for i := f.at - 1; i > 0 && i > f.at-6 && !c.list[i].counts(); i-- {
		if it := &c.list[i]; it.kind == stageNoun && f.hasStage(it.stage) && c.list[i-1].kind == changeWord {
			return directionOf(c.list[i-1].text)
		}
	}
	return 0
}

// directionOf is 1 for a word of increase, -1 for one of decrease.
func directionOf(text string) int {
	for word := range strings.FieldsSeq(text) {
		switch word {
		case "increase", "increased", "increasing", "up", "rise", "rose", "grew", "growth", "more", "higher":
			return 1
		case "decrease", "decreased", "decreasing", "down", "decline", "declined", "drop", "dropped", "reduction", "reduced", "fall", "fell", "fewer", "less", "lower":
			return -1
		case "half", "double", "triple", "twice", "not":
			return 0
		}
	}
	return 0
}
