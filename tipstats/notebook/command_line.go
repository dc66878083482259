package notebook

import "strings"

// plainCharacters need no quotation marks in a shell.
const plainCharacters = "-_./:=,+@%ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"

// CommandLine puts words together as a shell takes them apart: a word with a space or a sign that means something to the shell
// stands in single quotation marks. It is what the documents print for a reader to run.
func CommandLine(words ...string) string {
	quoted := make([]string, len(words))
	for i, word := range words {
		quoted[i] = word
		if word == "" || strings.Trim(word, plainCharacters) != "" {
			quoted[i] = "'" + strings.ReplaceAll(word, "'", `'\''`) + "'"
		}
	}
	return strings.Join(quoted, " ")
}
