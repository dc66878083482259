// Package narrative reads the prose of a country narrative of the Trafficking in Persons report and returns the counts of law
// enforcement that it states, each tied to the words that it comes from. It proposes; a person reviews.
//
// [Extract] takes a narrative, or its section on prosecution. A [Reading] has three lists:
//
//   - Statements: one [Statement] a count, with stage, cohort, form, unit, period, value, bound and slice as the domain knows them, the
//     span of its words, the construction that it was read by and whether its own clause says it all ([Explicit]) or a part is
//     carried over from nearby ([Inferred]).
//   - Numbers: every number of the text, in digits or in words, each coded or with the [Class] that says why it is not: a date, a
//     penalty, a statute. What the grammar cannot place is [Open]: look at it.
//   - Findings: parts that do not add up, an increase to a smaller figure, a year compared with itself, two values for one figure.
//
// It is a shallow grammar: a lexicon in plain tables (lexicon_*.go) says what part each word plays; one walk through each sentence
// keeps the verb in force, the comparison and the breakdown that are open, and hangs each number on them. No word of any report is in
// it beyond the words of the trade, and no statistics: the same text gives the same reading. GRAMMAR.md says what it reads, what it
// cannot, how well it does, and how to add a construction.
//
// A figure that is wrong is worse than one that is missing: where two readings are possible the number stays open.
//
// When not to use it: for figures on victims, funding or sentences, for other reports, for other languages than English.
package narrative
