package narrative

import (
	"slices"
	"strings"
)

// subjectBefore is the body that acts, as the text names it, where it is not the government at large.
func (c *clauses) subjectBefore(i int) string {
	start := i
	for start > 0 && start > i-12 {
		it := &c.list[start-1]
		if it.sign(",", ";", "--", ":") || it.kind == conjunction || it.text == "and" || it.counts() || it.kind == relative {
			break
		}
		start--
	}
	words := []string{}
	named := false
	for k := start; k < i; k++ {
		it := &c.list[k]
		if it.text == "fy" {
			continue
		}
		if it.is(preposition, periodMark, yearKind, changeWord, comparison) {
			if len(words) > 0 && it.text == "of" {
				words = append(words, it.text)
				continue
			}
			break
		}
		if isBody(it.text) || it.kind == plainKind && it.capital && (it.first > c.list[0].first || c.doc.allCapitals(it)) {
			named = true
		}
		if !it.is(determiner, boundWord) && it.kind != signKind && !it.is(lightVerb, auxiliary, negation) {
			words = append(words, it.text)
		}
	}
	if !named {
		return ""
	}
	return strings.Join(words, " ")
}

// bodies are words for a body that is not the government at large.
var bodies = wordSet(`police guard guards gendarmerie ministry department bureau directorate inspectorate unit units service agency commission office squad
	attorney prosecutor prosecutor's special specialized federal state state-level federal-level regular trial lower superior appellate first-instance district regional provincial supreme high appeals appellate municipal magistrate prosecutors immigration customs army military inspectors`)

func isBody(text string) bool {
	return slices.ContainsFunc(strings.Fields(text), func(w string) bool { return bodies[w] })
}

func (d *document) allCapitals(it *item) bool {
	word := d.text[d.tokens[it.first].start:d.tokens[it.first].end]
	return len(word) > 1 && word == strings.ToUpper(word)
}

// foreignSubject reports whether the authorities of another country act: "foreign courts convicted", "authorities in a neighboring
// country arrested".
func (c *clauses) foreignSubject(i int) bool {
	for k := i - 1; k >= 0 && k >= i-8; k-- {
		it := &c.list[k]
		switch {
		case it.kind == agencyWord && k > 0 && c.list[k-1].text == "foreign", research[it.text] && k <= 3:
			return true
		case it.text == "country" || it.text == "countries" || it.text == "abroad" || it.text == "overseas":
			return k > 0 && abroad[c.list[k-1].text] || it.text == "abroad" || it.text == "overseas"
		case it.is(signKind, conjunction, numberKind, stageVerb):
			return false
		}
	}
	return false
}

// research are those who find what authorities have done, in a part of the matter.
var research = wordSet("research researcher researchers study studies survey surveys academics scholars")

// abroad are words before a country that is not the report's.
var abroad = wordSet("neighboring foreign another other destination european third source")
