package notebook

import (
	"go/ast"
	"slices"
	"strings"
)

// section is the code of one cell: the functions that made a part of the document, unless an earlier cell holds them, and the statements
// of write that called them. What write did before belongs to it, as far as it made nothing of the document.
func (c *cellCode) section(d *Doc, origins []origin) string {
	var own []int
	var b strings.Builder
	for _, o := range origins {
		own = append(own, c.statement(o))
		for _, call := range slices.Backward(o[:len(o)-1]) {
			file := d.sources[base(call.File)]
			if file == nil {
				continue
			}
			if decl := file.declaration(call.Line); decl != nil && !c.emitted[decl] {
				c.emitted[decl] = true
				b.WriteString(c.source(declared{file, decl}) + "\n\n")
			}
		}
	}
	parameter := c.write.Type.Params.List[0]
	head := strings.TrimSpace(string(c.file.slice(parameter.Pos(), parameter.End())))
	b.WriteString("%%\nnotebook.Cell(" + c.dataFile.slice(c.data.Pos(), c.data.End()) + ", func(" + head + ") error {\n")
	var statements []ast.Stmt
	for i, statement := range c.write.Body.List[:slices.Max(own)+1] {
		_, returns := statement.(*ast.ReturnStmt)
		if text := c.text(c.file, statement.Pos(), statement.End()); !returns && text != "" && (!c.making[i] || slices.Contains(own, i)) {
			b.WriteString(text + "\n")
			statements = append(statements, statement)
		}
	}
	for _, name := range unused(statements) {
		b.WriteString("\t_ = " + name + "\n")
	}
	document := "d"
	if len(parameter.Names) == 1 {
		document = parameter.Names[0].Name
	}
	b.WriteString("\treturn " + document + ".Err()\n})")
	return b.String()
}

// unused lists the variables that statements define and do not use, since later statements, which do, stand in other cells.
func unused(statements []ast.Stmt) []string {
	var defined []string
	used := map[string]int{}
	for _, statement := range statements {
		if assignment, ok := statement.(*ast.AssignStmt); ok && assignment.Tok.String() == ":=" {
			for _, left := range assignment.Lhs {
				if name, ok := left.(*ast.Ident); ok && name.Name != "_" {
					defined = append(defined, name.Name)
					used[name.Name]--
				}
			}
		}
		ast.Inspect(statement, func(node ast.Node) bool {
			if name, ok := node.(*ast.Ident); ok {
				used[name.Name]++
			}
			return true
		})
	}
	return slices.DeleteFunc(defined, func(name string) bool { return used[name] > 0 })
}
