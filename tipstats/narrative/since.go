package narrative

// sinceLaw reads "since the law's adoption", which is several years ago.
func (c *clauses) sinceLaw(i int) bool {
	for k := i + 1; k < len(c.list) && k < i+7; k++ {
		switch it := c.list[k]; {
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
