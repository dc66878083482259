package notebook

import (
	"fmt"
	"runtime"
	"strings"
)

// MaxProblems is how many problems of one notebook an error lists. The rest are counted.
const MaxProblems = 100

// A Problem is one thing that is wrong with a notebook.
type Problem struct {
	Where string // the line of the notebook: "examples/peru2023/peru/notebook.go:41"
	Err   error
}

// Error says where the problem is and what it is.
func (p Problem) Error() string {
	if p.Where == "" {
		return p.Err.Error()
	}
	return p.Where + ": " + p.Err.Error()
}

// Unwrap returns the error without its place.
func (p Problem) Unwrap() error { return p.Err }

// Problems is everything that is wrong with a notebook, in the order in which it was found. As an error it lists them
// one a line, at most [MaxProblems], and says how many more there are.
type Problems []Problem

func (ps Problems) Error() string {
	lines := make([]string, 0, min(len(ps), MaxProblems+1))
	for i, p := range ps {
		if i == MaxProblems {
			lines = append(lines, fmt.Sprintf("and %d more", len(ps)-i))
			break
		}
		lines = append(lines, p.Error())
	}
	return strings.Join(lines, "\n")
}

// Unwrap lets errors.Is and errors.As look into every problem.
func (ps Problems) Unwrap() []error {
	errs := make([]error, len(ps))
	for i, p := range ps {
		errs[i] = p
	}
	return errs
}

// abort is what Must panics with. The notebook's run recovers it.
type abort struct{ Problem }

// Must returns the value of a call that did not fail, and otherwise ends the notebook with the call's error and the line
// of the notebook that called Must:
//
//	rate := notebook.Must(funnel.ConvictionRate())
//
// It is for the functions that a [Notebook] runs: it ends them by a panic that the notebook's run turns into an error.
func Must[T any](value T, err error) T {
	if err != nil {
		panic(abort{Problem{Where: place(caller()), Err: err}})
	}
	return value
}

// caller is the innermost frame of the stack that is not this package's own.
func caller() runtime.Frame {
	var counters [32]uintptr
	frames := runtime.CallersFrames(counters[:runtime.Callers(2, counters[:])])
	for {
		frame, more := frames.Next()
		own := strings.HasPrefix(frame.Function, packagePath+".") && !strings.HasSuffix(frame.File, "_test.go")
		if !own || !more {
			return frame
		}
	}
}

// place names a line by the path of its package, which is the same wherever and however the program was built.
func place(frame runtime.Frame) string {
	folder := strings.TrimPrefix(strings.TrimPrefix(packageOf(frame.Function), modulePath), "/")
	if folder == "" || folder == "main" {
		return fmt.Sprintf("%s:%d", base(frame.File), frame.Line)
	}
	return fmt.Sprintf("%s/%s:%d", folder, base(frame.File), frame.Line)
}

// packageOf is the import path in a function's full name: what stands before the first dot after the last slash.
func packageOf(function string) string {
	slash := strings.LastIndexByte(function, '/') + 1
	if dot := strings.IndexByte(function[slash:], '.'); dot >= 0 {
		return function[:slash+dot]
	}
	return function
}

// base is the last element of a path as the compiler records it, with slashes on every system.
func base(file string) string { return file[strings.LastIndexByte(file, '/')+1:] }

// modulePath and packagePath are the import paths of this module and of this package.
const (
	modulePath  = "github.com/tipstats/tip"
	packagePath = modulePath + "/tipstats/notebook"
)
