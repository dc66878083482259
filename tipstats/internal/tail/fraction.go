package tail

import "math"

const (
	// maxTerms bounds the length of a continued fraction.
	maxTerms = 1e6
	// fractionLimit is the size from which a convergent is scaled down, so that
	// products of two stay in range.
	fractionLimit = 0x1p400
)

// convergents holds the last two convergents p/q of a continued fraction.
type convergents struct{ p0, q0, p1, q1 float64 }

// next appends a term.
func (c *convergents) next(numerator, denominator float64) {
	c.p0, c.p1 = c.p1, denominator*c.p1+numerator*c.p0
	c.q0, c.q1 = c.q1, denominator*c.q1+numerator*c.q0
}

// settled reports whether the last two convergents are equal to rounding. It keeps
// them in range.
func (c *convergents) settled() bool {
	if c.q1 > fractionLimit || c.p1 > fractionLimit {
		c.scaleDown()
	}
	now := c.p1 * c.q0
	return math.Abs(now-c.p0*c.q1) <= 0x1p-52*now
}

func (c *convergents) scaleDown() {
	const scale = 1 / fractionLimit
	c.p0, c.p1, c.q0, c.q1 = c.p0*scale, c.p1*scale, c.q0*scale, c.q1*scale
}
