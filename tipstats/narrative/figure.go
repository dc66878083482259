package narrative

import (
	"github.com/tipstats/tip/tipstats"
)

// head says what kind of noun a number has.
type head uint8

const (
	noHead      head = iota // "20 involving sex trafficking"
	unitHead                // cases, suspects
	stageHead               // convictions
	foreignHead             // victims, officers
	unknownHead             // a noun that the lexicon does not have
)

// role says how a figure hangs together with those before it.
type role uint8

const (
	direct    role = iota
	compared       // set against an earlier figure
	part           // part of an earlier figure
	companion      // the same event in another unit: "20 cases with 30 suspects"
)

// figure is a count on its way to a statement.
type figure struct {
	at, end  int // items: the number, and the item after its noun
	sentence int
	value    int
	stated   bool
	bound    Bound

	head      head
	noun      string
	stages    []tipstats.Stage
	cohort    tipstats.Cohort
	form      tipstats.Form
	unit      tipstats.Unit
	class     Class // why it is no count of enforcement
	mark      *mark
	phraseEnd int  // the item after its passive verb: "12 suspects were arrested"
	lent      bool // its mark is that of the sentence's opening, which one of its own clause replaces
	role      role
	target    *figure // what it is part of, compared with, or companion to
	slice     string
	level     string // the level of the courts that it is of
	statute   string // the statute that it was under
	subject   string // the body that acted, where the text names one
	addition  bool   // "an additional": no total
	restated  bool   // "the 12 cases": a figure named before, if there is one
	related   bool
	direction int  // what the text calls the comparison: 1 an increase, -1 a decrease
	paired    bool // the comparison sets as many figures against as many, in order
	referred  bool // referred for prosecution
	partitive bool // "12 of the 15"
	ofNumber  bool // and the whole is a number
	whole     *figure
	ofThem    bool  // "12 of them"
	bracketed bool  // it stands in brackets
	anaphor   bool  // "three new ones"
	ofNoun    *item // the noun of the whole: "12 of the cases"
	own       bool  // its own clause names its stage
	total     bool  // "a total of"
	narrow    bool  // it names a form, a cohort, a statute or a slice of its own
	inside    bool  // its form or cohort stands between it and its noun
	passive   bool
	place     string         // the part of the country that it is of
	event     bool           // it was counted in one event
	court     bool           // one court acted
	carried   bool           // the text says that it continued, or of when it was
	remained  bool           // it was still going on at the end, and need not be older than the period
	opened    tipstats.Stage // of its stages, the one of which something continued beside it
	verbAt    int            // the verb in force
	rule      string
	note      string
	words     Span
	span      Span
	number    int
	made      []int // the statements that it makes, as indexes
}

func (f *figure) coded() bool { return f.class == "" && len(f.stages) > 0 }

// root follows parts and companions up to the figure that they belong to.
func (f *figure) root() *figure {
	for f.target != nil && (f.role == part || f.role == companion) {
		f = f.target
	}
	return f
}

// isCompared reports whether the figure, or the one that it belongs to, is set against another.
func (f *figure) isCompared() bool { return f.root().role == compared }

func (f *figure) hasStage(s tipstats.Stage) bool {
	for _, t := range f.stages {
		if t == s {
			return true
		}
	}
	return false
}
