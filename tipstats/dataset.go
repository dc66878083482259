package tipstats

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/tipstats/tip/tipstats/frame"
)

// Dataset is a list of observations, in the order of its file. It is never changed after it was made.
type Dataset struct {
	observations []Observation
	table        *frame.Table
}

// NewDataset makes a dataset of a copy of observations, after the checks of ReadCSV. In its errors and findings the first
// observation stands in line 2, as it would in a file.
func NewDataset(observations []Observation) (*Dataset, error) {
	var file bytes.Buffer
	rows, err := rows(observations)
	if err != nil {
		return nil, err
	}
	if err := frame.Write(&file, Schema().Columns(), rows); err != nil {
		return nil, err
	}
	return ReadCSV(&file)
}

// Observations returns a copy of all observations, in order.
func (d *Dataset) Observations() []Observation { return slices.Clone(d.observations) }

// Countries returns the countries of the dataset, sorted.
func (d *Dataset) Countries() []string {
	var list []string
	for _, o := range d.observations {
		list = append(list, o.Country)
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// Years returns the years for which the dataset says anything of a country, sorted.
func (d *Dataset) Years(country string) []int {
	var list []int
	for _, o := range d.observations {
		if o.Country == country {
			list = append(list, o.Year)
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// checkCountry says which countries there are if the named one is not among them.
func (d *Dataset) checkCountry(country string) error {
	countries := d.Countries()
	if slices.Contains(countries, country) {
		return nil
	}
	hint := ""
	if upper := strings.ToUpper(strings.TrimSpace(country)); slices.Contains(countries, upper) {
		hint = fmt.Sprintf("; did you mean %q?", upper)
	}
	if len(countries) == 0 {
		return fmt.Errorf("no figure for country %q: the dataset is empty", country)
	}
	return fmt.Errorf("no figure for country %q: the dataset has %s%s", country, listed(countries), hint)
}

// newest returns the observations that keep accepts, one a figure: that of the newest edition that states a number, or of the given
// one. An edition without the number takes back no older one, and one that says "not reported" comes before one in which the
// figure was not found. Where one edition is quoted by several sources the first row stands; Check reports them if they
// differ.
func (d *Dataset) newest(edition int, keep func(Observation) bool) []Observation {
	index := map[figureKey]int{}
	var list []Observation
	for _, o := range d.observations {
		if edition != 0 && o.Report != edition || !keep(o) {
			continue
		}
		i, seen := index[o.key()]
		switch {
		case !seen:
			index[o.key()] = len(list)
			list = append(list, o)
		case o.outranks(list[i]):
			list[i] = o
		}
	}
	return list
}

// outranks reports whether o stands rather than p, another statement of the same figure.
func (o Observation) outranks(p Observation) bool {
	if rank, other := o.Count.rank(), p.Count.rank(); rank != other {
		return rank > other
	}
	return o.Report > p.Report
}

// listed joins words for a message: "PER", "BOL and PER", "BOL, COL and PER"; past twelve it says how many more.
func listed[T any](words []T) string {
	const most = 12
	text := make([]string, 0, most+1)
	for i, w := range words {
		if i == most {
			text = append(text, fmt.Sprintf("%d more", len(words)-most))
			break
		}
		text = append(text, fmt.Sprint(w))
	}
	if len(text) < 2 {
		return strings.Join(text, "")
	}
	return strings.Join(text[:len(text)-1], ", ") + " and " + text[len(text)-1]
}
