// Package infer holds the words that every inference in tipstats shares: an
// Interval, a Test and its Alternative, and the check of a confidence level.
//
// A result says what was computed and how. Method names the procedure, in words
// that can be printed under a figure; Warnings says what is valid but should be
// known before the number is quoted. What is not valid is an error instead.
//
// Two conventions hold in every package that returns these types:
//
//   - A test and the interval of the same name agree: the interval at level
//     1 - alpha excludes the null value if and only if P < alpha. Where an interval
//     is the more cautious of the two, its function says so.
//   - Less always means that the first group's parameter is the smaller one, or
//     that a trend falls. It never describes the interval.
//
// The functions that compute intervals and tests are in the packages proportion
// (x out of n), poisson (events per exposure) and trend (a figure over time).
package infer
