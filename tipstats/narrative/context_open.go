package narrative

// leaveOpen opens two numbers of which neither is the count: "10-15 suspects", "between 10 and 15", "five or six", and what may be
// one number with a space in it, "1 266".
func leaveOpen(list []item, i int) {
	if !list[i].counts() || i+1 >= len(list) {
		return
	}
	next := i + 1
	if list[next].counts() {
		if list[i].value > 0 && list[next].value > 0 {
			list[i].class, list[next].class = Open, Open
		}
		return
	}
	link := &list[next]
	if link.sign("-") && !link.spaced && list[i].text[0] > '9' {
		list[i].class = Open // "two- and three-year terms", or a number that was cut
		if next+1 < len(list) && list[next+1].counts() && !list[next+1].spaced {
			list[next+1].class = Open
		}
		return
	}
	next++
	if next < len(list) && list[next].kind == boundWord {
		next++
	}
	if next >= len(list) || !list[next].counts() || list[next].value <= list[i].value || list[i].missing {
		return
	}
	before := textAt(list, i-1)
	switch {
	case link.sign("-", "--") && !link.spaced && !list[next].spaced && list[i].text[0] <= '9',
		link.text == "to" && before != "from" && !changes(list, i),
		link.text == "and" && before == "between",
		link.text == "or" && before != "either":
		list[i].class, list[next].class = Open, Open
	}
}

// changes reports whether a change is spoken of before the number: "rose from 10 to 15" compares.
func changes(list []item, i int) bool {
	for k := i - 1; k >= 0 && k >= i-10; k-- {
		if list[k].kind == changeWord || list[k].kind == comparison || list[k].text == "from" {
			return true
		}
	}
	return false
}

// references takes marks of reference out of a list, in which they would stand between the words. After a verb a number that looks like
// one may be a count that lost its space: it stays, open.
func references(list, marks []item) (kept, references []item) {
	first := 0
	for first < len(list) && (list[first].kind != numberKind || list[first].class != Reference) {
		first++
	}
	kept = list[:first]
	for i := first; i < len(list); i++ {
		it := list[i]
		if it.kind == numberKind && it.class == Reference {
			if len(kept) == 0 || !kept[len(kept)-1].is(stageVerb, lightVerb, otherVerb, preposition, boundWord, determiner, auxiliary, conjunction) {
				marks = append(marks, it)
				continue
			}
			it.class = Open
		}
		kept = append(kept, it)
	}
	return kept, marks
}
