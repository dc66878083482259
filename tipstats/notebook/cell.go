package notebook

import (
	"go/ast"
	"go/token"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
)

// cellCode takes the source of a notebook apart into cells that a Go kernel runs in order: declarations that all cells share
// come first; then, for each part of the document, the functions that made it, without their prose, and after a line with
// %% the statements that call them.
type cellCode struct {
	files    []*sourceFile
	write    *ast.FuncDecl
	file     *sourceFile // that write is in
	data     ast.Expr    // Notebook.Data
	dataFile *sourceFile
	shared   []declared
	imports  map[string]string // the import declarations that the cells need, by path
	emitted  map[ast.Decl]bool // section functions that a cell holds already
	prose    map[*sourceFile]map[int]bool
	making   map[int]bool // statements of write that make blocks
}

// A declared is a declaration of a file.
type declared struct {
	file *sourceFile
	decl ast.Decl
}

// newCellCode reads the notebook's source. It reports false where the source does not show which statements made the document: where
// Write is not a declared function of the notebook's package, or no Notebook names it beside its Data; nor where the cells would need a
// file that is embedded in the package.
func (d *Doc) newCellCode() (*cellCode, bool) {
	c := &cellCode{imports: map[string]string{}, emitted: map[ast.Decl]bool{}, prose: map[*sourceFile]map[int]bool{}, making: map[int]bool{}}
	if len(d.origins) == 0 || slices.ContainsFunc(d.origins, func(o origin) bool { return len(o) == 0 }) {
		return nil, false
	}
	if !c.read(d) {
		return nil, false
	}
	first := d.origins[0]
	outermost := first[len(first)-1]
	c.file = d.sources[base(outermost.File)]
	if c.file == nil {
		return nil, false
	}
	c.write, _ = c.file.declaration(outermost.Line).(*ast.FuncDecl)
	if c.write == nil || c.write.Recv != nil || len(c.write.Type.Params.List) != 1 || !c.findData() {
		return nil, false
	}
	sections := map[ast.Decl]bool{}
	for i, o := range d.origins {
		c.making[c.statement(o)] = true
		for _, call := range o[:len(o)-1] {
			if file := d.sources[base(call.File)]; file != nil {
				sections[file.declaration(call.Line)] = true
			}
		}
		if file := d.sources[base(o[0].File)]; file != nil && !shows(d.blocks[i]) {
			c.strip(file, o[0].Line)
		}
	}
	if !c.share(sections, c.inCells(d)) {
		return nil, false
	}
	return c, true
}

// inCells are the functions of the parts that get a code cell.
func (c *cellCode) inCells(d *Doc) map[ast.Decl]bool {
	functions := map[ast.Decl]bool{}
	for _, part := range d.parts(c) {
		if !slices.ContainsFunc(part, func(i int) bool { return !isProse(d.blocks[i]) }) {
			continue
		}
		for _, o := range d.originsOf(part) {
			for _, call := range o[:len(o)-1] {
				if file := d.sources[base(call.File)]; file != nil {
					functions[file.declaration(call.Line)] = true
				}
			}
		}
	}
	return functions
}

// shows reports whether a block is an output of the code, a table or a figure.
func shows(b block) bool {
	switch b.(type) {
	case *table, *picture:
		return true
	}
	return false
}

// read parses the files of the notebook's package.
func (c *cellCode) read(d *Doc) bool {
	entries, err := fs.ReadDir(d.notebook.Source, ".")
	if err != nil {
		return false
	}
	for _, entry := range entries {
		name := entry.Name()
		if path.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") && d.sources[name] == nil {
			continue
		}
		file, err := d.parsed(name)
		if err != nil {
			return false
		}
		c.files = append(c.files, file)
	}
	return true
}

// declaration is the declaration at a line.
func (f *sourceFile) declaration(line int) ast.Decl {
	for _, decl := range f.tree.Decls {
		if f.line(decl.Pos()) <= line && line <= f.line(decl.End()) {
			return decl
		}
	}
	return nil
}

// statement is the index of the statement of write from which a block was made.
func (c *cellCode) statement(o origin) int {
	line := o[len(o)-1].Line
	return slices.IndexFunc(c.write.Body.List, func(s ast.Stmt) bool { return c.file.line(s.Pos()) <= line && line <= c.file.line(s.End()) })
}

// strip marks the lines of a statement that writes prose or shows code: cells do without it.
func (c *cellCode) strip(file *sourceFile, line int) {
	if c.prose[file] == nil {
		c.prose[file] = map[int]bool{}
	}
	first, last := file.statement(line)
	for ; first <= last; first++ {
		c.prose[file][first] = true
	}
}

// findData finds the Notebook that names write, and in it the expression for its data.
func (c *cellCode) findData() bool {
	for _, file := range c.files {
		ast.Inspect(file.tree, func(node ast.Node) bool {
			literal, ok := node.(*ast.CompositeLit)
			if !ok {
				return true
			}
			fields := map[string]ast.Expr{}
			for _, element := range literal.Elts {
				if pair, ok := element.(*ast.KeyValueExpr); ok {
					if key, ok := pair.Key.(*ast.Ident); ok {
						fields[key.Name] = pair.Value
					}
				}
			}
			if name, ok := fields["Write"].(*ast.Ident); ok && name.Name == c.write.Name.Name && fields["Data"] != nil {
				c.data, c.dataFile = fields["Data"], file
			}
			return true
		})
	}
	return c.data != nil
}

// text is the source from one place to another, in whole lines, without the prose.
func (c *cellCode) text(file *sourceFile, from, to token.Pos) string {
	var lines []string
	for line := file.line(from); line <= file.line(to-1); line++ {
		shown, last := file.lines[line-1], len(lines)-1
		switch {
		case c.prose[file][line]:
			if last >= 0 && lines[last] == "" { // one empty line is left of those before and after the prose
				lines = lines[:last]
			}
		case shown != "" || last < 0 || !c.prose[file][line-1] || !strings.HasSuffix(lines[last], "{"):
			lines = append(lines, shown)
		}
	}
	return strings.Join(lines, "\n")
}

// source is a declaration with its comment.
func (c *cellCode) source(d declared) string {
	from := d.decl.Pos()
	switch decl := d.decl.(type) {
	case *ast.FuncDecl:
		if decl.Doc != nil {
			from = decl.Doc.Pos()
		}
	case *ast.GenDecl:
		if decl.Doc != nil {
			from = decl.Doc.Pos()
		}
	}
	return c.text(d.file, from, d.decl.End())
}

// setup is the first cell: imports and what the cells share.
func (c *cellCode) setup() string {
	paths := make([]string, 0, len(c.imports))
	for name := range c.imports {
		paths = append(paths, name)
	}
	standard := func(name string) bool { return !strings.Contains(strings.SplitN(name, "/", 2)[0], ".") }
	slices.SortFunc(paths, func(a, b string) int {
		if standard(a) != standard(b) {
			return map[bool]int{true: -1, false: 1}[standard(a)]
		}
		return strings.Compare(a, b)
	})
	var b strings.Builder
	b.WriteString("import (\n")
	for i, name := range paths {
		if i > 0 && standard(paths[i-1]) && !standard(name) {
			b.WriteByte('\n')
		}
		b.WriteString("\t" + c.imports[name] + "\n")
	}
	b.WriteString(")\n")
	for _, d := range c.shared {
		b.WriteString("\n" + c.source(d) + "\n")
	}
	return strings.TrimSpace(b.String())
}

// importName is the name under which a file uses an import.
func importName(spec *ast.ImportSpec) (name, importPath string) {
	importPath, err := strconv.Unquote(spec.Path.Value)
	switch {
	case err != nil:
		return "", ""
	case spec.Name != nil:
		return spec.Name.Name, importPath
	}
	return path.Base(importPath), importPath
}
