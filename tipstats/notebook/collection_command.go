package notebook

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/tipstats/tip/tipstats/frame"
)

// Main is the main function of a command that regenerates a collection: every notebook in figures/NAME, figures/README.md,
// figures/ro-crate-metadata.json, and CITATION.cff, in the module that the working directory is in.
//
//	-check        write nothing; say what is stale, missing or orphaned, and end with status 1 if anything is
//	-out DIR      write to, or compare with, DIR: notebooks in DIR/NAME, the other files in DIR
//	-bundle FILE  write nothing but an archive (zip) with everything for a deposit
//
// An error is written to standard error and ends the program with status 1; a flag or an argument that is not known, or flags
// that exclude each other, with status 2.
func (c Collection) Main() { os.Exit(c.command(os.Args[1:], os.Stdout, os.Stderr)) }

// wanted is what the command line asks for.
type wanted struct {
	check       bool
	out, bundle string
}

func (c Collection) command(args []string, stdout, stderr io.Writer) int {
	want, flags, err := parseWanted(args)
	switch {
	case errors.Is(err, flag.ErrHelp):
		c.usage(stdout, flags)
		return 0
	case err != nil:
		fmt.Fprintln(stderr, err)
		c.usage(stderr, flags)
		return 2
	}
	if err := c.act(want, stdout); err != nil {
		fmt.Fprintln(stderr, err)
		return 1
	}
	return 0
}

func parseWanted(args []string) (wanted, *flag.FlagSet, error) {
	var want wanted
	flags := flag.NewFlagSet("collection", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.BoolVar(&want.check, "check", false, "write nothing; say what is stale, missing or orphaned")
	flags.StringVar(&want.out, "out", "", "the `folder` to write to, or to compare with")
	flags.StringVar(&want.bundle, "bundle", "", "write nothing but an archive (zip) with everything for a deposit to this `file`")
	err := flags.Parse(args)
	given := map[string]bool{}
	flags.Visit(func(f *flag.Flag) { given[f.Name] = true })
	switch {
	case err != nil:
	case flags.NArg() > 0:
		err = fmt.Errorf("unexpected argument %q", flags.Arg(0))
	case given["out"] && want.out == "":
		err = errors.New("-out names no folder")
	case given["bundle"] && !strings.HasSuffix(strings.ToLower(want.bundle), ".zip"):
		err = fmt.Errorf("-bundle %q: expected the name of an archive, which ends in .zip", want.bundle)
	case given["bundle"] && (want.check || given["out"]):
		err = errors.New("-bundle writes an archive and nothing else: it goes with neither -check nor -out")
	}
	return want, flags, err
}

func (c Collection) usage(w io.Writer, flags *flag.FlagSet) {
	names := make([]string, len(c.Notebooks))
	for i, n := range c.Notebooks {
		names[i] = n.Name
	}
	fmt.Fprintf(w, "Writes the figures and documents of %s to figures/ in the module, with an index, and CITATION.cff.\n", strings.Join(names, ", "))
	flags.SetOutput(w)
	flags.PrintDefaults()
}

func (c Collection) act(want wanted, stdout io.Writer) error {
	root, err := "", error(nil)
	if want.out == "" {
		if root, err = nearestModule(); err != nil {
			return err
		}
	}
	all, err := c.run()
	if err != nil {
		return err
	}
	to := within(root, want.out)
	switch {
	case want.bundle != "":
		return all.writeBundle(root, want.bundle, stdout)
	case want.check:
		return all.report(to, want.out, stdout)
	}
	if err := os.MkdirAll(to.figures, 0o777); err != nil {
		return fmt.Errorf("cannot make the folder for the output: %w", err)
	}
	return all.write(to, stdout)
}

// nearestModule is the folder of the module that the working directory is in, by the shortest name.
func nearestModule() (string, error) {
	working, err := os.Getwd()
	if err != nil {
		return "", err
	}
	root, err := moduleRoot(working, mainModule())
	if err != nil {
		return "", err
	}
	if root == working {
		return ".", nil
	}
	return root, nil
}

func (all *collected) writeBundle(root, name string, stdout io.Writer) error {
	archive, err := all.bundle(root)
	if err != nil {
		return err
	}
	if old, _, err := onDisk(name); err == nil && !ownArchive(all.Name, old) {
		return overwriting([]string{name})
	}
	if err := frame.WriteFile(name, archive); err != nil {
		return err
	}
	_, err = fmt.Fprintf(stdout, "%s: %s, %d bytes, SHA-256 %s\n", all.Name, filepath.ToSlash(name), len(archive), sum(archive))
	return err
}

// report prints what is fresh, and returns as an error what is not.
func (all *collected) report(to places, out string, stdout io.Writer) error {
	reports, err := all.compare(to)
	if err != nil {
		return err
	}
	var stale []error
	for _, r := range reports {
		if out != "" {
			r.Command = all.Command + " " + CommandLine("-out", out)
		}
		if !r.Fresh() {
			stale = append(stale, errors.New(r.String()))
			continue
		}
		fmt.Fprintln(stdout, r)
	}
	return errors.Join(stale...)
}
