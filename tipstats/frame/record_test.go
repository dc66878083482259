package frame

import (
	"encoding/csv"
	"errors"
	"io"
	"reflect"
	"runtime"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// split returns the rows of a text without its empty lines, and whether its grammar is sound.
func split(text string) (rows [][]string, lines [][]int, sound bool) {
	r := newRecordReader(strings.NewReader(text))
	for {
		rec, err := r.next()
		if err != nil {
			return rows, lines, true
		}
		if rec.blank() {
			continue
		}
		row, line := []string{}, []int{}
		for _, cell := range rec.cells {
			if cell.fault != "" {
				return nil, nil, false
			}
			row, line = append(row, cell.text), append(line, cell.line)
		}
		rows, lines = append(rows, row), append(lines, line)
	}
}

// oracle is the same by encoding/csv.
func oracle(text string) (rows [][]string, lines [][]int, sound bool) {
	r := csv.NewReader(strings.NewReader(text))
	r.FieldsPerRecord = -1
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			return rows, lines, true
		}
		if err != nil {
			return nil, nil, false
		}
		line := make([]int, len(row))
		for i := range row {
			line[i], _ = r.FieldPos(i)
		}
		rows, lines = append(rows, row), append(lines, line)
	}
}

func sameAsStandardLibrary(t interface{ Errorf(string, ...any) }, text string) {
	if strings.HasSuffix(text, "\r") {
		return // encoding/csv drops a carriage return at the very end; here it is text, and refused later
	}
	rows, lines, sound := split(text)
	wantRows, wantLines, wantSound := oracle(text)
	if sound != wantSound || !reflect.DeepEqual(rows, wantRows) || !reflect.DeepEqual(lines, wantLines) {
		t.Errorf("%q:\ngot  %q %v %t\nwant %q %v %t", text, rows, lines, sound, wantRows, wantLines, wantSound)
	}
}

func TestRecordsAgreeWithStandardLibrary(t *testing.T) {
	for _, text := range []string{
		"", "\n", "a", "a,b\nc,d\n", "a,\n,b", "\"a\"\n", "\"\"\n", "\"a\"\"b\",c", "\"a\nb\",c\nd,e", "\r\n\r\na\r\n",
		"a\rb", "\"a\r\nb\"", "a\"b", "\"a\"b", "\"a", "\"a\"\r", "a\r\rb\r\n", ",", ",,\n", "\"\"\"\"",
	} {
		sameAsStandardLibrary(t, text)
	}
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.SampledFrom([]rune("ab\",\"\n\r ñ")), 0, 24, -1).Draw(t, "text")
		sameAsStandardLibrary(t, text)
	})
}

func TestRecordMeasuresALongCell(t *testing.T) {
	r := newRecordReader(strings.NewReader("a," + strings.Repeat("x", MaxCell+1000) + ",\"" + strings.Repeat("\"\"", MaxCell) + "\"\nb\n"))
	rec, err := r.next()
	if err != nil || rec.count != 3 {
		t.Fatalf("%d cells, %v", rec.count, err)
	}
	if c := rec.cells[1]; c.length != MaxCell+1000 || len(c.text) != MaxCell+1 {
		t.Errorf("long cell: length %d, kept %d", c.length, len(c.text))
	}
	if c := rec.cells[2]; c.length != MaxCell || c.fault != "" {
		t.Errorf("cell of quotation marks: length %d, fault %q", c.length, c.fault)
	}
}

// endless is a text of one byte repeated, without the memory.
type endless struct {
	b    byte
	left int
}

func (e *endless) Read(p []byte) (int, error) {
	if e.left == 0 {
		return 0, io.EOF
	}
	n := min(len(p), e.left)
	for i := range p[:n] {
		p[i] = e.b
	}
	e.left -= n
	return n, nil
}

// TestHostileInputCostsNoMemory reads 100 MB of one cell and 30 MB of commas in bounded memory.
func TestHostileInputCostsNoMemory(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and of one goroutine: -short is for the race detector")
	}
	for _, tt := range []struct {
		name, before, expected string
		hostile                endless
		column                 int
	}{
		{"one cell", header + "PER,2022,investigation,1,true,", "at most 65536 bytes in a cell, not 100000000", endless{'x', 100_000_000}, 6},
		{"commas", header + "PER,2022,investigation,1,true", "6 cells as in the header, not 30000005", endless{',', 30_000_000}, 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			_, err := Read(io.MultiReader(strings.NewReader(tt.before), &tt.hostile), courts)
			runtime.ReadMemStats(&after)
			var found Problems
			if !errors.As(err, &found) || found[0].Line != 2 || found[0].Column != tt.column || !strings.Contains(found[0].Expected, tt.expected) {
				t.Errorf("error %v", err)
			}
			if spent := after.TotalAlloc - before.TotalAlloc; spent > 4<<20 {
				t.Errorf("%d bytes allocated", spent)
			}
			if len(err.Error()) > 1000 {
				t.Errorf("a message of %d bytes", len(err.Error()))
			}
		})
	}
}
