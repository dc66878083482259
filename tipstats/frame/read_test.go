package frame

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"
)

// courts is the schema of most tests: every type, a key, two kinds of missing value.
var courts = Schema{
	Fields: []Field{
		{Name: "country", Constraints: Constraints{Required: true, Pattern: "[A-Z]{3}"}},
		{Name: "year", Type: "integer", Constraints: Constraints{Required: true, Minimum: new(2000), Maximum: new(2100)}},
		{Name: "stage", Constraints: Constraints{Required: true, Enum: []string{"investigation", "prosecution", "conviction"}}},
		{Name: "value", Type: "integer", MissingValues: []MissingValue{{"", "not found"}, {"NR", "not reported"}}},
		{Name: "complete", Type: "boolean", Constraints: Constraints{Required: true}},
		{Name: "note"},
	},
	PrimaryKey: []string{"country", "year", "stage"},
}

const header = "country,year,stage,value,complete,note\n"

func read(t *testing.T, text string) *Table {
	t.Helper()
	table, err := Read(strings.NewReader(text), courts)
	if err != nil {
		t.Fatalf("Read(%q): %v", text, err)
	}
	return table
}

// problems returns what Read finds, and fails the test if it finds nothing or returns a table with it.
func problems(t *testing.T, text string, s Schema) Problems {
	t.Helper()
	table, err := Read(strings.NewReader(text), s)
	var found Problems
	if !errors.As(err, &found) || len(found) == 0 {
		t.Fatalf("Read(%.80q): error %v, want Problems", text, err)
	}
	if table != nil {
		t.Errorf("Read(%.80q) returns a table beside its problems", text)
	}
	return found
}

func TestReadTypes(t *testing.T) {
	table := read(t, header+"PER,2022,investigation,813,true,\nPER,2021,prosecution,NR,false,\"a \"\"quoted\"\",\nnote\"\nBOL,2022,conviction,,true,ñ\n")
	if table.Rows() != 3 || table.File() != "input" {
		t.Errorf("rows %d, file %q", table.Rows(), table.File())
	}
	if want := []string{"", "a \"quoted\",\nnote", "ñ"}; !reflect.DeepEqual(table.Strings("note"), want) {
		t.Errorf("notes %q, want %q", table.Strings("note"), want)
	}
	values, present := table.Ints("value")
	if !reflect.DeepEqual(values, []int{813, 0, 0}) || !reflect.DeepEqual(present, []bool{true, false, false}) {
		t.Errorf("values %v, present %v", values, present)
	}
	if want := []bool{true, false, true}; !reflect.DeepEqual(table.Bools("complete"), want) {
		t.Errorf("complete %v, want %v", table.Bools("complete"), want)
	}
	for row, want := range []int{2, 3, 5} {
		if table.Line(row) != want {
			t.Errorf("row %d is on line %d, want %d", row, table.Line(row), want)
		}
	}
	for row, want := range []struct {
		label   string
		missing bool
	}{{"", false}, {"not reported", true}, {"not found", true}} {
		if label, missing := table.Missing("value", row); label != want.label || missing != want.missing {
			t.Errorf("Missing(value, %d) = %q, %t; want %q, %t", row, label, missing, want.label, want.missing)
		}
	}
}

func TestReadAcceptsCRLF(t *testing.T) {
	lf := header + "PER,2022,investigation,813,true,\"two\nlines\"\nPER,2022,conviction,89,true,\n"
	crlf := strings.ReplaceAll(lf, "\n", "\r\n")
	noEnd := strings.TrimSuffix(lf, "\n")
	for _, text := range []string{crlf, noEnd} {
		if got, want := read(t, text), read(t, lf); !reflect.DeepEqual(got, want) {
			t.Errorf("Read(%q) = %v, want %v", text, got, want)
		}
	}
}

// good is a row that nothing is wrong with.
const good = "PER,2022,investigation,813,true,\n"

// badInputs are the kinds of bad input, each with the one problem that it must give: where, and the words
// that tell the reader what to do.
var badInputs = []struct {
	name, text   string
	line, column int
	field, cell  string
	expected     string // a part of it
}{
	{"empty file", "", 0, 0, "", "", "the file is empty"},
	{"BOM", "\ufeff" + header + good, 1, 1, "", "\ufeff", "no byte order mark"},
	{"UTF-16", "\xff\xfec\x00o\x00", 1, 0, "", "", "not UTF-16"},
	{"semicolons", strings.ReplaceAll(header, ",", ";"), 1, 1, "", "country;year;stage;value;complete;note\n", `separated by commas, not by ";"`},
	{"unknown column", "country,year,stage,value,complete,notes\n", 1, 6, "", "notes", "did you mean note?"},
	{"doubled column", "country,year,stage,value,complete,note,year\n", 1, 7, "", "year", "column 2 has the same name"},
	{"misplaced column", "country,stage,year,value,complete,note\n", 1, 3, "year", "year", "this column as column 2"},
	{"unknown column before the others", "id,country,year,stage,value,complete,note\n", 1, 1, "", "id", "one of the columns country"},
	{"quote in a column", "country,y\"ear,stage,value,complete,note\n", 1, 2, "", "y\"ear", "the mark inside doubled"},
	{"NUL in a column", "country,year,stage,value,complete,no\x00te\n", 1, 6, "", "no\x00te", "U+0000"},
	{"long column", "country,year,stage,value,complete," + strings.Repeat("x", MaxCell+1) + "\n", 1, 6, "", strings.Repeat("x", 60) + "…", "not a cell of 65537 bytes"},
	{"missing column", "country,year,stage,value,complete\n", 1, 0, "", "", `a column "note", as column 6`},
	{"short row", header + good + "PER,2022\n", 3, 0, "", "", "6 cells as in the header, not 2"},
	{"long row", header + "PER,2022,investigation,813,true,,,\n", 2, 0, "", "", "6 cells as in the header, not 8"},
	{"blank line", header + "\n" + good, 2, 0, "", "", "the line is empty"},
	{"blank CRLF line", header + good + "\r\n", 3, 0, "", "", "the line is empty"},
	{"blank first line", "\n" + header + good, 1, 0, "", "", "the line is empty"},
	{"bare quote", header + "PER,2022,investigation,813,true,a \"b\"\n", 2, 6, "note", "a \"b\"", "the mark inside doubled"},
	{"text after quote", header + "PER,2022,\"investigation\"s,813,true,\n", 2, 3, "stage", "investigations", "after a closing quotation mark"},
	{"open quote", header + "PER,2022,investigation,813,true,\"a\nb", 2, 6, "note", "a\nb", "a closing quotation mark"},
	{"invalid UTF-8", header + "PER,2022,investigation,813,true,Per\xfa\n", 2, 6, "note", "Per\xfa", "UTF-8"},
	{"NUL", header + "PER,2022,investigation,813,true,a\x00b\n", 2, 6, "note", "a\x00b", "U+0000"},
	{"lone CR", header + "PER,2022,investigation,813,true,a\rb\n", 2, 6, "note", "a\rb", "U+000D"},
	{"negative", header + "PER,2022,investigation,-5,true,\n", 2, 4, "value", "-5", "a whole number from 0 to 2147483647"},
	{"fraction", header + "PER,2022,investigation,81.3,true,\n", 2, 4, "value", "81.3", "a whole number"},
	{"overflow", header + "PER,2022,investigation,2147483648,true,\n", 2, 4, "value", "2147483648", "to 2147483647"},
	{"overflow of 64 bits", header + "PER,2022,investigation,99999999999999999999,true,\n", 2, 4, "value", "99999999999999999999", "to 2147483647"},
	{"leading zero", header + "PER,2022,investigation,0813,true,\n", 2, 4, "value", "0813", "in digits alone"},
	{"plus", header + "PER,2022,investigation,+813,true,\n", 2, 4, "value", "+813", "in digits alone"},
	{"minus zero", header + "PER,2022,investigation,-0,true,\n", 2, 4, "value", "-0", "in digits alone"},
	{"space", header + "PER,2022,investigation, 813,true,\n", 2, 4, "value", " 813", "in digits alone"},
	{"thousands", header + "PER,2022,investigation,\"1,266\",true,\n", 2, 4, "value", "1,266", "or NR (not reported)"},
	{"other digits", header + "PER,2022,investigation,٣,true,\n", 2, 4, "value", "٣", "in digits alone"},
	{"wrong missing", header + "PER,2022,investigation,NA,true,\n", 2, 4, "value", "NA", "an empty cell (not found), or NR (not reported)"},
	{"below range", header + "PER,1922,investigation,813,true,\n", 2, 2, "year", "1922", "from 2000 to 2100"},
	{"typo", header + "PER,2022,invesigation,813,true,\n", 2, 3, "stage", "invesigation", "did you mean investigation?"},
	{"case", header + "PER,2022,Investigation,813,true,\n", 2, 3, "stage", "Investigation", "did you mean investigation?"},
	{"pattern", header + "Peru,2022,investigation,813,true,\n", 2, 1, "country", "Peru", "matches [A-Z]{3}"},
	{"pattern in part", header + "PERU,2022,investigation,813,true,\n", 2, 1, "country", "PERU", "matches [A-Z]{3}"},
	{"empty required", header + "PER,,investigation,813,true,\n", 2, 2, "year", "", "required"},
	{"boolean", header + "PER,2022,investigation,813,TRUE,\n", 2, 5, "complete", "TRUE", "true or false"},
	{"doubled key", header + good + "PER,2022,conviction,89,true,\nPER,2022,investigation,9,true,\n", 4, 1, "country", "PER", "(country,year,stage) that no other row has; line 2 has the same: PER,2022,investigation"},
}

func TestReadProblems(t *testing.T) {
	for _, tt := range badInputs {
		t.Run(tt.name, func(t *testing.T) {
			found := problems(t, tt.text, courts)
			var first Problem
			for _, p := range found {
				if p.Line == tt.line && p.Column == tt.column && strings.Contains(p.Expected, tt.expected) {
					first = p
					break
				}
			}
			if first.Expected == "" {
				t.Fatalf("no problem at line %d, column %d with %q among:\n%v", tt.line, tt.column, tt.expected, found)
			}
			if first.Name != tt.field || first.Cell != strings.TrimSuffix(tt.cell, "\n") && first.Cell != tt.cell {
				t.Errorf("name %q, cell %q; want %q, %q", first.Name, first.Cell, tt.field, tt.cell)
			}
			if len(found) > 1 && !strings.Contains(tt.name, "column") && tt.name != "semicolons" {
				t.Errorf("more than the one problem:\n%v", found)
			}
		})
	}
}

func TestReadListsEverythingAtOnce(t *testing.T) {
	found := problems(t, header+
		"Peru,22,invesigation,-1,yes,\"a\"b\n"+
		"\n"+
		"PER,2022\n"+
		"PER,2022,conviction,1,true,\n"+
		"PER,2022,conviction,2,true,\n", courts)
	var at []string
	for _, p := range found {
		at = append(at, fmt.Sprintf("%d:%d", p.Line, p.Column))
	}
	want := []string{"2:1", "2:2", "2:3", "2:4", "2:5", "2:6", "3:0", "4:0", "6:1"}
	if !reflect.DeepEqual(at, want) {
		t.Errorf("problems at %v, want %v:\n%v", at, want, found)
	}
}

// TestReadWithABadHeader checks that rows are still held against the columns that the header does name.
func TestReadWithABadHeader(t *testing.T) {
	found := problems(t, "country,stage,year,value,complete,note,more\nPER,conviction,1922,89,true,,\n", courts)
	last := found[len(found)-1]
	if last.Line != 2 || last.Column != 3 || last.Name != "year" || last.Cell != "1922" {
		t.Errorf("last problem %v, want the year in column 3", last)
	}
}

func TestReadKnowsTheFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "bad.csv")
	if err := os.WriteFile(path, []byte("no\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if _, err := Read(file, courts); err == nil || !strings.HasPrefix(err.Error(), path+", line 1") {
		t.Errorf("error %v does not begin with the file %s", err, path)
	}
	embedded, err := fstest.MapFS{"in/bad.csv": {Data: []byte("no\n")}}.Open("in/bad.csv")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Read(struct{ fs.File }{embedded}, courts); err == nil || !strings.HasPrefix(err.Error(), "bad.csv, line 1") {
		t.Errorf("error %v does not begin with the name that Stat gives", err)
	}
}

type failing struct{ rest io.Reader }

var errDisk = errors.New("the disk is gone")

func (f failing) Read(p []byte) (int, error) {
	n, err := f.rest.Read(p)
	if err == io.EOF {
		err = errDisk
	}
	return n, err
}

func TestReadPassesOnAReadError(t *testing.T) {
	for _, text := range []string{"", "co", "country,ye", header, header + "PER,20", header + "PER,2022,\"inv", header + "PER,\"2022\""} {
		table, err := Read(failing{strings.NewReader(text)}, courts)
		if !errors.Is(err, errDisk) || table != nil {
			t.Errorf("after %q: table %v, error %v; want %v", text, table, err, errDisk)
		}
	}
}

// TestReadReportsEachSlipOfAHeaderOnce: a column too many does not make the others misplaced.
func TestReadReportsEachSlipOfAHeaderOnce(t *testing.T) {
	for text, want := range map[string]int{
		"id,country,year,stage,value,complete,note\n": 1,
		"country,year,stage,complete,value,note\n":    1,
		"country,year,stage,value,complete\n":         1,
		"note,country,year,stage,value,complete\n":    5,
		"country,years,stage,value,complete,note\n":   2, // one unknown, one missing
	} {
		if found := problems(t, text, courts); len(found) != want {
			t.Errorf("%d problems, want %d:\n%v", len(found), want, found)
		}
	}
}

func TestReadHeaderAlone(t *testing.T) {
	if table := read(t, header); table.Rows() != 0 {
		t.Errorf("%d rows in a file with a header alone", table.Rows())
	}
}
