package notebook

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// A Doc is the document that a notebook is writing. Its methods add to it in the order in which they are called; after the
// first error they do nothing.
type Doc struct {
	notebook Notebook
	blocks   []block
	origins  []origin // of each block
	values   map[string]*value
	data     []dataFile
	schemas  *dataPackage
	sources  map[string]*sourceFile
	files    map[string][]byte
	taken    map[string]string // what each lower-case name is taken by: a figure or a table
	tables   int
	figures  int
	heading  int             // the level of the last heading
	notes    map[string]bool // the labels of the footnotes
	problems Problems
	failed   bool // a call failed whose result the notebook would need
}

// A block is a part of the document: prose, code, a table or a picture.
type block any

func newDoc(n Notebook) *Doc {
	return &Doc{
		notebook: n,
		values:   map[string]*value{},
		sources:  map[string]*sourceFile{},
		files:    map[string][]byte{},
		taken:    map[string]string{},
		heading:  1,
		notes:    map[string]bool{},
	}
}

// Err returns what has gone wrong so far, each problem with its line of the notebook, or nil.
func (d *Doc) Err() error {
	if len(d.problems) == 0 {
		return nil
	}
	return slices.Clone(d.problems)
}

// Fail records an error of the notebook's own; every later call does nothing. A nil error is none.
func (d *Doc) Fail(err error) {
	if err != nil && !d.failed {
		d.fail(err)
	}
}

// fail records an error after which the notebook cannot go on.
func (d *Doc) fail(err error) {
	d.problem(err)
	d.failed = true
}

// problem records an error that leaves the rest of the notebook meaningful, so that the next one is found in the same run.
func (d *Doc) problem(err error) {
	d.problems = append(d.problems, Problem{Where: place(caller()), Err: err})
}

// problemf is problem with a message.
func (d *Doc) problemf(format string, args ...any) { d.problem(fmt.Errorf(format, args...)) }

// run calls the notebook's function and returns all that went wrong.
func (d *Doc) run() error {
	if err := d.call(); err != nil && !d.knows(err) {
		d.problems = append(d.problems, Problem{Err: err})
		d.failed = true
	}
	if !d.failed && len(d.blocks) == 0 && len(d.problems) == 0 {
		d.problems = append(d.problems, Problem{Err: errors.New("the notebook writes nothing: add prose with Doc.Text, a table or a figure")})
	}
	if !d.failed {
		d.resolve()
	}
	return d.Err()
}

// call runs the notebook's function. After an error the function works on with zero values, so that a panic is a
// consequence of it and says nothing new; a panic without an error is a bug of the notebook and goes on.
func (d *Doc) call() error {
	defer func() {
		failure := recover()
		if stop, ok := failure.(abort); ok {
			d.problems = append(d.problems, stop.Problem)
			d.failed = true
		} else if failure != nil && !d.failed {
			panic(failure)
		}
	}()
	return d.notebook.Write(d)
}

// knows reports whether the error that the notebook's function returned is, or wraps, what is recorded already.
func (d *Doc) knows(err error) bool {
	var recorded Problems
	return errors.As(err, &recorded) && len(recorded) <= len(d.problems)
}

// take reserves a name for a figure or a table, whose files carry it. Some file systems do not tell A from a.
func (d *Doc) take(what, name string) bool {
	if err := checkName(what, name); err != nil {
		d.problem(err)
		return false
	}
	key := strings.ToLower(name)
	if other, taken := d.taken[key]; taken {
		d.problemf("the name %q of this %s is taken by %s: their files would be the same", name, what, other)
		return false
	}
	d.taken[key] = fmt.Sprintf("%s %q", what, name)
	return true
}

// Generate runs the notebook and returns its files by name. It writes nothing.
func Generate(n Notebook) (map[string][]byte, error) {
	d, err := generate(n)
	if err != nil {
		return nil, err
	}
	return d.files, nil
}

// generate runs the notebook and returns its document, with all files.
func generate(n Notebook) (*Doc, error) {
	if err := n.check(); err != nil {
		return nil, err
	}
	d := newDoc(n)
	if err := d.run(); err != nil {
		return nil, err
	}
	if _, err := d.render(); err != nil {
		return nil, err
	}
	return d, nil
}

// render makes the files of a document that is complete and free of problems.
func (d *Doc) render() (map[string][]byte, error) {
	var err error
	set := func(name string, data []byte, failure error) {
		d.files[name] = data
		if failure != nil && err == nil {
			err = fmt.Errorf("notebook %q: %s: %w", d.notebook.Name, name, failure)
		}
	}
	page, failure := d.page()
	set("index.html", page, failure)
	set("README.md", d.readme(), nil)
	jupyter, failure := d.jupyter()
	set("notebook.ipynb", jupyter, failure)
	values, failure := d.valuesFile()
	set("values.json", values, failure)
	record, failure := d.provenance()
	set("provenance.json", record, failure)
	if err != nil {
		return nil, err
	}
	return d.files, nil
}
