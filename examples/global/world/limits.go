package world

// limits says what the totals cannot show.
func (s study) limits() {
	s.Text(`
		## What these figures cannot show

		- How much trafficking there is, or how much of it is prosecuted. A total counts what governments reported to one department.
		- A conviction rate of the world. Convictions of a year are not those of its prosecutions, and the units are not stated.
		- Which region does more. Regions differ in how many governments report, in their laws, and in what a prosecution is.
		- Why a total rose or fell. The reports print the sums; they do not say which government moved them.`)
}
