package figure

import "testing"

func TestSeriesNeverRepeatsAColorWithItsShape(t *testing.T) {
	seen := map[Color]int{}
	for i := range 7 {
		c, _ := Series(i)
		if j, twice := seen[c]; twice {
			t.Errorf("series %d and %d have one colour", j, i)
		}
		seen[c] = i
		if again, shape := Series(i + 7); again != c {
			t.Errorf("series %d: %v %v", i+7, again, shape)
		}
	}
	if a, _ := Series(-1); a != Black {
		t.Errorf("series -1: %v", a)
	}
	for i := range 4 {
		for j := range i {
			_, a := Series(i)
			if _, b := Series(j); a == b {
				t.Errorf("series %d and %d have one shape", i, j)
			}
		}
	}
}

func TestRolesAreThoseOfTheMock(t *testing.T) {
	for want, c := range map[string]Color{"#d55e00": Sex, "#0072b2": Labor, "#b9b9b9": Unspecified, "#e9e9e9": Unsplit, "#111": Ink, "#444": Muted, "#666": Heading, "#ccc": Rule, "#fff": White} {
		if hex(c) != want || c.A != 255 {
			t.Errorf("%v, want %s", c, want)
		}
	}
}

func TestOnIsLegible(t *testing.T) {
	for _, fill := range []Color{Black, Orange, SkyBlue, BluishGreen, Yellow, Blue, Vermilion, ReddishPurple, Unspecified, Unsplit, White} {
		if r := Contrast(On(fill), fill); r < 4.5 {
			t.Errorf("text on %s has a contrast of %.2f; WCAG AA asks for 4.5", hex(fill), r)
		}
	}
}

func TestTextColoursAreLegibleOnTheGround(t *testing.T) {
	for _, c := range []Color{Ink, Muted, Heading} {
		if r := Contrast(c, White); r < 4.5 {
			t.Errorf("%s on white has a contrast of %.2f", hex(c), r)
		}
	}
}

func TestFaded(t *testing.T) {
	for opacity, want := range map[float64]uint8{0: 0, 0.5: 128, 1: 255, -1: 0, 2: 255} {
		if got := Faded(Sex, opacity); got.A != want || got.R != Sex.R {
			t.Errorf("Faded(Sex, %v) = %v", opacity, got)
		}
	}
}
