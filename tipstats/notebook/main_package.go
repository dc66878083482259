package notebook

import (
	"fmt"
	"go/parser"
	"go/token"
	"io/fs"
	"reflect"
	"runtime"
	"runtime/debug"
	"strings"
)

// command is what regenerates the notebook. Where Write is in the main package of a program, that package is known, in the program as in
// its test.
func (n Notebook) command() string {
	if n.Command != "" {
		return n.Command
	}
	if info, ok := debug.ReadBuildInfo(); ok && n.Write != nil {
		if run, ok := goRun(n.mainPackage(info), info); ok {
			return run
		}
	}
	return "go run ./examples/" + n.Name
}

// mainPackage is the import path of the package of Write if that is a main package.
func (n Notebook) mainPackage(info *debug.BuildInfo) string {
	write := runtime.FuncForPC(reflect.ValueOf(n.Write).Pointer())
	folder := packageOf(write.Name())
	if folder == "main" {
		return info.Path
	}
	name, _ := write.FileLine(write.Entry())
	source, err := fs.ReadFile(n.Source, base(name))
	if err != nil {
		return ""
	}
	if file, err := parser.ParseFile(token.NewFileSet(), name, source, parser.PackageClauseOnly); err == nil && file.Name.Name == "main" {
		return folder // in a test, where the functions of a main package have its path
	}
	return ""
}

// goRun is the command that runs a main package of the module from its root.
func goRun(folder string, info *debug.BuildInfo) (string, bool) {
	module := info.Main.Path
	if below, found := strings.CutPrefix(folder, module+"/"); found && module != "" {
		return "go run ./" + below, true
	}
	return "go run .", folder == module && module != ""
}

// checkCommand reports that a program is not what its documents say it is.
func (n Notebook) checkCommand(info *debug.BuildInfo) error {
	if n.Command != "" {
		return nil
	}
	run, known := goRun(info.Path, info)
	switch {
	case !known && n.mainPackage(info) != "":
		return fmt.Errorf("notebook %q: its documents say how to make them again, which cannot be told from this program: run its package, as in go run . and not "+
			"go run main.go, or set Command", n.Name)
	case known && run != n.command():
		return fmt.Errorf("notebook %q: its documents say that %q makes them again, and this is %q: set Command to that", n.Name, n.command(), run)
	}
	return nil
}
