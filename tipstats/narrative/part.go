package narrative

// partOfSame reports whether a figure after "with" or "of" counts the same unit, so that it is a part.
func (c *clauses) partOfSame(f, last *figure) bool {
	return f.unit != "" && f.unit == last.unit && f.form != ""
}

// isPart reports whether the figure belongs to a breakdown: of a form, a cohort or a statute, without a verb of its own, after a
// sign or a word that opens one, or after a comma.
func (c *clauses) isPart(f, last *figure, list bool) bool {
	if last == nil && c.parent == nil || f.head == stageHead && c.parent == nil && !c.parting {
		return false
	}
	if c.compared && !c.parting && last != nil && c.indexOf(last) < c.since {
		return false
	}
	narrower := f.form != "" && (f.form != mixedForm || last != nil && last.role == part) || f.statute != "" || f.cohort != "" && c.parting || f.slice != "" || f.level != ""
	switch {
	case f.head == foreignHead || f.head == unknownHead:
		return false
	case c.parting && c.pred.class != "" && c.pred.at > c.partAt && !(f.head == noHead && f.form != "" && last != nil && c.verbOf(last)):
		return false
	case c.parting && c.parent != nil && c.compared && c.since <= c.indexOf(c.parent):
		return narrower || f.head == noHead && last != nil && last.role == part && list
	case c.parting && c.parent != nil && !c.compared:
		return narrower || c.pred.at < c.partAt && (f.head == noHead || f.unit == c.parent.unit)
	case f.partitive && !f.ofNumber && f.form != "" && last != nil && !c.compared:
		return true
	case !narrower || last == nil || last.form != "" && last.role != part:
		return false
	case last.role == part && (list || !c.pred.verb || c.pred.at < last.at):
		return f.head == noHead || f.unit == last.unit || f.head == unitHead
	case list && f.head == noHead && (f.form != "" && last.form == "" || f.statute != "" && last.statute == ""):
		return true
	case c.afterSemicolon(f) && f.form != "":
		return true
	}
	return false
}

// verbOf reports whether the verb in force has the figure, a part, for its subject: "41 were held on sex trafficking charges".
func (c *clauses) verbOf(f *figure) bool {
	return f.role == part && f.form != "" && c.pred.at > f.end && c.pred.at <= f.end+2 && c.list[c.pred.at-1].kind == auxiliary
}

// ofThose gives "eight of whom were convicted" the form of those of whom it speaks. After a part it may speak of the part or of the whole,
// and is left open where it can be of the part.
func (c *clauses) ofThose(f *figure) {
	last := c.last()
	if last == nil || !last.coded() || last.form == "" || f.form != "" || shares(f.stages, last.stages) || !ofWhom(textAt(c.list, f.end-1)) && !ofWhom(textAt(c.list, f.at-1)) {
		return
	}
	switch {
	case last.role == part && f.value <= last.value:
		f.class = Open
	case last.role == direct && !c.severalForms(last):
		f.form, f.note = last.form, last.note
	}
}

func ofWhom(s string) bool { return s == "of whom" || s == "of which" }

func (c *clauses) afterSemicolon(f *figure) bool {
	return f.at > 0 && c.list[f.at-1].sign(";") && !(len(c.stack) > 0)
}

func (c *clauses) indexOf(f *figure) int {
	for k := range c.figures {
		if c.figures[k] == f {
			return k
		}
	}
	return -1
}

// partParent is the whole that a part belongs to.
func (c *clauses) partParent(f, last *figure, list bool) *figure {
	if last != nil && last.role == part && (list || f.head == noHead && c.parting && last.at > c.partAt) {
		return last.target
	}
	parent := c.parent
	if c.afterSemicolon(f) && last.isCompared() {
		for k := len(c.figures) - 1; k >= 0; k-- {
			if g := c.figures[k]; !g.isCompared() && g.unit == f.unit {
				return g
			}
		}
	}
	if !c.parting || parent == nil {
		parent = last.root2()
	}
	if parent.role == companion && f.unit != "" && parent.unit != f.unit && parent.target != nil {
		parent = parent.target
	}
	if parent.role != companion && f.unit != "" && parent.unit != f.unit {
		for _, g := range c.figures {
			if g.role == companion && g.target == parent && g.unit == f.unit {
				parent = g
			}
		}
	}
	return parent
}
