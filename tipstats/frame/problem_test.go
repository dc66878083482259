package frame

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestProblemError(t *testing.T) {
	tests := []struct {
		problem Problem
		want    string
	}{
		{Problem{File: "a.csv", Line: 12, Column: 4, Name: "stage", Cell: "invesigation", Expected: "one of x"},
			`a.csv, line 12, column 4 (stage): read "invesigation", expected one of x`},
		{Problem{File: "a.csv", Line: 12, Column: 4, Name: "year", Expected: "a value"},
			`a.csv, line 12, column 4 (year): read "", expected a value`},
		{Problem{File: "a.csv", Line: 3, Expected: "a row"}, `a.csv, line 3: expected a row`},
		{Problem{File: "data frame", Row: 3, Column: 1, Name: "year", Cell: "\x1b[2J", Expected: "a year"},
			`data frame, row 3, column 1 (year): read "\x1b[2J", expected a year`},
	}
	for _, tt := range tests {
		if got := tt.problem.Error(); got != tt.want {
			t.Errorf("got  %s\nwant %s", got, tt.want)
		}
	}
}

func TestProblemsListAHundredAndCountTheRest(t *testing.T) {
	text := header + strings.Repeat("PER,2022\n", 250)
	found := problems(t, text, courts)
	if len(found) != MaxProblems || found[MaxProblems-1].Omitted != 150 {
		t.Errorf("%d problems, %d omitted", len(found), found[len(found)-1].Omitted)
	}
	lines := strings.Split(found.Error(), "\n")
	if len(lines) != MaxProblems+1 || !strings.HasPrefix(lines[MaxProblems], "and 150 more") {
		t.Errorf("%d lines, the last %q", len(lines), lines[len(lines)-1])
	}
	longer := append(append(Problems{}, found...), Problem{File: "a", Expected: "b"})
	if message := longer.Error(); !strings.Contains(message, "and 151 more") {
		t.Errorf("a list of %d ends in %q", len(longer), message[len(message)-40:])
	}
}

// TestMessagesAreShortAndPlain: whatever a cell holds, a message repeats little of it, and nothing that
// a terminal would act upon.
func TestMessagesAreShortAndPlain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cell := string(rapid.SliceOfN(rapid.Byte(), 0, 300).Draw(t, "cell"))
		got := Problem{File: "f", Column: 1, Name: cell, Cell: short(cell), Expected: "x"}.Error()
		if n := utf8.RuneCountInString(got); n > 2*(longest+2)+len(`f, column 1 (): read "", expected x`) {
			t.Fatalf("%d characters: %s", n, got)
		}
		for _, r := range got {
			if r < ' ' || r == 0x7f || r == utf8.RuneError {
				t.Fatalf("%U in %q", r, got)
			}
		}
	})
	if got, want := quote(short(strings.Repeat("ñ", 61))), `"`+strings.Repeat("ñ", 60)+`…"`; got != want {
		t.Errorf("quote of 61 characters: %s", got)
	}
	if got, want := quote(short(strings.Repeat("ñ", 60))), `"`+strings.Repeat("ñ", 60)+`"`; got != want {
		t.Errorf("quote of 60 characters: %s", got)
	}
}
