package tipstats

// Candidate is one of the quotients that people call a conviction rate: the rate, or the reason for which there is none.
type Candidate struct {
	Country    string
	Year       int
	Definition string // "convicted of convicted and acquitted"
	Rate       Rate   // empty where Err is set
	Err        error
}

// Candidates computes each quotient that is published under the name "conviction rate" from what the funnel holds: convictions
// over verdicts, over persons prosecuted, over prosecutions begun, and over investigations opened. Those that divide
// persons by cases, or lack a figure, come with the error that refuses them; of the rest only the first is a proportion.
func (f *Funnel) Candidates() []Candidate {
	candidate := func(definition string, rate Rate, err error) Candidate {
		return Candidate{f.Country, f.Year, definition, rate, err}
	}
	verdicts, verdictsErr := f.ConvictionRate()
	defendants, defendantsErr := f.ConvictionsPerDefendant()
	prosecutions, prosecutionsErr := newRate("ratio of convictions to prosecutions", f.Convictions, f.Prosecutions)
	investigations, investigationsErr := newRate("ratio of convictions to investigations", f.Convictions, f.Investigations)
	return []Candidate{
		candidate("convicted of convicted and acquitted", verdicts, verdictsErr),
		candidate("convicted to persons prosecuted", defendants, defendantsErr),
		candidate("convicted to cases prosecuted", prosecutions, prosecutionsErr),
		candidate("convicted to cases investigated", investigations, investigationsErr),
	}
}
