package notebook

import (
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"testing"
)

func TestUnused(t *testing.T) {
	file, err := parser.ParseFile(token.NewFileSet(), "", "package p\nfunc f() { a := 1; b, c := 2, a; _, d := g(c); e = d; h := 1; _ = b }", 0)
	if err != nil {
		t.Fatal(err)
	}
	if got, expected := unused(file.Decls[0].(*ast.FuncDecl).Body.List), []string{"h"}; !slices.Equal(got, expected) {
		t.Errorf("%v, expected %v", got, expected)
	}
}
