package proportion

import "testing"

// R, sin(asin(sqrt((x + 3/8)/(n + 3/4))) + c(-1, 1)*qnorm(.975)/2/sqrt(n))^2.
func TestArcsineAgainstR(t *testing.T) {
	for _, c := range []struct {
		x, n         int
		lower, upper float64
	}{
		{89, 160, 0.4786373484712852, 0.6319962435895995},
		{15, 148, 0.05966349137757305, 0.15733202361870746},
		{1, 29, 0.001203484312740381, 0.150682639712074712},
	} {
		iv := mustInterval(t, c.x, c.n, 0.95, Arcsine)
		if !near(iv.Lower, c.lower, 1e-14) || !near(iv.Upper, c.upper, 1e-14) {
			t.Errorf("%d of %d: %+v, want %v to %v", c.x, c.n, iv, c.lower, c.upper)
		}
	}
}
