package narrative

import (
	"math"
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
	Percentage Class = "percentage"    // a share: "40 percent", "two-thirds"
	Several    Class = "several years" // a total over several years
	Name       Class = "name"          // part of a name, or a number that is one: "COVID-19", "Phase II", "007"
	Reference  Class = "reference"     // a mark of a footnote, the number of a page
	Pronoun    Class = "pronoun"       // "one another"
	Other      Class = "other"         // laws, units, offices, inspections: things that are no step of enforcement
	Outside    Class = "outside"       // outside the section on prosecution
	Open       Class = "open"
)

// Classes returns every class, those that a reader looks at first leading.
func Classes() []Class {
	return []Class{Coded, Open, Anecdote, Officials, Victims, Penalty, Several, Training, Statute, Date, Money, Duration, Age, Percentage, Ordinal, Name, Reference, Pronoun, Other, Outside}
}

// Number is one number of the text, in digits or in words.
type Number struct {
	Span       Span
	Value      float64
	Class      Class
	Statements []int // the statements that carry it, as indexes; empty unless coded
}

// countNumbers enters the numbers of a sentence, and the marks of reference that were taken out of it.
func (d *document) countNumbers(list []item) {
	marks := d.marks
	before := func(token int) {
		for len(marks) > 0 && marks[0].first < token {
			d.addNumber(marks[0].first, marks[0].end, marks[0].value, Reference)
			marks = marks[1:]
		}
	}
	for i := range list {
		before(list[i].first)
		d.countNumber(list, i)
	}
	before(math.MaxInt)
	d.marks = d.marks[:0]
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
	case it.kind != signKind && strings.Contains(it.text, "-"):
		d.compoundNumber(it)
	case it.capital:
		d.romanNumber(list, i)
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
		if n.tokens == 0 {
			n = readVague(d.tokens[k:it.end])
		}
		if n.tokens > 0 {
			if n.class == Percentage {
				class = Percentage
			}
			d.addNumber(k, k+n.tokens, n.value, class)
		}
		k += max(n.tokens, 1)
	}
}

// compoundNumber enters the number that a compound begins with: the two of "two-year", the thirty-nine of "thirty-nine-year-old".
func (d *document) compoundNumber(it *item) {
	parts := strings.Split(it.text, "-")
	n, used := numeral{}, 0
	for k := min(len(parts)-1, longestNumeral); k > 0 && used == 0; k-- {
		head := strings.Join(parts[:k], "-")
		if value, _, ok := wordOf(head).small(); ok {
			n, used = numeral{value: float64(value)}, k
		} else if n = hyphenated(head); n.tokens > 0 || k == 1 && scaleWords[head] > 0 {
			n.value, used = max(n.value, scaleWords[head]), k
		}
	}
	if used == 0 {
		return
	}
	start := d.tokens[it.first].start
	end := hyphenAt(d.text[start:d.tokens[it.first].end], used)
	d.numbers = append(d.numbers, Number{Span: Span{start, start + end}, Value: n.value, Class: compoundClass(strings.Join(parts[used:], "-"))})
}

// compoundClass says what a compound counts by what follows the number in it.
func compoundClass(tail string) Class {
	if strings.HasSuffix(tail, "old") || strings.HasSuffix(tail, "olds") {
		return Age
	}
	for _, unit := range []string{"year", "month", "day", "week", "hour", "minute"} {
		if strings.HasPrefix(tail, unit) {
			return Duration
		}
	}
	return Other
}

// hyphenAt is where the n-th hyphen of a word stands that does not end a line.
func hyphenAt(word string, n int) int {
	for i, r := range word {
		if r == '-' || r == 0x2010 || r == 0x2011 {
			if n--; n == 0 {
				return i
			}
		}
	}
	return len(word)
}

// romanNumber enters a number in the Roman way: "Chapter XIV".
func (d *document) romanNumber(list []item, i int) {
	t := d.tokens[list[i].first]
	value := romanNumber(d.text[t.start:t.end])
	if value == 0 {
		return
	}
	class := Name
	if i > 0 && list[i-1].kind == statuteWord {
		class = Statute
	}
	d.addNumber(list[i].first, list[i].end, float64(value), class)
}
