package notebook

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"runtime"
	"strings"
)

// code is a part of the notebook's source.
type code struct {
	file   string
	source string
}

// sourceFile is a Go file of the notebook.
type sourceFile struct {
	lines   []string
	set     *token.FileSet
	tree    *ast.File
	reached map[int]int // by the first line of a function: the last line that the document has passed in it
}

// Code shows the source of the function that calls it: what stands between the last call of Text or Code in that function,
// or its beginning, and this call. The source is taken from Notebook.Source, so that it is what was compiled.
func (d *Doc) Code() {
	if d.failed {
		return
	}
	frame := caller()
	file, err := d.sourceOf(frame)
	if err != nil {
		d.problem(err)
		return
	}
	start, end := file.function(frame.Line)
	first, last := file.statement(frame.Line)
	if passed := file.reached[start]; passed >= start && passed < first {
		start = passed
	}
	file.reached[file.key(frame.Line)] = last
	shown := dedent(strings.Join(file.lines[start:first-1], "\n"))
	if strings.TrimSpace(shown) == "" || end < first {
		d.problemf("Code has nothing to show: it follows the last Text or Code of its function, or its beginning, at once")
		return
	}
	d.add(&code{file: base(frame.File), source: shown})
}

// reached remembers that the document has passed the statement at a place.
func (d *Doc) reached(frame runtime.Frame) {
	file, err := d.sourceOf(frame)
	if err != nil {
		return // only Code needs the source, and reports it
	}
	_, last := file.statement(frame.Line)
	file.reached[file.key(frame.Line)] = last
}

// statement is the source of the statement at a place, or a plain call where the source is not at hand.
func (d *Doc) statement(frame runtime.Frame, call string) string {
	file, err := d.sourceOf(frame)
	if err != nil {
		return call
	}
	first, last := file.statement(frame.Line)
	return dedent(strings.Join(file.lines[first-1:last], "\n"))
}

// sourceOf reads the file that a frame is in.
func (d *Doc) sourceOf(frame runtime.Frame) (*sourceFile, error) {
	name := base(frame.File)
	file, err := d.parsed(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf(`Notebook.Source does not hold %s, whose code is to be shown: embed it with "//go:embed *.go": %w`, name, err)
	case err != nil:
		return nil, fmt.Errorf("Notebook.Source: %w", err)
	}
	if frame.Line > len(file.lines) {
		return nil, fmt.Errorf("Notebook.Source holds another %s than the one that runs: it has no line %d", name, frame.Line)
	}
	return file, nil
}

// parsed is a file of the notebook's source.
func (d *Doc) parsed(name string) (*sourceFile, error) {
	if file, ok := d.sources[name]; ok {
		return file, nil
	}
	data, err := fs.ReadFile(d.notebook.Source, name)
	if err != nil {
		return nil, err
	}
	text := strings.ReplaceAll(string(data), "\r\n", "\n")
	file := &sourceFile{lines: strings.Split(text, "\n"), set: token.NewFileSet(), reached: map[int]int{}}
	file.tree, err = parser.ParseFile(file.set, name, text, parser.SkipObjectResolution|parser.ParseComments)
	if err == nil {
		d.sources[name] = file
	}
	return file, err
}

// slice is the source from one place to another.
func (f *sourceFile) slice(from, to token.Pos) string {
	text := strings.Join(f.lines, "\n")
	return text[f.set.Position(from).Offset:f.set.Position(to).Offset]
}

func (f *sourceFile) line(at token.Pos) int { return f.set.Position(at).Line }

// key tells the functions of a file apart.
func (f *sourceFile) key(line int) int {
	start, _ := f.function(line)
	return start
}

// function is the line of the opening brace and that of the closing brace of the innermost function around a line.
func (f *sourceFile) function(line int) (start, end int) {
	ast.Inspect(f.tree, func(node ast.Node) bool {
		var body *ast.BlockStmt
		switch n := node.(type) {
		case *ast.FuncDecl:
			body = n.Body
		case *ast.FuncLit:
			body = n.Body
		}
		if body == nil {
			return true
		}
		opens, closes := f.line(body.Lbrace), f.line(body.Rbrace)
		// A literal that opens on this line is an argument of the call, not around it.
		if _, literal := node.(*ast.FuncLit); opens < line && line <= closes || !literal && opens == line {
			start, end = opens, closes
		}
		return true
	})
	return start, end
}

// statement is the first and the last line of the innermost statement around a line.
func (f *sourceFile) statement(line int) (first, last int) {
	first, last = line, line
	size := len(f.lines) + 1
	ast.Inspect(f.tree, func(node ast.Node) bool {
		statement, ok := node.(ast.Stmt)
		if !ok {
			return true
		}
		if _, block := node.(*ast.BlockStmt); block {
			return true
		}
		begins, ends := f.line(statement.Pos()), f.line(statement.End()-1)
		if begins <= line && line <= ends && ends-begins < size {
			first, last, size = begins, ends, ends-begins
		}
		return true
	})
	return first, last
}
