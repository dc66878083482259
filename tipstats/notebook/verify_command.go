package notebook

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
	"unicode"
)

// Main is the main function of a command that verifies figures: "go run ./examples/verify". A module with notebooks of its own has it
// in a line: notebook.NewVerifier(mine).Main().
func (v *Verifier) Main() { os.Exit(v.Run(os.Args[1:], os.Stdout, os.Stderr)) }

const verifyUsage = `Says whether figures (SVG, PDF or PNG) are what this checkout makes.
usage: verify [-data FILE.csv]... FILE...
  -data file
    	a data file that a figure was made from, where the checkout does not have it`

// Run verifies the files that a command line names, and returns the status of the program: 0 if all are the same, 1 if one is not or
// cannot be read as a figure of this module, 2 if the command line is wrong.
func (v *Verifier) Run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("verify", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.Func("data", "", func(name string) error {
		data, err := readLimited(name)
		if err == nil {
			v.Give(name, data)
		}
		return err
	})
	err := flags.Parse(args)
	if err == nil && flags.NArg() == 0 {
		err = errors.New("no file is named")
	}
	switch {
	case errors.Is(err, flag.ErrHelp):
		fmt.Fprintln(stdout, verifyUsage)
		return 0
	case err != nil:
		fmt.Fprintf(stderr, "%s\n%s\n", printable(err.Error()), verifyUsage)
		return 2
	}
	status := 0
	for _, name := range flags.Args() {
		verdict, err := v.verifyFile(name)
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

func (v *Verifier) verifyFile(name string) (Verification, error) {
	data, err := readLimited(name)
	if err != nil {
		return Verification{}, err
	}
	return v.Verify(name, data)
}

// readLimited reads a file that is not larger than any figure or data file is.
func readLimited(name string) ([]byte, error) {
	const largest = 64 << 20
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, largest+1))
	if err != nil {
		return nil, err
	}
	if len(data) > largest {
		return nil, fmt.Errorf("%s: neither a figure of this module nor its data: it has more than %d bytes", name, largest)
	}
	return data, nil
}

// printable takes out what would control a terminal or turn the order of the letters: the record of a strange file may hold anything.
func printable(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Bidi_Control, r) || r < ' ' && r != '\n' || r >= 0x7f && r < 0xa0 {
			return '\uFFFD'
		}
		return r
	}, text)
}
