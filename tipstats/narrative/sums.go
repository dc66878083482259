package narrative

import "github.com/tipstats/tip/tipstats"

// repairSums moves a breakdown that does not add up to its total to another figure of the sentence, or of the one before, that it
// does add up to: "20 cases with 30 suspects, compared with 18 in 2021; 22 for sex trafficking and eight for forced labor".
func (c *clauses) repairSums() {
	done := map[*figure]bool{}
	for _, f := range c.figures {
		if f.role != part || f.target == nil || f.form == "" || done[f.target] {
			continue
		}
		total := f.target
		done[total] = true
		var parts []*figure
		sum := 0
		for _, g := range c.figures {
			if g.role == part && g.target == total && g.form != "" {
				parts = append(parts, g)
				sum += g.value
			}
		}
		if sum == total.value || len(parts) < 2 {
			continue
		}
		if other := c.summing(parts, sum); other != nil {
			for _, g := range parts {
				c.move(g, other)
			}
		}
	}
}

// casesOfWhole moves cases that seem to be arrested, and are those of the investigations before: "investigated 64 cases, leading to the
// arrest of 51 suspects, involving 40 sex trafficking and 24 labor trafficking cases".
func (c *clauses) casesOfWhole() {
	var cases []*figure
	sum := 0
	for _, f := range c.figures {
		if f.unit == tipstats.Case && f.form != "" && f.hasStage(tipstats.Arrest) && f.coded() && f.role != part && !f.isCompared() {
			cases = append(cases, f)
			sum += f.value
		}
	}
	if len(cases) < 2 {
		return
	}
	for _, total := range c.figures[:c.indexOf(cases[0])] {
		if total.unit != tipstats.Case || total.value != sum || !total.coded() || total.hasStage(tipstats.Arrest) {
			continue
		}
		for _, f := range cases {
			if f.role == companion && f.target != nil && f.target.form == f.form && !f.target.inside {
				f.target.form = ""
			}
			for _, g := range c.figures {
				if g.target == f && g.role == part {
					c.move(g, total)
				}
			}
			f.role = part
			c.move(f, total)
		}
		return
	}
}

// summing is the one figure before the parts that has their sum as its value, if there is exactly one.
func (c *clauses) summing(parts []*figure, sum int) *figure {
	var found *figure
	before := append(c.doc.recent(c.cut), c.figures...)
	for _, g := range before {
		if g.class != "" || len(g.stages) == 0 || g.role == part || g.value != sum || g.sentence == c.cut && g.at > parts[0].at {
			continue
		}
		if parts[0].head != noHead && parts[0].unit != g.unit {
			continue
		}
		if found != nil {
			return nil
		}
		found = g
	}
	return found
}

// move makes a figure part of another total.
func (c *clauses) move(f, total *figure) {
	f.target, f.stages = total, total.stages
	if f.head == noHead {
		f.unit = total.unit
	}
	f.cohort, f.mark = total.cohort, total.mark
}
