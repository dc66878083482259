package chart

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/tipstats/tip/tipstats"
)

// tally are the candidates by what became of them.
type tally struct {
	proportions, flows, refused []candidateRow
}

func tallied(rows []candidateRow) tally {
	var t tally
	for _, r := range rows {
		switch {
		case r.Err != nil:
			t.refused = append(t.refused, r)
		case r.Rate.Kind() == tipstats.Proportion:
			t.proportions = append(t.proportions, r)
		default:
			t.flows = append(t.flows, r)
		}
	}
	return t
}

// ratesTitle says how many of the candidates are proportions, and states the one if there is one.
func ratesTitle(rows []candidateRow, level float64, c Credit) string {
	if len(rows) == 0 {
		return "No candidate for a conviction rate was given"
	}
	t := tallied(rows)
	head := fmt.Sprintf("Of %s for a conviction rate%s, ", countNoun(len(rows), "candidate"), ratesPlace(rows, c))
	tail := fmt.Sprintf("; %s and %s", howMany(len(t.flows), "a flow ratio", "flow ratios"), howMany(len(t.refused), "refused", "refused"))
	switch len(t.proportions) {
	case 0:
		return head + "none is a proportion" + tail
	case 1:
		r := t.proportions[0]
		text := fmt.Sprintf("one is a proportion: %s in %d", amount(r.Rate), r.Year)
		if r.hasLimits() {
			text = fmt.Sprintf("one is a proportion: %s (%s interval %s) in %d", amount(r.Rate), levelWords(level), limits(r.Rate.Kind(), r.interval), r.Year)
		}
		return head + text + tail
	}
	return head + fmt.Sprintf("%d are proportions", len(t.proportions)) + tail
}

// howMany says of how many something is true: "none is refused", "one is a flow ratio", "3 are flow ratios".
func howMany(n int, one, many string) string {
	switch n {
	case 0:
		return "none is " + one
	case 1:
		return "one is " + one
	}
	return whole(n) + " are " + many
}

func countNoun(n int, noun string) string {
	return whole(n) + " " + plural(noun, n == 1)
}

// ratesPlace names the countries and years of the rows: " in Peru, 2020 to 2022".
func ratesPlace(rows []candidateRow, c Credit) string {
	var countries []string
	var years []int
	for _, r := range rows {
		countries, years = append(countries, r.Country), append(years, r.Year)
	}
	slices.Sort(countries)
	countries = slices.Compact(countries)
	span := yearSpan(slices.Min(years), slices.Max(years))
	if len(countries) == 1 {
		return " in " + c.place(countries[0]) + ", " + span
	}
	return fmt.Sprintf(" in %d countries, %s", len(countries), span)
}

// yearSpan is "2022", or "2020 to 2022".
func yearSpan(from, to int) string {
	if from == to {
		return fmt.Sprint(from)
	}
	return fmt.Sprintf("%d to %d", from, to)
}

func ratesSubtitle(level float64) string {
	return fmt.Sprintf("What each quotient divides, of which kind it is, and its value with its %s interval; or why it is refused.", levelWords(level))
}

// ratesRemarks are the sentences of the caption.
func ratesRemarks(rows []candidateRow) []string {
	t := tallied(rows)
	var remarks []string
	if len(t.proportions) > 0 {
		remarks = append(remarks, "Proportion: the numerator is part of the denominator; in percent")
	}
	if len(t.flows) > 0 {
		remarks = append(remarks, "Flow ratio: two flows of one year, of which the source does not say that the one is part of the other; "+
			"it can exceed 1 and is no probability", ratesAssumption(t.flows), ratesCohorts(t.flows))
	}
	for _, r := range t.refused {
		if errors.Is(r.Err, tipstats.ErrUnits) {
			remarks = append(remarks, "Cases and persons are never divided by each other")
			break
		}
	}
	return append(remarks, ratesMethods(rows), ratesWarnings(rows))
}

// ratesMethods names the methods of the intervals, and why there are none where there are none.
func ratesMethods(rows []candidateRow) string {
	var methods, missing []string
	for _, r := range rows {
		switch {
		case r.Err != nil:
		case r.hasLimits():
			methods = append(methods, fmt.Sprintf("%s (%s)", r.interval.Method, r.Rate.Kind()))
		default:
			missing = append(missing, "No interval: "+regrouped(r.noLimits.Error()))
		}
	}
	slices.Sort(methods)
	slices.Sort(missing)
	methods, missing = slices.Compact(methods), slices.Compact(missing)
	var texts []string
	if len(methods) > 0 {
		texts = append(texts, "Intervals: "+strings.Join(methods, "; "))
	}
	return sentences(append(texts, missing...)...)
}

// ratesWarnings are the warnings on the figures that the rates use, each once; those that say the same of several figures
// are one sentence.
func ratesWarnings(rows []candidateRow) string {
	var subjects []string
	figures := map[string][]string{}
	for _, r := range rows {
		if r.Err != nil {
			continue
		}
		for _, warning := range r.Rate.Warnings() {
			subject, object, _ := strings.Cut(regrouped(warning), ": ")
			if !slices.Contains(subjects, subject) {
				subjects = append(subjects, subject)
			}
			if !slices.Contains(figures[subject], object) {
				figures[subject] = append(figures[subject], object)
			}
		}
	}
	for i, subject := range subjects {
		if objects := strings.Join(figures[subject], "; "); objects != "" {
			subjects[i] += ": " + objects
		}
		subjects[i] = capitalised(subjects[i])
	}
	return sentences(subjects...)
}

// ratesAlt says what the chart shows to a reader who cannot see it.
func ratesAlt(rows []candidateRow, level float64, c Credit) string {
	texts := []string{"Forest plot of candidates for a conviction rate, one a row"}
	for _, r := range rows {
		place := r.Country
		if !severalPlaces(rows) {
			place = c.place(r.Country)
		}
		text := fmt.Sprintf("%s %d, %s: ", place, r.Year, r.Definition)
		if r.Err != nil {
			texts = append(texts, text+"refused, "+refusal(r.Err))
			continue
		}
		texts = append(texts, fmt.Sprintf("%s%s, %s, %s, %s interval %s", text, r.Rate.Kind(), strings.Join(r.countLines(), ", "), amount(r.Rate), levelWords(level), r.limitWords()))
	}
	return sentences(texts...)
}
