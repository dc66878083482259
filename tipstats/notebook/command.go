package notebook

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
)

// Main is the main function of a notebook: it writes the notebook's files to figures/NAME in the module that the
// working directory is in.
//
//	-check    write nothing; say what is stale, missing or orphaned, and end with status 1 if anything is
//	-out DIR  write to, or compare with, the folder DIR
//
// An error is written to standard error and ends the program with status 1; a flag or an argument that is not known, with
// status 2.
func Main(n Notebook) {
	if info, ok := debug.ReadBuildInfo(); ok {
		if err := n.checkCommand(info); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
	os.Exit(command{n}.run(os.Args[1:], os.Stdout, os.Stderr))
}

// command is the command line of a notebook.
type command struct{ Notebook }

func (c command) run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("notebook", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	check := flags.Bool("check", false, "write nothing; say what is stale, missing or orphaned")
	out := flags.String("out", "", "the `folder` to write to, or to compare with")
	err := flags.Parse(args)
	if err == nil && flags.NArg() > 0 {
		err = fmt.Errorf("unexpected argument %q", flags.Arg(0))
	}
	outGiven := false
	flags.Visit(func(f *flag.Flag) { outGiven = outGiven || f.Name == "out" })
	if err == nil && outGiven && *out == "" {
		err = errors.New("-out names no folder")
	}
	switch {
	case errors.Is(err, flag.ErrHelp):
		c.usage(stdout, flags)
		return 0
	case err != nil:
		fmt.Fprintln(stderr, err)
		c.usage(stderr, flags)
		return 2
	}
	folder, err := c.folder(*out)
	if err == nil {
		err = act(c.Notebook, folder, *out, *check, stdout)
	}
	if err != nil {
		fmt.Fprintln(stderr, err)
		return 1
	}
	return 0
}

func (c command) usage(w io.Writer, flags *flag.FlagSet) {
	fmt.Fprintf(w, "Writes the figures and documents of %s to figures/ in the module, or to the folder of -out.\n", c.Name)
	flags.SetOutput(w)
	flags.PrintDefaults()
}

// act writes or checks one notebook in a folder; out is what the user gave for it, if anything.
func act(n Notebook, folder, out string, check bool, stdout io.Writer) error {
	if check {
		report, err := Check(n, folder)
		if err != nil {
			return err
		}
		if out != "" {
			report.Command += " " + CommandLine("-out", out)
		}
		if !report.Fresh() {
			return errors.New(report.String())
		}
		_, err = fmt.Fprintln(stdout, report)
		return err
	}
	written, err := Run(n, folder)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(stdout, "%s: %v\n", n.Name, written)
	return err
}

// folder is where the files of the notebook belong.
func (c command) folder(out string) (string, error) {
	if out != "" {
		return out, nil
	}
	working, err := os.Getwd()
	if err != nil {
		return "", err
	}
	root, err := moduleRoot(working, mainModule())
	if err != nil {
		return "", err
	}
	folder := filepath.Join(root, "figures", c.Name)
	if relative, err := filepath.Rel(working, folder); err == nil && !strings.HasPrefix(relative, "..") {
		return relative, nil
	}
	return folder, nil
}

// mainModule is the module of the program: this one, or that of somebody who writes notebooks with it.
func mainModule() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Path != "" {
		return info.Main.Path
	}
	return modulePath
}

// moduleRoot finds the folder with the go.mod of a module, upward from a folder.
func moduleRoot(folder, module string) (string, error) {
	for at := folder; ; at = filepath.Dir(at) {
		file, err := os.ReadFile(filepath.Join(at, "go.mod"))
		if err == nil && declares(file, module) {
			return at, nil
		}
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return "", err
		}
		if at == filepath.Dir(at) {
			return "", fmt.Errorf("%s is not inside a checkout of %s, so there is no figures/ to write to: say where with -out DIR", folder, module)
		}
	}
}

// declares reports whether a go.mod is that of a module.
func declares(file []byte, module string) bool {
	for scan := bufio.NewScanner(strings.NewReader(string(file))); scan.Scan(); {
		if fields := strings.Fields(scan.Text()); len(fields) >= 2 && fields[0] == "module" {
			return strings.Trim(fields[1], "\"`") == module
		}
	}
	return false
}
