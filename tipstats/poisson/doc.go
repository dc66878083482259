// Package poisson makes inferences from events per exposure: convictions a year,
// trafficking victims identified per hundred thousand inhabitants, and the ratio of
// two such rates.
//
// [Interval] gives a rate with its exact limits, [Ratio] the ratio of two rates, and
// [Compare] the test that belongs to it. With the zero value of their methods all three are
// exact under the Poisson model: they hold for small counts, zero among them, where the
// usual normal formulas fail. [LowerBound], [UpperBound], [RatioLowerBound] and
// [RatioUpperBound] are for claims in one direction.
//
// [Fit] relates counts to years, exposures and anything else by a log-linear model
// (for a trend over time begin with [LogLinear]), and [DispersionTest] asks whether counts
// vary as Poisson counts do.
//
// The model is that events are independent and occur at one constant rate. Counts of
// law enforcement mostly break it: one operation leads to twenty convictions, and the
// years differ by more than chance. They are over-dispersed until shown otherwise, and
// two counts alone cannot show it. Every result that compares two counts says so in
// its Warnings. Its interval is then a lower bound of the uncertainty.
//
// x and t are an event count and its exposure. The exposure is whatever the rate is
// per: years of observation, inhabitants, newly prosecuted persons. A ratio depends
// only on the quotient of the two exposures.
package poisson
