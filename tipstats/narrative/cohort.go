package narrative

import "github.com/tipstats/tip/tipstats"

// cohorts gives figures the cohort that another sentence shows: that of "the 20 new investigations", and new for what stands beside
// matters that continued.
func (d *document) cohorts() {
	hanging := map[*figure][]*figure{} // what is compared with a figure, or is a part or a companion of it
	for _, f := range d.figures {
		if f.target != nil {
			hanging[f.target] = append(hanging[f.target], f)
		}
	}
	d.restatedCohorts(hanging)
	d.besideContinued(hanging)
}

// restatedCohorts carries the cohort of "the 20 new investigations" back to the 20.
func (d *document) restatedCohorts(hanging map[*figure][]*figure) {
	first := map[[2]string]*figure{} // by stage and value, the first that leaves its cohort open
	for _, f := range d.figures {
		if !f.coded() || f.role != direct {
			continue
		}
		key := [2]string{string(f.stages[0]), valueText(f)}
		g := first[key]
		switch {
		case f.cohort == "" && g == nil:
			first[key] = f
		case f.cohort != "" && f.restated && g != nil && g.cohort == "":
			spreadCohort(g, f.cohort, hanging)
		}
	}
}

// besideContinued makes a figure new that an earlier sentence of the paragraph gives without a cohort, and a later one sets against
// matters of the same stage that continued.
func (d *document) besideContinued(hanging map[*figure][]*figure) {
	for i, f := range d.figures {
		if f.cohort != tipstats.Ongoing || f.passive || !f.coded() || f.role != direct || !beginning(f) {
			continue
		}
		for k := i - 1; k >= max(0, i-nearbyFigures); k-- {
			g := d.figures[k]
			if !d.sameParagraph(g.sentence, f.sentence) {
				break
			}
			if g.coded() && g.role == direct && g.cohort == "" && g.value > 0 && g.unit == f.unit && len(g.stages) == 1 && shares(g.stages, f.stages) {
				spreadCohort(g, tipstats.New, hanging)
			}
		}
	}
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

// spreadCohort gives a figure its cohort, and all that hangs on it and leaves its own open.
func spreadCohort(f *figure, cohort tipstats.Cohort, hanging map[*figure][]*figure) {
	f.cohort = cohort
	for _, g := range hanging[f] {
		if g.cohort == "" {
			spreadCohort(g, cohort, hanging)
		}
	}
}
