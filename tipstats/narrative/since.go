package narrative

// sinceLaw reads "since the law's adoption", which is several years ago.
func (c *clauses) sinceLaw(i int) bool {
	for k := i + 1; k < len(c.list) && k < i+7; k++ {
		switch it := &c.list[k]; {
		case beginnings[it.text]:
			return true
		case it.sign(",", ";", ".") || it.is(agencyWord, lightVerb, stageVerb):
			return false
		}
	}
	return false
}

// beginnings are words for the beginning of a law or a body.
var beginnings = wordSet("adoption passage enactment creation establishment inception promulgation introduction founding ratification entry created established enacted adopted passed founded")

// sinceWhen reads "since" before the beginning of a law, or at the head of a clause.
func (c *clauses) sinceWhen(i int) {
	it := &c.list[i]
	if it.text == "since" && len(c.figures) > 0 && c.sinceLaw(i) && !firstTime(c.list, i) {
		c.period(i, mark{tag: "several"})
	}
	if it.text == "since" && (i == 0 || c.list[i-1].sign(",", ";")) && follows(c.list, i).text != "then" {
		c.leading = &mark{tag: "several"}
	}
}
