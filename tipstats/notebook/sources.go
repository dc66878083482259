package notebook

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// moduleFiles are the files from which Go builds a module and its tests: go.mod and go.sum, every Go file, the files that one embeds,
// and those in folders named testdata. They are read from the checkout, so that an archive has the same bytes from a built program as
// from go run, and what else lies about in the checkout has no part in it.
func moduleFiles(root string) (map[string][]byte, error) {
	tree := os.DirFS(root)
	files := map[string][]byte{}
	take := func(name string) error {
		data, err := fs.ReadFile(tree, name)
		files[name] = data
		return err
	}
	for _, name := range []string{"go.mod", "go.sum"} {
		if err := take(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
	}
	if files["go.sum"] == nil { // a module that needs no other has none
		delete(files, "go.sum")
	}
	err := fs.WalkDir(tree, ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir():
			return skipped(tree, name)
		case !entry.Type().IsRegular() || !belongs(name):
			return nil
		}
		return take(name)
	})
	if err != nil {
		return nil, err
	}
	for name, source := range files {
		if path.Ext(name) != ".go" {
			continue
		}
		embedded, err := embeds(tree, path.Dir(name), string(source))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		for _, name := range embedded {
			if err := take(name); err != nil {
				return nil, err
			}
		}
	}
	return files, nil
}

// skipped is fs.SkipDir for a folder that Go does not look into: a hidden one, another module, and what a failing property test leaves
// behind.
func skipped(tree fs.FS, name string) error {
	base := path.Base(name)
	hidden := name != "." && (strings.HasPrefix(base, ".") || strings.HasPrefix(base, "_"))
	if _, err := fs.Stat(tree, path.Join(name, "go.mod")); name != "." && err == nil || hidden || strings.HasSuffix(name, "testdata/rapid") {
		return fs.SkipDir
	}
	return nil
}

func belongs(name string) bool {
	if strings.HasPrefix(path.Base(name), ".") {
		return false
	}
	return path.Ext(name) == ".go" || slices.Contains(strings.Split(path.Dir(name), "/"), "testdata")
}

// embedPattern matches one of the patterns of a go:embed line, which may be quoted.
var embedPattern = regexp.MustCompile("\"[^\"]*\"|`[^`]*`|\\S+")

// embeds returns the files that the go:embed lines of a Go file name.
func embeds(tree fs.FS, folder, source string) ([]string, error) {
	var files []string
	for line := range strings.Lines(source) {
		patterns, found := strings.CutPrefix(strings.TrimSpace(line), "//go:embed ")
		if !found {
			continue
		}
		for _, pattern := range embedPattern.FindAllString(patterns, -1) {
			if plain, err := strconv.Unquote(pattern); err == nil {
				pattern = plain
			}
			names, err := fs.Glob(tree, path.Join(folder, strings.TrimPrefix(pattern, "all:")))
			if err != nil {
				return nil, err
			}
			for _, name := range names {
				inside, err := filesIn(tree, name)
				if err != nil {
					return nil, err
				}
				files = append(files, inside...)
			}
		}
	}
	return files, nil
}

// filesIn are the files of a folder, or the file itself.
func filesIn(tree fs.FS, name string) ([]string, error) {
	var files []string
	err := fs.WalkDir(tree, name, func(name string, entry fs.DirEntry, err error) error {
		if err == nil && entry.Type().IsRegular() {
			files = append(files, name)
		}
		return err
	})
	return files, err
}
