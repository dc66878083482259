package figure

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A Figure is what an author says of one figure. Name, Title and Alt are
// required, and either Draw with Height, or Fit.
type Figure struct {
	Name     string        // file name without ending: letters, digits and single hyphens between them
	Title    string        // the finding, a sentence
	Subtitle string        // what is measured
	Caption  []string      // paragraphs: what the marks mean, method, n, source with edition, path of the data
	Alt      string        // what a reader who cannot see the figure should know
	Keywords []string      // for the metadata of the files, beside the name
	Record   string        // for programs that read the files with ReadRecord: what the figure was made from; may be empty
	Profile  Profile       // the zero Profile is Nature2
	Height   float64       // points, of the drawing area between subtitle and caption
	Draw     func(*Canvas) // draws into the drawing area

	// Fit takes the place of Draw and Height where the height follows from what
	// is drawn: it draws from the top of a drawing area that is as wide as the
	// profile allows, and returns the height that it has used. So one figure
	// lays itself out for every profile.
	Fit func(*Canvas) (height float64)
	// Tall lets the page of a figure with Fit be higher than its profile says,
	// up to 2000 points, where there is more to show than a page holds. It is
	// the author's choice, for a page that scrolls: no journal takes such a
	// figure, and a slide (Screen) cuts it off.
	Tall bool

	Data Table // what the figure shows

	// Fault is what is wrong with what the figure is asked to show, such as
	// counts of cases beside counts of persons; nil where nothing is. Render
	// fails with it.
	Fault error
}

// Rendered is a figure that has been laid out and checked. Its methods may be
// called at the same time from several goroutines.
type Rendered struct {
	name     string
	title    string
	alt      string
	keywords []string
	record   string
	width    float64
	height   float64
	area     Box
	marks    []Mark
	drawing  [2]int // where the author's marks begin and end
}

// maxProblems is how many faults an error lists.
const maxProblems = 100

// Render lays the figure out, draws it and checks it. Its error lists every
// fault, at most a hundred, or, where the drawing was refused or has no height,
// that alone: what is missing, what cannot be set, and, by the
// name of the label, text that leaves the page, overlaps another text or is
// too small.
func (f *Figure) Render() (*Rendered, error) {
	problems, drawable := f.validate()
	if !drawable {
		return nil, f.failed(problems)
	}
	r := f.layOut()
	if r.refused != nil {
		return nil, f.failed([]error{r.refused})
	}
	problems = append(problems, r.problems...)
	problems = append(problems, check(r.rendered, r.profile)...)
	if len(problems) > 0 {
		return nil, f.failed(problems)
	}
	return r.rendered, nil
}

// Marks returns what was drawn, in the order of drawing: the title, the
// subtitle, the author's marks, the rule and the caption.
func (r *Rendered) Marks() []Mark { return slices.Clone(r.marks) }

// Size returns the width and height of the page in points.
func (r *Rendered) Size() (width, height float64) { return r.width, r.height }

// Area returns where on the page the drawing area is: a mark drawn at x, y of
// the canvas is recorded at Area().X + x, Area().Y + y.
func (r *Rendered) Area() Box { return r.area }

// Name returns the figure's name.
func (r *Rendered) Name() string { return r.name }

var validName = regexp.MustCompile(`^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$`)

// longestSide is the greatest width and height of a page, in points: 70 cm.
const longestSide = 2000

// validate checks what can be checked before drawing; drawable reports whether
// it makes sense to go on and look for more.
func (f *Figure) validate() (problems []error, drawable bool) {
	fault := func(format string, args ...any) {
		problems = append(problems, fmt.Errorf(format, args...))
	}
	if f.Fault != nil {
		return []error{f.Fault}, false
	}
	drawable = true
	switch {
	case f.Draw != nil && f.Fit != nil:
		fault("both Draw and Fit are given: a figure is drawn by one of them")
		drawable = false
	case f.Draw == nil && f.Fit == nil:
		fault("no Draw function: there is nothing to draw")
		drawable = false
	}
	if f.Fit == nil && !(f.Height > 0 && f.Height <= longestSide) {
		fault("height %v: the height of the drawing area is a number of points above 0, at most %d", f.Height, longestSide)
		drawable = false
	}
	if err := f.Profile.check(); err != nil {
		fault("%w", err)
		drawable = false
	}
	if !validName.MatchString(f.Name) || len(f.Name) > 100 {
		fault("name %s: a name is made of letters a to z and A to Z, digits and single hyphens between them, at most 100 characters", quote(f.Name))
	}
	for _, required := range []struct{ what, text, expected string }{
		{"title", f.Title, "state the finding in a sentence"},
		{"alt text", f.Alt, "say what a reader who cannot see the figure should know"},
	} {
		if strings.TrimSpace(required.text) == "" {
			fault("no %s: %s", required.what, required.expected)
		}
	}
	for _, text := range append([]string{f.Alt, f.Record}, f.Keywords...) {
		if r, bad := unwritable(text); bad {
			fault("%s holds %U, which no XML file can hold; leave it out", quote(text), r)
		}
	}
	for i, row := range f.Data.Rows {
		if len(row) != len(f.Data.Columns) {
			fault("data row %d has %d cells; the table has %d columns", i+1, len(row), len(f.Data.Columns))
		}
	}
	return problems, drawable
}

// unwritable finds a character that XML 1.0 does not allow. Line feeds and
// tabs become spaces and are no fault.
func unwritable(s string) (rune, bool) {
	for i, r := range s {
		_, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && size == 1, r == 0xFFFE, r == 0xFFFF, r == 0x7F,
			r < ' ' && r != '\n' && r != '\t' && r != '\r', r >= 0x80 && r < 0xA0:
			return r, true
		}
	}
	return 0, false
}

// plain puts a text on one line.
func plain(s string) string {
	return norm.NFC.String(strings.Join(strings.Fields(s), " "))
}

// failed makes one error of many.
func (f *Figure) failed(problems []error) error {
	if len(problems) == 1 {
		return fmt.Errorf("figure %q: %w", f.Name, problems[0])
	}
	count := fmt.Sprintf("%d faults", len(problems))
	if len(problems) > maxProblems {
		problems = problems[:maxProblems]
		count = fmt.Sprintf("more than %d faults, of which these are the first", maxProblems)
	}
	return fmt.Errorf("figure %q: %s:\n%w", f.Name, count, errors.Join(problems...))
}
