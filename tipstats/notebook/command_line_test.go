package notebook

import (
	"os/exec"
	"strings"
	"testing"
)

func TestCommandLine(t *testing.T) {
	words := []string{"go", "run", "./examples/all", "-out", "my folder", "it's", "", "$HOME", "a;b", "*", `\`, "#c", "~", "é"}
	expected := `go run ./examples/all -out 'my folder' 'it'\''s' '' '$HOME' 'a;b' '*' '\' '#c' '~' 'é'`
	line := CommandLine(words...)
	if line != expected {
		t.Errorf("%s, expected %s", line, expected)
	}
	shell, err := exec.LookPath("sh")
	if err != nil {
		t.Skip("no shell to take the words apart")
	}
	out, err := exec.Command(shell, "-c", "for word in "+line+`; do printf '%s\n' "$word"; done`).Output()
	if err != nil || string(out) != strings.Join(words, "\n")+"\n" {
		t.Errorf("the shell reads %q, %v", out, err)
	}
}
