// Package chart draws the field's charts. Every chart is a function from values of the domain to a [figure.Figure]: title,
// subtitle, caption, alt text and the table of what is shown are composed from the data, so that the same function is right for
// another country, another year, and for figures that are missing, rough or known only as a bound.
//
//	f, err := ds.Funnel("PER", 2022)
//	fig := chart.Funnel(f, chart.Credit{
//		Country: "Peru",
//		Source:  "U.S. Department of State, 2023 Trafficking in Persons Report, Peru",
//		Data:    "datasets/peru2023/enforcement.csv",
//	})
//	r, err := fig.Render()
//
// What the charts have in common:
//
//   - Cases and persons stand apart, each on a scale of its own.
//   - A figure of which only a lower bound is known ends in an arrow; what lies between a lower and an upper bound is hatched.
//   - A figure that the source says was not reported is a gap with a cross and the word, one that no source states a gap with a
//     dash and the word; neither is ever a bar of length 0.
//   - A figure that its source doubts is hollow, and the caption names it.
//   - A form of trafficking is told by its place in the row, by its label and by stripes (two for labor, one for other forms) as well
//     as by its colour: sex and labor trafficking are about equally light.
//   - A proportion and a flow ratio differ in mark and in word.
//
// Which chart for which question: one year of a country, [Funnel]; what passes for a conviction rate, [Rates]; the years, [Years],
// and with a trend, [Trend]; several countries over the years, [Multiples], and at two times, [Dumbbell] and [Slope]; many groups of
// different sizes, [Control]; forms of trafficking, [Forms] and [Shares]; how a whole divides, [Flow], and into groups on two
// sides, [Population] and [Victims]; what was reported at all, [Reporting]; ranges of years of imprisonment, [Penalties];
// what a state has, [Capacity]; the assisted, [Assisted].
//
// Every chart lays itself out for the width and type of its profile: set Profile of the figure to [figure.Nature1] for one column
// of a journal, to [figure.PLOS] or to [figure.Screen]. Charts are panels of one figure in a [figure.Composite].
//
// A title says what the source states and how sure it is. It says nothing of causes: the counts of one state in a few
// years cannot carry that.
package chart
