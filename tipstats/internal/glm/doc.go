// Package glm is the engine of the regressions in the packages poisson and proportion: it
// maximizes the likelihood of a generalized linear model by iteratively reweighted least
// squares (McCullagh and Nelder, Generalized Linear Models, 2nd ed., 1989, section 2.5).
//
// Every least-squares step is a QR factorization by Householder reflections of the
// weighted design, never the normal equations, whose condition is the square of the
// design's. The weights are those of the observed information, so that the steps are
// Newton's and converge quadratically for every family here; the log-likelihoods are
// concave in the coefficients, so that a step that is halved until the likelihood rises
// cannot go astray. Firth's penalized likelihood alone is not: it is maximized from several
// starting points.
//
// Iteration stops when the Newton decrement, the length of the step in standard errors, is
// below 1e-7, after that step is taken: the error that is left is its square. Whether the
// likelihood has a maximum at all is found out before, exactly, from the design.
//
// Functions in this package expect arguments that [Check] has accepted.
package glm
