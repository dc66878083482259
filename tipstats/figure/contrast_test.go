package figure

import (
	"math"
	"testing"
)

// Known ratios: black on white is 21 by definition; #767676 is the lightest
// grey that reaches 4.5 on white and #777777 fails, as WCAG's understanding
// documents state; #595959 is the lightest that reaches 7.
func TestContrast(t *testing.T) {
	if got := Contrast(Black, White); math.Abs(got-21) > 1e-12 {
		t.Errorf("black on white: %v", got)
	}
	if got := Contrast(Sex, Sex); got != 1 {
		t.Errorf("a colour on itself: %v", got)
	}
	if Contrast(Sex, Labor) != Contrast(Labor, Sex) {
		t.Error("not symmetric")
	}
	for grey, c := range map[uint32]struct{ least, most float64 }{
		0x767676: {4.5, 4.6}, 0x777777: {4.4, 4.5}, 0x595959: {7, 7.1}, 0x5A5A5A: {6.8, 7},
	} {
		if got := Contrast(rgb(grey), White); got < c.least || got >= c.most {
			t.Errorf("#%06x on white: %v", grey, got)
		}
	}
}
