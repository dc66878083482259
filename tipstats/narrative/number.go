package narrative

import (
	"strings"
)

// Class says what a number of the text is.
type Class string

// The classes. Coded: a statement carries it. Open: the grammar does not know what it counts, and a person should look at it. The
// others say why the number is no count of enforcement.
const (
	Coded      Class = "coded"
	Date       Class = "date"
	Penalty    Class = "penalty"
	Statute    Class = "statute"
	Money      Class = "money"
	Training   Class = "training"
	Victims    Class = "victims"
	Officials  Class = "officials"
	Anecdote   Class = "anecdote"
	Ordinal    Class = "ordinal"
	Duration   Class = "duration"
	Age        Class = "age"
	Percentage Class = "percentage"
	Several    Class = "several years" // a total over several years
	Name       Class = "name"          // part of a name
	Pronoun    Class = "pronoun"       // "one another"
	Other      Class = "other"         // laws, units, offices, inspections: things that are no step of enforcement
	Outside    Class = "outside"       // outside the section on prosecution
	Open       Class = "open"
)

// Classes returns every class, those that a reader looks at first leading.
func Classes() []Class {
	return []Class{Coded, Open, Anecdote, Officials, Victims, Penalty, Several, Training, Statute, Date, Money, Duration, Age, Percentage, Ordinal, Name, Pronoun, Other, Outside}
}

// Number is one number of the text, in digits or in words.
type Number struct {
	Span       Span
	Value      float64
	Class      Class
	Statements []int // the statements that carry it, as indexes; empty unless coded
}

// countNumber enters a number of the text, and those inside a phrase or a compound: "in one case", "two-year".
func (d *document) countNumber(list []item, i int) {
	it := &list[i]
	switch {
	case it.kind == numberKind && !it.missing:
		class := it.class
		if class == "" {
			class = Open
		}
		it.number = len(d.numbers)
		d.addNumber(it.first, it.end, it.value, class)
	case it.kind == yearKind:
		d.addNumber(it.first, it.end, it.value, Date)
	case it.end-it.first > 1:
		d.numbersInside(it)
	case it.kind != signKind:
		d.compoundNumber(it)
	}
}

func (d *document) addNumber(first, end int, value float64, class Class) {
	d.numbers = append(d.numbers, Number{Span: Span{d.tokens[first].start, d.tokens[end-1].end}, Value: value, Class: class})
}

// numbersInside enters the numbers of a phrase that the lexicon has as a whole.
func (d *document) numbersInside(it *item) {
	class := Other
	switch it.kind {
	case storyMark:
		class = Anecdote
	case periodMark, originMark:
		class = Duration
	}
	for k := it.first; k < it.end; {
		n := readNumeral(d.tokens[k:it.end])
		if n.tokens > 0 {
			d.addNumber(k, k+n.tokens, n.value, class)
		}
		k += max(n.tokens, 1)
	}
}

// compoundNumber enters the number that a compound begins with: the two of "two-year".
func (d *document) compoundNumber(it *item) {
	head, tail, hyphen := strings.Cut(it.text, "-")
	value, _, ok := smallNumber(head)
	if !hyphen || !ok {
		return
	}
	start := d.tokens[it.first].start
	class := Other
	switch {
	case strings.HasSuffix(tail, "old") || strings.HasSuffix(tail, "olds"):
		class = Age
	case strings.HasPrefix(tail, "year") || strings.HasPrefix(tail, "month") || strings.HasPrefix(tail, "day") || strings.HasPrefix(tail, "week") || strings.HasPrefix(tail, "hour"):
		class = Duration
	}
	d.numbers = append(d.numbers, Number{Span: Span{start, start + strings.IndexAny(d.text[start:d.tokens[it.first].end], "-\u2010\u2011")}, Value: float64(value), Class: class})
}
