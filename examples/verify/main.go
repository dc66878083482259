// Command verify says whether figures that somebody shows are what this checkout makes. A figure of this module carries a record
// of what it was made from; verify reads it, makes the figure again and compares.
//
//	go run ./examples/verify FILE...
//
// FILE is an SVG, a PDF or a PNG; its name does not matter. verify says for each file whether this checkout makes the same, and if
// not, what differs and why: the data that has changed, another version of the code, a file that was edited. It ends with status 1
// if a file is not the same or cannot be read as a figure of this module.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/tipstats/tip/examples/notebooks"
	"github.com/tipstats/tip/tipstats/notebook"
)

func main() {
	os.Exit(run(os.Args[1:], notebook.NewVerifier(notebooks.All...), os.Stdout, os.Stderr))
}

const usage = "Says whether figures (SVG, PDF or PNG) are what this checkout makes.\nusage: go run ./examples/verify FILE..."

func run(args []string, verifier *notebook.Verifier, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("verify", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	err := flags.Parse(args)
	if err == nil && flags.NArg() == 0 {
		err = errors.New("no file is named")
	}
	switch {
	case errors.Is(err, flag.ErrHelp):
		fmt.Fprintln(stdout, usage)
		return 0
	case err != nil:
		fmt.Fprintf(stderr, "%v\n%s\n", err, usage)
		return 2
	}
	status := 0
	for _, name := range flags.Args() {
		verdict, err := verify(verifier, name)
		switch {
		case err != nil:
			fmt.Fprintln(stderr, printable(err.Error()))
			status = 1
			continue
		case !verdict.Same:
			status = 1
		}
		fmt.Fprintln(stdout, printable(verdict.String()))
	}
	return status
}

// largest is more than any figure has, in bytes.
const largest = 64 << 20

func verify(verifier *notebook.Verifier, name string) (notebook.Verification, error) {
	file, err := os.Open(name)
	if err != nil {
		return notebook.Verification{}, err
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, largest+1))
	if err != nil {
		return notebook.Verification{}, err
	}
	if len(data) > largest {
		return notebook.Verification{}, fmt.Errorf("%s: no figure of this module: it has more than %d bytes", name, largest)
	}
	return verifier.Verify(name, data)
}

// printable takes out what would control a terminal: the record of a strange file may hold anything.
func printable(text string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' || r >= 0x7f && r < 0xa0 {
			return '\uFFFD'
		}
		return r
	}, text)
}
