package narrative

import (
	"strings"

	"github.com/tipstats/tip/tipstats"
)

// refuse drops figures that the sentence shows to be no national counts.
func (c *clauses) refuse(f *figure, i int) {
	switch {
	case f.class == "" && f.head == noHead && f.role == direct && f.value > 0 && f.end == len(c.list):
		f.class = Open // the text was cut off before its noun
	case c.list[i].tag == toldOff && f.role != part && f.class == "":
		f.class = Open
	case c.asked && f.class == "" || f.partitive && f.ofNumber && f.value == 0 && f.stated:
		f.class = Open
	case f.class == "" && i > 1 && (c.list[i-2].text == "trial" || i > 2 && c.list[i-2].text == "case" && c.list[i-3].text == "the" && c.list[i-1].tag != "with") && c.list[i-1].kind == preposition:
		f.class = Anecdote // "the trial of six defendants" is one trial
	case f.class == "" && f.role == direct && f.restated && f.unit == tipstats.Case && f.head == unitHead && textAt(c.list, i-1) == "the" && textAt(c.list, i-2) == "in":
		f.class = Open // "charged all suspects in the 17 cases"
	case f.class == "" && f.partitive && follows(c.list, f.end-1).kind == plainKind && edWord(follows(c.list, f.end-1).text):
		f.class = Open // "eight of which stemmed from older cases"
	case f.class == "" && f.restated && f.unit == tipstats.Person && c.oneTrial(f):
		f.class = Anecdote
	case f.class == "" && f.partitive && f.value == 1 && f.form != "" && f.passive && f.ofNoun.kind == personNoun && f.rule == "passive" && f.target != nil && shares(f.stages, f.target.stages):
		f.class = Anecdote // "one of the traffickers was convicted for holding a man in slavery"
	case f.class == "" && f.head == noHead && f.role == direct && f.rule == "verb" && c.last() != nil && c.last().partitive && c.last().class == Open && c.last().verbAt == f.verbAt:
		f.class = Open // "closed one of the trials for lack of evidence and two for other reasons"
	case f.role == companion && f.class == "" && c.isTold(f.target):
		f.class = Anecdote
	case f.class == "" && c.ofTotal != nil && f.role == direct && f.form == "" && c.pred.cohort == tipstats.Ongoing && f.value <= c.ofTotal.value && shares(f.stages, c.ofTotal.stages):
		f.class = Open // "of the 41, courts convicted 19 and continued trying 16"
	case f.value == 0 && f.stated && f.class == "" && c.narrowZero(f):
		f.class = Open
	case f.restated && i > 2 && c.list[i-1].text == "the" && c.list[i-2].text == "of" && f.role == direct && f.class == "" && shareWord(&c.list[i-3]):
		f.class = Open
	case f.class == "" && i > 0 && c.list[i-1].text == "the remaining" && f.role == direct && f.rule == "noun":
		f.class = Open // "in the remaining 12 convictions"
	case c.story && f.class == "":
		f.class = Anecdote
	case f.partitive && f.role != part && !f.passive && f.role != compared && !((f.ofNumber || f.ofNoun.is(personNoun, caseNoun) || f.ofThem && !c.sameStageBefore(f) && c.last() != nil && c.last().class == "") && (f.rule == "verb" || f.rule == "object")):
		if f.class == "" {
			f.class = Open
		}
	case f.partitive && f.passive && f.form == "" && c.sameStageBefore(f):
		f.class = Open
	case f.role == part && (f.form == mixedForm || f.target != nil && f.target.rule == "operation"):
		f.class = Open
	case f.role == part && f.target != nil && f.target.mark != nil && f.target.mark.tag == "several":
		f.role, f.target = direct, nil // "41 since 2009, including six in 2018"
	case f.role == part && !f.narrow && !f.own && !(f.target != nil && c.periodFollows(f)):
		f.class = Open
	}
}

// oneTrial reports whether a figure counts those of one matter: "the prosecution of the two suspects".
func (c *clauses) oneTrial(f *figure) bool {
	j := f.at - 1
	for j > 0 && (c.list[j].is(determiner, boundWord) || c.list[j].text == "the") {
		j--
	}
	if j < 2 || c.list[j].text != "of" && c.list[j].text != "against" {
		return false
	}
	switch c.list[j-1].text {
	case "prosecution", "investigation", "trial", "conviction", "arrest", "indictment":
		return c.list[j-2].text == "the"
	}
	return false
}

// sameStageBefore reports whether "one of which was investigated" repeats the stage of what it is one of: a part that is told of.
func (c *clauses) sameStageBefore(f *figure) bool {
	for k := len(c.figures) - 1; k >= 0; k-- {
		if g := c.figures[k]; g.class == "" && len(g.stages) > 0 {
			return shares(g.stages, f.stages)
		}
	}
	return false
}

// narrowZero reports whether a zero is one of something narrower than trafficking: "did not report any prosecutions of recruiters".
func (c *clauses) narrowZero(f *figure) bool {
	for k := f.end; k < len(c.list) && k < f.end+6; k++ {
		switch it := &c.list[k]; {
		case it.is(personNoun, caseNoun) && it.text != "employers" && it.text != "recruiters", it.is(formWord, crimeWord, periodMark, yearKind, statuteWord, comparison, signKind, determiner, agencyWord), it.kind == plainKind && k == f.end:
			return false
		case it.kind == preposition && (it.text == "under" || it.text == "in" || it.text == "during" || it.text == "for" && k+1 < len(c.list) && c.list[k+1].kind == determiner):
			return false
		case it.kind == plainKind && !strings.HasSuffix(it.text, "ly"), it.is(foreignNoun), it.kind == personNoun:
			return true
		case it.is(preposition, adjective):
		default:
			return false
		}
	}
	return false
}

// shareWord reports whether a word says a share of what follows: "two-thirds of the 30 prosecutions" counts something else.
func shareWord(it *item) bool {
	switch it.text {
	case "any", "none", "half", "most", "majority", "some", "many", "several", "few":
		return true
	}
	return it.class == Percentage || it.kind == plainKind && strings.Contains(it.text, "-")
}
