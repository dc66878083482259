package trend

import (
	"fmt"
	"math"

	"github.com/tipstats/tip/tipstats/infer"
)

// JoinpointChoice says how the number of joins is chosen.
type JoinpointChoice int

const (
	// ByPermutation chooses by permutation tests (Kim et al. 2000), which bound the
	// probability of a join too many by Alpha. It is the default: it needs no assumption that the
	// errors are normal, and is reluctant to bend.
	ByPermutation JoinpointChoice = iota
	// ByBIC chooses the smallest Bayesian information criterion. It is quick, and finds more
	// joins, some of which are not there.
	ByBIC
	// FixedJoins fits MaxJoins joins.
	FixedJoins
)

// String returns the choice as Method puts it.
func (c JoinpointChoice) String() string {
	switch c {
	case ByPermutation:
		return "permutation test"
	case ByBIC:
		return "BIC"
	case FixedJoins:
		return "given number"
	}
	return fmt.Sprintf("JoinpointChoice(%d)", int(c))
}

// JoinpointWeights says how much each value counts.
type JoinpointWeights int

const (
	// ConstantVariance gives the logarithms equal weights. It is the default: counts of
	// enforcement vary in proportion to their size, more than Poisson counts do.
	ConstantVariance JoinpointWeights = iota
	// PoissonWeights gives each logarithm the weight y, the inverse of its variance if y is a
	// Poisson count, up to a factor that is estimated. Use it for counts whose dispersion is near
	// 1 (see poisson.DispersionTest).
	PoissonWeights
)

// String returns the weights as Method puts them.
func (w JoinpointWeights) String() string {
	switch w {
	case ConstantVariance:
		return "constant variance"
	case PoissonWeights:
		return "Poisson weights"
	}
	return fmt.Sprintf("JoinpointWeights(%d)", int(w))
}

// JoinpointPlaces says where joins may be.
type JoinpointPlaces int

const (
	// AtObservations lets joins be at the times observed (Lerman 1980). It is the default: a
	// yearly figure does not say when in the year a rate changed.
	AtObservations JoinpointPlaces = iota
	// Anywhere lets joins be between them as well (Hudson 1966).
	Anywhere
)

// String returns the places as Method puts them.
func (p JoinpointPlaces) String() string {
	switch p {
	case AtObservations:
		return "joins at observations"
	case Anywhere:
		return "joins anywhere"
	}
	return fmt.Sprintf("JoinpointPlaces(%d)", int(p))
}

// JoinpointOptions says how Joinpoint fits and chooses. The zero value is what we recommend.
type JoinpointOptions struct {
	Choice  JoinpointChoice
	Weights JoinpointWeights
	Places  JoinpointPlaces
	// MaxJoins is the largest number of joins tried, or with FixedJoins their number. 0 means,
	// except with FixedJoins, one for seven different times, and one more for each five
	// further times, at most 3, and no more than Apart leaves room for.
	MaxJoins int
	// Apart is the least number of observed times before, between and after joins, those at a
	// join not counted. 0 means 2. Joins between observed times need 2.
	Apart int
	// Exposure holds what the values are relative to (population, cases), so that the line is
	// that of log(y/Exposure). Without it the line is that of log y.
	Exposure []float64
	// Level is the confidence level of all limits. 0 means 0.95.
	Level float64
	// Alpha bounds the probability that permutation tests choose too many joins. 0 means 0.05.
	Alpha float64
	// Permutations is the number of permutations in each test. 0 means 4499.
	Permutations int
	// Seed is the seed of the permutations. The same seed gives the same result everywhere.
	Seed uint64
}

const (
	defaultPermutations = 4499
	mostDefaultJoins    = 3
)

// withDefaults replaces zeros, for a series with that many different times.
func (o JoinpointOptions) withDefaults(times int) JoinpointOptions {
	if o.Apart == 0 {
		o.Apart = 2
	}
	if o.MaxJoins == 0 && o.Choice != FixedJoins {
		room := max(times-o.Apart, 0) / (o.Apart + 1)
		o.MaxJoins = min(max(times-2, 0)/5, room, mostDefaultJoins)
	}
	if o.Level == 0 {
		o.Level = 0.95
	}
	if o.Alpha == 0 {
		o.Alpha = 0.05
	}
	if o.Permutations == 0 {
		o.Permutations = defaultPermutations
	}
	return o
}

// check adds what is wrong with the options for n values.
func (o JoinpointOptions) check(p *problems, n int) {
	if o.Choice < ByPermutation || o.Choice > FixedJoins {
		p.add("unknown choice %v: expected ByPermutation, ByBIC or FixedJoins", o.Choice)
	}
	if o.Weights < ConstantVariance || o.Weights > PoissonWeights {
		p.add("unknown weights %v: expected ConstantVariance or PoissonWeights", o.Weights)
	}
	if o.Places < AtObservations || o.Places > Anywhere {
		p.add("unknown places %v: expected AtObservations or Anywhere", o.Places)
	}
	for _, c := range []struct {
		name  string
		value int
	}{{"MaxJoins", o.MaxJoins}, {"Apart", o.Apart}, {"Permutations", o.Permutations}} {
		if c.value < 0 {
			p.add("%s is %d: expected a whole number, or 0 for the default", c.name, c.value)
		}
	}
	if o.Level != 0 {
		p.level(o.Level)
	}
	if o.Alpha != 0 && infer.CheckLevel(o.Alpha) != nil {
		p.add("Alpha is %v: expected a value between 0 and 1, such as 0.05", o.Alpha)
	}
	if o.Exposure != nil && len(o.Exposure) != n {
		p.add("%d exposures but %d values: expected one exposure for each value, or none at all", len(o.Exposure), n)
	}
	p.finite("Exposure", o.Exposure)
	p.positive("Exposure", o.Exposure, "expected something that the values are relative to")
}

// positive reports each finite value that is not positive.
func (p *problems) positive(name string, values []float64, expected string) {
	bad := 0
	for i, v := range values {
		if v > 0 || math.IsNaN(v) || math.IsInf(v, 0) {
			continue
		}
		if bad++; bad <= maxProblems {
			p.add("%s[%d] is %v: %s, above 0", name, i, v, expected)
		}
	}
	if bad > maxProblems {
		p.add("%s holds %d more values that are not positive", name, bad-maxProblems)
	}
}

// describe names the procedure.
func (o JoinpointOptions) describe(joins int) string {
	chosen := o.Choice.String()
	if o.Choice == ByPermutation {
		chosen = fmt.Sprintf("permutation test (%d permutations, seed %d)", o.Permutations, o.Seed)
	}
	return fmt.Sprintf("joinpoint regression of logarithms, %d joins of at most %d by %s, %v, %v", joins, o.MaxJoins, chosen, o.Weights, o.Places)
}
