package notebook

import (
	"go/ast"
	"go/token"
	"strings"
)

// needs is what a piece of code names: declarations of its package, and imports.
type needs struct {
	code  *cellCode
	names map[string]bool
}

// add enters what a node of a file names.
func (n *needs) add(file *sourceFile, node ast.Node) {
	imports := map[string]*ast.ImportSpec{}
	for _, spec := range file.tree.Imports {
		if name, importPath := importName(spec); importPath != "" {
			imports[name] = spec
		}
	}
	ast.Inspect(node, func(node ast.Node) bool {
		switch node := node.(type) {
		case *ast.SelectorExpr:
			if x, ok := node.X.(*ast.Ident); ok && imports[x.Name] != nil {
				spec := imports[x.Name]
				_, importPath := importName(spec)
				n.code.imports[importPath] = strings.TrimSpace(file.lines[file.line(spec.Pos())-1])
				return false
			}
		case *ast.Ident:
			n.names[node.Name] = true
		}
		return true
	})
}

// share finds the declarations that the code cells need, and what these need, in the order of the source. Sections are left to their
// own cells; shown are those that have one. It reports whether no cell needs an embedded file, which a kernel does not have.
func (c *cellCode) share(sections, shown map[ast.Decl]bool) bool {
	n := &needs{code: c, names: map[string]bool{}}
	n.add(c.dataFile, c.data)
	n.add(c.file, c.write)
	c.imports[packagePath] = `"` + packagePath + `"`
	for _, file := range c.files {
		for _, decl := range file.tree.Decls {
			if shown[decl] {
				n.add(file, decl)
			}
		}
	}
	chosen := map[ast.Decl]bool{}
	for more := true; more; {
		more = false
		for _, file := range c.files {
			for _, decl := range file.tree.Decls {
				if !chosen[decl] && !sections[decl] && decl != ast.Decl(c.write) && c.canShare(file, decl) && n.wants(decl) {
					chosen[decl], more = true, true
					n.add(file, decl)
				}
			}
		}
	}
	for _, file := range c.files {
		for _, decl := range file.tree.Decls {
			if chosen[decl] {
				c.shared = append(c.shared, declared{file, decl})
			}
			if c.embeds(file, decl) && n.wants(decl) {
				return false
			}
		}
	}
	return true
}

// canShare reports whether a declaration can stand in a cell: the Notebook itself and embedded files cannot.
func (c *cellCode) canShare(file *sourceFile, decl ast.Decl) bool {
	if file == c.dataFile && decl.Pos() <= c.data.Pos() && c.data.End() <= decl.End() {
		return false
	}
	general, ok := decl.(*ast.GenDecl)
	return !ok || general.Tok != token.IMPORT && !c.embeds(file, decl)
}

// embeds reports whether a declaration is that of an embedded file.
func (c *cellCode) embeds(file *sourceFile, decl ast.Decl) bool {
	general, ok := decl.(*ast.GenDecl)
	return ok && general.Doc != nil && strings.Contains(c.text(file, general.Doc.Pos(), general.Doc.End()), "//go:embed")
}

// wants reports whether a declaration declares one of the names.
func (n *needs) wants(decl ast.Decl) bool {
	switch decl := decl.(type) {
	case *ast.FuncDecl:
		return n.names[decl.Name.Name] && (decl.Recv == nil || n.names[receiver(decl)])
	case *ast.GenDecl:
		for _, spec := range decl.Specs {
			switch spec := spec.(type) {
			case *ast.TypeSpec:
				if n.names[spec.Name.Name] {
					return true
				}
			case *ast.ValueSpec:
				for _, name := range spec.Names {
					if n.names[name.Name] {
						return true
					}
				}
			}
		}
	}
	return false
}

// receiver is the type whose method a function is.
func receiver(decl *ast.FuncDecl) string {
	name := ""
	ast.Inspect(decl.Recv.List[0].Type, func(node ast.Node) bool {
		if id, ok := node.(*ast.Ident); ok && name == "" {
			name = id.Name
		}
		return true
	})
	return name
}
