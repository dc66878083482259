// Command narrative reads narratives of the report, or their sections on prosecution, and writes the counts that they state as rows of
// a CSV, each with the words that it comes from.
//
//	go run ./examples/narrative FILE...
//
// A folder is read whole (its .txt files, and those of the folders in it), - is standard input; each file is read once. With -observations
// it writes a dataset as ./examples/country reads it, under the country and the edition that -country and -report give, or else the
// file's name: COL-2023.txt. With -review it also writes a page on which every number of the text is marked with what became of it. What
// was passed over, converted or left out is said on standard error; where anything is wrong nothing is written.
package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
)

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

// options are what the command line asks for.
type options struct {
	observations bool
	country      string // ISO 3166-1 alpha-3
	report       int    // the edition; 0: that in the file's name, if there is one
	source       string
	review       string // the page
	paths        []string
}

func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	o, err := parse(args, stdout)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return 0
	case err != nil:
		fmt.Fprintf(stderr, "%v\nrun it with -h to see how it is used\n", err)
		return 2
	}
	if err := o.act(stdin, stdout, stderr); err != nil {
		fmt.Fprintln(stderr, err)
		return 1
	}
	return 0
}

func parse(args []string, stdout io.Writer) (options, error) {
	var o options
	flags := flag.NewFlagSet("narrative", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.BoolVar(&o.observations, "observations", false, "write a dataset instead; needs -country and -report, or a file named like COL-2023.txt")
	flags.StringVar(&o.country, "country", "", "the country's `code` in the dataset, ISO 3166-1 alpha-3 (XKX for Kosovo); if empty, the code that the file's name begins with: COL-2023.txt")
	flags.IntVar(&o.report, "report", 0, "the `year` of the report; if 0, a year at the end of the file's name: colombia-2023.txt")
	flags.StringVar(&o.source, "source", "", "what the dataset `names` as the source; the file's name if empty")
	flags.StringVar(&o.review, "review", "", "also write the `page` for review, an HTML file")
	err := flags.Parse(args)
	if errors.Is(err, flag.ErrHelp) {
		fmt.Fprintln(stdout, "Reads narratives and writes the counts of law enforcement that they state, as CSV.\nusage: narrative [flags] FILE|FOLDER|- ...")
		flags.SetOutput(stdout)
		flags.PrintDefaults()
		return o, err
	}
	o.paths = flags.Args()
	return o, errors.Join(err, o.check(err == nil))
}

// check says everything that is wrong with the command line.
func (o options) check(parsed bool) error {
	var problems []error
	report := func(wrong bool, format string, args ...any) {
		if wrong && parsed {
			problems = append(problems, fmt.Errorf(format, args...))
		}
	}
	report(len(o.paths) == 0, "no narrative is named: give a file, a folder, or - for standard input")
	if o.country != "" {
		err := checkCountry(o.country)
		report(err != nil, "%w", err)
	}
	report(o.report != 0 && (o.report < firstReport || o.report > lastReport), "-report %d: expected the year of an edition, %d or later", o.report, firstReport)
	report(o.review != "" && !strings.HasSuffix(strings.ToLower(o.review), ".html"),
		"-review %q: expected the name of a page that ends in .html, so that no narrative is overwritten", o.review)
	stdin := 0
	for _, path := range o.paths {
		report(strings.HasPrefix(path, "-") && path != "-", "%q stands after a file: flags come first", path)
		if path == "-" {
			stdin++
		}
	}
	report(stdin > 1, "-: standard input is named twice")
	return errors.Join(problems...)
}

// act reads the narratives one by one, writes the rows, and the page if one is asked for. Nothing is written before all is known to be
// right. Of each narrative the rows alone are kept, and what the page shows.
func (o options) act(stdin io.Reader, stdout, stderr io.Writer) error {
	inputs, notes, err := o.inputs()
	problems := []error{err, o.checkInputs(inputs)}
	kept := outcome{notes: notes}
	for _, in := range inputs {
		problems = append(problems, kept.take(o, in, stdin))
	}
	if err := errors.Join(problems...); err != nil {
		return err
	}
	var table bytes.Buffer
	if err := kept.write(o, &table); err != nil {
		return err
	}
	if o.review != "" {
		if err := writeReview(o.review, kept.reviews); err != nil {
			return err
		}
	}
	for _, note := range kept.notes {
		fmt.Fprintln(stderr, note)
	}
	_, err = stdout.Write(table.Bytes())
	return err
}

// checkInputs says what is missing to file the narratives under, and whether the page would overwrite one.
func (o options) checkInputs(inputs []input) error {
	var problems []error
	if o.review != "" {
		if page, err := os.Stat(o.review); err == nil {
			for _, in := range inputs {
				if file, err := os.Stat(in.path); err == nil && os.SameFile(page, file) {
					problems = append(problems, fmt.Errorf("-review %s would overwrite the narrative of that name", o.review))
				}
			}
		}
	}
	if !o.observations {
		return errors.Join(problems...)
	}
	if o.country != "" && len(inputs) > 1 {
		problems = append(problems, fmt.Errorf("-observations -country %s takes one narrative, and %d were named: all would be filed under that country; name the files by their countries (COL-2023.txt) and leave -country out", o.country, len(inputs)))
	}
	for _, in := range inputs {
		if in.country == "" {
			problems = append(problems, fmt.Errorf("%s: the country is not known: give its code with -country, or name the file by it, as in COL-2023.txt", in.path))
		}
		if in.report == 0 {
			problems = append(problems, fmt.Errorf("%s: the year of the report is not known: give it with -report, or name the file by it, as in COL-2023.txt", in.path))
		}
	}
	return errors.Join(problems...)
}
