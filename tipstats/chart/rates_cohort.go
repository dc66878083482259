package chart

import (
	"slices"
	"strings"

	"github.com/tipstats/tip/tipstats"
)

// cohortLines say which matters the figures of a rate count. That is never left out of a flow ratio, whose denominator may be the
// new cases of a year or all that are open in it; a proportion says it where the source does.
func (r candidateRow) cohortLines() []string {
	above, below := r.Rate.Numerator(), r.Rate.Denominator()
	if r.Rate.Kind() == tipstats.FlowRatio && len(below) == 1 && !isStated(above) {
		return []string{cohortShort(below[0].Cohort)}
	}
	figures := append([]tipstats.Observation{above}, below...)
	if !slices.ContainsFunc(figures, isStated) {
		return nil
	}
	if !slices.ContainsFunc(figures, func(o tipstats.Observation) bool { return o.Cohort != above.Cohort }) {
		return []string{"both " + cohortNote(above.Cohort)}
	}
	var lines []string
	for _, o := range figures {
		if line := stageNoun(o, false) + ": " + cohortShort(o.Cohort); !slices.Contains(lines, line) {
			lines = append(lines, line)
		}
	}
	return lines
}

// isStated reports whether the source says which matters an observation counts.
func isStated(o tipstats.Observation) bool {
	return o.Cohort != tipstats.UnstatedCohort && o.Cohort != ""
}

// cohortList are the cohorts of observations as the datasets write them, each once.
func cohortList(observations ...tipstats.Observation) string {
	var list []string
	for _, o := range observations {
		if !slices.Contains(list, string(o.Cohort)) {
			list = append(list, string(o.Cohort))
		}
	}
	return strings.Join(list, "+")
}

// ratesCohorts warns of flow ratios that count different matters under one definition.
func ratesCohorts(flows []candidateRow) string {
	for _, r := range flows {
		for _, other := range flows {
			if r.Definition == other.Definition && r.cohorts() != other.cohorts() {
				return "Flow ratios of different cohorts (new cases only, new and ongoing cases, not said which) are not compared with each other"
			}
		}
	}
	return ""
}

// cohorts are the cohorts above and below the line.
func (r candidateRow) cohorts() [2]string {
	return [2]string{cohortList(r.Rate.Numerator()), cohortList(r.Rate.Denominator()...)}
}

// ratesAssumption says what the interval of a flow ratio takes for granted.
func ratesAssumption(flows []candidateRow) string {
	if !slices.ContainsFunc(flows, candidateRow.hasLimits) {
		return ""
	}
	return "Its interval assumes that the two counts are independent Poisson counts, which they are not where persons are counted in both"
}

// oneLine is an error as a cell of a table holds it.
func oneLine(err error) string { return strings.ReplaceAll(err.Error(), "\n", "; ") }
