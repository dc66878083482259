// Package proportion makes inferences from x out of n: how large a share is, and
// how far from it the truth may be.
//
// A proportion is a count out of a total that contains it: 89 defendants convicted
// of the 160 whose case Peru's courts decided in 2022. Convictions of one year over
// prosecutions of the same year are not of that kind, because a court decides cases
// that were opened earlier; such a flow ratio can exceed 1 and has no binomial
// interval. Use package poisson for it.
//
// [Interval] with the zero Method, Wilson's score interval, is what we recommend
// for a single proportion: it covers close to its level on average, is never
// outside [0, 1], and is not empty of meaning at 0 out of n. Take ClopperPearson
// where coverage must never fall below the level, and accept a wider interval. The comment
// on [Method] compares all twelve; [Coverage] computes how often any of them is right.
// [LowerBound] and [UpperBound] are for claims in one direction.
//
// [Logistic] relates proportions to any number of covariates, with Firth's correction for
// small data and zero cells.
//
// Two groups: [Difference] in points, [RiskRatio] for rare outcomes, [OddsRatio] where
// groups were sampled by outcome, and [Compare] for a p-value. Each method's comment names
// the test or interval that agrees with it. Many groups: [Homogeneity], or [TrendTest] if
// they have an order; [Adjust] for the number of tests. To plan a study: [Power] and
// [SampleSize].
//
// All intervals rest on the binomial model: n independent decisions with one
// probability. Defendants tried together are not independent, and the interval is
// then too short.
package proportion
