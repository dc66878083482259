// Command narrative reads narratives of the report, or their sections on prosecution, and writes the counts that they state as rows of
// a CSV, each with the words that it comes from.
//
//	go run ./examples/narrative FILE...
//
// A folder is read whole (its .txt files), - is standard input. With -observations it writes a dataset as ./examples/country reads it;
// with -review it also writes a page on which every number of the text is marked with what became of it.
package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"regexp"
	"strings"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/frame"
	"github.com/tipstats/tip/tipstats/narrative"
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
	flags.BoolVar(&o.observations, "observations", false, "write a dataset instead; needs -country and -report")
	flags.StringVar(&o.country, "country", "", "the country's `code` in the dataset, ISO 3166-1 alpha-3: COL")
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

var countryCode = regexp.MustCompile(`^[A-Z]{3}$`)

// check says everything that is wrong with the command line.
func (o options) check(parsed bool) error {
	var problems []error
	report := func(wrong bool, format string, args ...any) {
		if wrong && parsed {
			problems = append(problems, fmt.Errorf(format, args...))
		}
	}
	report(len(o.paths) == 0, "no narrative is named: give a file, a folder, or - for standard input")
	report(o.observations && o.country == "", "-observations needs -country, the code under which the rows are filed")
	report(o.country != "" && !countryCode.MatchString(o.country), "-country %q: expected three capitals, ISO 3166-1 alpha-3", o.country)
	report(o.report != 0 && (o.report < 1900 || o.report > 2099), "-report %d: expected the year of the report", o.report)
	report(o.review != "" && !strings.HasSuffix(strings.ToLower(o.review), ".html"),
		"-review %q: expected the name of a page that ends in .html, so that no narrative is overwritten", o.review)
	for _, path := range o.paths {
		report(strings.HasPrefix(path, "-") && path != "-", "%q stands after a file: flags come first", path)
	}
	return errors.Join(problems...)
}

// act reads every narrative, writes the rows, and the page if one is asked for.
func (o options) act(stdin io.Reader, stdout, stderr io.Writer) error {
	inputs, err := o.inputs(stdin)
	if err != nil {
		return err
	}
	if o.observations && len(inputs) > 1 {
		return fmt.Errorf("-observations takes one narrative, and %d were named: all would be filed under %s", len(inputs), o.country)
	}
	var readings []reading
	var problems []error
	for _, in := range inputs {
		r, err := narrative.Extract(in.text, narrative.Options{Report: in.report})
		if err != nil {
			problems = append(problems, fmt.Errorf("%s: %w", in.path, err))
			continue
		}
		readings = append(readings, reading{in, r})
	}
	if err := errors.Join(problems...); err != nil {
		return err
	}
	var table bytes.Buffer
	if o.observations {
		err = o.writeObservations(&table, readings, stderr)
	} else {
		err = writeRows(&table, readings)
	}
	if err != nil {
		return err
	}
	if o.review != "" {
		if err := writeReview(o.review, readings); err != nil {
			return err
		}
	}
	for _, r := range readings {
		if len(r.Statements) == 0 {
			fmt.Fprintf(stderr, "%s: no figure on law enforcement was read\n", r.path)
		}
	}
	_, err = stdout.Write(table.Bytes())
	return err
}

// reading is a narrative with what was made of it.
type reading struct {
	input
	*narrative.Reading
}

func writeRows(w io.Writer, readings []reading) error {
	var rows [][]string
	for _, r := range readings {
		for _, s := range r.Statements {
			rows = append(rows, s.Row(r.name, r.text))
		}
	}
	return frame.Write(w, narrative.Columns(), rows)
}

// writeObservations writes a dataset, and says on standard error what it leaves out.
func (o options) writeObservations(w io.Writer, readings []reading, stderr io.Writer) error {
	var list []tipstats.Observation
	for _, r := range readings {
		if r.report == 0 {
			return fmt.Errorf("%s: the year of the report is not known: give it with -report", r.path)
		}
		key := narrative.Key{Country: o.country, Report: r.report, Source: o.source}
		if key.Source == "" {
			key.Source = r.name
		}
		observations, left := r.Observations(r.text, key)
		list = append(list, observations...)
		for _, line := range left {
			fmt.Fprintf(stderr, "%s: %s\n", r.name, line)
		}
	}
	ds, err := tipstats.NewDataset(list)
	if err != nil {
		return fmt.Errorf("the rows make no dataset: %w", err)
	}
	return ds.WriteCSV(w)
}
