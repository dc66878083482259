package poisson

import (
	"fmt"
	"math"
	"strings"
)

// maxNamed bounds how many coefficients one warning names.
const maxNamed = 6

// warnings returns what a reader should know of the fit, given the family that was asked for.
func (r *FitResult) warnings(asked Family) []string {
	var all []string
	if !r.Converged {
		return []string{"the iteration did not converge: these are not the estimates"}
	}
	if r.ResidualDF == 0 {
		all = append(all, "there are as many coefficients as counts: every fit is exact, and the dispersion, which standard errors hang on, cannot be estimated")
	}
	over := r.Dispersion > dispersionLimit
	ratio := math.Sqrt(r.Dispersion)
	switch {
	case r.Family == NegativeBinomial && math.IsInf(r.Theta, 1):
		all = append(all, "the counts vary no more around the fit than Poisson counts do: theta has no finite estimate, and the result is that of the Poisson model")
	case r.Family == Poisson && over:
		all = append(all, fmt.Sprintf("the counts are over-dispersed (dispersion %.3g, above %v): the Poisson standard errors are too small by a factor of %.3g. Use QuasiPoisson, whose standard errors are %s, or NegativeBinomial",
			r.Dispersion, dispersionLimit, ratio, r.named(ratio)))
	case asked == ByDispersion && over:
		all = append(all, fmt.Sprintf("the counts are over-dispersed (dispersion %.3g, above %v): the result is that of the quasi-Poisson model, whose standard errors are %.3g times those of the Poisson model; NegativeBinomial is the alternative",
			r.Dispersion, dispersionLimit, ratio))
	case r.Family == QuasiPoisson && r.Dispersion < 1:
		all = append(all, fmt.Sprintf("the dispersion is %.3g, below 1: these standard errors are smaller than those of the Poisson model, which few reasons justify", r.Dispersion))
	}
	if r.Family == QuasiPoisson && r.ResidualDF < 5 {
		all = append(all, fmt.Sprintf("the dispersion rests on %s: limits are wide because it is hardly known", degrees(r.ResidualDF)))
	}
	return all
}

// named lists the standard errors, each times a factor, with their names.
func (r *FitResult) named(factor float64) string {
	var parts []string
	for j, se := range r.StandardErrors {
		if j == maxNamed {
			parts = append(parts, "and so on")
			break
		}
		parts = append(parts, fmt.Sprintf("%.3g (%s)", se*factor, r.Names[j]))
	}
	return strings.Join(parts, ", ")
}
