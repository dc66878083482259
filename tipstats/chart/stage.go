package chart

import (
	"fmt"
	"strings"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/figure"
)

// stageLabel names what an observation counts, as the label of its row: "investigations opened", "convicted".
func stageLabel(stage tipstats.Stage, unit tipstats.Unit, cohort tipstats.Cohort) string {
	if unit == tipstats.Person {
		return personLabel(stage) + personCohort(stage, cohort)
	}
	switch cohort {
	case tipstats.New:
		verb := map[tipstats.Stage]string{
			tipstats.Investigation: " opened", tipstats.Prosecution: " begun",
		}[stage]
		if verb == "" {
			verb = ", new cases"
		}
		return stage.Plural() + verb
	case tipstats.Ongoing:
		return stage.Plural() + " continued"
	case tipstats.Both:
		return stage.Plural() + ", new and ongoing"
	}
	return stage.Plural()
}

// stageFigure is the figure of a funnel that is of a stage; of prosecutions it is those begun, in cases.
func stageFigure(f *tipstats.Funnel, stage tipstats.Stage) tipstats.Observation {
	switch stage {
	case tipstats.Investigation:
		return f.Investigations
	case tipstats.Prosecution:
		return f.Prosecutions
	case tipstats.Arrest:
		return f.Arrests
	case tipstats.Conviction:
		return f.Convictions
	case tipstats.Acquittal:
		return f.Acquittals
	case tipstats.Dismissal:
		return f.Dismissals
	}
	return tipstats.Observation{}
}

func personLabel(stage tipstats.Stage) string {
	return map[tipstats.Stage]string{
		tipstats.Investigation: "investigated",
		tipstats.Arrest:        "arrested",
		tipstats.Prosecution:   "defendants prosecuted",
		tipstats.Conviction:    "convicted",
		tipstats.Acquittal:     "acquitted",
		tipstats.Dismissal:     "case dismissed",
	}[stage]
}

// personCohort is the cohort that a row of its own has to name; defendants are named by the note of their row.
func personCohort(stage tipstats.Stage, cohort tipstats.Cohort) string {
	if stage == tipstats.Prosecution {
		return ""
	}
	switch cohort {
	case tipstats.New, tipstats.Ongoing, tipstats.Both:
		return ", " + cohortNote(cohort)
	}
	return ""
}

// cohortNote says which matters a count includes: "in new cases only".
func cohortNote(cohort tipstats.Cohort) string {
	switch cohort {
	case tipstats.New:
		return "in new cases only"
	case tipstats.Ongoing:
		return "in ongoing cases only"
	case tipstats.Both:
		return "in new and ongoing cases"
	}
	return "not said whether in new cases only"
}

// formLabel names a form of trafficking: "sex trafficking".
func formLabel(f tipstats.Form) string {
	switch f {
	case tipstats.Sex, tipstats.Labor:
		return string(f) + " trafficking"
	case tipstats.Unspecified:
		return "form unspecified by the report"
	case tipstats.OtherForm:
		return "other forms"
	}
	return "all forms"
}

// formFill is the colour of a form, the same in every chart.
func formFill(f tipstats.Form) figure.Color {
	switch f {
	case tipstats.Sex:
		return figure.Sex
	case tipstats.Labor:
		return figure.Labor
	case tipstats.OtherForm:
		return figure.BluishGreen
	case tipstats.Unspecified:
		return figure.Unspecified
	}
	return figure.Unsplit
}

// formStripes is how many stripes a form has where it fills a bar, none, one or two: forms that are about equally light have not as
// many, so that they are told apart in a print without colour.
func formStripes(f tipstats.Form) int {
	switch f {
	case tipstats.Labor:
		return 2
	case tipstats.OtherForm:
		return 1
	}
	return 0
}

// formsInOrder are the named forms and the unspecified, in the order in which every bar shows them.
var formsInOrder = []tipstats.Form{tipstats.Sex, tipstats.Labor, tipstats.OtherForm, tipstats.Unspecified}

// figureWords is a count with what it counts, for a sentence: "89 convictions", "at least 44 persons prosecuted".
func figureWords(o tipstats.Observation) string {
	return counted(o.Count) + " " + stageNoun(o, isOne(o.Count))
}

// stageNoun is what an observation counts, in a sentence.
func stageNoun(o tipstats.Observation, one bool) string {
	if o.Stage == tipstats.Prosecution && o.Unit == tipstats.Person {
		return plural("person", one) + " prosecuted"
	}
	return plural(string(o.Stage), one)
}

func plural(noun string, one bool) string {
	if one {
		return noun
	}
	return noun + "s"
}

func isOrAre(n int) string {
	if n == 1 {
		return "is"
	}
	return "are"
}

func isOne(c tipstats.Count) bool {
	n, ok := c.Value()
	return ok && n == 1
}

// doubts names the figures that their source doubts, for a caption; it is empty if there are none.
func doubts(observations []tipstats.Observation) string {
	return doubtsText(figureList(observations, isDoubted))
}

func isDoubted(o tipstats.Observation) bool { return o.Count.Known() && !o.Complete }

func doubtsText(figures string) string {
	if figures == "" {
		return ""
	}
	return "Hollow: the source says that the figure may be incomplete (" + figures + ")"
}

// rough names the figures that the source gives as rough ones.
func rough(observations []tipstats.Observation) string {
	return roughText(figureList(observations, isRough))
}

func isRough(o tipstats.Observation) bool { return o.Count.IsApproximate() }

func roughText(figures string) string {
	if figures == "" {
		return ""
	}
	return "Drawn at the number that the source gives as a rough one: " + figures
}

// figureList lists the figures that accept accepts, with their years; past eight it says how many more.
func figureList(observations []tipstats.Observation, accept func(tipstats.Observation) bool) string {
	var list []string
	for _, o := range observations {
		if accept(o) {
			list = append(list, fmt.Sprintf("%s in %d", figureWords(o), o.Year))
		}
	}
	return shortList(list)
}

// shortList joins texts; past eight it says how many more.
func shortList(list []string) string {
	const most = 8
	if more := len(list) - most; more > 1 {
		list = append(list[:most:most], fmt.Sprintf("%d more", more))
	}
	return strings.Join(list, "; ")
}
