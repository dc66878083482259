package datasets

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/tipstats/tip/tipstats/frame"
)

// claim is what a row says that a sentence of the source states.
type claim struct {
	at      string // file and line, for messages
	locator string
	number  int
	once    bool   // a figure: it stands for one number of the sentence; otherwise it may stand for several
	words   string // the words that carry the number, where the row gives them
}

// ageWords are the words of the source that carry the ages of a group of victims.
var ageWords = map[string]string{
	"aged 14 to 18":   "between the ages of 14 and 18",
	"younger than 14": "younger than the age of 14",
}

// claims returns the numbers of every row that its sentence must state: values and years of penalty as
// figures, ages and statutes besides.
func claims(table *frame.Table) []claim {
	var list []claim
	locators, words := table.Strings("locator"), make([]string, table.Rows())
	if slices.Contains(table.Columns(), "words") {
		words = table.Strings("words")
	}
	add := func(row, number int, once bool, words string) {
		at := fmt.Sprintf("%s, line %d", table.File(), table.Line(row))
		list = append(list, claim{at, locators[row], number, once, words})
	}
	for _, column := range table.Columns() {
		switch column {
		case "value", "years":
			values, present := table.Ints(column)
			for row, number := range values {
				if present[row] {
					add(row, number, true, words[row])
				}
			}
		case "age_from", "age_to":
			values, present := table.Ints(column)
			for row, number := range values {
				if present[row] {
					add(row, number, false, ageWords[table.Strings("victims")[row]])
				}
			}
		case "law":
			for row, text := range table.Strings(column) {
				for _, number := range numbersIn(text) {
					add(row, number, false, "")
				}
			}
		}
	}
	return list
}

// allowance is a number of the text that no row needs to carry, and why.
type allowance struct {
	locator string
	number  int
	reason  string
}

// compare holds claims against the text, both ways: every claim is a number of its sentence, and every
// number of the text is claimed, or is a year of years, or is allowed for. It returns complaints.
func compare(n narrative, claimed []claim, years map[string][]int, allowed []allowance) []string {
	var complaints []string
	left := make(map[string][]int, len(n.locators))
	for locator, sentence := range n.sentences {
		left[locator] = numbersIn(sentence)
	}
	take := func(locator string, number int, every bool) (found bool) {
		for {
			i := slices.Index(left[locator], number)
			if i < 0 {
				return found
			}
			left[locator], found = slices.Delete(left[locator], i, i+1), true
			if !every {
				return found
			}
		}
	}
	for _, c := range claimed {
		sentence, found := n.sentences[c.locator]
		switch {
		case !found:
			complaints = append(complaints, fmt.Sprintf("%s: the text has no %s", c.at, c.locator))
		case c.words != "" && !strings.Contains(sentence, c.words):
			complaints = append(complaints, fmt.Sprintf("%s: %s does not hold the words %q", c.at, c.locator, c.words))
		case c.words != "" && c.number == 1 && len(numbersIn(c.words)) == 0 && startsWithArticle(c.words):
		case c.words != "" && !slices.Contains(numbersIn(c.words), c.number):
			complaints = append(complaints, fmt.Sprintf("%s: the words %q do not state %d", c.at, c.words, c.number))
		case c.once && !take(c.locator, c.number, false), !c.once && !slices.Contains(numbersIn(sentence), c.number):
			complaints = append(complaints, fmt.Sprintf("%s: %s does not state %d, or not once more", c.at, c.locator, c.number))
		}
	}
	for _, c := range claimed {
		if !c.once {
			take(c.locator, c.number, true)
		}
	}
	for locator, list := range years {
		for _, year := range list {
			take(locator, year, true)
		}
	}
	for _, a := range allowed {
		if !take(a.locator, a.number, false) {
			complaints = append(complaints, fmt.Sprintf("the allowance for %d (%s) in %s is not needed", a.number, a.reason, a.locator))
		}
	}
	for _, locator := range n.locators {
		for _, number := range left[locator] {
			complaints = append(complaints, fmt.Sprintf("%s states %d, which no row carries", locator, number))
		}
	}
	return complaints
}

func startsWithArticle(words string) bool {
	return strings.HasPrefix(words, "a ") || strings.HasPrefix(words, "an ")
}

// TestCompare: right claims pass; every wrong, missing, doubled or misplaced one is noticed.
func TestCompare(t *testing.T) {
	n := parseNarrative(invented)
	const opened, convicted = "Prosecution, paragraph 1, sentence 1", "Prosecution, paragraph 1, sentence 2"
	right := func() []claim {
		return []claim{
			{"1", "Introduction, paragraph 1, sentence 2", 3400, true, ""},
			{"2", opened, 12, true, ""}, {"3", opened, 7, true, ""}, {"4", opened, 5, true, ""},
			{"5", convicted, 2, true, ""}, {"6", convicted, 2, true, "two women"},
			{"7", "Prosecution, paragraph 1, sentence 3", 0, true, ""},
			{"8", "Prosecution, paragraph 2, sentence 1", 1, true, "a guard"},
			{"9", "Prevention, paragraph 1, sentence 1", 24, false, ""},
		}
	}
	years := map[string][]int{opened: {2022}, "Prosecution, paragraph 2, sentence 1": {2021}}
	allowed := []allowance{{"Prevention, paragraph 1, sentence 1", 2, "towns"}}
	if complaints := compare(n, right(), years, allowed); len(complaints) > 0 {
		t.Fatalf("complaints about right claims: %q", complaints)
	}
	for i := range right() {
		for name, slip := range map[string]func(c *claim){
			"wrong digit":    func(c *claim) { c.number++ },
			"wrong sentence": func(c *claim) { c.locator = "Introduction, paragraph 1, sentence 1" },
			"no sentence":    func(c *claim) { c.locator = "Introduction, paragraph 1, sentence 9" },
			"wrong words":    func(c *claim) { c.words = "two guards" },
		} {
			wrong := right()
			slip(&wrong[i])
			if len(compare(n, wrong, years, allowed)) == 0 {
				t.Errorf("%s in claim %d was not noticed", name, i+1)
			}
		}
		if i != 7 && len(compare(n, slices.Delete(right(), i, i+1), years, allowed)) == 0 {
			t.Errorf("the loss of claim %d was not noticed", i+1)
		}
		if doubled := append(right(), right()[i]); doubled[i].once && i != 7 && len(compare(n, doubled, years, allowed)) == 0 {
			t.Errorf("a second claim %d was not noticed", i+1)
		}
	}
	if len(compare(n, right(), nil, allowed)) != 2 {
		t.Error("years that no row carries were not noticed")
	}
	if len(compare(n, right(), years, append(allowed, allowance{opened, 99, "none"}))) != 1 {
		t.Error("an allowance without use was not noticed")
	}
}
