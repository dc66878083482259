package narrative

// courtLevels are words for a level of the courts; besideLevels are some only beside another.
var (
	courtLevels  = wordSet("trial appellate appeals appeal first-instance second-instance lower superior district high supreme")
	besideLevels = wordSet("trial district high supreme lower")
)

// levelAt reads the court level that the items from j on name, "trial", "at the trial level", "on appeal", "in first instance courts",
// and returns it with the item after it.
func levelAt(list []item, j int) (string, int) {
	for j < len(list) && (list[j].is(preposition, determiner) || list[j].text == "the") {
		j++
	}
	if j+1 < len(list) && list[j].class == Ordinal && list[j+1].text == "instance" && list[j].text != "" {
		name, end := list[j].text+" instance", j+2
		if end < len(list) && (list[end].text == "court" || list[end].text == "courts") {
			end++
		}
		return name, end
	}
	if j >= len(list) || !courtLevels[list[j].text] {
		return "", j
	}
	name, end := list[j].text, j+1
	if end < len(list) && (list[end].text == "court" || list[end].text == "courts" || list[end].text == "level") {
		return name, end + 1
	}
	next := follows(list, j)
	closed := next.sign(",", ";", ")", ".", "--") || next.text == "and" || next.text == "" || next.is(preposition, stageNoun)
	if !closed || besideLevels[name] && !besideLevel(list, j) {
		return "", end
	}
	return name, end
}

// besideLevel reports whether another court level stands near.
func besideLevel(list []item, j int) bool {
	for k := max(0, j-8); k < len(list) && k < j+9; k++ {
		if k != j && courtLevels[list[k].text] && list[k].text != list[j].text {
			return true
		}
	}
	return false
}

// shareTotal restricts what several bodies did, where the sentence adds it up: "trial courts convicted 20 and appellate courts six, for
// a total of 26 convictions".
func (c *clauses) shareTotal() {
	for k, f := range c.figures {
		if !f.total || f.role != direct || f.class != "" || !c.addsUp(f.at) {
			continue
		}
		for _, g := range c.figures[:k] {
			if g.role == direct && g.class == "" && g.subject != "" && g.slice == "" && g.value < f.value && shares(g.stages, f.stages) {
				g.slice = agencyOf(g.subject)
			}
		}
	}
}

// addsUp reads "for a total of", "totaling", "making a total of" before a number.
func (c *clauses) addsUp(i int) bool {
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		if c.list[k].text == "for" || c.list[k].text == "totaling" || c.list[k].text == "making" {
			return true
		}
	}
	return false
}
