package frame

import "unicode/utf8"

// suggest ends a message with the permitted word that a typing slip comes from, if one is near: at most
// one edit in three characters. Of words equally near it takes the first.
func suggest(typed string, words []string) string {
	length := utf8.RuneCountInString(typed)
	if length > longest {
		return ""
	}
	best, fewest := "", length/3+1
	for _, word := range words {
		if n := edits(typed, word); n < fewest {
			best, fewest = word, n
		}
	}
	if best == "" {
		return ""
	}
	return "; did you mean " + best + "?"
}

// edits is the Levenshtein distance in characters: the fewest insertions, deletions and substitutions
// that turn a into b (Levenshtein 1966), by the usual two-row recurrence.
func edits(a, b string) int {
	from, to := []rune(a), []rune(b)
	previous := make([]int, len(to)+1)
	for j := range previous {
		previous[j] = j
	}
	for i, r := range from {
		current := make([]int, len(to)+1)
		current[0] = i + 1
		for j, s := range to {
			substitution := previous[j]
			if r != s {
				substitution++
			}
			current[j+1] = min(substitution, previous[j+1]+1, current[j]+1)
		}
		previous = current
	}
	return previous[len(to)]
}
