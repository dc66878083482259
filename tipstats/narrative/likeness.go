package narrative

import "strings"

// opensLikeness reports whether the comparison at i opens a sentence that holds for two periods: "As in the previous year, courts did not
// convict any traffickers". A figure above zero need not have been the same.
func (c *clauses) opensLikeness(i int) bool {
	return c.list[i].tag == "period" && len(c.figures) == 0 && (strings.HasPrefix(c.list[i].text, "as ") || strings.HasPrefix(c.list[i].text, "just as ")) && (i == 0 || i == 1 && c.list[0].kind != numberKind)
}

// likened makes the period of a likeness both the current one and the one that it names. At the end of a sentence the zeros before it
// have both.
func (c *clauses) likened(i int, m mark) mark {
	both := mark{tag: "both", each: true}
	if m.tag == "year" {
		both = mark{tag: "current", also: m.year, each: true}
	}
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		switch {
		case c.list[k].kind == comparison && c.list[k].tag == "period" && m.tag != "prior" && m.tag != "year":
			return m
		case c.list[k].kind == comparison && c.opensLikeness(k):
			return both
		case c.list[k].kind == comparison && c.list[k].tag == "period" && strings.HasPrefix(c.list[k].text, "as ") && k > 0 && c.list[k-1].sign(","):
			for _, f := range c.figures {
				if f.value == 0 && f.stated && f.role == direct && f.mark == nil {
					f.mark = &both
				}
			}
			return m
		case !c.list[k].is(preposition, determiner, boundWord) && c.list[k].text != "the":
			return m
		}
	}
	return m
}
