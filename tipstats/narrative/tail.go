package narrative

import (
	"slices"
	"strings"

	"github.com/tipstats/tip/tipstats"
)

// tail is what the words after a figure's noun say of it, up to the next number or the next clause.
type tail struct {
	form     tipstats.Form
	note     string
	statute  string
	cohort   tipstats.Cohort
	offense  string
	official bool
	victim   bool
	child    bool
	passive  *item // the verb whose subject the figure is
	verb     int   // where that verb stands
	carried  bool  // it began before the period
	bare     bool  // it stands right after the noun, without "were"
	active   *item // a verb that the figure itself governs: "12 received suspended sentences"
	prepAt   int
}

// readTail reads on from a figure's noun. subject says that the figure may be the subject of a verb.
func readTail(list []item, f *figure, subject bool) tail {
	var t tail
	clause := true // still in the phrase that follows the noun
	prep := ""
	aux := false
	from := f.end
	if from < len(list) && f.at > 0 && list[f.at-1].sign("(") && list[from].sign(")") {
		from++ // "the majority (31) for sex trafficking"
	}
	for j := from; j < len(list) && j < f.end+24; j++ {
		if j = passAside(list, passShare(list, j), subject); j >= len(list) {
			return t
		}
		it := &list[j]
		switch {
		case clause && t.form == "" && prep != "" && coercing[it.text]:
			form, word := coerced(list, j)
			t.form, t.note = form, noteOf(&item{entry: entry{form: form}, text: word}, t.note)
			if form != "" {
				return t
			}
		case it.counts() && subject && companionAt(list, j):
			clause = false
		case (it.sign(",", "(") || it.sign("--") && j == f.end) && allOfOneForm(list, j, &t):
			return t
		case it.kind == numberKind && it.class == "" || it.kind == comparison || it.kind == partMark && it.text != "with" || it.sign(";", ":", "(", ")", "--", "."):
			return t
		case it.sign(",") && (textAt(list, j+1) == "if any" || textAt(list, j-1) == "if any"):
		case it.sign(",") && clause && t.form != "" && t.listsForms(list, j):
			t.form = mixedForm
		case it.sign(","):
			if !subject || j+1 < len(list) && !list[j+1].is(auxiliary, relative) {
				return t
			}
			clause = false
		case it.text == "when" || it.text == "that":
			return t
		case it.kind == relative:
			clause = false
		case it.kind == auxiliary:
			aux = true
		case it.verb == pastForm && it.is(stageVerb, lightVerb, otherVerb):
			direct := j == f.end || j == f.end+1 && list[j-1].is(plainKind, adjective, crimeWord)
			t.pastVerb(list, j, aux, direct, subject)
			clause = clause && it.kind != otherVerb && (direct || (t.verb == j || aux) && it.kind == stageVerb)
			if it.cohort == tipstats.Ongoing && f.cohort == "" && direct {
				t.cohort = tipstats.Ongoing
			}
		case it.kind == conjunction || it.text == "and" || it.text == "or":
			if t.conjunction(list, j, clause, aux, prep) {
				return t
			}
		case it.kind == originMark:
			t.cohort, t.carried = tipstats.Ongoing, true
		case clause:
			t.phrase(list, j, &prep)
		}
	}
	return t
}

// conjunction reads "and" and its like, and reports whether what the words say of the figure ends there.
func (t *tail) conjunction(list []item, j int, clause, aux bool, prep string) bool {
	it, next := &list[j], follows(list, j)
	if clause && t.form != "" && next.kind == otherVerb && next.verb == ingForm {
		t.form = mixedForm // "of labor trafficking and withholding papers" gives no form
	}
	if prep == "" && next.kind == formWord && !aux {
		return true // "charges against 35 and forced labor charges against 13"
	}
	if end := thenDismissed(list, j); it.text == "but" && end != nil && t.passive != nil && t.passive.stage == tipstats.Prosecution {
		t.passive = end
		return true
	}
	if next.tag == "addition" {
		return true // "one for forced labor and another for forced begging"
	}
	if next.is(formWord, crimeWord, statuteWord) && clause {
		return false
	}
	return it.text != "or" && it.text != "and" || next.is(stageVerb, lightVerb, otherVerb, determiner, agencyWord, plainKind, numberKind)
}

// pastVerb takes the verb at j for the one whose subject the figure is, or for one that the figure itself governs.
func (t *tail) pastVerb(list []item, j int, aux, direct, subject bool) {
	remain := list[j].tag == "remain"
	if list[j].kind == otherVerb {
		if t.active == nil && t.passive == nil {
			t.active = &list[j]
		}
	} else if (aux || direct || remain && subject) && (t.passive == nil || t.bare && (remain || aux && subject && list[j].kind == stageVerb)) {
		t.passive, t.verb, t.bare = &list[j], j, !aux
	} else if !aux && subject && t.active == nil {
		t.active = &list[j]
	}
}

// nothing is the item before the first of a sentence and after the last. It is only read.
var nothing item

func follows(list []item, j int) *item {
	if j+1 < len(list) {
		return &list[j+1]
	}
	return &nothing
}

// passShare passes over a share in brackets: "44 (72 percent) for sex trafficking".
func passShare(list []item, j int) int {
	if j+3 < len(list) && list[j].sign("(") && list[j+1].class == Percentage && list[j+2].class == Percentage && list[j+3].sign(")") {
		return j + 4
	}
	return j
}

// passAside passes over a remark between dashes: "three cases - including one from a previous year - remained pending".
func passAside(list []item, j int, subject bool) int {
	if !subject || j >= len(list) || !isDash(list[j]) || !strings.HasPrefix(textAt(list, j+1), "includ") {
		return j
	}
	for k := j + 2; k < len(list) && k < j+12; k++ {
		if isDash(list[k]) {
			return k + 1
		}
	}
	return j
}

func isDash(it item) bool { return it.sign("--") || it.sign("-") && it.spaced }

// thenDismissed finds the verb of "were tried but were later dismissed", which says what became of the cases.
func thenDismissed(list []item, j int) *item {
	for k := j + 1; k < len(list) && k < j+5; k++ {
		if list[k].kind == stageVerb && list[k].stage == tipstats.Dismissal {
			return &list[k]
		}
		if !list[k].is(auxiliary, plainKind) {
			return nil
		}
	}
	return nil
}

// phrase reads one item of the prepositional phrases right after the noun.
func (t *tail) phrase(list []item, j int, prep *string) {
	it := &list[j]
	switch {
	case it.kind == preposition || it.text == "with" || it.text == "under":
		*prep, t.prepAt = strings.TrimPrefix(it.text, "were "), j
	case it.text == "child trafficking" && t.form != "" && list[j-1].text == "and":
		t.form = mixedForm // "of sex trafficking and child trafficking"
	case it.kind == formWord:
		if t.form != "" && t.form != it.form || j > 1 && list[j-1].text == "and" && list[j-2].text == "child trafficking" {
			t.form = mixedForm
		} else {
			t.form = it.form
		}
		t.note = noteOf(it, t.note)
		t.child = t.child || strings.HasPrefix(it.text, "child ")
	case it.text == "sexual" && *prep != "" && follows(list, j).is(signKind, conjunction) && t.form == "":
		t.form = tipstats.Sex
	case it.text == "both" && t.form == "" && (*prep != "" || list[j-1].counts()) && (j+1 == len(list) || list[j+1].is(signKind, conjunction)):
		t.form = mixedForm
	case it.is(caseNoun, personNoun) && it.form != "" && t.form == "" && (list[j-1].kind == auxiliary || *prep == "against" || *prep == "of" || *prep == "into" || *prep == "involving"):
		t.form = it.form
	case it.kind == statuteWord && (*prep == "under" || *prep == "pursuant to" || *prep == "using" || *prep == "of" || *prep == "per"):
		if t.statute == "" {
			t.statute = statuteText(list, t.prepAt+1, j)
		}
	case *prep == "under" && it.kind == plainKind && it.capital && t.statute == "":
		t.statute = it.text
	case it.sign(`"`) && *prep == "for" && t.form == "" && t.offense == "" && !follows(list, j).is(formWord, crimeWord):
		t.offense = quoted(list, j)
	case it.tag == "smuggling" && *prep != "" && *prep != "under" && t.form == "" && t.statute == "":
		t.offense = it.text
	case it.kind == foreignNoun && it.class == Officials && (*prep == "of" || *prep == "against" || *prep == "involving" || *prep == "into"):
		t.official = true
	case it.kind == foreignNoun && it.class == Victims:
		t.victim = true
	case it.tag == "slice:children" && *prep != "":
		t.child = true
	}
	if it.kind == lightVerb && it.cohort == tipstats.Ongoing {
		t.cohort = tipstats.Ongoing
	}
	if it.kind == adjective && it.cohort == tipstats.Both {
		t.cohort = tipstats.Both
	}
	if it.kind == adjective && (it.text == "newly opened" || it.text == "newly-opened" || it.text == "new" && follows(list, j).kind == caseNoun) {
		t.cohort = tipstats.New
	}
}

// statuteText is a statute as the text names it, for a slice: from the word after "under" to the end of its number.
func statuteText(list []item, from, j int) string {
	words := []string{}
	for k := from; k < len(list) && k < from+12; k++ {
		it := &list[k]
		if k > j && !(it.kind == statuteWord || it.class == Statute || it.sign("(", ")") || it.text == "no" || it.kind == plainKind && len(it.text) <= 2) {
			break
		}
		if it.kind != determiner && it.text != "the" {
			words = append(words, it.text)
		}
	}
	for len(words) > 0 && (words[len(words)-1] == "(" || words[len(words)-1] == ")" && !slices.Contains(words, "(")) {
		words = words[:len(words)-1]
	}
	return strings.Join(words, " ")
}

// quoted is what stands between quotation marks, for a slice.
func quoted(list []item, j int) string {
	words := []string{}
	for k := j + 1; k < len(list) && k < j+20 && !list[k].sign(`"`); k++ {
		words = append(words, list[k].text)
	}
	return strings.Join(words, " ")
}

// allOfOneForm reads ", all for sex trafficking" and gives the figure that form.
func allOfOneForm(list []item, j int, t *tail) bool {
	if first := textAt(list, j+1); first != "all" && first != "all of" && first != "both" {
		return false
	}
	for k := j + 2; k < len(list) && k < j+8; k++ {
		switch {
		case list[k].is(formWord):
			if t.form == "" {
				t.form, t.note = list[k].form, noteOf(&list[k], t.note)
			}
			return true
		case list[k].is(preposition, relative, auxiliary, partMark) || list[k].is(caseNoun, personNoun):
		default:
			return false
		}
	}
	return false
}

// listsForms reports whether a list of crimes goes on after the comma at j: "for sex trafficking, forced labor, and smuggling".
func (t *tail) listsForms(list []item, j int) bool {
	next, k := follows(list, j), j+2
	if next.text == "and" || next.text == "or" {
		next, k = follows(list, j+1), j+3
	}
	closed := k > j+2 || k >= len(list) || list[k].kind == signKind || list[k].text == "and" || list[k].text == "or"
	return closed && next.is(formWord, crimeWord) && next.form != t.form
}

// endsAs reports whether the verb that follows says that matters of a stage came to nothing.
func (t *tail) endsAs(stage tipstats.Stage) bool {
	return t.passive != nil && !t.bare && t.passive.kind == stageVerb && t.passive.stage == tipstats.Dismissal && stage != tipstats.Dismissal
}

// companionAt reports whether the number at j only says of the figure before it how many persons it involves: "28 cases involving 44
// suspects were under investigation".
func companionAt(list []item, j int) bool {
	before := &list[j-1]
	return (before.tag == "with" || before.text == "against" || before.text == "of") && follows(list, j).is(personNoun, adjective) ||
		before.text == "in" && follows(list, j).is(caseNoun)
}
