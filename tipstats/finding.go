package tipstats

import "fmt"

// FindingKind is what Check found.
type FindingKind string

// The kinds of finding.
const (
	BreakdownGap  FindingKind = "breakdown"     // parts that do not add up to their total
	Contradiction FindingKind = "contradiction" // two rows of one edition that cannot both be right
	PartTooLarge  FindingKind = "part"          // a part larger than the whole that it belongs to
)

// Finding is something that a person should look at: rows that are valid one by one and do not agree. Nothing is dropped or
// mended because of it.
type Finding struct {
	Kind    FindingKind
	File    string
	Lines   []int // the rows that disagree, as lines of the file
	Message string
}

// String is the finding as a compiler would print it: "enforcement.csv:5: ...".
func (f Finding) String() string {
	return fmt.Sprintf("%s:%d: %s", f.File, f.Lines[0], f.Message)
}
