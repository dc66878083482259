package narrative

import "github.com/tipstats/tip/tipstats"

// setting holds the figures of a sentence against what the sentence and its paragraph are about.
func (d *document) setting(list []item, w *clauses, n int) {
	complicity := speaksOf(list, complicitWords)
	if d.paragraph.complicit > 0 {
		d.paragraph.complicit--
		if complicity < 0 && (w.national() || w.atLarge()) {
			d.paragraph.complicit = 0
		}
	}
	law := -1
	if len(w.figures) > 0 {
		law = speaksOf(list, lawWords)
	}
	story := w.tellsStory()
	switch {
	case story || w.story && !w.told || w.described:
		d.paragraph.story = 3
	case d.paragraph.story > 0 && (w.dated() || w.overall() && !w.tellsOfMen()):
		d.paragraph.story = 0
	}
	for _, f := range w.figures {
		switch {
		case f.class != "":
		case law >= 0 && law < f.at:
			f.class = Penalty
		case d.paragraph.complicit > 0 || complicity >= 0 && !w.apart(f, complicity):
			f.class = Officials
		case story || d.paragraph.story > 0 && d.paragraph.story < 3 && f.value > 0:
			f.class = Anecdote
		case f.mark != nil && (f.mark.tag == "several" && f.value > 0 || (f.mark.tag == "both" && !f.mark.each || f.mark.tag == "earlier") && f.value > 0 || f.mark.also > 0 && !f.mark.each && f.value > 0):
			f.class = Several
		case len(f.stages) == 0:
			f.class = Open
		}
	}
	if d.paragraph.story > 0 {
		d.paragraph.story--
	}
	if complicity >= 0 && n > 0 && law < 0 && len(w.figures) > 0 && !w.anyApart(complicity) {
		d.paragraph.complicit = complicitSentences
	}
}

// tellsStory reports whether the sentence begins with the month of an event.
func (c *clauses) tellsStory() bool {
	if len(c.list) < 3 || c.list[0].text != "in" && c.list[0].text != "on" {
		return false
	}
	return months[c.list[1].text] && c.list[1].capital
}

// dated reports whether a figure of the sentence has a period or is compared, as national figures are.
func (c *clauses) dated() bool {
	for _, f := range c.figures {
		if f.mark != nil && !f.mark.month || f.role == compared {
			return true
		}
	}
	return false
}

// apart reports whether complicity is spoken of in a part of what the figure counts: "convicted 12 traffickers, including three
// complicit officials".
func (c *clauses) apart(f *figure, at int) bool {
	if f.value == 0 || at < f.at {
		return f.value > 0 && (c.concedes(at, f) || c.inPart(at, f))
	}
	for k := f.end; k < at; k++ {
		if c.list[k].is(partMark) || c.list[k].sign("(", "--", ";") {
			return true
		}
	}
	return false
}

// concedes reports whether complicity is only conceded before the main clause: "although corruption persisted, police arrested 12".
func (c *clauses) concedes(at int, f *figure) bool {
	comma := false
	for k := at; k < f.at; k++ {
		comma = comma || c.list[k].sign(",")
		if c.list[k].kind == foreignNoun && c.list[k].class == Officials && comma && c.list[k+1].is(preposition, relative) {
			return false
		}
	}
	switch c.list[0].text {
	case "although", "while", "though", "despite", "even though":
		return comma
	}
	return false
}

// inPart reports whether complicity belongs to a part that another figure counts, and a verb begins the next count after it: "charged 30
// suspects, including two complicit officials, and convicted 12".
func (c *clauses) inPart(at int, f *figure) bool {
	for _, g := range c.figures {
		if g.role == part && g.at < at && at < g.end && f.verbAt > at {
			return true
		}
	}
	return false
}

// atLarge reports whether a sentence counts trafficking at large: it names trafficking or traffickers, or a year.
func (c *clauses) atLarge() bool {
	found := false
	for _, f := range c.figures {
		if f.class == Officials || f.class == Anecdote {
			return false
		}
		if f.class != "" {
			continue
		}
		found = found || f.mark != nil && f.mark.tag == "year" && !f.mark.month || f.noun == "traffickers" || f.noun == "trafficker"
		for k := f.at; k < min(f.end+3, len(c.list)); k++ {
			it := &c.list[k]
			found = found || it.is(crimeWord, formWord)
		}
	}
	return found
}

// tellsOfMen reports whether all whom a sentence counts are men or women, as one case has them, and no suspects or offenders.
func (c *clauses) tellsOfMen() bool {
	for _, f := range c.figures {
		switch f.noun {
		case "men", "women", "man", "woman", "nationals", "citizens":
		default:
			if f.coded() && f.role == direct {
				return false
			}
		}
	}
	return true
}

// overall reports whether a sentence after a story begins with what only the country's figures have: "in total", or the government.
func (c *clauses) overall() bool {
	i := 0
	for i < len(c.list) && (c.list[i].is(conjunction, determiner, adjective) || c.list[i].text == "the" || c.list[i].sign(",")) {
		i++
	}
	switch textAt(c.list, i) {
	case "overall", "nationwide", "altogether", "government", "courts":
		return true
	case "in":
		return textAt(c.list, i+1) == "total" || textAt(c.list, i+1) == "all" || textAt(c.list, i+1) == "sum"
	}
	return false
}

func (c *clauses) anyApart(at int) bool {
	for _, f := range c.figures {
		if c.apart(f, at) {
			return true
		}
	}
	return false
}

// complicitSentences is how many sentences a remark on complicity reaches, within its paragraph.
const complicitSentences = 6

// national reports whether a sentence gives figures as only the country's totals are given: compared, or of several stages.
func (c *clauses) national() bool {
	stages := map[tipstats.Stage]bool{}
	for _, f := range c.figures {
		if f.class == Officials || f.class == Anecdote {
			return false
		}
		if f.class != "" {
			continue
		}
		if f.role == compared {
			return true
		}
		for _, s := range f.stages {
			stages[s] = true
		}
	}
	return len(stages) > 2
}
