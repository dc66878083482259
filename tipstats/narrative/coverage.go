package narrative

import "github.com/tipstats/tip/tipstats"

// coverage is what a paragraph says of its data: which cohort of a stage they cover, for the current period and for those before.
type coverage map[tipstats.Stage][2]tipstats.Cohort

// covers reads a sentence without figures that says what data cover: "the statistics were of new prosecutions only, whereas in previous
// years they included ongoing prosecutions".
func (d *document) covers(list []item) {
	data, past := false, 0
	for i := range list {
		it := &list[i]
		switch {
		case isData(it.text) || it.kind == dataWord:
			data = true
		case it.kind == negation:
			return
		case it.sign(";") || it.text == "whereas" || it.text == "while" || it.text == "but":
			past = 0
		case it.kind == originMark || it.kind == periodMark && it.tag == "prior":
			past = 1
		case it.kind == stageNoun && data && i > 0 && list[i-1].kind == adjective && list[i-1].cohort != "":
			cohort := list[i-1].cohort
			if cohort == tipstats.Ongoing {
				cohort = tipstats.Both // data that include ongoing matters have new ones too
			}
			if d.paragraph.covered == nil {
				d.paragraph.covered = coverage{}
			}
			both := d.paragraph.covered[it.stage]
			both[past] = cohort
			d.paragraph.covered[it.stage] = both
		}
	}
}

// covered gives the figures of a sentence the cohort that the paragraph's data cover, where they name none.
func (d *document) covered(figures []*figure) {
	for _, f := range figures {
		if f.cohort != "" || len(f.stages) != 1 {
			continue
		}
		past := 0
		if f.isCompared() {
			past = 1
		}
		f.cohort = d.paragraph.covered[f.stages[0]][past]
	}
}
