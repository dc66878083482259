// Package panel looks at many groups at once: countries, regions, years, courts. Each has a number of events and a size: so many
// of so many trials ([Proportions]) or so many per exposure ([Rates]).
//
//	groups := []panel.Group{{"A", 89, 160}, {"B", 12, 40}, {"C", 30, 41}}
//	pooled, err := panel.Pool(groups, panel.Proportions, 0.95)   // one value for these
//	mean, err := panel.Mean(groups, panel.Proportions, 0.95)     // the mean of groups like these
//	result, err := panel.Control(groups, panel.Proportions, panel.Options{})
//	for _, p := range result.Points { ... p.Beyond, p.AdjustedP ... }
//
// What a student should know before ranking countries by a rate:
//
//   - The extreme ranks go to the smallest groups, whose values vary most. A list sorted by value says little else. [Control] compares
//     each group with limits that are as wide as its size makes them: a control-limit funnel.
//   - Groups differ for reasons that no table holds. Limits that allow for chance alone then flag nearly everybody. [Disperse]
//     estimates how much more than chance there is, and Control widens its limits by it unless told not to.
//   - Among forty groups without any difference, two lie beyond the 95 % limits. AdjustedP allows for their number.
//   - [Shrink] gives what is to be expected of each group: its own value and that of all others, weighted by what they know.
//
// None of this says why a group differs, or that a high conviction rate is good. Groups whose sources count differently must not
// be pooled at all: the package cannot know, the caller does.
package panel
