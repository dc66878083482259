package peru

// limits says what the figures cannot show.
func (s study) limits() {
	s.Text(`
		## What these figures cannot show

		- How much trafficking there is. Investigations and convictions count what institutions did.
		- Whether the state became better or worse at convicting traffickers. One year has a conviction rate; the others lack the
		  acquittals.
		- What became of any one case. The figures of a year are flows; no group of cases is followed from investigation to
		  verdict.
		- Why a figure rose or fell. The narrative names the political crisis at the end of {{year}} as a reason for
		  incomplete data; it gives no figure for its effect.

		The dataset also holds the recommendations of the narrative, in short paraphrase, and the cases that it describes. Neither
		is counted here.`)
}
