package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
)

// longestInput bounds a narrative: a report's narrative has some ten thousand bytes, a whole report a few million.
const longestInput = 64 << 20

// firstReport and lastReport bound the editions of the report.
const firstReport, lastReport = 2001, 2099

// input is a narrative to read.
type input struct {
	path    string // as the command line names it
	name    string // the file's name without .txt
	report  int    // 0 if unknown
	country string // empty if unknown
}

// inputs finds every file, the .txt files of every folder, and standard input, each once. The notes say what was passed over; the
// error names all that cannot be found.
func (o options) inputs() (list []input, notes []string, err error) {
	found := o.find()
	for _, path := range found.files {
		list = append(list, o.input(path))
	}
	distinguish(list)
	return list, found.notes, errors.Join(found.problems...)
}

// read reads the text; the note says how it was converted.
func (in input) read(stdin io.Reader) (text, note string, err error) {
	data, err := readFile(in.path, stdin)
	if err != nil {
		return "", "", err
	}
	if text, note, err = decode(data); err != nil {
		return "", "", fmt.Errorf("%s: %w", in.path, err)
	}
	return text, note, nil
}

// input fills in what the command line, or else the file's name, says of a text.
func (o options) input(path string) input {
	in := input{path: path, name: filepath.Base(path), report: o.report, country: o.country}
	if isText(in.name) {
		in.name = in.name[:len(in.name)-len(".txt")]
	}
	if path == "-" {
		in.name = "stdin"
	}
	if in.report == 0 {
		in.report = yearOf(in.name)
	}
	if in.country == "" {
		in.country = countryOf(in.name)
	}
	return in
}

// distinguish gives files of the same name in several folders the names of their paths.
func distinguish(list []input) {
	count := map[string]int{}
	for _, in := range list {
		count[in.name]++
	}
	for i, in := range list {
		if count[in.name] > 1 {
			list[i].name = strings.TrimSuffix(filepath.ToSlash(in.path), filepath.Ext(in.path))
		}
	}
}

func readFile(path string, stdin io.Reader) ([]byte, error) {
	if path == "-" {
		return limited(stdin, "standard input")
	}
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

// yearOf is the edition at the end of a name, or 0.
func yearOf(name string) int {
	m := yearAtEnd.FindStringSubmatch(name)
	if m == nil {
		return 0
	}
	year, err := strconv.Atoi(m[1])
	if err != nil || year < firstReport {
		return 0
	}
	return year
}
