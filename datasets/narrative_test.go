package datasets

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// narrative is the text of a country narrative, taken apart as the locators of the CSV files do.
type narrative struct {
	sentences map[string]string // by locator
	locators  []string          // in the order of the text
}

// headings are the lines that begin a section, with the names that locators use.
var headings = map[string]string{
	"PRIORITIZED RECOMMENDATIONS:": "Prioritized recommendations",
	"PROSECUTION":                  "Prosecution",
	"PROTECTION":                   "Protection",
	"PREVENTION":                   "Prevention",
	"TRAFFICKING PROFILE:":         "Trafficking profile",
}

var (
	title       = regexp.MustCompile(`^[^.]+\(Tier [^)]+\)$`)
	sentenceEnd = regexp.MustCompile(`\.\s+(\p{Lu})`)
)

// parseNarrative splits a text into sections at their headings, into paragraphs at the ends of lines,
// and into sentences at a full stop before a capital.
func parseNarrative(text string) narrative {
	n := narrative{sentences: map[string]string{}}
	section, paragraph := "Introduction", 0
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if name, ok := headings[line]; ok {
			section, paragraph = name, 0
			continue
		}
		if line == "" || title.MatchString(line) {
			continue
		}
		paragraph++
		if section == headings["PRIORITIZED RECOMMENDATIONS:"] {
			n.add(fmt.Sprintf("%s, item %d", section, paragraph), line)
			continue
		}
		for i, sentence := range sentences(line) {
			n.add(fmt.Sprintf("%s, paragraph %d, sentence %d", section, paragraph, i+1), sentence)
		}
	}
	return n
}

func (n *narrative) add(locator, sentence string) {
	n.sentences[locator] = sentence
	n.locators = append(n.locators, locator)
}

func sentences(paragraph string) []string {
	var list []string
	start := 0
	for _, at := range sentenceEnd.FindAllStringSubmatchIndex(paragraph, -1) {
		list = append(list, paragraph[start:at[0]+1])
		start = at[2]
	}
	return append(list, paragraph[start:])
}

// around returns the text of the paragraph, and of the section, in which a sentence stands.
func (n narrative) around(locator string) (paragraph, section string) {
	parts := strings.Split(locator, ", ")
	for _, other := range n.locators {
		if strings.HasPrefix(other, parts[0]+", "+parts[1]+", ") {
			paragraph += n.sentences[other] + " "
		}
		if strings.HasPrefix(other, parts[0]+", ") {
			section += n.sentences[other] + " "
		}
	}
	return paragraph, section
}

// invented is a narrative of no country, for the tests of the tests.
const invented = `UTOPIA (Tier 9)

The state did little.  It spent 3,400 crowns.

PRIORITIZED RECOMMENDATIONS:

  • Do more.
  • Do better.
PROSECUTION

Prosecutors opened 12 cases in 2022 – seven for sex trafficking and five for labor trafficking. Courts convicted two men and two women. There were no acquittals.

Police detained a guard in 2021.
PREVENTION

It ran a 24-hour hotline in two towns.
`

func TestParseNarrative(t *testing.T) {
	n := parseNarrative(invented)
	want := []string{
		"Introduction, paragraph 1, sentence 1", "Introduction, paragraph 1, sentence 2",
		"Prioritized recommendations, item 1", "Prioritized recommendations, item 2",
		"Prosecution, paragraph 1, sentence 1", "Prosecution, paragraph 1, sentence 2", "Prosecution, paragraph 1, sentence 3",
		"Prosecution, paragraph 2, sentence 1", "Prevention, paragraph 1, sentence 1",
	}
	if !slices.Equal(n.locators, want) {
		t.Errorf("locators %q, want %q", n.locators, want)
	}
	if got := n.sentences["Prosecution, paragraph 1, sentence 2"]; got != "Courts convicted two men and two women." {
		t.Errorf("sentence %q", got)
	}
	paragraph, section := n.around("Prosecution, paragraph 2, sentence 1")
	if paragraph != "Police detained a guard in 2021. " || !strings.HasPrefix(section, "Prosecutors") || !strings.HasSuffix(section, paragraph) {
		t.Errorf("around: %q, %q", paragraph, section)
	}
}
