package infer

import (
	"fmt"
	"strings"
	"testing"
)

func TestAlternativeZeroValueIsTwoSided(t *testing.T) {
	var a Alternative
	if a != TwoSided {
		t.Errorf("zero Alternative is %v, want two-sided", a)
	}
}

func TestCheckAlternative(t *testing.T) {
	for _, a := range []Alternative{TwoSided, Less, Greater} {
		if err := CheckAlternative(a); err != nil {
			t.Errorf("CheckAlternative(%v) = %v, want nil", a, err)
		}
	}
	for _, a := range []Alternative{-1, 3} {
		err := CheckAlternative(a)
		if err == nil || !strings.Contains(err.Error(), fmt.Sprint(int(a))) {
			t.Errorf("CheckAlternative(%d) = %v, want an error that names the value", int(a), err)
		}
	}
}

func ExampleAlternative_String() {
	fmt.Println(TwoSided, Less, Greater, Alternative(7))
	// Output: two-sided less greater Alternative(7)
}

func ExampleCheckAlternative() {
	fmt.Println(CheckAlternative(Less))
	fmt.Println(CheckAlternative(7))
	// Output:
	// <nil>
	// unknown alternative 7: expected infer.TwoSided, infer.Less or infer.Greater
}
