package tipstats

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
)

// Check holds the rows of the dataset against each other, edition by edition, and returns what does not agree, in the order of the
// file:
//
//   - the forms of a total, or its new and ongoing matters, that do not add up to it (where at least two parts are stated);
//   - two rows that state one figure and cannot both be right;
//   - a part, by form, cohort or slice, that is larger than its whole.
//
// Ranges count with what they allow: "at least 44" agrees with 50. An edition that revises another is no finding.
func (d *Dataset) Check() []Finding {
	c := checker{dataset: d, byKey: map[editionKey][]int{}}
	for i, o := range d.observations {
		k := editionKey{o.key(), o.Report}
		c.byKey[k] = append(c.byKey[k], i)
	}
	for i, o := range d.observations {
		c.checkContradiction(i, o)
		c.checkSlice(i, o)
		if o.Form == AllForms {
			var forms []Observation
			for _, form := range Forms()[1:] {
				part := o
				part.Form = form
				forms = append(forms, part)
			}
			c.checkParts(i, o, "forms", forms)
		}
		if o.Cohort == Both {
			begun, continued := o, o
			begun.Cohort, continued.Cohort = New, Ongoing
			c.checkParts(i, o, "cohorts", []Observation{begun, continued})
		}
	}
	slices.SortStableFunc(c.findings, func(a, b Finding) int { return cmp.Compare(a.Lines[0], b.Lines[0]) })
	return c.findings
}

type editionKey struct {
	figureKey
	report int
}

type checker struct {
	dataset  *Dataset
	byKey    map[editionKey][]int // indexes of observations, in order
	findings []Finding
}

func (c *checker) find(kind FindingKind, message string, rows ...int) {
	lines := make([]int, len(rows))
	for i, row := range rows {
		lines[i] = c.dataset.table.Line(row)
	}
	c.findings = append(c.findings, Finding{kind, c.dataset.table.File(), lines, message})
}

// first returns the index of the first row that states a figure.
func (c *checker) first(o Observation) (row int, found bool) {
	rows := c.byKey[editionKey{o.key(), o.Report}]
	if len(rows) == 0 {
		return 0, false
	}
	return rows[0], true
}

func (c *checker) checkContradiction(row int, o Observation) {
	for _, earlier := range c.byKey[editionKey{o.key(), o.Report}] {
		e := c.dataset.observations[earlier]
		if earlier >= row || !e.Count.contradicts(o.Count) {
			continue
		}
		c.find(Contradiction, fmt.Sprintf("%s %d, report %d: %s here (%s), but %s in line %d (%s)", o.Country, o.Year, o.Report,
			o.figure(), o.Source, e.figure(), c.dataset.table.Line(earlier), e.Source), row, earlier)
	}
}

// checkSlice holds a sliced figure against the national one.
func (c *checker) checkSlice(row int, o Observation) {
	if o.Slice == "" {
		return
	}
	whole := o
	whole.Slice = ""
	c.checkPart(row, whole)
}

// checkPart reports the row if its figure is larger than the whole that it belongs to.
func (c *checker) checkPart(row int, wholeOf Observation) {
	wholeRow, found := c.first(wholeOf)
	if !found {
		return
	}
	part, whole := c.dataset.observations[row], c.dataset.observations[wholeRow]
	least, _, known := part.Count.Bounds()
	_, most, wholeKnown := whole.Count.Bounds()
	if known && wholeKnown && least > most && !whole.Count.IsApproximate() && !part.Count.IsApproximate() {
		c.find(PartTooLarge, fmt.Sprintf("%s %d, report %d: %s are a part of %s in line %d, and more", part.Country, part.Year, part.Report,
			part.figure(), whole.figure(), c.dataset.table.Line(wholeRow)), row, wholeRow)
	}
}

// checkParts holds the parts of a total, those that the edition states, against it.
func (c *checker) checkParts(row int, total Observation, name string, parts []Observation) {
	if first, _ := c.first(total); first != row {
		return
	}
	rows := []int{row}
	var figures []string
	var low, high float64
	exact := !total.Count.IsApproximate()
	for _, p := range parts {
		partRow, found := c.first(p)
		if !found {
			continue
		}
		part := c.dataset.observations[partRow]
		c.checkPart(partRow, total)
		partLow, partHigh, known := part.Count.Bounds()
		if !known {
			partHigh = math.Inf(1)
		}
		low, high = low+partLow, high+partHigh
		exact = exact && !part.Count.IsApproximate()
		rows = append(rows, partRow)
		figures = append(figures, part.figure())
	}
	totalLow, totalHigh, known := total.Count.Bounds()
	if !known || !exact || len(figures) == 0 {
		return
	}
	if low > totalHigh && len(figures) > 1 || high < totalLow && len(figures) > 1 {
		c.find(BreakdownGap, fmt.Sprintf("%s %d, report %d: the %s of %s add up to %s: %s", total.Country, total.Year, total.Report, name,
			total.figure(), span(low, high), strings.Join(figures, ", ")), rows...)
	}
}

// span is a range of whole numbers in words.
func span(low, high float64) string {
	switch {
	case low == high:
		return fmt.Sprintf("%.0f", low)
	case math.IsInf(high, 1):
		return fmt.Sprintf("at least %.0f", low)
	}
	return fmt.Sprintf("between %.0f and %.0f", low, high)
}
