package notebook_test

import (
	"errors"
	"io/fs"
	"regexp"
	"strings"
	"testing"

	"github.com/tipstats/tip/tipstats/notebook"
)

func TestMustEndsTheNotebook(t *testing.T) {
	reached := false
	_, err := generate(t, func(d *notebook.Doc) error {
		_ = notebook.Must(0, fs.ErrPermission)
		reached = true
		return nil
	})
	if reached {
		t.Error("the notebook went on")
	}
	if !errors.Is(err, fs.ErrPermission) {
		t.Errorf("error %v does not wrap that of the call", err)
	}
	if !regexp.MustCompile(`^tipstats/notebook_test/problem_test\.go:\d+: permission denied$`).MatchString(err.Error()) {
		t.Errorf("error %q does not begin with the line of Must", err)
	}
	if got := notebook.Must(7, nil); got != 7 {
		t.Errorf("Must(7, nil) = %d", got)
	}
}

func TestProblemsListAHundred(t *testing.T) {
	problems := make(notebook.Problems, 130)
	for i := range problems {
		problems[i] = notebook.Problem{Where: "file.go:1", Err: fs.ErrExist}
	}
	text := problems.Error()
	if lines := strings.Split(text, "\n"); len(lines) != 101 || lines[100] != "and 30 more" {
		t.Errorf("%d lines, the last of them %q", len(lines), lines[len(lines)-1])
	}
	if text := problems[:100].Error(); strings.Contains(text, "more") || strings.Count(text, "\n") != 99 {
		t.Errorf("a hundred problems: %d lines", strings.Count(text, "\n")+1)
	}
}
