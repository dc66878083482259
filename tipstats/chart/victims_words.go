package chart

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/tipstats/tip/tipstats"
)

// title says how the forms divide the total, as far as the splits agree on it.
func (v VictimFigures) title() string {
	_, high, known := v.Total.Bounds()
	totals, agree := v.forms()
	if !known {
		text := fmt.Sprintf("The number of %s in %d was %s", v.who(), v.Year, v.Total)
		if !tooLong(text) {
			return text
		}
		return fmt.Sprintf("The number of victims in %d was %s", v.Year, v.Total)
	}
	var forms []string
	most := 0.0
	for _, form := range formsInOrder {
		_, single := totals[form].value()
		if sum, stated := totals[form]; stated && (sum.low > 0 || single) {
			as := " in "
			if len(forms) == 0 {
				as = " as exploited in "
			}
			forms = append(forms, sum.String()+as+formWords(form))
			most += sum.low
		}
	}
	who := v.who()
	switch {
	case len(forms) == 0:
		return v.fitting("The report states %s %s in %d, and no form of trafficking", who)
	case !agree:
		return v.fitting("The report states %s %s in %d; its splits do not agree on the forms", who)
	case most > high:
		return v.fitting("The report states %s %s in %d; its forms add up to more", who)
	}
	return v.fitting("Of %s %s in %d, the report records "+listed(forms), who)
}

// fitting fills the total, the persons and the year into a pattern, with "victims" for a name that is too long for a title.
func (v VictimFigures) fitting(pattern, who string) string {
	plain := plural("victim", isOne(v.Total))
	if who == "victims" {
		who = plain
	}
	if text := fmt.Sprintf(pattern, counted(v.Total), who, v.Year); !tooLong(text) {
		return text
	}
	return fmt.Sprintf(pattern, counted(v.Total), plain, v.Year)
}

func tooLong(title string) bool { return utf8.RuneCountInString(title) > longTitle }

// formWords is a form within a sentence: "sex trafficking", "an unspecified form of trafficking".
func formWords(f tipstats.Form) string {
	switch f {
	case tipstats.Unspecified:
		return "an unspecified form of trafficking"
	case tipstats.OtherForm:
		return "other forms of trafficking"
	}
	return formLabel(f)
}

// remarks says how the rows hang together, and where they do not.
func (v VictimFigures) remarks() []string {
	list := []string{"All bars share one scale"}
	if v.Total.Known() {
		list = []string{fmt.Sprintf("All bars share one scale; n = %s persons", counted(v.Total))}
	}
	low, high, known := v.Total.Bounds()
	for _, s := range v.Splits {
		sum := s.sum()
		switch {
		case sum.known == 0 || !known:
		case sum.low > high && !sum.rough && !v.Total.IsApproximate():
			list = append(list, fmt.Sprintf("The parts by %s add up to %s, more than the total that the report states", s.By, sum))
		case sum.high < low && !sum.rough && !v.Total.IsApproximate():
			list = append(list, fmt.Sprintf("The parts by %s add up to %s, less than the total that the report states", s.By, sum))
		}
		if sum.missing > 0 {
			list = append(list, fmt.Sprintf("By %s, the report states no number for %s of %s: sums with them are lower bounds", s.By,
				whole(sum.missing), countNoun(len(s.Cells), "part")))
		}
	}
	list = append(list, "Sums of a row and of a form are computed from the parts that the report states")
	if len(v.Splits) > 1 {
		list = append(list, "The splits count the same persons, so their bars are not to be added")
	}
	return list
}

// alt reads the bars out.
func (v VictimFigures) alt(c Credit) string {
	list := []string{fmt.Sprintf("Bars of %s%s in %d: %s in all", v.who(), in(c), v.Year, counted(v.Total))}
	for _, s := range v.Splits {
		var groups []string
		for _, group := range s.groups() {
			var cells []string
			for _, cell := range s.Cells {
				if cell.Group == group {
					cells = append(cells, counted(cell.Count)+" "+formName(cell.Form))
				}
			}
			groups = append(groups, group+" ("+strings.Join(cells, ", ")+")")
		}
		list = append(list, "By "+s.By+": "+strings.Join(groups, "; "))
	}
	return sentences(list...)
}

// formName is a form behind its number: "sex trafficking", "form unspecified", "not split by form".
func formName(f tipstats.Form) string {
	switch f {
	case tipstats.Sex, tipstats.Labor:
		return formLabel(f)
	case tipstats.Unspecified:
		return "form unspecified"
	case tipstats.OtherForm:
		return "other forms"
	}
	return "not split by form"
}

// share is the part of the total that a sum is, where both are exact numbers.
func (v VictimFigures) share(s countSum) (float64, bool) {
	total, stated := v.Total.Value()
	part, single := s.value()
	if !stated || !single || total == 0 || s.rough || v.Total.IsApproximate() || part > float64(total) {
		return 0, false
	}
	return part / float64(total), true
}
