package narrative

import (
	"strings"

	"github.com/tipstats/tip/tipstats"
)

// longestPhrase bounds the items between a number and its noun.
const longestPhrase = 10

// readFigure reads the noun phrase that begins with the number at i: its bound, adjectives, form and noun.
func readFigure(list []item, i int) *figure {
	f := &figure{at: i, end: i + 1, stated: !list[i].missing, bound: boundBefore(list, i), number: list[i].number, ofNoun: &nothing}
	if f.bound == Exact && list[i].bound != "" {
		f.bound = list[i].bound
	}
	if v := list[i].value; v > tipstats.MaxCount {
		f.class = Other
	} else {
		f.value = int(v)
	}
	adjectivesBefore(f, list, i)
	if next := follows(list, i); next.kind == partMark && strings.HasPrefix(next.text, "of ") {
		f.partitive, f.ofThem, f.end = true, next.text == "of them", i+2
		if next.text == "of whom" {
			f.unit = tipstats.Person
		}
		if noun := follows(list, i+1); (next.text == "of these" || next.text == "of those") && noun.is(caseNoun, personNoun, stageNoun) {
			f.ofNoun, f.end = noun.copy(), i+3
		} else if next.text == "of those" && noun.kind == stageVerb && noun.verb == pastForm {
			f.unit, f.end = tipstats.Person, i+3 // "21 of those arrested"
			f.ofNoun = &item{entry: entry{kind: personNoun, unit: tipstats.Person}, text: noun.text}
		}
		return f
	}
	if i+1 < len(list) && (list[i+1].text == "of" || list[i+1].text == "out of") && i+2 < len(list) {
		if partitive(f, list, i) {
			return f
		}
	}
	f.readNoun(list)
	if f.level == "" && (f.head == unitHead || f.head == stageHead) && f.end < len(list) && list[f.end].kind == preposition {
		if level, end := levelAt(list, f.end); level != "" {
			f.level, f.end = level, end // "20 traffickers in the first instance"
		}
	}
	return f
}

// partitive reads "one of the cases", "12 of the 15": the noun is that of the whole.
func partitive(f *figure, list []item, i int) bool {
	next := &list[i+2]
	if next.text == "whom" || next.text == "which" || next.text == "them" || next.text == "these" || next.text == "those" {
		f.partitive, f.end = true, i+3
		return true
	}
	whole := i + 2
	if next.kind == determiner || next.text == "the" {
		whole++
	}
	if after := textAt(list, whole); after == "former" || after == "latter" {
		f.class = Open
	}
	if whole < len(list) && list[whole].counts() {
		g := readFigure(list, whole)
		f.partitive, f.ofNumber = true, true
		f.head, f.noun, f.stages, f.unit, f.form, f.class, f.end, f.whole, f.cohort = g.head, g.noun, g.stages, g.unit, g.form, g.class, g.end, g, ""
		return true
	}
	if whole > i+2 {
		f.partitive, f.end = true, whole
		for j := whole; j < len(list) && j < whole+5 && (list[j].is(caseNoun, personNoun, stageNoun, adjective, crimeWord, formWord) || list[j].kind == stageVerb && list[j].verb == pastForm); j++ {
			if list[j].is(caseNoun, personNoun, stageNoun) {
				f.ofNoun, f.end = list[j].copy(), j+1
				break
			}
		}
		return true
	}
	return false
}

// boundBefore reads "at least", "approximately" and their like before the number.
func boundBefore(list []item, i int) Bound {
	for j := i - 1; j >= 0 && j >= i-3; j-- {
		switch {
		case list[j].kind == boundWord && list[j].bound != "":
			if list[j].text == "under" || list[j].text == "over" || list[j].text == "about" || list[j].text == "around" || list[j].text == "some" {
				if j > 0 && list[j-1].is(auxiliary) && list[j].text != "over" && list[j].text != "about" {
					return Exact
				}
			}
			return list[j].bound
		case list[j].is(boundWord, determiner, adjective):
		default:
			return Exact
		}
	}
	return Exact
}

// adjectivesBefore reads what stands between a determiner and the number: "an additional 12", "the same 11", "the 12".
func adjectivesBefore(f *figure, list []item, i int) {
	for j := i - 1; j >= 0 && j >= i-3; j-- {
		switch {
		case list[j].kind == adjective && list[j].tag == "addition" || list[j].text == "another" || list[j].text == "a further" || list[j].text == "the other" || list[j].text == "other" || list[j].text == "further":
			f.addition = true
		case list[j].text == "a total of" || list[j].text == "total of":
			f.total = true
		case j == i-1 && list[j].text == "of" && beginningOf[textAt(list, j-1)]:
			f.cohort = tipstats.New // "the initiation of 27 investigations"
		case list[j].kind == determiner || list[j].text == "the":
			f.restated = true
		case list[j].kind == adjective && list[j].cohort != "":
			f.cohort = list[j].cohort
		case list[j].is(adjective, boundWord):
		default:
			return
		}
	}
}

// beginningOf are nouns for the opening of a matter.
var beginningOf = wordSet("initiation opening launch launching commencement")

// readNoun walks from the number to its noun.
func (f *figure) readNoun(list []item) {
	unknown := ""
	smuggling := false
	for j := f.end; j < len(list) && j < f.at+1+longestPhrase; j++ {
		it := &list[j]
		if level, end := levelAt(list, j); level != "" {
			f.level, j, f.end = level, end-1, end
			continue
		}
		switch {
		case (it.text == "and" || it.text == "or") && follows(list, j).is(adjective, crimeWord, formWord) && nounFollows(list, j):
			continue
		case it.text == "guilty" || it.text == "and" || it.text == "or":
			f.finishNoun(unknown, smuggling)
			return
		case it.text == "others" && j == f.at+1:
			f.anaphor, f.end = true, j+1
			return
		case it.text == "ones":
			f.anaphor, f.end = true, j+1
			return
		case it.is(adjective):
			f.adjective(it, &smuggling)
		case it.is(formWord):
			f.addForm(it.form)
			f.note = noteOf(it, f.note)
			if !nounFollows(list, j) {
				f.end = j + 1
				f.finishNoun(unknown, smuggling)
				return
			}
		case it.is(crimeWord):
			f.related = f.related || it.tag == "related"
		case it.is(agencyWord) && j+1 < len(list) && list[j+1].is(stageNoun, caseNoun):
		case it.is(caseNoun, personNoun, stageNoun, foreignNoun):
			if j+1 < len(list) && list[j+1].is(caseNoun, personNoun, stageNoun, foreignNoun) && !(list[j+1].kind == foreignNoun && list[j+1].class == Other) {
				continue
			}
			f.takeNoun(it, j, smuggling)
			return
		case (it.text == "reported" || it.text == "completed" || it.text == "documented" || it.text == "registered") && nounFollows(list, j):
		case it.text == "open" && nounFollows(list, j):
			f.cohort = tipstats.Ongoing
		case it.is(stageVerb) && it.verb == pastForm && j+1 < len(list) && list[j+1].is(personNoun, caseNoun, crimeWord) && j == f.at+1:
			f.restated = true
		case it.is(plainKind):
			if edWord(it.text) && (j > f.at+1 || it.text == "engaged") || strings.HasSuffix(it.text, "ly") {
				f.finishNoun(unknown, smuggling)
				return
			}
			unknown = it.text
			if it.capital && follows(list, j).kind == personNoun && f.slice == "" {
				f.slice = "nationality: " + it.text
			}
			if !nounFollows(list, j) {
				f.end = j + 1
				f.finishNoun(unknown, smuggling)
				return
			}
		case it.is(statuteWord):
			f.head, f.class, f.end = foreignHead, Other, j+1
			return
		case it.sign("-", `"`, "'"):
		default:
			f.finishNoun(unknown, smuggling)
			return
		}
		f.end = j + 1
	}
	f.finishNoun(unknown, smuggling)
}

// nounFollows reports whether the words right after an adjective or a form lead to a noun of the lexicon.
func nounFollows(list []item, j int) bool {
	for k := j + 1; k < len(list) && k <= j+5; k++ {
		switch {
		case list[k].is(caseNoun, personNoun, stageNoun, foreignNoun):
			return true
		case list[k].text == "and" || list[k].text == "or":
			if !follows(list, k).is(adjective, crimeWord, formWord) {
				return false
			}
		case list[k].is(adjective, crimeWord, formWord, agencyWord) || list[k].is(plainKind) && !edWord(list[k].text):
		case list[k].sign("-", `"`):
		default:
			return false
		}
	}
	return false
}

func (f *figure) adjective(it *item, smuggling *bool) {
	if it.cohort != "" {
		f.cohort = it.cohort
	}
	f.total = f.total || it.text == "total" || it.text == "overall"
	if slice, ok := strings.CutPrefix(it.tag, "slice:"); ok {
		f.slice = slice
	}
	if it.tag == "smuggling" {
		*smuggling = true
		f.slice = "offense: " + it.text
	}
	if it.tag == "addition" {
		f.addition = true
	}
}

func noteOf(it *item, note string) string {
	if it.form == tipstats.OtherForm {
		return it.text
	}
	return note
}

// addForm joins the forms that a figure names: sex and labor together are no form of their own.
func (f *figure) addForm(form tipstats.Form) {
	switch {
	case f.form == "" || f.form == form:
		f.form = form
	default:
		f.form = mixedForm
	}
}

func (f *figure) takeNoun(it *item, j int, smuggling bool) {
	f.end, f.noun = j+1, it.text
	if it.form != "" {
		f.addForm(it.form)
		f.note = noteOf(it, f.note)
	}
	switch it.kind {
	case caseNoun, personNoun:
		f.head, f.unit = unitHead, it.unit
	case stageNoun:
		f.head, f.unit, f.own = stageHead, it.unit, true
		f.stages = []tipstats.Stage{it.stage}
	default:
		f.head, f.class = foreignHead, it.class
	}
}

// finishNoun ends a phrase without a noun of the lexicon.
func (f *figure) finishNoun(unknown string, smuggling bool) {
	if unknown != "" {
		f.head, f.noun, f.class = unknownHead, unknown, Open
	}
}

// stageCoordinates takes up "investigations, prosecutions, or convictions" after a number: with a zero each is none; with another
// number the text does not say how it is shared out.
func (f *figure) stageCoordinates(list []item) {
	if f.head != stageHead && !(f.head == noHead && f.value == 0) {
		return
	}
	found := []tipstats.Stage{}
	end := f.end
	for j := f.end; j < len(list) && j < f.end+14; j++ {
		it := &list[j]
		switch {
		case it.is(stageNoun) && f.value > 0 && follows(list, j).kind == preposition && j+2 < len(list) && (list[j+2].counts() || list[j+2].kind == boundWord):
			j = len(list)
		case it.is(stageNoun):
			found = append(found, it.stage)
			end = j + 1
		case it.sign(",") || it.text == "and" || it.text == "or" || it.text == "nor" || it.is(crimeWord, adjective, formWord):
		default:
			j = len(list)
		}
	}
	if len(found) == 0 {
		return
	}
	if f.value != 0 && f.stated {
		f.class = Open
	}
	f.stages = append(f.stages, found...)
	f.unit = UnstatedUnit
	f.end = end
}
