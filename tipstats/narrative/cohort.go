package narrative

import (
	"strings"

	"github.com/tipstats/tip/tipstats"
)

// cohorts gives figures the cohort that others show: that of the case that they are companions of, that of "the 20 new
// investigations", and new for what stands beside matters that continued.
func (d *document) cohorts(years yearScale) {
	hanging := map[*figure][]*figure{} // what is compared with a figure, or is a part or a companion of it
	for _, f := range d.figures {
		if f.target != nil {
			hanging[f.target] = append(hanging[f.target], f)
		}
		if f.role == companion && f.target != nil && f.cohort == "" {
			f.cohort = f.target.cohort
		}
	}
	d.restatedCohorts(hanging)
	d.besideContinued(hanging, years)
}

// stageValue is what "the 20 new investigations" shares with the 20.
type stageValue struct {
	stage  tipstats.Stage
	value  int
	stated bool
}

// restatedCohorts carries the cohort of "the 20 new investigations" back to the 20.
func (d *document) restatedCohorts(hanging map[*figure][]*figure) {
	first := map[stageValue]*figure{} // the first that leaves its cohort open
	for _, f := range d.figures {
		if !f.coded() || f.role != direct {
			continue
		}
		key := stageValue{f.stages[0], f.value, f.stated}
		g := first[key]
		switch {
		case f.cohort == "" && g == nil:
			first[key] = f
		case f.cohort != "" && f.restated && g != nil && g.cohort == "":
			g.spreadCohort(f.cohort, f.stages[0], hanging)
		}
	}
}

// besideContinued makes a figure new that the paragraph gives without a cohort, and then sets against matters of the same stage and
// period that continued. Those that "remained under investigation" may be among the others.
func (d *document) besideContinued(hanging map[*figure][]*figure, years yearScale) {
	for i, f := range d.figures {
		if f.cohort != tipstats.Ongoing || f.remained || !f.coded() || f.role != direct || !beginning(f) {
			continue
		}
		for k := i - 1; k >= max(0, i-nearbyFigures); k-- {
			g := d.figures[k]
			if !d.sameParagraph(g.sentence, f.sentence) {
				break
			}
			if g.coded() && g.role == direct && g.cohort == "" && g.value > 0 && (f.carried || f.unit == g.unit) && shares(g.stages, f.stages) && years.period(g) == years.period(f) {
				g.spreadCohort(tipstats.New, f.stages[0], hanging)
			}
		}
	}
}

// continues reports whether a verb at the end of the clause says that what the figure counts went on: "prosecutions of 17 defendants in
// older cases continued".
func (c *clauses) continues(f *figure) bool {
	if !c.beginsClause(c.pred.at) {
		return false
	}
	for k := f.end; k < len(c.list) && k < f.end+22; k++ {
		switch it := c.list[k]; {
		case it.kind == lightVerb && it.cohort == tipstats.Ongoing && it.verb == pastForm:
			return k+1 == len(c.list) || c.list[k+1].kind == signKind
		case it.counts(), it.sign(";"), it.is(stageVerb, comparison):
			return false
		}
	}
	return false
}

// sameParagraph reports whether a sentence stands shortly before another in one paragraph.
func (d *document) sameParagraph(before, at int) bool {
	if at-before > nearbySentences {
		return false
	}
	for ; at > before; at-- {
		if d.sentences[at].First {
			return false
		}
	}
	return true
}

// spreadCohort gives a figure its cohort at a stage, and all that hangs on it and leaves its own open.
func (f *figure) spreadCohort(cohort tipstats.Cohort, stage tipstats.Stage, hanging map[*figure][]*figure) {
	switch {
	case len(f.stages) == 1 && f.hasStage(stage):
		f.cohort = cohort
	case cohort == tipstats.New && f.hasStage(stage) && f.opened == "":
		f.opened = stage
	default:
		return
	}
	for _, g := range hanging[f] {
		if g.cohort == "" {
			g.spreadCohort(cohort, stage, hanging)
		}
	}
}

// someOlder reports whether the breakdown at i says that some of those counted began earlier: "including some initiated in prior years",
// "including cases from previous years".
func (c *clauses) someOlder(i int) bool {
	if !strings.HasPrefix(c.list[i].text, "includ") {
		return false
	}
	for k := i + 1; k < len(c.list) && k < i+9; k++ {
		switch it := c.list[k]; {
		case it.kind == originMark:
			return true
		case it.kind == adjective && it.cohort == tipstats.Ongoing && follows(c.list, k).is(caseNoun, stageNoun):
			return true
		case it.is(numberKind, signKind, conjunction, personNoun, agencyWord, formWord, stageVerb):
			return false
		}
	}
	return false
}

// wholesOfBoth makes a whole both new and ongoing if it has an ongoing part.
func (c *clauses) wholesOfBoth() {
	for _, f := range c.figures {
		if f.cohort == tipstats.Ongoing && f.class == "" && beginning(f) && f.role == part && f.rule == "part" && f.statute == "" && f.target != nil && f.target.cohort != tipstats.Ongoing {
			f.target.cohort = tipstats.Both
			for _, g := range c.figures {
				if g.role == compared && g.target == f.target && g.cohort == "" {
					g.cohort = tipstats.Both
				}
			}
		}
	}
}
