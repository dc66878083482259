package narrative

import (
	"slices"
	"strings"

	"github.com/tipstats/tip/tipstats"
)

// document is a narrative on its way to a reading. Of the text it holds one stretch of tokens; of the sentences that were read it
// keeps the figures, as far as they are counts of enforcement or may yet be.
type document struct {
	text       string
	tokens     []token    // of the stretch at hand
	sentences  []Sentence // that were read
	doubted    []bool     // the sentences that call their figures incomplete
	figures    []*figure  // in order
	settled    int        // how many of them, from the first, are coded for good
	restated   []restatement
	numbers    []Number
	found      []finding
	recentOf   int // the sentence, plus one, for which recentList was made
	recentList []*figure
	buffer     []item    // of the sentence at hand
	marks      []item    // of reference, in the sentence at hand
	wholes     []*figure // of the sentence at hand: numbers of which another is a part, "four of the eight"
	complicit  bool
	report     int
	paragraph  paragraphState
}

// restatement is a number that may repeat one that is coded: "the 12 cases".
type restatement struct{ value, number, start int }

// paragraphState is what a paragraph has said so far.
type paragraphState struct {
	complicit int // for how many more sentences it speaks of officials who took part in trafficking
	story     int // of how many more sentences it tells of one case
	covered   coverage
}

// read reads a part of the text, sentence by sentence, for its figures.
func (d *document) read(part Span) {
	d.eachSentence(part, func(c cut) {
		d.sentences = append(d.sentences, Sentence{d.span(c), locator(c.place), c.paragraph})
		d.doubted = append(d.doubted, d.doubts(c))
		d.sentence(len(d.sentences)-1, c)
		d.settle(len(d.sentences))
	})
}

// readOutside lists the numbers of a part that is not read for figures.
func (d *document) readOutside(part Span) {
	from := len(d.numbers)
	d.eachSentence(part, func(c cut) {
		d.buffer = items(d.tokens, c, d.buffer[:0])
		d.countNumbers(d.buffer)
	})
	for i := range d.numbers[from:] {
		d.numbers[from+i].Class = Outside
	}
}

func (d *document) eachSentence(part Span, read func(cut)) {
	s := newScanner(d.text, part, d.tokens)
	k := cutter{}
	for last := false; !last; {
		last = s.fill()
		if last {
			mendCut(d.text, s.tokens)
		}
		cuts, rest := k.cut(s.tokens, last)
		d.tokens = s.tokens
		for _, c := range cuts {
			read(c)
		}
		s.drop(rest)
	}
}

// span is where a sentence stands in the text.
func (d *document) span(c cut) Span { return Span{d.tokens[c.first].start, d.tokens[c.end-1].end} }

// settle lets go of the figures that no sentence reaches back to any more and that are no counts.
func (d *document) settle(sentence int) {
	keep, k := d.settled, d.settled
	for ; k < len(d.figures) && d.figures[k].sentence < sentence-nearbySentences-1; k++ {
		if f := d.figures[k]; f.coded() {
			d.figures[keep] = f
			keep++
		} else {
			d.leave(f)
		}
	}
	d.settled = keep
	if keep < k {
		n := copy(d.figures[keep:], d.figures[k:])
		clear(d.figures[keep+n:])
		d.figures = d.figures[:keep+n]
	}
}

// nearby bounds how far back a sentence reaches for what it refers to, in figures and in sentences.
const (
	nearbyFigures   = 60
	nearbySentences = 4
)

// recent are the figures of the nearest sentences before that have any.
func (d *document) recent(sentence int) []*figure {
	if d.recentOf == sentence+1 {
		return d.recentList
	}
	var list []*figure
	at := -1
	for k := len(d.figures) - 1; k >= max(0, len(d.figures)-nearbyFigures); k-- {
		f := d.figures[k]
		if sentence-f.sentence > nearbySentences || at >= 0 && f.sentence < at-2 {
			break
		}
		if f.class != "" || len(f.stages) == 0 || f.isCompared() {
			continue
		}
		if at < 0 {
			at = f.sentence
		}
		list = append(list, f)
	}
	slices.Reverse(list)
	d.recentOf, d.recentList = sentence+1, list
	return list
}

// lastTotal is the last figure that is no part, of the noun that refers to it: "of these prosecutions".
func (d *document) lastTotal(noun *item) *figure {
	var persons *figure // of whom "these convictions" speaks if no other figure has their stage
	for k := len(d.figures) - 1; k >= max(0, len(d.figures)-nearbyFigures); k-- {
		f := d.figures[k]
		if f.class != "" || len(f.stages) == 0 || f.role == part || f.isCompared() {
			continue
		}
		switch noun.kind {
		case stageNoun:
			if f.hasStage(noun.stage) && f.unit == tipstats.Person && persons == nil {
				persons = f
			}
			if !f.hasStage(noun.stage) || f.unit == tipstats.Person {
				continue
			}
		case caseNoun, personNoun:
			if f.unit != noun.unit && (f.unit != "" || noun.stage == "") || noun.stage != "" && !f.hasStage(noun.stage) {
				continue
			}
		}
		return f
	}
	return persons
}

// sentence reads one sentence.
func (d *document) sentence(n int, c cut) {
	if c.paragraph {
		d.paragraph = paragraphState{}
	}
	if !d.worthReading(c) {
		return
	}
	d.buffer = items(d.tokens, c, d.buffer[:0])
	list := d.buffer
	list, d.marks = references(list, d.marks[:0])
	classify(list)
	d.countNumbers(list)
	d.complicit = false
	enumerate(list)
	list = deny(list)
	w := &clauses{doc: d, list: list, cut: n}
	w.walk()
	w.directions()
	d.setting(list, w, n)
	if len(w.figures) == 0 {
		d.covers(list)
	}
	d.covered(w.figures)
	for _, f := range slices.Concat(w.figures, d.wholes) {
		f.span = Span{d.tokens[f.words.Start].start, d.tokens[f.words.End].end}
	}
	for _, f := range d.wholes {
		d.restated = append(d.restated, restatement{f.value, f.number, f.span.Start})
	}
	d.wholes = d.wholes[:0]
	d.checkParts(w.figures)
	d.figures = append(d.figures, w.figures...)
}

// worthReading reports whether a sentence may have a figure, or say of what its paragraph speaks.
func (d *document) worthReading(c cut) bool {
	for i := c.first; i < c.end; i++ {
		t := &d.tokens[i]
		if t.kind == digitToken || strings.IndexByte(t.text, '-') >= 0 {
			return true
		}
		if t.capital && romanNumber(d.text[t.start:t.end]) > 0 {
			return true
		}
		if w := t.word; w != nil && (w.small || w.ordinal || w.telling || w.vague > 0) {
			return true
		}
	}
	return false
}

// tellingWords are the words without which a sentence has no figure but in numbers, nor a story, nor complicity.
var tellingWords = wordSet(`half no none neither any a an not never failed yet unknown unspecified unreported undetermined undisclosed unconfirmed same case new ongoing
	complicit complicity corrupt corruption bribes bribery example instance`)

var (
	complicitWords = wordSet("complicit complicity corrupt corruption bribes bribery")
	lawWords       = wordSet("criminalized criminalizes prescribed prescribes criminalize prohibits prohibit prohibited prescribe punishable stringent commensurate")
)

// formOf is the form that a statement gives: all where the figure names none or both.
func (f *figure) formOf() tipstats.Form {
	if f.form == "" || f.form == mixedForm {
		return tipstats.AllForms
	}
	return f.form
}
