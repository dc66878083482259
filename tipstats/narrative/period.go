package narrative

import "strings"

// mark is a period that the text names.
type mark struct {
	tag   string // "current", "prior", "year", "several", "both", or "earlier": the two before the current one
	year  int
	month bool // a month stands with it: the date of an event
	also  int  // the second year of "in 2018 and 2017"
	each  bool // what is dated holds for each of the two
}

// markAt reads the period that an item names, if it dates figures and not a law, a network or the beginning of a case.
func markAt(list []item, i int) (mark, bool) {
	it := &list[i]
	switch it.kind {
	case periodMark:
		if it.tag == "prior" && closesRange(list, i) || strings.HasPrefix(it.text, "since ") && firstTime(list, i) {
			return mark{}, false
		}
		return mark{tag: it.tag}, true
	case yearKind:
		m, ok := yearMark(list, i)
		if also := secondYear(list, i); ok && m.tag == "year" && also > 0 {
			m.year, m.also, m.each = max(m.year, also), min(m.year, also), eachBefore(list, i)
		}
		return m, ok
	}
	return mark{}, false
}

// secondYear is the second year of "in 2018 and 2017", which is no range.
func secondYear(list []item, i int) int {
	if t := textAt(list, i+1); t != "and" && t != "or" {
		return 0
	}
	j := i + 2
	if textAt(list, j) == "in" || textAt(list, j) == "fiscal year" {
		j++
	}
	if j >= len(list) || list[j].kind != yearKind || opensRange(list, i, j) || followedByLaw(list, j) || j+1 < len(list) && list[j+1].counts() {
		return 0
	}
	return list[j].year
}

// eachBefore reports whether "each", "both" or "or" says that a figure is that of each of two years.
func eachBefore(list []item, i int) bool {
	if textAt(list, i+1) == "or" {
		return true
	}
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		if list[k].text == "each" || list[k].text == "both" {
			return true
		}
	}
	return false
}

// yearsBack makes a period of "the last six years", "the preceding five reporting periods": what is counted over it is a total of several.
func yearsBack(list []item) {
	for i := 1; i+1 < len(list); i++ {
		if list[i].kind != numberKind || list[i].value < 2 || !backward[list[i-1].text] {
			continue
		}
		j := i + 1
		for j+1 < len(list) && between[list[j].text] {
			list[j].entry = entry{kind: determiner}
			j++
		}
		switch list[j].text {
		case "years", "periods", "cycles", "decades":
			list[j].entry = entry{kind: periodMark, tag: "several"}
			list[i].class = Duration
		}
	}
}

// backward are the words that count years back from the report's.
var (
	backward = wordSet("last past previous preceding prior recent")
	between  = wordSet("reporting fiscal calendar full consecutive")
)

// closesRange reports a period in an idiom that dates nothing: "decreased compared with the previous year" has no figure.
func closesRange(list []item, i int) bool { return i+1 < len(list) && list[i+1].kind == statuteWord }

// yearMark decides on a year by the words before it.
func yearMark(list []item, i int) (mark, bool) {
	if m, ok := yearRange(list, i); ok {
		return m, m.tag != ""
	}
	j, month := i-1, false
	for j >= 0 && j > i-8 {
		it := &list[j]
		if months[it.text] && it.capital {
			month = true
		} else if !(it.is(numberKind) && it.class == Date || it.sign(",") && month || it.sign(",") && j > 0 && list[j-1].class == Date || it.text == "fiscal" || it.text == "fy" || it.text == "calendar" || it.text == "fiscal year" ||
			it.text == "calendar year" || it.text == "year" || it.text == "the" || it.text == "late" || it.text == "early" || it.text == "mid" || it.text == "both" || it.text == "the year" || it.text == "the fiscal year" || it.text == "the calendar year" || it.text == "all of") {
			break
		}
		j--
	}
	if j < 0 {
		return mark{tag: "year", year: list[i].year, month: month}, month || i == 0
	}
	before := &list[j]
	m := mark{tag: "year", year: list[i].year, month: month}
	switch {
	case before.text == "since":
		if firstTime(list, j) {
			return m, false
		}
		m.tag = "several"
		return m, true
	case before.sign("(", ";") && !followedByLaw(list, i):
		return m, true
	case before.text == "than" && j > 0:
		return m, true
	case before.kind == comparison:
		return m, !followedByLaw(list, i)
	case before.text == "under" || before.text == "pursuant to" || before.text == "using" || textAt(list, i-1) == "the" && follows(list, i).capital:
		return m, false
	case before.kind != preposition && before.text != "until":
		return m, (before.text == "fiscal year" || before.text == "fy" || j < i-1 && !before.is(determiner)) && !followedByLaw(list, i)
	case followedByLaw(list, i), j == i-1 && (before.text == "from" || before.text == "of" || before.text == "on") && ofMatter(list, i):
		return m, false
	}
	if j > 0 && (list[j-1].kind == otherVerb || list[j-1].kind == plainKind && edWord(list[j-1].text) || list[j-1].kind == statuteWord) {
		return m, false
	}
	return m, true
}

// yearRange reads "2018-2019", "from 2015 to 2018", "between January 2018 and March 2019". A range of two years with months or a dash
// is one period, that of its end; a longer one covers several. The first year of a range dates nothing by itself: its tag is empty.
func yearRange(list []item, i int) (mark, bool) {
	if j := nextYear(list, i); j > 0 && opensRange(list, i, j) {
		return mark{}, true
	}
	for j := i - 1; j >= 0 && j >= i-6; j-- {
		if list[j].kind != yearKind {
			continue
		}
		if nextYear(list, j) != i || !opensRange(list, j, i) {
			break
		}
		m := mark{tag: "year", year: list[i].year}
		gap := list[i].year - list[j].year
		dash := list[i-1].sign("-", "--", "/")
		if gap > 1 || gap == 1 && !dash && !hasMonth(list, j-3, i) || gap < 0 {
			m.tag = "several"
		}
		return m, true
	}
	return mark{}, false
}

// nextYear finds the year that may end a range which begins at i.
func nextYear(list []item, i int) int {
	for j := i + 1; j < len(list) && j <= i+6; j++ {
		switch {
		case list[j].kind == yearKind:
			return j
		case list[j].sign("-", "--", "/"), list[j].text == "to", list[j].text == "and", list[j].text == "through", months[list[j].text], list[j].class == Date, list[j].text == "until",
			list[j].text == "the", list[j].text == "of", list[j].text == "end":
		default:
			return -1
		}
	}
	return -1
}

// opensRange reports whether the years at i and j are the ends of a range.
func opensRange(list []item, i, j int) bool {
	if list[i+1].sign("-", "--", "/") && j == i+2 {
		return !list[i+1].spaced
	}
	link := ""
	for k := i + 1; k < j; k++ {
		if !months[list[k].text] && list[k].class != Date {
			link = list[k].text
			break
		}
	}
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		switch list[k].text {
		case "from":
			return link == "to" || link == "through" || link == "until"
		case "between":
			return link == "and"
		}
	}
	return link == "through"
}

func hasMonth(list []item, from, to int) bool {
	for k := max(from, 0); k < to; k++ {
		if months[list[k].text] && list[k].capital {
			return true
		}
	}
	return false
}

// firstTime reports whether "since" belongs to "the first since": the figure itself covers one period.
func firstTime(list []item, i int) bool {
	for k := i - 1; k >= 0 && k >= i-5; k-- {
		switch list[k].text {
		case "time", "first", "highest", "lowest", "most", "fewest", "only", "year":
			return true
		}
	}
	return false
}

// ofMatter reports whether a year is that of a matter: "charged three from 2016 investigations".
func ofMatter(list []item, i int) bool {
	for j := i + 1; j < len(list) && j < i+5; j++ {
		if list[j].is(caseNoun, stageNoun) {
			return true
		}
		if !list[j].is(adjective, crimeWord, formWord) {
			return false
		}
	}
	return false
}

// followedByLaw reports whether a year belongs to the name of a law: "the 2015 act".
func followedByLaw(list []item, i int) bool {
	for j := i + 1; j < len(list) && j <= i+8; j++ {
		switch {
		case list[j].kind == statuteWord:
			return true
		case list[j].kind == plainKind && (list[j].capital || edWord(list[j].text)) && list[j].text != "authorities", list[j].kind == crimeWord, list[j].kind == adjective && list[j].capital,
			list[j].capital && list[j].kind != stageVerb && j > i+1, list[j].sign("-"):
		default:
			return false
		}
	}
	return false
}

// edWord reports whether a word that the lexicon does not have looks like a past tense.
func edWord(s string) bool { return len(s) > 4 && s[len(s)-2:] == "ed" && s != "hundred" }
