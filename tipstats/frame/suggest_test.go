package frame

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestSuggest(t *testing.T) {
	stages := []string{"investigation", "arrest", "prosecution", "conviction", "acquittal", "dismissal"}
	for typed, want := range map[string]string{
		"invesigation":           "; did you mean investigation?",
		"convictions":            "; did you mean conviction?",
		"Arrest":                 "; did you mean arrest?",
		"aquital":                "; did you mean acquittal?",
		"sentence":               "",
		"":                       "",
		strings.Repeat("x", 100): "",
	} {
		if got := suggest(typed, stages); got != want {
			t.Errorf("suggest(%.20q) = %q, want %q", typed, got, want)
		}
	}
}

// slowEdits is the definition: the best of the three ways to begin.
func slowEdits(a, b []rune) int {
	if len(a) == 0 || len(b) == 0 {
		return len(a) + len(b)
	}
	if a[0] == b[0] {
		return slowEdits(a[1:], b[1:])
	}
	return 1 + min(slowEdits(a[1:], b), slowEdits(a, b[1:]), slowEdits(a[1:], b[1:]))
}

func TestEditsByDefinition(t *testing.T) {
	if got := edits("kitten", "sitting"); got != 3 { // Levenshtein's distance of the textbooks' example
		t.Errorf("kitten to sitting: %d edits, want 3", got)
	}
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.StringOfN(rapid.SampledFrom([]rune("abñ")), 0, 6, -1)
		a, b := word.Draw(t, "a"), word.Draw(t, "b")
		if got, want := edits(a, b), slowEdits([]rune(a), []rune(b)); got != want {
			t.Fatalf("edits(%q, %q) = %d, want %d", a, b, got, want)
		}
	})
}
