package narrative

import "strings"

// placeWords are parts of a country, in the singular.
var placeWords = wordSet("region province district city capital county municipality town governorate department prefecture canton island village")

// placeAt reads "in the northern region", "in the capital" from the preposition on, and returns the place with the item after it.
func placeAt(list []item, i int) (string, int) {
	if list[i].text != "in" || i+1 >= len(list) {
		return "", i
	}
	words := []string{}
	for j := i + 1; j < len(list) && j < i+6; j++ {
		switch it := &list[j]; {
		case placeWords[it.text] && !follows(list, j).is(agencyWord, foreignNoun):
			return strings.Join(append(words, it.text), " "), j + 1
		case it.text == "the", it.is(determiner, anyWord), it.kind == numberKind && it.value == 1:
		case it.kind == plainKind && !edWord(it.text):
			words = append(words, it.text)
		default:
			return "", i
		}
	}
	return "", i
}

// placed restricts what the clause counts to a part of the country: what follows, or the figures right before.
func (c *clauses) placed(i int) {
	place, _ := placeAt(c.list, i)
	if place == "" {
		return
	}
	n := len(c.figures)
	if next := follows(c.list, i); c.beginsClause(i) || c.list[i-1].text == "and" || n == 0 && (next.text == "a" || next.text == "another" || next.kind == numberKind) {
		c.place = place
		return
	}
	if n == 0 {
		return
	}
	if last := c.figures[n-1]; i-last.end < 6 && !c.boundaryBetween(last.end, i) {
		last.root().place = place
	}
}

// governed notes the level of government of which the clause speaks, "at the state level", as the body that acts.
func (c *clauses) governed(i int) {
	if c.list[i].text != "at" || textAt(c.list, i+1) != "the" || textAt(c.list, i+3) != "level" {
		return
	}
	level := c.list[i+2].text + " level"
	if c.beginsClause(i) {
		c.body = level
	} else if n := len(c.figures); n > 0 && i == c.figures[n-1].end && c.figures[n-1].level == "" {
		c.figures[n-1].root().subject = level
	}
}

// placeActs restricts what the verb at i governs to the part of the country that it is told of: "one province reported", "five districts
// convicted".
func (c *clauses) placeActs(i int) {
	if i < 2 || !placeWords[strings.TrimSuffix(c.list[i-1].text, "s")] {
		return
	}
	if it := &c.list[i-2]; it.kind == numberKind || it.text == "another" || it.text == "a" || it.text == "some" || it.text == "several" || it.text == "other" {
		c.place = c.list[i-1].text
	}
}

// atPlaces restricts figures to the place that their clause names.
func (c *clauses) atPlaces() {
	for _, f := range c.figures {
		if g := f.root(); g.place != "" && f.slice == "" && f.value > 0 {
			f.slice = "region: " + g.place
		}
	}
}
