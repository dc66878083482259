package infer

import (
	"fmt"
	"math"
)

// CheckLevel returns an error unless level is a confidence level: larger than 0
// and smaller than 1. A level of 95 is told apart from one that is merely wrong,
// since it was almost certainly meant as 0.95.
func CheckLevel(level float64) error {
	switch {
	case level > 0 && level < 1:
		return nil
	case math.IsNaN(level):
		return fmt.Errorf("confidence level is not a number: expected a value between 0 and 1, such as 0.95")
	case level > 1 && level < 100:
		return fmt.Errorf("confidence level %v is not between 0 and 1: write %.15g for %v %%", level, level/100, level)
	}
	return fmt.Errorf("confidence level %v is not between 0 and 1 (both excluded): expected a value such as 0.95", level)
}
