package frame

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// MaxCell is the largest cell that is read, in bytes. A longer one is a broken file, not a note.
const MaxCell = 1 << 16

// missingValue returns the kind of missing value that a cell is, if it is one.
func (c column) missingValue(cell string) (MissingValue, bool) {
	for _, m := range c.missing {
		if cell == m.Value {
			return m, true
		}
	}
	return MissingValue{}, false
}

// problem says what was expected of a cell that is not valid, and is empty for one that is.
func (c column) problem(cell string) string {
	if expected := badText(cell); expected != "" {
		return expected
	}
	if _, missing := c.missingValue(cell); missing {
		if c.Constraints.Required {
			return "a value: this column is required; " + c.kind()
		}
		return ""
	}
	expected := c.check(cell)
	if expected == "" {
		return ""
	}
	return expected + c.orMissing()
}

// badText says what is wrong with text that no cell may hold, whatever its column.
func badText(cell string) string {
	if len(cell) > MaxCell {
		return fmt.Sprintf("at most %d bytes in a cell, not %d", MaxCell, len(cell))
	}
	if !utf8.ValidString(cell) {
		return "UTF-8 text: save the file with that encoding"
	}
	for _, r := range cell {
		if r < ' ' && r != '\t' && r != '\n' || r == 0x7f {
			return fmt.Sprintf("text without the control character %U", r)
		}
	}
	return ""
}

// check holds a cell that is not missing against the column's type and constraints.
func (c column) check(cell string) string {
	switch c.Type {
	case "integer":
		if expected := c.checkInteger(cell); expected != "" {
			return expected
		}
	case "number":
		if expected := c.checkNumber(cell); expected != "" {
			return expected
		}
	case "boolean":
		if cell != "true" && cell != "false" {
			return "true or false"
		}
	}
	if len(c.allowed) > 0 && !slices.Contains(c.allowed, cell) {
		return "one of " + list(c.allowed) + suggest(cell, c.allowed)
	}
	limits, length := c.Constraints, utf8.RuneCountInString(cell)
	if limits.MinLength != nil && length < *limits.MinLength {
		return fmt.Sprintf("at least %d characters, not %d", *limits.MinLength, length)
	}
	if limits.MaxLength != nil && length > *limits.MaxLength {
		return fmt.Sprintf("at most %d characters, not %d", *limits.MaxLength, length)
	}
	if c.pattern != nil && !c.pattern.MatchString(cell) {
		return "text that matches " + limits.Pattern
	}
	return ""
}

func (c column) checkInteger(cell string) string {
	minimum, maximum := c.integerRange()
	value, err := strconv.ParseInt(cell, 10, 64)
	if err != nil || strconv.FormatInt(value, 10) != cell || value < int64(minimum) || value > int64(maximum) {
		return fmt.Sprintf("a whole number from %d to %d, in digits alone", minimum, maximum)
	}
	return ""
}

func (c column) integerRange() (minimum, maximum int) {
	minimum, maximum = 0, MaxInteger
	if c.Constraints.Minimum != nil {
		minimum = *c.Constraints.Minimum
	}
	if c.Constraints.Maximum != nil {
		maximum = *c.Constraints.Maximum
	}
	return minimum, maximum
}

// kind says in words what a cell of the column holds.
func (c column) kind() string {
	switch {
	case len(c.allowed) > 0:
		return "one of " + list(c.allowed)
	case c.Type == "integer":
		minimum, maximum := c.integerRange()
		return fmt.Sprintf("a whole number from %d to %d", minimum, maximum)
	case c.Type == "number":
		return c.numberKind()
	case c.Type == "boolean":
		return "true or false"
	case c.pattern != nil:
		return "text that matches " + c.Constraints.Pattern
	}
	return "text"
}

// orMissing spells the missing values of a column that may have them.
func (c column) orMissing() string {
	if c.Constraints.Required {
		return ""
	}
	var b strings.Builder
	for _, m := range c.missing {
		spelling := m.Value
		if spelling == "" {
			spelling = "an empty cell"
		}
		fmt.Fprintf(&b, ", or %s", spelling)
		if m.Label != "" {
			fmt.Fprintf(&b, " (%s)", m.Label)
		}
	}
	return b.String()
}

// list names up to a dozen values.
func list(values []string) string {
	const most = 12
	shown := values
	if len(values) > most {
		shown = values[:most]
	}
	quoted := make([]string, len(shown))
	for i, v := range shown {
		quoted[i] = v
		if v == "" {
			quoted[i] = "an empty cell"
		}
	}
	text := strings.Join(quoted, ", ")
	if more := len(values) - len(shown); more > 0 {
		text += fmt.Sprintf(" and %d more", more)
	}
	return text
}
