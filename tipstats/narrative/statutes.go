package narrative

import (
	"strings"

	"github.com/tipstats/tip/tipstats"
)

// shareStatute gives "eight investigations and three prosecutions under Article 13" the statute for both, where the sentence divides what
// it counts by statutes.
func (c *clauses) shareStatute(g *figure) {
	if g.statute == "" || g.head != stageHead || len(c.figures) == 0 {
		return
	}
	f := c.figures[len(c.figures)-1]
	if f.statute != "" || !f.coded() || f.head == noHead || f.verbAt != g.verbAt || f.end+1 < g.at || textAt(c.list, f.end) != "and" {
		return
	}
	under := 0
	for _, it := range c.list {
		if it.text == "under" {
			under++
		}
	}
	if under > 1 {
		f.statute, f.narrow = g.statute, true
	}
}

// ruledBy notes the statute with which a clause begins: "under the penal code, courts convicted 15".
func (c *clauses) ruledBy(i int) {
	if c.list[i].text != "under" || !c.beginsClause(i) {
		return
	}
	statute := ""
	for j := i + 1; j < len(c.list) && j < i+9; j++ {
		switch it := &c.list[j]; {
		case it.sign(","):
			c.under = statute
			return
		case (it.kind == statuteWord || strings.HasSuffix(it.text, " law")) && statute == "":
			statute = statuteText(c.list, i+1, j)
		case it.counts() || it.is(stageVerb, lightVerb, agencyWord):
			return
		}
	}
}

// underStatute gives a figure the statute with which its clause begins, which says what the offense is.
func (c *clauses) underStatute(f *figure) {
	if f.statute != "" || f.role != direct || c.under == "" {
		return
	}
	f.statute = c.under
	if strings.HasPrefix(f.slice, "offense: ") {
		f.slice = ""
	}
}

// splitByStatutes restricts to its statute each figure of a stage, unit and form that one sentence divides by statutes, whatever their cohorts.
func (d *document) splitByStatutes() {
	type split struct {
		sentence int
		stage    tipstats.Stage
		unit     tipstats.Unit
		form     tipstats.Form
	}
	first, divided := map[split]string{}, map[split]bool{}
	each := func(do func(f *figure, s split)) {
		for _, f := range d.figures {
			if f.coded() && f.statute != "" && f.slice == "" && (f.role == direct || f.role == compared && (f.target == nil || f.statute == f.target.statute)) && len(f.stages) == 1 {
				do(f, split{f.sentence, f.stages[0], f.unit, f.formOf()})
			}
		}
	}
	each(func(f *figure, s split) {
		if first[s] == "" {
			first[s] = f.statute
		}
		divided[s] = divided[s] || first[s] != f.statute
	})
	each(func(f *figure, s split) {
		if divided[s] {
			f.slice = "statute: " + f.statute
		}
	})
}
