package chart

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/figure"
)

// AssistedYear is how many persons a report states were assisted in a year.
type AssistedYear struct {
	Year    int
	Count   tipstats.Count
	Doubted bool        // the report says that the figure may be incomplete
	Parts   []CountPart // parts of Count that do not overlap, such as nationalities
	Among   []CountPart // further figures about persons within Count, which may overlap with the parts and with each other
}

// CountPart is a named part of a count.
type CountPart struct {
	Name  string // behind its number: "Peruvian", "girls referred to specialized shelters"
	Count tipstats.Count
}

// Assisted shows how many persons were assisted in each year, with the parts that the report names. Who names the persons in the
// plural: "children assisted". A year without a number, and a year within the range that is not given at all, is a gap: no
// bar and no line passes through it.
func Assisted(who string, years []AssistedYear, c Credit) *figure.Figure {
	if who == "" {
		who = "persons assisted"
	}
	a := assistedChart{who, withGaps(years)}
	f := &figure.Figure{
		Name:     "assisted",
		Title:    a.title(),
		Subtitle: sentences(capitalised(who) + in(c) + a.span() + ", persons"),
		Caption:  c.caption(a.remarks()...),
		Alt:      a.alt(c),
		Data:     a.table(),
	}
	return sized(f, a.draw)
}

type assistedChart struct {
	who   string
	years []AssistedYear
}

// mostGaps is the greatest number of years in a row that are shown as gaps for want of an entry.
const mostGaps = 25

// withGaps sorts the years and puts in those within the range that are lacking; they were not found.
func withGaps(years []AssistedYear) []AssistedYear {
	sorted := slices.Clone(years)
	slices.SortStableFunc(sorted, func(a, b AssistedYear) int { return cmp.Compare(a.Year, b.Year) })
	var full []AssistedYear
	for i, y := range sorted {
		if i > 0 && y.Year-sorted[i-1].Year <= mostGaps {
			for lacking := sorted[i-1].Year + 1; lacking < y.Year; lacking++ {
				full = append(full, AssistedYear{Year: lacking, Count: tipstats.NotFound})
			}
		}
		full = append(full, y)
	}
	return full
}

// span is the range of years: ", 2020 to 2022".
func (a assistedChart) span() string {
	if len(a.years) == 0 {
		return ""
	}
	return ", " + yearSpan(a.years[0].Year, a.years[len(a.years)-1].Year)
}

// table is every figure with its year.
func (a assistedChart) table() figure.Table {
	t := figure.Table{Columns: []string{"year", "kind", "name", "value", "bound", "complete"}}
	for _, y := range a.years {
		row := func(kind, name string, count tipstats.Count, complete string) {
			value, bound := boundCells(count)
			t.Rows = append(t.Rows, []string{strconv.Itoa(y.Year), kind, name, value, bound, complete})
		}
		complete := ""
		if y.Count.Known() {
			complete = strconv.FormatBool(!y.Doubted)
		}
		row("all", a.who, y.Count, complete)
		for _, p := range y.Parts {
			row("part", p.Name, p.Count, "")
		}
		if rest := y.unsplit(); rest > 0 && len(y.Parts) > 0 {
			t.Rows = append(t.Rows, []string{strconv.Itoa(y.Year), "part", notSplit, digits(rest), y.unsplitBound(), ""})
		}
		for _, p := range y.Among {
			row("among", p.Name, p.Count, "")
		}
	}
	return t
}

// unsplitBound is the bound of the number of those left over; it is empty where a part that is open or has no number may hold
// some of them, or the whole is open.
func (y AssistedYear) unsplitBound() string {
	_, exact := y.Count.Value()
	if _, single := sumOf(partCounts(y.Parts)...).value(); exact && single {
		return "exact"
	}
	return ""
}

// unsplit is what the least that the parts hold leaves over of the least that the whole holds; 0 where the parts exceed it.
func (y AssistedYear) unsplit() float64 {
	low, high, known := y.Count.Bounds()
	sum := sumOf(partCounts(y.Parts)...)
	if !known || sum.low > high {
		return 0
	}
	return max(0, low-sum.low)
}

// title states the numbers of up to four years, else the first and the last, and which years are gaps.
func (a assistedChart) title() string {
	var known, gaps []AssistedYear
	for _, y := range a.years {
		if y.Count.Known() {
			known = append(known, y)
		} else {
			gaps = append(gaps, y)
		}
	}
	if len(known) == 0 {
		if len(a.years) == 0 {
			return "No year is listed for which the report states how many persons were assisted"
		}
		return a.fitting("The report states no number of %s for " + yearSpan(a.years[0].Year, a.years[len(a.years)-1].Year))
	}
	stated := known
	if len(known) > 4 {
		stated = []AssistedYear{known[0], known[len(known)-1]}
	}
	var numbers []string
	for i, y := range stated {
		number := counted(y.Count)
		if i == 0 {
			number += " %s"
		}
		number += fmt.Sprintf(" in %d", y.Year)
		if y.Doubted {
			number += " (may be incomplete)"
		}
		numbers = append(numbers, number)
	}
	text := "The report states " + listed(numbers)
	if len(stated) < len(known) {
		text += fmt.Sprintf(", the first and the last of %d numbers", len(known))
	}
	return a.fitting(text + gapClause(gaps))
}

// gapClause says for which years there is no number.
func gapClause(gaps []AssistedYear) string {
	switch {
	case len(gaps) == 0:
		return ""
	case len(gaps) > 3:
		return fmt.Sprintf(", and no number for %d years", len(gaps))
	}
	var years []string
	for _, y := range gaps {
		years = append(years, strconv.Itoa(y.Year))
	}
	return ", and no number for " + listed(years)
}

// fitting fills in who was counted, or "persons" where the name is too long for a title.
func (a assistedChart) fitting(pattern string) string {
	if text := fmt.Sprintf(pattern, a.who); !tooLong(text) {
		return text
	}
	return fmt.Sprintf(pattern, "persons")
}

func (a assistedChart) remarks() []string {
	list := []string{"All bars share one scale, in persons"}
	var reasons, doubted []string
	among, parted := false, false
	for _, y := range a.years {
		if !y.Count.Known() {
			reasons = append(reasons, fmt.Sprintf("%d (%s)", y.Year, gapWords(y.Count)))
		} else if y.Doubted {
			doubted = append(doubted, fmt.Sprintf("%s in %d", counted(y.Count), y.Year))
		}
		among = among || len(y.Among) > 0
		parted = parted || len(y.Parts) > 0
		list = append(list, y.contradictions()...)
	}
	if len(reasons) > 0 {
		list = append(list, "No number, which is not 0: "+listed(reasons))
	}
	if len(doubted) > 0 {
		list = append(list, "Hollow: the report says that the figure may be incomplete: "+listed(doubted))
	}
	if parted {
		list = append(list, "The parts of a bar are those that the report names for the year")
	}
	if among {
		list = append(list, "A thin bar is a figure within the bar above it and may overlap with its parts")
	}
	return list
}

// contradictions are the parts that do not fit into their whole.
func (y AssistedYear) contradictions() []string {
	_, high, known := y.Count.Bounds()
	if !known || y.Count.IsApproximate() {
		return nil
	}
	var list []string
	if sum := sumOf(partCounts(y.Parts)...); sum.low > high && !sum.rough {
		list = append(list, fmt.Sprintf("The parts of %d add up to %s, more than the %s that the report states, so they are not drawn",
			y.Year, sum, counted(y.Count)))
	}
	for _, p := range y.Among {
		if low, _, _ := p.Count.Bounds(); low > high && !p.Count.IsApproximate() {
			list = append(list, fmt.Sprintf("%s of %d are more than the %s of whom they are said to be a part", capitalised(counted(p.Count)),
				y.Year, counted(y.Count)))
		}
	}
	return list
}

func partCounts(parts []CountPart) []tipstats.Count {
	counts := make([]tipstats.Count, len(parts))
	for i, p := range parts {
		counts[i] = p.Count
	}
	return counts
}

// alt reads the rows out.
func (a assistedChart) alt(c Credit) string {
	list := []string{"Bars of " + a.who + in(c) + " by year"}
	for _, y := range a.years {
		text := fmt.Sprintf("%d: %s", y.Year, counted(y.Count))
		if y.Doubted && y.Count.Known() {
			text += ", may be incomplete"
		}
		for i, p := range append(slices.Clone(y.Parts), y.Among...) {
			switch i {
			case len(y.Parts):
				text += "; among them "
			case 0:
				text += "; of whom "
			default:
				text += ", "
			}
			text += counted(p.Count) + " " + p.Name
		}
		list = append(list, text)
	}
	return sentences(list...)
}
