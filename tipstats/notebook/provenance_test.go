package notebook

import (
	"bytes"
	"flag"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite modules.txt and the golden files")

// wantedModules are the modules that this package is built from, as go.mod and go.sum of the module have them.
func wantedModules(t *testing.T) string {
	t.Helper()
	if _, err := exec.LookPath("go"); err != nil {
		t.Skip("no go command to ask for the modules")
	}
	const format = `{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}{{end}}{{end}}`
	// One platform decides, so that the record of all of them is the same: elsewhere golang.org/x/sys may not be needed.
	list := exec.Command("go", "list", "-deps", "-f", format, ".")
	list.Env = append(os.Environ(), "GOOS=linux", "GOARCH=amd64")
	out, err := list.Output()
	if err != nil {
		t.Fatal(err)
	}
	sums, err := os.ReadFile("../../go.sum")
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Fields(strings.ReplaceAll(string(out), " ", "@"))
	slices.Sort(lines)
	var b strings.Builder
	for _, line := range slices.Compact(lines) {
		key := strings.ReplaceAll(line, "@", " ") + " h1:"
		at := strings.Index("\n"+string(sums), "\n"+key)
		if at < 0 {
			t.Fatalf("go.sum has no %q", key)
		}
		sum, _, _ := strings.Cut(string(sums)[at:], "\n")
		b.WriteString(sum + "\n")
	}
	return b.String()
}

func TestModuleListIsThatOfGoMod(t *testing.T) {
	wanted := wantedModules(t)
	if *update {
		if err := os.WriteFile("modules.txt", []byte(wanted), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if moduleList != wanted {
		t.Errorf("modules.txt is stale: run go test ./tipstats/notebook -run ModuleList -update\n%s\nexpected\n%s", moduleList, wanted)
	}
	if list := modules(); len(list) != strings.Count(wanted, "\n") || list[0].Path == "" || list[0].Version == "" || !strings.HasPrefix(list[0].Sum, "h1:") {
		t.Errorf("modules: %+v", list)
	}
}

func TestSameProvenance(t *testing.T) {
	d := newDoc(Notebook{Name: "a", Title: "B"})
	rows := 2
	d.data = []dataFile{{Path: "x.csv", SHA256: "00", Bytes: 3, Rows: &rows}}
	fresh, err := d.provenance()
	if err != nil {
		t.Fatal(err)
	}
	replace := func(old, new string) []byte {
		if !bytes.Contains(fresh, []byte(old)) {
			t.Fatalf("no %q in %s", old, fresh)
		}
		return bytes.Replace(fresh, []byte(old), []byte(new), 1)
	}
	deposited, err := withoutMachine(fresh)
	if err != nil {
		t.Fatal(err)
	}
	for text, same := range map[string]bool{
		string(fresh):     true,
		string(deposited): true,
		strings.Replace(string(deposited), `"00"`, `"01"`, 1):   false,
		string(replace(`"version": "go1`, `"version": "go9`)):   true,
		string(replace(`"platform": "`, `"platform": "other/`)): true,
		string(replace(`"sha256": "00"`, `"sha256": "01"`)):     false,
		string(replace(`"rows": 2`, `"rows": 3`)):               false,
		string(replace(`"sum": "h1:`, `"sum": "h1:x`)):          false,
		string(replace(`"version": "v`, `"version": "v9`)):      false,
		string(replace("\n", "\r\n")):                           false,
		string(replace(`"title"`, `"more": 1, "title"`)):        false,
		"": false, "{": false, "null": false,
	} {
		if got := sameProvenance([]byte(text), fresh); got != same {
			t.Errorf("same is %v for\n%s", got, text)
		}
	}
}
