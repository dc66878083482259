package proportion

import (
	"math"

	"github.com/tipstats/tip/tipstats/internal/tail"
)

// arcsine returns sin^2(asin(sqrt((x + 3/8)/(n + 3/4))) -+ z/(2 sqrt(n))), on which scale
// the variance hardly depends on p (F. J. Anscombe, Biometrika 35 (1948) 246). The angle
// stops at 0 and at a right angle.
func arcsine(x, n int, level float64) (lower, upper float64) {
	k, rest := float64(x)+0.375, float64(n-x)+0.375
	angle := math.Atan2(math.Sqrt(k), math.Sqrt(rest))
	distance := tail.NormalTwoSided(level) / (2 * math.Sqrt(float64(n)))
	return sineSquared(angle - distance), sineSquared(angle + distance)
}

func sineSquared(angle float64) float64 {
	sine := math.Sin(math.Min(math.Max(angle, 0), math.Pi/2))
	return sine * sine
}
