package notebook

import (
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"strings"
)

// A Notebook is a function that writes a document, and what the document needs to be found and cited.
type Notebook struct {
	// Name is the notebook's folder under figures/: letters, digits and hyphens.
	Name string
	// Title is the document's title, in plain text.
	Title string
	// Description says in a sentence or two what the document is about. It stands under the title.
	Description string
	// Authors are named in the citations, in this order: "Lovelace, Ada" for a person. A name without a comma is an
	// organisation.
	Authors []string
	// Year is the year of publication in the citations. Where it is 0 they carry none.
	Year int
	// Keywords are recorded in the page, in the Jupyter notebook, and in the PDF and the PNG of each figure.
	Keywords []string
	// Sources are the documents that the figures are drawn from, as the citations name them.
	Sources []string
	// Address is the web address of the project, for the citations. It may be empty.
	Address string

	// Source holds the Go files of the notebook, from "//go:embed *.go". Doc.Code shows parts of them.
	Source fs.FS
	// Data holds the files that the notebook may read, with a datapackage.json that describes them.
	Data fs.FS
	// DataFolder is what the documents call the root of Data: "datasets". It may be empty.
	DataFolder string
	// Command regenerates the notebook. The zero value is "go run" and the main package that Write is in; where it is in another
	// package, "go run ./examples/" and the name.
	Command string

	// Recipe is for a notebook that a program makes from what its user gives, and not from the code alone: the name of the program and
	// the arguments from which it makes the notebook again, files by the names that Data has them under. The figures carry it, so it
	// holds no path of the machine; a [Verifier] makes the notebook again by it.
	Recipe []string

	// Write writes the document. It returns the error of Doc.Err.
	Write func(*Doc) error
}

// namePattern is what the name of a notebook, a figure or a table looks like, so that it is a file name everywhere and
// never leaves its folder.
var namePattern = regexp.MustCompile(`^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$`)

// devicePattern matches the names that Windows keeps for devices.
var devicePattern = regexp.MustCompile(`(?i)^(con|prn|aux|nul|com[0-9]|lpt[0-9])$`)

// longestName keeps the path of a file below the limits of every file system.
const longestName = 100

func checkName(what, name string) error {
	switch {
	case len(name) > longestName:
		return fmt.Errorf("the name of a %s is %d bytes long: expected at most %d", what, len(name), longestName)
	case !namePattern.MatchString(name):
		return fmt.Errorf("%q cannot name a %s: expected letters a to z, digits, and hyphens between them", name, what)
	case devicePattern.MatchString(name):
		return fmt.Errorf("%q cannot name a %s: Windows keeps it for a device", name, what)
	}
	return nil
}

// check reports everything that the notebook lacks.
func (n Notebook) check() error {
	var errs []error
	if err := checkName("notebook", n.Name); err != nil {
		errs = append(errs, err)
	}
	if strings.TrimSpace(n.Title) == "" {
		errs = append(errs, errors.New("the notebook has no Title"))
	}
	errs = append(errs, n.checkTexts()...)
	if n.Source == nil {
		errs = append(errs, errors.New(`the notebook has no Source: embed its files with "//go:embed *.go"`))
	}
	if n.Data == nil {
		errs = append(errs, errors.New("the notebook has no Data: set it to datasets.FS"))
	}
	if n.Write == nil {
		errs = append(errs, errors.New("the notebook has no Write function"))
	}
	if err := checkRecipe(n.Recipe); err != nil {
		errs = append(errs, err)
	}
	if err := errors.Join(errs...); err != nil {
		return fmt.Errorf("notebook %q: %w", n.Name, err)
	}
	return nil
}

// checkTexts reports the fields that no document can show.
func (n Notebook) checkTexts() []error {
	var errs []error
	check := func(field string, texts ...string) {
		for _, text := range texts {
			if err := checkCharacters(field, text); err != nil {
				errs = append(errs, err)
			}
		}
	}
	check("Title", n.Title)
	check("Description", n.Description)
	check("Authors", n.Authors...)
	check("Keywords", n.Keywords...)
	check("Sources", n.Sources...)
	check("Address", n.Address)
	check("DataFolder", n.DataFolder)
	check("Command", n.Command)
	return errs
}
