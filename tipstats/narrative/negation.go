package narrative

import (
	"strings"
)

// deny finds what the negations of a sentence deny, and puts a number in its place: "did not convict any traffickers" has the count
// 0 where it says "any", "did not report data on prosecutions" an unknown count.
func deny(list []item) []item {
	for i := 0; i < len(list); i++ {
		if list[i].kind == negation && !manner(list, i+1) && !(list[i].text == "neither" && textAt(list, i+1) == "of") {
			list = denyFrom(list, i)
		}
		if list[i].text == "no" && list[i].kind == numberKind && (follows(list, i).kind == dataWord || isData(textAt(list, i+1))) {
			list[i].kind = negation // "no data on investigations"
			list = denyFrom(list, i)
		}
		if unavailable(list, i) {
			before := len(list)
			list = denyBefore(list, i)
			i += len(list) - before
		}
	}
	return list
}

// unavailable reports whether the item says of what stands before it that it was not given: "was not reported", "remained unknown".
func unavailable(list []item, i int) bool {
	switch t := list[i].text; {
	case t == "unavailable" || t == "unknown" || t == "unreported":
		return i > 0 && list[i-1].is(auxiliary)
	case t == "was not" || t == "were not" || t == "is not" || t == "are not" || t == "not" && i > 0 && list[i-1].is(auxiliary):
		switch textAt(list, i+1) {
		case "available", "reported", "provided", "known", "disclosed", "released", "maintained", "collected", "published", "publicly", "made":
			return true
		}
	}
	return false
}

// denyBefore puts unknown counts into "data on arrests and prosecutions" or "the number of cases prosecuted" before an item that says
// that they were not available.
func denyBefore(list []item, i int) []item {
	start := i - 1
	for start >= 0 && start > i-16 && list[start].kind != dataWord {
		if list[start].counts() || list[start].sign(";", "--", "(", ")") || list[start].is(negation, relative) {
			return list
		}
		start--
	}
	if start < 0 || list[start].kind != dataWord || list[start].tag != "" || start > 0 && list[start-1].is(negation, preposition) {
		return list
	}
	for j := i - 1; j > start; j-- {
		if list[j].is(stageNoun, caseNoun, personNoun) && unknownAt(list[:i], j) {
			list = insertUnknown(list, phraseStart(list, j))
		}
	}
	return list
}

// denial is what a negation reaches.
type denial struct {
	data    bool // what is denied is data on the figures
	reports bool // the negated verb is to report
	verbs   bool // a verb of a stage is denied
	any     bool
}

// denyFrom walks through the reach of one negation.
func denyFrom(list []item, i int) []item {
	d := denial{reports: list[i].text == "no", data: list[i].text == "no"}
	for j := i + 1; j < len(list) && j < i+40; j++ {
		it := list[j]
		switch {
		case it.kind == dataWord && it.tag == "none":
			return list
		case it.kind == dataWord:
			if !d.reports {
				return list
			}
			d.data = true
		case it.kind == plainKind && isData(it.text):
			if !d.reports {
				return list
			}
			d.data = d.data || follows(list, j).kind == preposition
			if !d.data {
				return list
			}
		case it.kind == anyWord && !d.data && (d.verbs || d.reports || j <= i+4):
			if !deniedNoun(list, j) && !(it.text == "any" && list[j-1].kind == stageVerb && (j+1 == len(list) || list[j+1].kind == signKind)) {
				continue
			}
			list[j].kind, list[j].value, list[j].class = numberKind, 0, ""
			d.any = true
		case d.reports && !d.data && !d.any && beyond[it.text] && stageNext(list, j):
			list = insert(list, j, false) // "did not report other prosecution efforts"
			d.any = true
			j++
		case it.kind == lightVerb || it.kind == otherVerb && it.text == "provide":
			d.reports = d.reports || reporting(it.text)
			d.verbs = d.verbs || it.verb == baseForm && !d.reports || it.verb == pastForm && strings.HasPrefix(list[i].text, "ha")
		case it.kind == plainKind && (it.text == "disclose" || it.text == "release" || it.text == "share" || it.text == "have" || it.text == "collect"):
			d.reports = true
		case it.kind == stageVerb && it.verb != pastForm:
			d.verbs = true
		case it.kind == stageVerb && d.data && manyAt(list, j):
			list = insertUnknown(list, j)
			j++
		case it.is(stageNoun, caseNoun, personNoun) && d.data && unknownAt(list, j):
			list = insertUnknown(list, phraseStart(list, j))
			j++
		case it.is(personNoun, caseNoun, crimeWord) && d.verbs && !d.any && !d.data && j <= i+14 && bareObject(list, j):
			list = insertZero(list, j)
			d.any = true
			j++
		case it.kind == numberKind && it.class == "", it.sign(";", ".", "(", "--"), it.kind == comparison, it.text == "but", it.text == "however", it.text == "while", it.text == "although":
			return list
		}
	}
	return list
}

// beyond are the words for what goes beyond what was told.
var beyond = wordSet("other further additional more")

// stageNext reports whether the adjective at j leads to a stage.
func stageNext(list []item, j int) bool {
	for k := j + 1; k < len(list) && k < j+5; k++ {
		if list[k].kind == stageNoun {
			return true
		}
		if !list[k].is(adjective, crimeWord, formWord) {
			return false
		}
	}
	return false
}

func isData(s string) bool {
	return s == "data" || s == "statistics" || s == "information" || s == "figures"
}

func reporting(s string) bool {
	return s == "report" || s == "reported" || s == "provide" || s == "reporting" || s == "document" || s == "record" || s == "indicate"
}

// deniedNoun reports whether "any" or "a" leads to a noun that can be counted as a stage, or to persons and cases.
func deniedNoun(list []item, j int) bool {
	for k := j + 1; k < len(list) && k < j+8; k++ {
		switch {
		case list[k].is(stageNoun, personNoun, caseNoun):
			return true
		case list[k].is(adjective, crimeWord, formWord, agencyWord) || list[k].kind == plainKind && !isData(list[k].text):
		default:
			return false
		}
	}
	return false
}

// bareObject reports whether the noun at j is the object of a denied verb without an article: "did not convict traffickers".
func bareObject(list []item, j int) bool {
	k := j - 1
	for k >= 0 && list[k].is(adjective, formWord, crimeWord) {
		k--
	}
	if k < 0 || list[k].kind != stageVerb {
		return false
	}
	// "did not require proof of force to prosecute traffickers" denies no prosecution
	return k < 2 || list[k-1].text != "to" || list[k-2].is(negation, lightVerb, auxiliary, otherVerb) && list[k-2].verb != ingForm
}

// unknownAt reports whether a noun in a list of things that were not reported names a figure: a stage, or persons and cases with a
// participle that names it.
func unknownAt(list []item, j int) bool {
	if list[j].kind == stageNoun {
		next := follows(list, j)
		return next.text != "resulted in" && next.text != "led to"
	}
	for k := j + 1; k < len(list) && k < j+8; k++ {
		switch {
		case list[k].kind == stageVerb && list[k].verb == pastForm:
			return true
		case list[k].is(auxiliary, agencyWord, determiner, plainKind, adjective, lightVerb, crimeWord) || list[k].text == "the":
		default:
			return false
		}
	}
	return false
}

// manyAt reports whether "how many" has no noun but the verb at j: "did not report how many it prosecuted or convicted".
func manyAt(list []item, j int) bool {
	for k := j - 1; k >= 0 && k >= j-6; k-- {
		switch it := list[k]; {
		case it.text == "how many" || it.text == "the number" && k == j-1:
			return true
		case it.text == "it" || it.text == "they", it.is(auxiliary, agencyWord, stageVerb), it.kind == foreignNoun && it.class == Officials, it.text == "and" || it.text == "or", it.text == "the", it.kind == numberKind && it.missing:
		default:
			return false
		}
	}
	return false
}

// phraseStart is where the noun phrase of the noun at j begins.
func phraseStart(list []item, j int) int {
	for j > 0 && list[j-1].is(adjective, formWord, crimeWord) {
		j--
	}
	return j
}

func insertUnknown(list []item, j int) []item { return insert(list, j, true) }
func insertZero(list []item, j int) []item    { return insert(list, phraseStart(list, j), false) }

// insert puts a count without words of its own before the item at j.
func insert(list []item, j int, missing bool) []item {
	count := item{first: list[j].first, end: list[j].first, number: -1, missing: missing, spaced: true}
	count.kind = numberKind
	list = append(list, item{})
	copy(list[j+1:], list[j:])
	list[j] = count
	return list
}

// manner reports whether an adverb is what is denied: "did not vigorously prosecute traffickers" denies no prosecution.
func manner(list []item, j int) bool {
	if textAt(list, j) == "to" {
		j++ // "failed to effectively prosecute"
	}
	if j >= len(list) {
		return false
	}
	it := &list[j]
	return it.kind == plainKind && strings.HasSuffix(it.text, "ly") && it.text != "reportedly" && it.text != "formally" && it.text != "publicly"
}
