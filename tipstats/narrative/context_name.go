package narrative

// named classifies a number in digits that is a name or a part of one by the signs and names right beside it: "Operation 21",
// "Law 54/2018", "a 14-member unit", "1. Police investigated", "10 a.m.".
func named(list []item, i int) Class {
	it := &list[i]
	if it.text == "" || it.text[0] > '9' {
		return ""
	}
	next := follows(list, i)
	after := &nothing
	if i+2 < len(list) {
		after = &list[i+2]
	}
	switch {
	case next.sign("/") && !next.spaced && after.kind == yearKind:
		return Statute
	case i > 0 && (list[i-1].sign("section") || next.text == "of" && after.is(statuteWord)):
		return Statute
	case i == 0 && len(list) <= 2 && next.sign(".", ")", ""):
		return Ordinal
	case next.text == "a.m" || next.text == "p.m" || next.text == "o'clock":
		return Date
	case next.sign("-") && !next.spaced && !after.spaced && after.kind == plainKind && after.text != "" && after.text[0] > '9' && after.text != "year-old":
		return Other
	case i > 1 && afterName(list, i) && (i+1 == len(list) || next.sign(",", ".", ";", ")") || next.is(conjunction, auxiliary) || next.is(preposition) && next.text != "of" && next.text != "for" && next.text != "involving" || next.text == "and"):
		return Name
	}
	return ""
}

// afterName reports whether a name stands before the number: a capital within a sentence, on a word that the grammar does not read or that
// means something else in a name: "Operation 21".
func afterName(list []item, i int) bool {
	before := &list[i-1]
	return before.capital && before.is(plainKind, foreignNoun) && list[i].spaced && !months[before.text]
}
