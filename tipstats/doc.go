// Package tipstats models what states report of enforcing their laws against human trafficking: investigations, prosecutions,
// convictions, acquittals, in cases or in persons, as the yearly Trafficking in Persons report states them in prose. It computes
// rates and trends from such figures and refuses, with the reason, those that the figures cannot carry.
//
// # The words
//
// A [Count] is what a source says of a number: exact, at least, at most, between, about; or that it was not reported; or nothing that
// we could find. A missing count is never zero. An [Observation] is one count with what it counts: country, year, edition, stage,
// cohort, form, unit. A [Dataset] is a list of them, read strictly from CSV. A [Funnel] is one country's year.
//
// # The two kinds of rate
//
// A [Proportion] has a numerator that is part of its denominator. Of 160 defendants who got a verdict 89 were convicted: 55.6 %, with
// a binomial interval. A [FlowRatio] relates two flows of one period. 233 were convicted in a year in which 121 were newly
// prosecuted: 1.93, which is no probability, and gets the interval of a ratio of two Poisson rates. [NewRate] decides from the
// observations which of the two a quotient is. Cases over persons is neither, and an error: [ErrUnits].
//
// # Ranges
//
// "At least 44" is 44 or more, and travels as such: a rate with it has [Rate.Bounds] and no [Rate.Value]. So do figures of which the
// source leaves the form open: see [Funnel.FormShare] and [ChangeBetween].
//
// # What it does not do
//
// It estimates nothing that no source states: no imputation of a missing year, no estimate of crimes that were never investigated.
// Reported figures measure what a state does and reports, not how much trafficking there is.
package tipstats
