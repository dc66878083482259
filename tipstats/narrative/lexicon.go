package narrative

import (
	"slices"
	"strings"

	"github.com/tipstats/tip/tipstats"
)

// kind is the part that a word plays in the grammar.
type kind uint8

const (
	plainKind   kind = iota // a word that the lexicon does not have
	numberKind              // a count: digits, words, "no", "an unknown number of"
	yearKind                // a year of four digits
	signKind                // a comma, a bracket, a dash, a quotation mark
	stageVerb               // convict: the verb alone names the stage
	lightVerb               // initiate, continue, report: the object names the stage
	otherVerb               // train, sentence, identify: what follows is no count of enforcement
	stageNoun               // conviction
	caseNoun                // case: the unit is the case
	personNoun              // suspect: the unit is the person
	foreignNoun             // victim, officer, workshop: a number of these is no count of enforcement
	formWord                // sex trafficking
	crimeWord               // trafficking: names the crime and no form of it
	adjective               // new, alleged: may stand between a number and its noun
	changeWord              // an increase: a "from" that follows compares
	comparison              // compared with
	partMark                // including, of which: what follows is part of what went before
	periodMark              // the previous reporting period, fiscal year
	originMark              // from previous years: says when the matter began, not when it was counted
	auxiliary               // were, has been: makes the verb after it passive
	negation                // did not
	anyWord                 // any, a: after a negation, none
	determiner              // the, these: the figure may be one named before
	preposition
	conjunction
	relative       // who, which, that, when
	statuteWord    // section, article, act
	boundWord      // at least
	storyMark      // for example, in one case: what follows is one case
	respectively   // respectively
	unknownCount   // an unknown number of
	dataWord       // data on, the number of: what a negated report leaves out
	agencyWord     // police: who acted
	sentencingWord // sentence, imprisonment
)

// verbForm is the form in which a verb stands.
type verbForm uint8

const (
	baseForm verbForm = iota
	pastForm          // investigated: past tense or participle
	ingForm           // investigating
)

// entry is one line of the lexicon: what a word or a phrase means to the grammar. Fields that are empty say nothing.
type entry struct {
	kind   kind
	stage  tipstats.Stage
	cohort tipstats.Cohort
	unit   tipstats.Unit
	form   tipstats.Form
	class  Class  // what a number of these is
	bound  Bound  // what "at least" and its like say
	tag    string // a finer word for one construction
	words  string // phrases, separated by commas; a ~ marks a regular verb to inflect

	verb verbForm // set by the index
}

// phrase is an entry with the words of one of its phrases.
type phrase struct {
	words []string
	text  string // the words
	entry entry
}

// word is what the grammar knows of a word: the phrases that begin with it, the longest first, and the number that it says.
type word struct {
	phrases []phrase
	number  int
	small   bool // it is a number below a hundred
	tens    bool // twenty, thirty
	ordinal bool
	scale   float64 // it multiplies the number before it: "hundred"
	vague   float64 // it says a number without saying it: "hundreds"
	telling bool    // a sentence with it may be worth reading
	doubt   bool    // it says that figures may be incomplete
}

// vocabulary has every word that begins a phrase or says a number.
var vocabulary = indexLexicon()

func indexLexicon() map[string]*word {
	index := map[string]*word{}
	at := func(w string) *word {
		if index[w] == nil {
			index[w] = &word{}
		}
		return index[w]
	}
	put := func(words string, e entry, form verbForm) {
		p := phrase{words: strings.Fields(words), entry: e}
		p.text, p.entry.verb = strings.Join(p.words, " "), form
		w := at(p.words[0])
		w.phrases = append(w.phrases, p)
	}
	for _, e := range slices.Concat(stageEntries, verbEntries, nounEntries, formEntries, connectiveEntries) {
		for words := range strings.SplitSeq(e.words, ",") {
			words = strings.TrimSpace(words)
			base := strings.Replace(words, "~", "", 1)
			if base == words {
				put(words, e, e.verb)
				continue
			}
			put(base, e, baseForm)
			if e.kind != stageVerb { // "charges" and "arrests" are nouns in reports, which tell the past
				put(inflect(base, "s"), e, baseForm)
			}
			put(inflect(base, "ed"), e, pastForm)
			put(inflect(base, "ing"), e, ingForm)
		}
	}
	for _, w := range index {
		slices.SortStableFunc(w.phrases, func(a, b phrase) int { return len(b.words) - len(a.words) })
	}
	number := func(w string, n int, tens bool) {
		at(w).number, at(w).small, at(w).tens = n, true, tens
	}
	for w, n := range unitWords {
		number(w, n, false)
	}
	for w, tens := range tensWords {
		number(w, tens, true)
		for u, n := range unitWords {
			if n > 0 && n < 10 {
				number(w+"-"+u, tens+n, false)
			}
		}
	}
	for w, n := range ordinalWords {
		at(w).number, at(w).ordinal = n, true
		for tens, t := range tensWords {
			if n < 10 {
				at(tens+"-"+w).number, at(tens+"-"+w).ordinal = t+n, true
			}
		}
	}
	for w, scale := range scaleWords {
		at(w).scale = scale
	}
	for w, value := range vagueWords {
		at(w).vague = value
	}
	for w := range tellingWords {
		at(w).telling = true
	}
	for w := range doubts {
		at(w).doubt = true
	}
	return index
}

// inflect adds an ending to the first word of a regular verb: "carry out" and "ed" give "carried out".
func inflect(base, ending string) string {
	verb, rest, _ := strings.Cut(base, " ")
	if rest != "" {
		rest = " " + rest
	}
	last := verb[len(verb)-1]
	switch {
	case last == 'e' && ending == "ing":
		verb = verb[:len(verb)-1]
	case last == 'e' && ending == "ed":
		ending = "d"
	case last == 'y' && ending != "ing" && !strings.ContainsRune("aeiou", rune(verb[len(verb)-2])):
		verb = verb[:len(verb)-1] + "i"
		if ending == "s" {
			ending = "es"
		}
	case ending == "s" && (strings.HasSuffix(verb, "ss") || strings.HasSuffix(verb, "sh") || strings.HasSuffix(verb, "ch")):
		ending = "es"
	case doubled[verb] && ending != "s":
		verb += string(last)
	}
	return verb + ending + rest
}

// doubled are verbs that double their last letter: acquitted.
var doubled = wordSet("acquit submit drop commit refer admit transmit plan indict-not transfer permit")
