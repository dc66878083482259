package notebook

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// ErrNoData is the error of [Verifier.Verify] for a figure that was made from a file which this checkout does not have.
var ErrNoData = errors.New("the data is missing")

// A Maker makes a notebook again from the arguments of its recipe, behind the name of the program, and from the data files.
type Maker func(arguments []string, data fs.FS) (Notebook, error)

// Makes tells the Verifier which function makes the notebooks of a program, which is the first word of their [Notebook.Recipe].
func (v *Verifier) Makes(program string, maker Maker) { v.makers[program] = maker }

// Give hands over a data file from which a figure may have been made, for notebooks with a recipe. It is known by its content or, where
// it has changed since, by its name.
func (v *Verifier) Give(name string, data []byte) {
	v.data = append(v.data, givenFile{filepath.Base(name), data})
}

type givenFile struct {
	name string
	data []byte
}

// remade makes the notebook of a record that has a recipe.
func (v *Verifier) remade(record Record) (Notebook, error) {
	program, recipe := record.Recipe[0], CommandLine(record.Recipe...)
	maker := v.makers[program]
	if maker == nil {
		return Notebook{}, fmt.Errorf("it says that it is figure %q of the notebook %q, made by version %s with %q%s, and this checkout has no program %q that makes notebooks",
			record.Figure, record.Notebook, record.Version, recipe, made(record.Data), program)
	}
	data := memory{}
	for _, g := range v.data {
		data[g.name] = g.data
	}
	for _, input := range record.Data {
		file, found := v.given(input, len(record.Data) == 1)
		if !found {
			return Notebook{}, fmt.Errorf("%w: it says that it is figure %q of the notebook %q, made by version %s with %q%s: give that file with -data",
				ErrNoData, record.Figure, record.Notebook, record.Version, recipe, made(record.Data))
		}
		data[input.Path] = file
	}
	n, err := maker(record.Recipe[1:], data)
	if err != nil {
		return n, fmt.Errorf("its record says that it was made with %q, which fails in this checkout: %w", recipe, err)
	}
	return n, nil
}

// given finds the file that is meant: the same by its content, or by its name, or the only one where one is needed.
func (v *Verifier) given(input Input, only bool) ([]byte, bool) {
	for _, fits := range []func(givenFile) bool{
		func(g givenFile) bool { return sum(g.data) == input.SHA256 },
		func(g givenFile) bool { return g.name == path.Base(input.Path) },
		func(givenFile) bool { return only && len(v.data) == 1 },
	} {
		if i := slices.IndexFunc(v.data, fits); i >= 0 {
			return v.data[i].data, true
		}
	}
	return nil, false
}

// memory is a file system of the files that were given.
type memory map[string][]byte

func (m memory) Open(name string) (fs.File, error) {
	data, ok := m[name]
	if !ok {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return memoryFile{bytes.NewReader(data), name}, nil
}

// memoryFile is an open file of memory, and says of itself what fs.FileInfo asks for.
type memoryFile struct {
	*bytes.Reader
	name string
}

func (f memoryFile) Stat() (fs.FileInfo, error) { return f, nil }
func (f memoryFile) Close() error               { return nil }
func (f memoryFile) Name() string               { return path.Base(f.name) }
func (f memoryFile) Size() int64                { return f.Reader.Size() }
func (f memoryFile) Mode() fs.FileMode          { return 0o444 }
func (f memoryFile) ModTime() time.Time         { return time.Time{} }
func (f memoryFile) IsDir() bool                { return false }
func (f memoryFile) Sys() any                   { return nil }

// checkRecipe refuses what a stranger should not read in a figure, or could not use: the place of a file on the machine.
func checkRecipe(recipe []string) error {
	for _, word := range recipe {
		if filepath.IsAbs(word) || strings.HasPrefix(word, "/") {
			return fmt.Errorf("its Recipe holds %q, a path on this machine: name data files as Data has them", word)
		}
	}
	return nil
}
