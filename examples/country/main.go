// Command country writes the notebook of any country from a CSV of its figures, with the columns of tipstats.Schema: what the
// sources state, the funnel of one year, every quotient that is called a conviction rate, the years, and the forms of trafficking.
//
//	go run ./examples/country -data FILE.csv -country COL -name Colombia -out DIR
//
// A figure of it is verified with go run ./examples/verify -data FILE.csv FIGURE: it carries the recipe of the notebook, in which the
// CSV is known by its name and its hash.
//
// With -year it shows the funnel of that year instead of the newest; with -check it writes nothing and says what is stale in DIR.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/tipstats/tip/examples/country/study"
	"github.com/tipstats/tip/tipstats/notebook"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// options are what the command line asks for.
type options struct {
	study.Options
	data  string // the path of the CSV
	out   string
	check bool
}

func run(args []string, stdout, stderr io.Writer) int {
	o, err := parse(args, stdout)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return 0
	case err != nil:
		fmt.Fprintf(stderr, "%v\nrun it with -h to see how it is used\n", err)
		return 2
	}
	if err := o.act(stdout); err != nil {
		fmt.Fprintln(stderr, err)
		return 1
	}
	return 0
}

func parse(args []string, stdout io.Writer) (options, error) {
	var o options
	flags := flag.NewFlagSet("country", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.StringVar(&o.data, "data", "", "the `file` with the figures, a CSV as datasets/README.md describes")
	o.Flags(flags)
	flags.StringVar(&o.out, "out", "", "the `folder` to write to")
	flags.BoolVar(&o.check, "check", false, "write nothing; say what is stale, missing or orphaned in the folder of -out")
	err := flags.Parse(args)
	if errors.Is(err, flag.ErrHelp) {
		fmt.Fprintln(stdout, "Writes the notebook of a country from a CSV of its figures.")
		flags.SetOutput(stdout)
		flags.PrintDefaults()
		return o, err
	}
	problems := []error{err}
	if flags.NArg() > 0 {
		problems = append(problems, fmt.Errorf("unexpected argument %q", flags.Arg(0)))
	}
	for _, needed := range []struct{ name, value string }{{"data", o.data}, {"country", o.Country}, {"out", o.out}} {
		if needed.value == "" && err == nil {
			problems = append(problems, fmt.Errorf("-%s is missing", needed.name))
		}
	}
	if o.Name == "" {
		o.Name = o.Country
	}
	return o, errors.Join(problems...)
}

// notebook is the notebook of the country that the options name.
func (o options) notebook() (notebook.Notebook, error) {
	info, err := os.Stat(o.data)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return notebook.Notebook{}, fmt.Errorf("-data %s: there is no such file", o.data)
	case err != nil:
		return notebook.Notebook{}, fmt.Errorf("-data: %w", err)
	case info.IsDir():
		return notebook.Notebook{}, fmt.Errorf("-data %s: it is a folder, a CSV is expected", o.data)
	}
	o.File = filepath.Base(o.data)
	return o.Notebook(os.DirFS(filepath.Dir(o.data))), nil
}

// command is what writes the notebook again, here: its page knows no folder of this machine.
func (o options) command() string {
	words := append([]string{"go", "run", "./examples/country", "-data", o.data}, o.Arguments()...)
	return notebook.CommandLine(append(words, "-out", o.out)...)
}

// act writes or checks the notebook.
func (o options) act(stdout io.Writer) error {
	n, err := o.notebook()
	if err != nil {
		return err
	}
	if o.check {
		report, err := notebook.Check(n, o.out)
		if err != nil {
			return err
		}
		report.Command = o.command()
		if !report.Fresh() {
			return errors.New(report.String())
		}
		fmt.Fprintln(stdout, report)
		return nil
	}
	written, err := notebook.Run(n, o.out)
	if err != nil {
		return err
	}
	fmt.Fprintf(stdout, "%s: %v\n", o.Name, written)
	return nil
}
