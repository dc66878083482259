package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// found is what the command line leads to.
type found struct {
	files    []string          // in the order of the command line; those of a folder in the order of their names
	seen     map[string]string // the files, by the names under which the system knows them, and the folders
	texts    int               // how many .txt files the folders had, each time that they were met
	notes    []string
	problems []error
}

func (f *found) note(format string, args ...any) {
	f.notes = append(f.notes, fmt.Sprintf(format, args...))
}

// find lists the files that the command line names, and those in the folders that it names, each once.
func (o options) find() *found {
	f := &found{seen: map[string]string{}}
	for _, path := range o.paths {
		info, err := os.Stat(path)
		switch {
		case path == "-":
			f.add(path, "-")
		case errors.Is(err, fs.ErrNotExist):
			f.problems = append(f.problems, fmt.Errorf("%s: there is no such file or folder", path))
		case err != nil:
			f.problems = append(f.problems, err)
		case !info.IsDir():
			f.addFile(path)
		default:
			before := f.texts
			if f.folder(path); f.texts == before {
				f.problems = append(f.problems, fmt.Errorf("%s: the folder has no .txt file", path))
			}
		}
	}
	return f
}

// add enters a file under the name by which the system knows it.
func (f *found) add(path, real string) {
	if first, twice := f.seen[real]; twice {
		if first == path {
			f.note("%s: named twice, read once", path)
		} else {
			f.note("%s: the same file as %s, read once", path, first)
		}
		return
	}
	f.seen[real] = path
	f.files = append(f.files, path)
}

func (f *found) addFile(path string) {
	real, err := realPath(path)
	if err != nil {
		f.problems = append(f.problems, err)
		return
	}
	f.add(path, real)
}

// realPath is the path of a file without symbolic links.
func realPath(path string) (string, error) {
	real, err := filepath.EvalSymlinks(path)
	if err != nil {
		return "", err
	}
	return filepath.Abs(real)
}

// mostNamed is how many files that are passed over are named in one note.
const mostNamed = 20

// folder enters the .txt files of a folder and of those inside it. A folder to which a link leads back is read once; links that lead
// nowhere, and files of other kinds, are noted.
func (f *found) folder(path string) {
	real, err := realPath(path)
	if err != nil {
		f.problems = append(f.problems, err)
		return
	}
	if first, twice := f.seen[real]; twice {
		f.note("%s: the same folder as %s, read once", path, first)
		f.texts++
		return
	}
	f.seen[real] = path
	entries, err := os.ReadDir(path)
	if err != nil {
		f.problems = append(f.problems, err)
		return
	}
	var others []string
	for _, e := range entries {
		inside := filepath.Join(path, e.Name())
		info, err := os.Stat(inside)
		switch {
		case err != nil:
			f.note("%s: passed over, a link that leads nowhere", inside)
		case info.IsDir():
			f.folder(inside)
		case !isText(e.Name()) || !info.Mode().IsRegular():
			others = append(others, e.Name())
		default:
			f.texts++
			f.addFile(inside)
		}
	}
	if len(others) > 0 {
		f.noteOthers(path, others)
	}
}

func (f *found) noteOthers(path string, others []string) {
	names := strings.Join(others[:min(len(others), mostNamed)], ", ")
	if more := len(others) - mostNamed; more > 0 {
		names += fmt.Sprintf(" and %d more", more)
	}
	f.note("%s: passed over, not .txt: %s", path, names)
}

// isText reports whether a name ends in .txt, in small letters or in capitals.
func isText(name string) bool { return strings.EqualFold(filepath.Ext(name), ".txt") }
