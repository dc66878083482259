// Package study writes the notebook of any country from a CSV of its figures.
package study

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"github.com/tipstats/tip/tipstats/notebook"
)

// Options are what a notebook is made from beside the figures.
type Options struct {
	Country string // ISO 3166-1 alpha-3
	Name    string // the country as a title names it
	Source  string // the source as a caption names it
	Year    int    // of the funnel; 0: the newest
	File    string // the CSV with the figures, by its name alone
}

// Program is the first word of the recipe of every notebook of this package.
const Program = "country"

// Flags declares the flags of a command line that set the options, but for the file.
func (o *Options) Flags(flags *flag.FlagSet) {
	flags.StringVar(&o.Country, "country", "", "the country's `code`, ISO 3166-1 alpha-3: COL")
	flags.StringVar(&o.Name, "name", "", "the country as titles `name` it; the code if empty")
	flags.StringVar(&o.Source, "source", "U.S. Department of State, Trafficking in Persons Report", "the source as captions name it")
	flags.IntVar(&o.Year, "year", 0, "the `year` of the funnel; the newest if 0")
}

// Arguments are the flags that set these options.
func (o Options) Arguments() []string {
	words := []string{"-country", o.Country, "-name", o.Name, "-source", o.Source}
	if o.Year != 0 {
		words = append(words, "-year", strconv.Itoa(o.Year))
	}
	return words
}

// Notebook is the notebook of the country. data holds the file.
func (o Options) Notebook(data fs.FS) notebook.Notebook {
	if o.Name == "" {
		o.Name = o.Country
	}
	recipe := append([]string{Program, "-data", o.File}, o.Arguments()...)
	name := strings.ToLower(o.Country)
	return notebook.Notebook{
		Name:        name,
		Title:       o.Name + ": what the sources state of enforcing the law against trafficking",
		Description: "Written from the figures in " + o.File + ", which the reader is asked to hold against the sources that its rows name.",
		Keywords:    []string{"human trafficking", o.Name, "law enforcement"},
		Sources:     []string{o.Source},
		Source:      source,
		Data:        data,
		Command:     "go run ./examples/" + notebook.CommandLine(append(slices.Clone(recipe), "-out", name)...),
		Recipe:      recipe,
		Write: func(d *notebook.Doc) error {
			s := study{Doc: d, Options: o}
			return s.write()
		},
	}
}

// Remake makes a notebook again from the arguments of its recipe; see [notebook.Maker].
func Remake(arguments []string, data fs.FS) (notebook.Notebook, error) {
	var o Options
	flags := flag.NewFlagSet(Program, flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.StringVar(&o.File, "data", "", "")
	o.Flags(flags)
	err := flags.Parse(arguments)
	if err == nil && flags.NArg() > 0 {
		err = fmt.Errorf("unexpected argument %q", flags.Arg(0))
	}
	if err == nil && (o.File == "" || o.Country == "") {
		err = errors.New("-data or -country is missing")
	}
	return o.Notebook(data), err
}
