package chart

import (
	"fmt"
	"slices"
	"strings"

	"github.com/tipstats/tip/tipstats"
)

// prosecutionNote relates prosecutions to investigations: "12.7 for every 100 investigations opened (flow ratio, 95 % interval
// 10.2 to 15.6)".
func prosecutionNote(f *tipstats.Funnel) string {
	if !f.Prosecutions.Count.Known() || !f.Investigations.Count.Known() {
		return ""
	}
	r, err := f.ProsecutionsPerInvestigation()
	if err != nil {
		return "no ratio to investigations: " + refusal(err)
	}
	if saysNothing(r) {
		return "no ratio to investigations: the figures allow any"
	}
	perHundred := func(v float64) string { return ratio(100 * v) }
	note := fmt.Sprintf("%s for every 100 %s (%s", amountIn(r, perHundred),
		stageLabel(f.Investigations.Stage, f.Investigations.Unit, f.Investigations.Cohort), r.Kind())
	if iv, err := r.Interval(funnelLevel); err == nil {
		note += fmt.Sprintf(", %s interval %s to %s", levelWords(funnelLevel), perHundred(iv.Lower), perHundred(iv.Upper))
	}
	return note + ")"
}

func defendantNote(f *tipstats.Funnel) string {
	if !f.Defendants.Count.Known() {
		return ""
	}
	return cohortNote(f.Defendants.Cohort)
}

// convictionNote is the conviction rate, or why there is none.
func convictionNote(f *tipstats.Funnel) string {
	r, err := f.ConvictionRate()
	if err != nil {
		return "no conviction rate: " + refusal(err)
	}
	if saysNothing(r) {
		return "no conviction rate: the figures allow any"
	}
	note := amount(r) + " of defendants with a verdict"
	if interval := intervalWords(r, funnelLevel); interval != "" {
		note += " (" + interval + ")"
	}
	return note
}

// unsplitNote says of a figure that the source splits others by form and this one not.
func unsplitNote(f *tipstats.Funnel, o tipstats.Observation) string {
	if !o.Count.Known() || len(f.Breakdown(o)) > 0 {
		return ""
	}
	for _, other := range []tipstats.Observation{f.Investigations, f.Prosecutions, f.Convictions} {
		if len(f.Breakdown(other)) > 0 {
			return "forms not stated"
		}
	}
	return ""
}

// funnelTitle states the verdicts, which are the one step with a proportion; or what is stated without them.
func funnelTitle(f *tipstats.Funnel, c Credit) string {
	if r, err := f.ConvictionRate(); err == nil && !saysNothing(r) {
		return verdictTitle(r, c.place(f.Country), f.Year)
	}
	where := fmt.Sprintf("%s, %d: the report states ", c.place(f.Country), f.Year)
	var stated []string
	for _, o := range []tipstats.Observation{f.Investigations, f.Prosecutions, f.Defendants, f.Convictions, f.Acquittals} {
		if o.Count.Known() {
			stated = append(stated, figureWords(o))
		}
	}
	if len(stated) == 0 {
		return where + "no count of investigations, prosecutions or verdicts"
	}
	return where + listed(stated) + ", from which no conviction rate follows"
}

// verdictTitle states how many of those who got a verdict were convicted, or between which shares.
func verdictTitle(r tipstats.Rate, place string, year int) string {
	share := amount(r)
	if interval := intervalWords(r, funnelLevel); interval != "" {
		share += " (" + interval + ")"
	}
	convicted, all := r.Counts()
	_, single := convicted.Value()
	if _, known := r.Value(); !known || !single {
		return fmt.Sprintf("Of the defendants in %s whose verdict the report states for %d, %s were convicted", place, year, share)
	}
	were := "were"
	if isOne(convicted) {
		were = "was"
	}
	return fmt.Sprintf("Of %s %s in %s whose verdict the report states for %d, %s %s convicted: %s",
		counted(all), plural("defendant", isOne(all)), place, year, counted(convicted), were, share)
}

// funnelRemarks are the sentences of the caption.
func funnelRemarks(f *tipstats.Funnel, rows []stageRow) []string {
	remarks := []string{"Cases and persons have a scale each"}
	if slices.ContainsFunc(rows, func(r stageRow) bool { return len(r.breakdown) > 0 }) {
		remarks = append(remarks, "The forms stand in the order of the legend, from the left")
	}
	if f.Defendants.Count.Known() {
		remarks = append(remarks, fmt.Sprintf("No figure says how many of the persons prosecuted (%s) await a verdict, so no share of them is drawn",
			counted(f.Defendants.Count)))
	}
	var shown []tipstats.Observation
	for _, r := range rows {
		shown = append(shown, r.observation)
	}
	if r, err := f.ConvictionRate(); err == nil {
		_, all := r.Counts()
		remarks = append(remarks, fmt.Sprintf("Defendants with a verdict (%s) are the sum of the convicted (%s) and the acquitted (%s)",
			counted(all), counted(f.Convictions.Count), counted(f.Acquittals.Count)))
	}
	return append(remarks, funnelMethods(f), doubts(shown), rough(shown))
}

// funnelMethods names the methods of the intervals that the figure shows.
func funnelMethods(f *tipstats.Funnel) string {
	var methods []string
	add := func(what string, r tipstats.Rate, err error) {
		if err != nil || saysNothing(r) {
			return
		}
		if iv, err := r.Interval(funnelLevel); err == nil {
			methods = append(methods, iv.Method+" ("+what+")")
		}
	}
	verdicts, err := f.ConvictionRate()
	add("share convicted", verdicts, err)
	shares := len(methods)
	flows, err := f.ProsecutionsPerInvestigation()
	add("ratio of flows", flows, err)
	assumption := ""
	if len(methods) > shares {
		assumption = "; that of the ratio assumes independent Poisson counts"
	}
	if len(methods) == 0 {
		return ""
	}
	return "Intervals: " + strings.Join(methods, ", ") + "; they cover chance, not what the report leaves out" + assumption
}

// funnelAlt says what the bars show to a reader who cannot see them.
func funnelAlt(f *tipstats.Funnel, c Credit, rows []stageRow) string {
	panels := map[tipstats.Unit][]string{}
	for _, r := range rows {
		text := r.bar.label + " " + counted(r.observation.Count)
		var parts []string
		for _, o := range r.breakdown {
			parts = append(parts, formLabel(o.Form)+" "+counted(o.Count))
		}
		if len(parts) > 0 {
			text += " (" + strings.Join(parts, ", ") + ")"
		}
		unit := r.observation.Unit
		panels[unit] = append(panels[unit], text)
	}
	return sentences(
		fmt.Sprintf("Bar chart of trafficking law enforcement in %s in %d, in two panels", c.place(f.Country), f.Year),
		"Cases: "+strings.Join(panels[tipstats.Case], "; "),
		"Persons: "+strings.Join(panels[tipstats.Person], "; "),
		capitalised(convictionNote(f)),
	)
}
