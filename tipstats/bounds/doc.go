// Package bounds makes inferences from counts that are known only as ranges: "at least
// 44", or 813 investigations of which 321 are of an unspecified form.
//
// Two things keep a figure from being known, and they are not the same. One is that the
// counts are open: the source says "at least", or leaves cases unclassified. The other is
// chance: courts might as well have decided a few cases otherwise. This package keeps them
// apart.
//
// # What the counts allow
//
// A [Range] is what is known of a count. From ranges follows a [Region]: the smallest and
// the largest value of a proportion, a difference, a ratio or a change that agrees with
// all that is stated, assuming nothing else (Manski 1989). The regions here are sharp: each
// value between the ends is possible, up to whole numbers, and none outside, so that no
// better bounds exist without more knowledge. Of the 813 investigations between 36.7 % and
// 76.1 % were for sex trafficking, and no statistics can make that one number. To replace
// "at least 44" by 44, or to leave the 321 out, is an assumption: that the rest does not
// exist, or is like the classified part.
//
// [PartOf], [PartAndRest] and [ShareOf] make a [Proportion] from the ways in which sources
// state it; [Difference] and [RiskRatio] compare two. [Ratio], [Change] and [Rate] are for
// counts that are not part of each other. If a whole region lies on one side of 0 (of 1, for
// a ratio), the direction is known although the size is not.
//
// # What chance adds
//
// [Proportion.Union], [DifferenceUnion], [RiskRatioUnion], [RatioUnion] and [RateUnion]
// return the union of the confidence intervals over all that the ranges allow. It holds the
// interval that complete records would have given, and is right for counts of any size:
// take it unless there is a reason not to. [Proportion.ImbensManski], and the like for
// differences and ratios, covers the one true value instead of all possible ones (Imbens and
// Manski 2004). It is shorter, and good for large counts only.
//
// # What would overturn a conclusion
//
// [Proportion.Tipping] and [DifferenceTipping] say how many of the open cases would have to
// be of one kind before a [Conclusion] falls. If more than all of them, it stands, whatever
// they are. [Proportion.Curve], [DifferenceCurve] and [TippingCurve] are the same as points for a
// chart. [TippingCount] finds the point for any other conclusion.
//
// # What it does not do
//
// It does not say which value in a region is likely: nothing that is stated does. It knows
// nothing of errors in what is stated: cases under the wrong form, or counted twice. A
// figure that was not reported at all is AtLeast(0), which bounds nothing: usually the
// right answer is that there is no figure.
//
// Sources: C. F. Manski, Anatomy of the selection problem, J. Human Resources 24 (1989)
// 343, and Partial Identification of Probability Distributions (2003); J. L. Horowitz and
// C. F. Manski, Econometrica 63 (1995) 281, and J. Am. Stat. Assoc. 95 (2000) 77; G. W.
// Imbens and C. F. Manski, Econometrica 72 (2004) 1845; J. Stoye, Econometrica 77 (2009)
// 1299.
package bounds
