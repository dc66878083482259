// Package tail computes tail probabilities and their inverses to full double
// precision: of the beta and binomial, the gamma and Poisson, the normal, and
// Fisher's noncentral hypergeometric distribution.
//
// Confidence limits for small counts and p-values for large ones depend on tails,
// and a tail that is computed as one minus a distribution function has no correct
// digit left once it is smaller than 1e-16. Here
//
//   - every tail is the product of a density and a ratio tail / density, the
//     density by Loader's saddle-point form (no difference of large logarithms of
//     gamma functions), the ratio by a continued fraction with positive terms or,
//     where the parameters are large, by Gauss-Legendre quadrature;
//   - the tail that is computed is always the one that does not contain the mean,
//     and the other one is its complement, which loses nothing;
//   - the primary result is the logarithm of the tail, so that nothing underflows;
//   - arguments near 1 are given as the pair x and y = 1 - x, so that nothing is
//     lost by subtraction;
//   - quantiles solve "log tail = log probability" by an iteration of fourth order
//     on the logit (beta) or log (gamma) scale, where the derivatives are free.
//
// Functions in this package expect valid arguments: they are called by packages
// that have checked theirs. They return NaN, and do not panic, if they are called
// with others.
//
// Sources: C. Loader, Fast and accurate computation of binomial probabilities
// (2000); A. R. DiDonato and A. H. Morris, Algorithm 708, ACM Trans. Math. Softw.
// 18 (1992) 360; NIST Digital Library of Mathematical Functions, 8.9 and 8.17;
// M. J. Wichura, Algorithm AS 241, Appl. Statist. 37 (1988) 477.
package tail
