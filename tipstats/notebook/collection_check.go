package notebook

import (
	"errors"
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

var (
	versionPattern = regexp.MustCompile(`^[0-9A-Za-z]+([.+-][0-9A-Za-z]+)*$`)
	licensePattern = regexp.MustCompile(`^[0-9A-Za-z]+([.+-][0-9A-Za-z]+)*\+?$`)
)

// check reports everything that the collection lacks for its files to be valid: CITATION.cff by the Citation File Format 1.2.0,
// the metadata by RO-Crate 1.2, and a folder of its own for each notebook on every system.
func (c Collection) check() error {
	var problems []error
	report := func(wrong bool, format string, args ...any) {
		if wrong {
			problems = append(problems, fmt.Errorf(format, args...))
		}
	}
	if err := checkName("collection", c.Name); err != nil {
		problems = append(problems, err)
	}
	for _, field := range []struct{ name, text string }{{"Title", c.Title}, {"Abstract", c.Abstract}, {"Command", c.Command}} {
		report(strings.TrimSpace(field.text) == "", "it has no %s", field.name)
	}
	report(!versionPattern.MatchString(c.Version), "Version is %q: expected one such as 0.1.0", c.Version)
	report(!licensePattern.MatchString(c.License), "License is %q: expected an identifier of the SPDX list such as BSD-3-Clause", c.License)
	_, err := time.Parse(time.DateOnly, c.Released)
	report(err != nil, "Released is %q: expected a date such as 2026-11-23", c.Released)
	address, err := url.Parse(c.Address)
	report(c.Address != "" && (err != nil || address.Scheme != "https" && address.Scheme != "http" || address.Host == ""),
		"Address is %q: expected a web address such as https://example.org/project, or nothing", c.Address)
	report(len(c.Authors) == 0, "it has no Authors: a citation needs one, a person as \"Lovelace, Ada\" or an organisation")
	report(len(c.Notebooks) == 0, "it has no Notebooks")
	problems = append(problems, c.checkTexts()...)
	problems = append(problems, checkAuthors("Authors", c.Authors)...)
	folders := map[string]string{}
	for _, n := range c.Notebooks {
		problems = append(problems, checkAuthors("Authors of notebook "+n.Name, n.Authors)...)
		other, taken := folders[strings.ToLower(n.Name)]
		report(taken, "the notebooks %q and %q would have one folder where systems do not tell capital letters apart", other, n.Name)
		folders[strings.ToLower(n.Name)] = n.Name
	}
	if err := errors.Join(problems...); err != nil {
		return fmt.Errorf("collection %q: %w", c.Name, err)
	}
	return nil
}

// checkTexts looks at what CITATION.cff and the metadata take over as it is.
func (c Collection) checkTexts() []error {
	var problems []error
	for _, text := range slices.Concat([]string{c.Title, c.Abstract, c.Command, c.VerifyCommand, c.Address}, c.Keywords) {
		if !utf8.ValidString(text) || strings.ContainsFunc(text, func(r rune) bool { return unicode.IsControl(r) && r != '\n' && r != '\t' }) {
			problems = append(problems, fmt.Errorf("%q is no text: expected UTF-8 without control characters", text))
		}
	}
	for i, word := range c.Keywords {
		if strings.TrimSpace(word) == "" || slices.Index(c.Keywords, word) < i {
			problems = append(problems, fmt.Errorf("the keyword %q is empty or stands there twice", word))
		}
	}
	return problems
}

// checkAuthors looks for names that a citation cannot carry.
func checkAuthors(what string, names []string) []error {
	var problems []error
	for i, name := range names {
		family, _, _ := strings.Cut(name, ",")
		switch {
		case strings.TrimSpace(family) == "" || !utf8.ValidString(name) || strings.ContainsFunc(name, unicode.IsControl):
			problems = append(problems, fmt.Errorf("%s: %q is no name: expected \"Lovelace, Ada\" for a person, or an organisation without a comma", what, name))
		case slices.Index(names, name) < i:
			problems = append(problems, fmt.Errorf("%s: %q stands there twice", what, name))
		}
	}
	return problems
}
