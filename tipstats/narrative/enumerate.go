package narrative

import "strings"

// toldOff is the rule of a figure of one that no number says.
const toldOff = "told off"

// enumerate makes counts of one of "the second" and "the other" where a sentence tells off the cases counted before it: "One was a sex
// trafficking case, and the second was a forced labor case".
func enumerate(list []item) {
	opened := false
	for i := 0; i+1 < len(list); i++ {
		was := list[i+1].text == "was" || list[i+1].text == "were"
		switch {
		case !was:
		case list[i].counts():
			opened = true
		case opened && list[i+1].text == "was" && (list[i].text == "the other" || list[i].class == Ordinal && i > 0 && list[i-1].text == "the"):
			list[i].kind, list[i].class, list[i].value, list[i].tag = numberKind, "", 1, toldOff
			list[i].number = -1 // of an ordinal, which is no count by itself
		}
	}
}

// enumerated is the total of the sentence before, if this one begins to tell off what it counts: "One was a sex trafficking case".
func (c *clauses) enumerated(f *figure) *figure {
	if f.at > 0 || f.head != noHead || f.form == "" || f.form == mixedForm || f.partitive || follows(c.list, f.end-1).kind != auxiliary && textAt(c.list, f.end) != "involved" {
		return nil
	}
	noun := &nothing
	for k := f.end; k < len(c.list) && k < f.end+7 && noun.kind == plainKind && !c.list[k].sign(","); k++ {
		if c.list[k].is(caseNoun, personNoun, stageNoun) {
			noun = &c.list[k]
		}
	}
	total := c.doc.lastTotal(noun)
	if total == nil || c.cut-total.sentence > 1 || total.value <= f.value || total.form != "" {
		return nil
	}
	return total
}

// isTold reports whether a part is one case of which the clause tells: "one was a labor trafficking case involving nine men".
func (c *clauses) isTold(f *figure) bool {
	after := textAt(c.list, f.end+1)
	return f.role == part && f.value == 1 && strings.HasPrefix(textAt(c.list, f.end), "was") && (after == "a" || after == "an")
}
