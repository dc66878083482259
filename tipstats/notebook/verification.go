package notebook

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
)

// A Verification says how a file of a figure stands to what this checkout makes.
type Verification struct {
	Record   Record
	File     string       // as it was given
	Expected string       // the name that the notebook gives to this file: "funnel.svg"
	Exact    bool         // the same bytes
	Same     bool         // the same as [figure.Same] has it: a PDF or a PNG may be compressed otherwise
	Intact   bool         // nobody has changed the file since it was written
	Drawing  bool         // the same but for the record
	LineEnds bool         // what differs is how lines end, as programs that move text files change it
	Layout   string       // where a PDF is not laid out as this module does it: another program has rewritten it or added to it
	Differs  string       // the first thing that differs, if anything: "one" is the file, "the other" what this checkout makes
	Data     []DataChange // the data that has changed since
}

// String is the verdict in words.
func (v Verification) String() string {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, "\n  "+format, args...) }
	switch {
	case v.Exact:
		fmt.Fprintf(&b, "%s: verified: this checkout makes the same bytes", v.File)
	case v.Same:
		fmt.Fprintf(&b, "%s: verified: this checkout makes the same but for compression", v.File)
	case v.Drawing:
		fmt.Fprintf(&b, "%s: NOT the same: this checkout draws the same figure and records something else of it", v.File)
	default:
		fmt.Fprintf(&b, "%s: NOT the same: this checkout makes another file", v.File)
	}
	b.WriteString(v.described())
	if v.Same {
		return b.String()
	}
	for _, c := range v.Data {
		line("data: %s", c)
	}
	if v.Record.Version != Version {
		line("version: the file was made by %s; this checkout is %s", v.Record.Version, Version)
	}
	line("why: %s", v.reason())
	line("what differs first, the file being one and this checkout the other: %s", v.Differs)
	return b.String()
}

// reason says what the difference comes from, as far as the file tells.
func (v Verification) reason() string {
	switch {
	case v.LineEnds:
		return "the line ends were changed to CR LF, as some programs do in moving a file, and nothing else"
	case v.Layout != "":
		return "another program has rewritten the PDF or added to it, and what it shows now is not looked at"
	case !v.Intact:
		return "the file was edited after it was made: its content or its record is not what its seal says"
	case len(v.Data) > 0:
		return "the data has changed since"
	case v.Record.Version != Version:
		return "another version of the code made it"
	}
	return "the file is as it was made, from the same data: the code of this checkout is not the code that made it"
}

// Err is the verdict as an error, or nil for a figure that is verified.
func (v Verification) Err() error {
	if v.Same {
		return nil
	}
	return errors.New(v.String())
}

// described is what the record says, a line for each part of it.
func (v Verification) described() string {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, "\n  "+format, args...) }
	r := v.Record
	line("record: figure %s of the notebook %s, made by %s %s", r.Figure, r.Notebook, r.Module, r.Version)
	if len(r.Recipe) > 0 {
		line("made with: %s", CommandLine(r.Recipe...))
	}
	for _, input := range r.Data {
		line("made from: %s, SHA-256 %s", input.Path, input.SHA256)
	}
	if filepath.Base(v.File) != v.Expected {
		line("renamed: the notebook calls this file %s", v.Expected)
	}
	return b.String()
}

// unmade is the error for a figure that this checkout could not make again: what its record says and what has become of its data.
func (v Verification) unmade(reason error) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: NOT verified: this checkout does not make the figure%s", v.File, v.described())
	for _, c := range v.Data {
		fmt.Fprintf(&b, "\n  data: %s", c)
	}
	if len(v.Data) == 0 && len(v.Record.Data) > 0 {
		b.WriteString("\n  data: unchanged")
	}
	return fmt.Errorf("%s\n  why: %w", &b, reason)
}
