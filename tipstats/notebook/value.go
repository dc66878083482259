package notebook

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/tipstats/tip/tipstats"
)

// A value is a named result of the notebook.
type value struct {
	raw   any
	shown string
	where Problem // the line that named it, for the error where no prose uses it
	used  bool
}

var valueName = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9_.-]*$`)

// Value names a result of the notebook and says how prose writes it. Prose shows it where it says {{name}}. The value is
// an integer, a float, a string or a [tipstats.Count].
//
// values.json holds each value in full, to 13 significant digits: fewer than the 17 of a float64, in the last of which processors
// differ, and more than any count carries. A count that is a range is the list of its ends, null for an open one.
//
// A name begins with a letter and goes on with letters, digits, "_", "." and "-". A name that is given twice, and a
// value that no prose uses, are errors.
func (d *Doc) Value(name string, v any, format Format) {
	if d.failed {
		return
	}
	if !valueName.MatchString(name) {
		d.problemf("%q cannot name a value: expected a letter, then letters, digits, \"_\", \".\" and \"-\"", name)
		return
	}
	if earlier, taken := d.values[name]; taken {
		d.problemf("the value %q is named twice; first at %s", name, earlier.where.Where)
		return
	}
	if format == nil {
		d.problemf("value %q has no format: give it notebook.Whole, notebook.Percent(1) or another one", name)
		return
	}
	shown, err := format(v)
	if err == nil {
		err = checkCharacters("what its format writes", shown)
	}
	if err != nil {
		d.problem(fmt.Errorf("value %q: %w", name, err))
		shown = "?" // so that the prose which uses the name is not wrong as well
	}
	d.values[name] = &value{raw: v, shown: shown, where: Problem{Where: place(caller())}}
}

// exact is the value as values.json and the page's <data> elements hold it: null for what has no number.
func (v *value) exact() json.RawMessage {
	switch raw := v.raw.(type) {
	case string:
		return marshal(v.shown)
	case tipstats.Count:
		if n, ok := raw.Value(); ok {
			return marshal(n)
		}
		lo, hi, ok := raw.Bounds()
		switch {
		case !ok:
			return marshal(nil)
		case math.IsInf(hi, 1):
			return marshal([]any{int(lo), nil})
		}
		return marshal([]int{int(lo), int(hi)})
	}
	x, ok := number(v.raw)
	switch {
	case !ok:
		return marshal(fmt.Sprint(v.raw))
	case math.IsNaN(x), math.IsInf(x, 0):
		return marshal(nil)
	}
	return json.RawMessage(strconv.FormatFloat(rounded(x), 'g', -1, 64))
}

// marshal writes a text, a number or a list of numbers, which always succeeds.
func marshal(v any) json.RawMessage {
	data, err := indented(v)
	if err != nil {
		panic("notebook: " + err.Error())
	}
	return bytes.TrimSpace(data)
}

// valuesFile is values.json: each value in full and as prose shows it, by name.
func (d *Doc) valuesFile() ([]byte, error) {
	type entry struct {
		Value json.RawMessage `json:"value"`
		Shown string          `json:"shown"`
	}
	entries := make(map[string]entry, len(d.values))
	for name, v := range d.values {
		entries[name] = entry{v.exact(), v.shown}
	}
	return indented(entries)
}

// resolve checks that prose and values agree, which only the whole document can say.
func (d *Doc) resolve() {
	for _, b := range d.blocks {
		switch b := b.(type) {
		case *prose:
			d.use(b.text)
		case *table:
			d.use(b.title)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(d.values)) {
		if v := d.values[name]; !v.used {
			d.problems = append(d.problems, Problem{v.where.Where, fmt.Errorf(
				"no prose uses the value %q: write {{%s}} where it belongs, or take the value out", name, name)})
		}
	}
}

// use marks the values that a text shows, and reports names that no value has.
func (d *Doc) use(t passage) {
	for _, p := range t.places {
		if p.literal {
			continue
		}
		if v, ok := d.values[p.name]; ok {
			v.used = true
			continue
		}
		d.problems = append(d.problems, Problem{t.where, fmt.Errorf(
			"no value is named %q%s", p.name, d.suggest(p.name))})
	}
}

// suggest lists the names that the writer may have meant: those with the same first letter.
func (d *Doc) suggest(name string) string {
	var near []string
	for _, other := range slices.Sorted(maps.Keys(d.values)) {
		if name != "" && strings.EqualFold(name[:1], other[:1]) {
			near = append(near, other)
		}
	}
	if len(near) == 0 {
		return ""
	}
	return "; the names with its first letter are " + strings.Join(near, ", ")
}
