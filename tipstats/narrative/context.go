package narrative

import (
	"strings"
)

var months = wordSet("january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec")

// classify marks the numbers of a sentence that their neighbours show to be no counts: sums of money, terms, statutes, ages,
// shares, dates, parts of names, ranges.
func classify(list []item) {
	for i := range list {
		if list[i].kind != numberKind || list[i].class != "" && !list[i].fraction && list[i].class != Open {
			continue
		}
		if c := neighbours(list, i); c != "" && (c != Other || list[i].class == "") {
			list[i].class = c
		}
	}
	for i := len(list) - 1; i >= 0; i-- {
		if list[i].counts() {
			list[i].class = ranges(list, i)
		}
	}
	agesOn(list)
	yearsBack(list)
	for i := range list {
		leaveOpen(list, i)
	}
}

// agesOn carries the class of "aged 18-25" from the first number to the second.
func agesOn(list []item) {
	for i := 2; i < len(list); i++ {
		link := &list[i-1]
		if list[i].counts() && list[i-2].kind == numberKind && list[i-2].class == Age && (link.sign("-", "--") || link.text == "to" || link.text == "and") && !follows(list, i).is(personNoun, caseNoun, stageNoun, adjective, crimeWord, formWord) {
			list[i].class = Age
		}
	}
}

func textAt(list []item, i int) string {
	if i < 0 || i >= len(list) {
		return ""
	}
	return list[i].text
}

// neighbours classifies a number by the words right before and right after it.
func neighbours(list []item, i int) Class {
	before, after := textAt(list, i-1), textAt(list, i+1)
	next := &nothing
	if i+1 < len(list) {
		next = &list[i+1]
	}
	glued := i+1 < len(list) && !next.spaced
	if class := named(list, i); class != "" {
		return class
	}
	switch {
	case list[i].value == 1 && pronounBefore[before]:
		return Pronoun
	case before == "$" || after == "$" || i > 0 && list[i-1].kind == foreignNoun && list[i-1].class == Money:
		return Money
	case list[i].value >= 100 && fineOf(list, i):
		return Money
	case (before == "-" || before == "--" || before == "/") && !list[i].spaced && !list[i-1].spaced && i > 1 && list[i-2].kind == yearKind && list[i].value < 100 && (before != "--" || int(list[i].value) == (list[i-2].year+1)%100):
		return Date
	case before == "-" && !list[i].spaced && list[i-1].spaced && i > 1:
		return Open // a dash, or a minus
	case before == "-" && !list[i].spaced && i > 1 && list[i-2].kind != numberKind && list[i-2].kind != yearKind:
		return Name
	case list[i].end-list[i].first >= 4 && list[i].text != "" && list[i].text[0] <= '9':
		return Statute
	case glued && next.kind != signKind && len(after) <= 2 && next.text != "" && next.text[0] > '9':
		return Name
	case next.kind == comparison && (strings.HasPrefix(after, "fewer ") || strings.HasPrefix(after, "more ") || strings.HasPrefix(after, "less ")):
		return Other
	case after == "fewer" || after == "less" || after == "more" && next.spaced && textAt(list, i+2) != "":
		return differenceOf(list, i)
	case after == "another" && list[i].value == 1:
		return Pronoun
	case months[before] && list[i].value <= 31 && list[i].value > 0:
		return Date
	case months[after] && list[i].value <= 31 && list[i].value > 0 && next.capital:
		return Date
	case isStatute(list, i):
		return Statute
	case i > 1 && list[i-2].kind == changeWord && (before == "by" || before == "of"):
		return Other
	case before == "than" && (textAt(list, i-2) == "younger" || textAt(list, i-2) == "older"):
		return Age
	case before == "age" || before == "aged" || before == "ages" || before == "age of" || before == "of" && (textAt(list, i-2) == "age" || textAt(list, i-2) == "ages") ||
		after == "-" && textAt(list, i+2) == "year-old":
		return Age
	case list[i].fraction:
		return countedClass(list, i)
	}
	return measured(list, i)
}

// fineOf reports whether a number is the sum of a fine, in whatever currency: "a fine ranging from 200,000 to 1.5 million gourdes".
func fineOf(list []item, i int) bool {
	if before := textAt(list, i-1); before == "on" || before == "against" || before == "for" {
		return false
	}
	if next := follows(list, i); next.is(personNoun, caseNoun, stageNoun, stageVerb, adjective, crimeWord, formWord) || next.kind == foreignNoun && next.class != Money {
		return false
	}
	for k := i - 1; k >= 0 && k >= i-8; k-- {
		switch it := list[k]; {
		case it.text == "fine" || it.text == "fines":
			return true
		case !it.is(preposition, boundWord, numberKind, foreignNoun, auxiliary) && it.text != "to" && it.text != "and" && it.text != "ranging" && it.text != "from" && it.text != "between" && it.kind != plainKind:
			return false
		}
	}
	return false
}

// countedClass is the class of what a fraction or a vague number counts: "1.2 million euros", "dozens of potential victims".
func countedClass(list []item, i int) Class {
	for k := i + 1; k < len(list) && k < i+5; k++ {
		switch it := &list[k]; {
		case it.kind == foreignNoun:
			return it.class
		case it.text == "of" && k == i+1, it.is(adjective, determiner):
		default:
			return Other
		}
	}
	return Other
}

// pronounBefore are the words after which "one" counts nothing.
var pronounBefore = wordSet("no any every each some this that which such")

// measured classifies a number by the unit of measure that follows it: "12 years", "three and a half years", "40 percent".
func measured(list []item, i int) Class {
	j := i + 1
	for j < len(list) && j < i+4 && (list[j].sign("-", "(") || list[j].text == "and" && textAt(list, j+1) == "a" || list[j].text == "a" || list[j].text == "half" ||
		list[j].kind == plainKind && list[j].capital || list[j].text == "calendar" || list[j].text == "local") {
		j++
	}
	if j >= len(list) {
		return ""
	}
	switch {
	case list[j].kind == foreignNoun && list[j].class == Duration:
		if textAt(list, j+1) == "old" || textAt(list, j+1) == "of" && textAt(list, j+2) == "age" {
			return Age
		}
		if penal(list, j+1) || sentenced(list, i) {
			return Penalty
		}
		return Duration
	case list[j].text == "year-old" || list[j].text == "years-old" || list[j].text == "year-olds":
		return Age
	case list[j].kind == foreignNoun && (list[j].class == Money || list[j].class == Percentage):
		return list[j].class
	}
	return ""
}

// penal reports whether a term of imprisonment goes on here: "years' imprisonment", "years in prison".
func penal(list []item, i int) bool {
	for j := i; j < len(list) && j < i+3; j++ {
		if list[j].kind == sentencingWord {
			return true
		}
	}
	return false
}

// ranges carries the class of "six to nine years" from the second number to the first.
func ranges(list []item, i int) Class {
	j := i + 1
	if j >= len(list) || !(list[j].sign("-", "--") && !list[j].spaced || list[j].text == "to" || list[j].text == "or" || list[j].text == "and") || j+1 >= len(list) {
		return ""
	}
	last := &list[j+1]
	if last.kind == boundWord && j+2 < len(list) {
		last = &list[j+2]
	}
	if last.kind != numberKind {
		return ""
	}
	switch last.class {
	case Duration, Penalty, Age, Money, Percentage:
		return last.class
	case Statute:
		if i > 0 && list[i-1].kind == statuteWord {
			return Statute
		}
	}
	return ""
}

// isStatute reports whether the number is that of a statute: "Article 12", "Sections 30 and 31", "Law No. 28".
func isStatute(list []item, i int) bool {
	counted := follows(list, i).is(personNoun, caseNoun, stageNoun, partMark) || textAt(list, i+1) == "for" || i > 0 && list[i-1].sign("(") && textAt(list, i+1) == "in" && i+2 < len(list) && list[i+2].is(yearKind, determiner, periodMark) || textAt(list, i+1) == "under" || textAt(list, i+1) == "involving"
	for j := i - 1; j >= 0 && j >= i-12; j-- {
		it := &list[j]
		switch {
		case counted && (it.text == "and" || it.sign(",", "(")), j < i-1 && list[i].text[0] > '9' && it.kind != statuteWord:
			return false
		case it.kind == statuteWord:
			return j == i-1 || list[j+1].kind == numberKind || list[j+1].kind == yearKind || list[j+1].sign("(", ".") || isNumberSign(list[j+1].text)
		case isNumberSign(it.text) && it.capital && list[i].spaced && j >= i-2:
			return true
		case it.kind == numberKind && (it.class == Statute || it.class == Name), it.sign(",", "(", ")", ".", "-", "--"), it.text == "and", it.text == "or", it.text == "to",
			isNumberSign(it.text), it.kind == plainKind && len(it.text) <= 2, it.text == "previously", it.text == "formerly", it.text == "a", it.kind == yearKind, it.text == "under":
			if it.text == "under" && j != i-1 {
				return false
			}
		default:
			return false
		}
		if it.text == "under" {
			return statuteBefore(list, j)
		}
	}
	return false
}

// statuteBefore reports whether a statute is named earlier in the sentence and the number after "under" names another.
func statuteBefore(list []item, i int) bool {
	next := i + 2
	if next < len(list) && list[next].is(personNoun, caseNoun, stageNoun, foreignNoun) {
		return false
	}
	for j := i - 1; j >= 0 && j > i-25; j-- {
		if list[j].kind == numberKind && list[j].class == Statute {
			return true
		}
	}
	return false
}

func isNumberSign(s string) bool { return s == "no" || s == "nos" || s == "number" || s == "art" }

// speaksOf finds the first of the words in a sentence, other than in a name; it is -1 if there is none.
func speaksOf(list []item, words map[string]bool) int {
	for i := range list {
		it := &list[i]
		if words[it.text] && (!it.capital || i == 0) {
			return i
		}
	}
	return -1
}

// differenceOf reads "two fewer than", "12 more investigations than": a difference and no count, unless no "than" follows.
func differenceOf(list []item, i int) Class {
	for k := i + 1; k < len(list) && k < i+8; k++ {
		if list[k].kind == comparison || list[k].text == "than" {
			return Other
		}
	}
	return ""
}

// sentenced reports whether sentences are spoken of shortly before: "sentences ranging from two to 12 years".
func sentenced(list []item, i int) bool {
	for k := i - 1; k >= 0 && k >= i-9; k-- {
		if list[k].kind == sentencingWord || list[k].kind == otherVerb && list[k].class == Penalty || list[k].text == "sentences" || list[k].text == "sentence" || list[k].text == "terms" {
			return true
		}
	}
	return false
}
