package infer

import "fmt"

// Alternative is the hypothesis against which a p-value is computed.
//
// Choose it before looking at the data. The zero value is TwoSided, because a
// change in either direction is of interest unless one direction was ruled out
// beforehand.
type Alternative int

const (
	// TwoSided: the parameters differ, in either direction.
	TwoSided Alternative = iota
	// Less: the first group's parameter is the smaller one; a trend falls.
	Less
	// Greater: the first group's parameter is the larger one; a trend rises.
	Greater
)

// String returns "two-sided", "less" or "greater".
func (a Alternative) String() string {
	switch a {
	case TwoSided:
		return "two-sided"
	case Less:
		return "less"
	case Greater:
		return "greater"
	}
	return fmt.Sprintf("Alternative(%d)", int(a))
}

// CheckAlternative returns an error if a is none of TwoSided, Less and Greater.
func CheckAlternative(a Alternative) error {
	switch a {
	case TwoSided, Less, Greater:
		return nil
	}
	return fmt.Errorf("unknown alternative %d: expected infer.TwoSided, infer.Less or infer.Greater", int(a))
}
