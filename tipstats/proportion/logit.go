package proportion

import (
	"math"

	"github.com/tipstats/tip/tipstats/internal/tail"
)

// logit returns the proportions whose log odds are log(x/(n-x)) -+ z sqrt(1/x + 1/(n-x)),
// and the limits of Clopper and Pearson where x is 0 or n.
func logit(x, n int, level float64) (lower, upper float64) {
	if x == 0 || x == n {
		return clopperPearson(x, n, level)
	}
	k, rest, size := float64(x), float64(n-x), float64(n)
	// 1/x + 1/(n-x) = n/(x (n-x))
	distance := tail.NormalTwoSided(level) * math.Sqrt(size/k/rest)
	lower, _ = tail.ShiftLogit(k/size, rest/size, -distance)
	upper, _ = tail.ShiftLogit(k/size, rest/size, distance)
	return lower, upper
}
