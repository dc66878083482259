// Package trend asks whether a figure that is reported year after year rises or
// falls, and how fast, without assuming that its noise is normal or its course
// straight.
//
// [MannKendall] tests for a trend in either direction: it compares every year with
// every later one and counts how often the later is larger. [TheilSen] estimates the
// rate: the median of the slopes between all pairs of years, with the interval that
// belongs to the same test.
//
// Few years say little. Three values in a row rise or fall in strict order by chance
// once in three, so that no three values can reach a two-sided p-value below 1/3.
// Every result states the smallest p-value that its sample could have reached (MinP),
// and warns where that is above 0.05. An interval that the sample cannot support at the
// level asked for is infinite, and says why.
//
// Both assume that the values are independent apart from the trend. Figures that carry
// over from year to year, such as pending cases, are not: their p-values come out too
// small.
//
// For series of twenty years and more, [HamedRao], [YueWang] and [TrendFreePrewhitening]
// allow for that. [CoxStuart] is a check by hand.
//
// [Pettitt] looks for one change of level, [Joinpoint] for changes of the rate of change.
//
// A count that is only a bound ("at least 44") has no place in a slice of float64: do
// not pass 44 for it. [MannKendallRange] and [TheilSenRange] take ranges, and say what
// holds whatever the true values are.
package trend
