package main

import (
	"bytes"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
)

// generated runs the built command in a working directory and an environment and returns the files that it writes, by path.
func generated(t *testing.T, program, folder string, environment ...string) map[string][]byte {
	t.Helper()
	out := t.TempDir()
	run := exec.Command(program, "-out", out)
	run.Dir = folder
	run.Env = append(os.Environ(), environment...)
	if message, err := run.CombinedOutput(); err != nil {
		t.Fatalf("%v: %v\n%s", environment, err, message)
	}
	files := map[string][]byte{}
	err := filepath.WalkDir(out, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		name, err := filepath.Rel(out, path)
		if err != nil {
			return err
		}
		files[name], err = os.ReadFile(path)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// different lists the files that two runs do not make alike.
func different(a, b map[string][]byte) []string {
	var names []string
	for name, data := range a {
		if other, made := b[name]; !made || !bytes.Equal(data, other) {
			names = append(names, name)
		}
	}
	for name := range b {
		if _, made := a[name]; !made {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// TestSurroundingsChangeNothing makes everything in other time zones, locales, working directories, homes with fonts of their own and
// with other numbers of processors: each file, PDF and PNG too, has the same bytes. That it has them on other processors
// is shown by .ci/run.
func TestSurroundingsChangeNothing(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds the command and runs it several times")
	}
	program := filepath.Join(t.TempDir(), "all.exe")
	if message, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, message)
	}
	home := t.TempDir()
	fonts := filepath.Join(home, ".fonts", "LiberationSans-Regular.ttf")
	if err := os.MkdirAll(filepath.Dir(fonts), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(fonts, []byte("no font at all"), 0o600); err != nil {
		t.Fatal(err)
	}
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	expected := generated(t, program, here, "TZ=UTC", "LC_ALL=C", "GOMAXPROCS=2")
	if len(expected) < 20 {
		t.Fatalf("only %d files were made", len(expected))
	}
	for _, c := range []struct {
		folder      string
		environment []string
	}{
		{here, []string{"TZ=Asia/Kathmandu", "LC_ALL=de_DE.UTF-8", "LANG=de_DE.UTF-8", "LANGUAGE=de"}},
		{home, []string{"TZ=America/Lima", "LC_ALL=tr_TR.UTF-8", "GOMAXPROCS=1"}},
		{home, []string{"GOMAXPROCS=7", "GOGC=20", "HOME=" + home, "XDG_DATA_HOME=" + home, "XDG_CONFIG_HOME=" + home,
			"FONTCONFIG_PATH=" + home, "SOURCE_DATE_EPOCH=1"}},
	} {
		if names := different(expected, generated(t, program, c.folder, c.environment...)); len(names) > 0 {
			t.Errorf("in %s with %v these files differ: %v", c.folder, c.environment, names)
		}
	}
}

// The comparison finds a file that is different, missing or new.
func TestDifferent(t *testing.T) {
	a := map[string][]byte{"same": {1}, "other": {1}, "gone": {1}}
	b := map[string][]byte{"same": {1}, "other": {2}, "new": {1}}
	if got, expected := different(a, b), []string{"gone", "new", "other"}; !slices.Equal(got, expected) {
		t.Errorf("%v, expected %v", got, expected)
	}
}
