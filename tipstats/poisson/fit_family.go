package poisson

import "fmt"

// Family is a distribution of counts around their fitted means.
//
// The zero value, ByDispersion, is the one that we recommend: counts are over-dispersed
// until shown otherwise, and it lets the data show it.
type Family int

const (
	// ByDispersion is Poisson if Pearson's chi-squared over its degrees of freedom is at
	// most 1.5, and QuasiPoisson if it is larger; a warning then says so. The choice
	// does not change the coefficients.
	ByDispersion Family = iota
	// Poisson counts have a variance equal to the mean. Take it where theory says so; a
	// warning names the quasi-Poisson standard errors where the data contradict it.
	Poisson
	// QuasiPoisson counts have a variance of the dispersion times the mean (Wedderburn,
	// Biometrika 61 (1974) 439). The coefficients are those of Poisson, the standard
	// errors larger by the root of the dispersion, and limits come from Student's t. It is
	// no distribution, so that it has no likelihood, and the counts need not be whole.
	QuasiPoisson
	// NegativeBinomial counts have a variance of mean + mean^2/theta, "NB2", with theta by
	// maximum likelihood (Lawless, Can. J. Stat. 15 (1987) 209). Take it where the variance
	// grows faster than the mean, as it does among countries of different size.
	NegativeBinomial
)

// String returns the name of the family.
func (f Family) String() string {
	switch f {
	case ByDispersion:
		return "Poisson or quasi-Poisson, by dispersion"
	case Poisson:
		return "Poisson"
	case QuasiPoisson:
		return "quasi-Poisson"
	case NegativeBinomial:
		return "negative binomial"
	}
	return fmt.Sprintf("Family(%d)", int(f))
}

// Sandwich is an estimate of the covariance of coefficients that does not rely on the
// variance of the counts: A B A, with A the inverse of the information and B the sum of the
// squared scores of the rows (Huber 1967; White, Econometrica 48 (1980) 817).
//
// The zero value, HC1, is the one that we recommend: HC0 is too small in small samples.
type Sandwich int

const (
	// HC1 is HC0 times n/(n - k), for n counts and k coefficients (MacKinnon and White, J.
	// Econometrics 29 (1985) 305).
	HC1 Sandwich = iota
	// HC0 is the sandwich without a correction.
	HC0
)

// String returns "HC1" or "HC0".
func (s Sandwich) String() string {
	switch s {
	case HC1:
		return "HC1"
	case HC0:
		return "HC0"
	}
	return fmt.Sprintf("Sandwich(%d)", int(s))
}
