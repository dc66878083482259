package proportion

import (
	"math"

	"github.com/tipstats/tip/tipstats/internal/tail"
)

// waldDifference returns p1 - p2 -+ z sqrt(p1 q1/n1 + p2 q2/n2).
func waldDifference(g groups, level float64) (lower, upper float64) {
	return waldLimits(float64(g.x1), float64(g.n1), float64(g.x2), float64(g.n2), g.difference(), level)
}

// agrestiCaffo returns the same after adding one success and one failure to each group.
func agrestiCaffo(g groups, level float64) (lower, upper float64) {
	x1, n1 := float64(g.x1)+1, float64(g.n1)+2
	x2, n2 := float64(g.x2)+1, float64(g.n2)+2
	return waldLimits(x1, n1, x2, n2, crossDifference(x1, n2, x2, n1)/n1/n2, level)
}

func waldLimits(x1, n1, x2, n2, difference, level float64) (lower, upper float64) {
	variance := x1/n1*((n1-x1)/n1)/n1 + x2/n2*((n2-x2)/n2)/n2
	distance := tail.NormalTwoSided(level) * math.Sqrt(variance)
	return difference - distance, difference + distance
}
