package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
)

// longestInput bounds a narrative: a report's narrative has some ten thousand bytes, a whole report a few million.
const longestInput = 64 << 20

// input is a narrative to read.
type input struct {
	path   string // as the command line names it
	name   string // the file's name without .txt
	text   string
	report int
}

// inputs reads every file, the .txt files of every folder, and standard input. The error names all that cannot be read.
func (o options) inputs(stdin io.Reader) ([]input, error) {
	var list []input
	var problems []error
	add := func(path string, read func() ([]byte, error)) {
		data, err := read()
		if err != nil {
			problems = append(problems, err)
			return
		}
		in := input{path: path, name: strings.TrimSuffix(filepath.Base(path), ".txt"), text: strings.TrimPrefix(string(data), "\ufeff"), report: o.report}
		if path == "-" {
			in.name = "stdin"
		}
		if in.report == 0 {
			in.report = yearOf(in.name)
		}
		list = append(list, in)
	}
	stdinRead := false
	for _, path := range o.paths {
		if path == "-" {
			if stdinRead {
				problems = append(problems, errors.New("-: standard input is named twice"))
				continue
			}
			stdinRead = true
			add(path, func() ([]byte, error) { return limited(stdin, "standard input") })
			continue
		}
		files, err := filesOf(path)
		if err != nil {
			problems = append(problems, err)
		}
		for _, file := range files {
			add(file, func() ([]byte, error) { return readFile(file) })
		}
	}
	return list, errors.Join(problems...)
}

// filesOf is the file itself, or the .txt files of a folder in the order of their names.
func filesOf(path string) ([]string, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("%s: there is no such file or folder", path)
	case err != nil:
		return nil, err
	case !info.IsDir():
		return []string{path}, nil
	}
	entries, err := os.ReadDir(path)
	if err != nil {
		return nil, err
	}
	var files []string
	for _, e := range entries {
		if !e.IsDir() && strings.HasSuffix(e.Name(), ".txt") {
			files = append(files, filepath.Join(path, e.Name()))
		}
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("%s: the folder has no .txt file", path)
	}
	return files, nil
}

func readFile(path string) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return limited(file, path)
}

func limited(r io.Reader, name string) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, longestInput+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("%s: %w", name, err)
	case len(data) > longestInput:
		return nil, fmt.Errorf("%s: longer than %d MB, which is no narrative", name, longestInput>>20)
	}
	return data, nil
}

var yearAtEnd = regexp.MustCompile(`(?:^|\D)((?:19|20)\d\d)$`)

// yearOf is the year at the end of a name, or 0.
func yearOf(name string) int {
	m := yearAtEnd.FindStringSubmatch(name)
	if m == nil {
		return 0
	}
	year, err := strconv.Atoi(m[1])
	if err != nil {
		return 0
	}
	return year
}
