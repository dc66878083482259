package proportion

import "fmt"

// Method is a way to compute an interval for a proportion.
//
// The zero value, Wilson, is the one that we recommend: its coverage is close to
// the level on average for every n and p (Agresti and Coull 1998; Brown, Cai and
// DasGupta 2001), and its limits are those of the score test.
type Method int

const (
	// Wilson is the score interval (Wilson 1927).
	Wilson Method = iota
	// ClopperPearson is the exact interval with equal tails (Clopper and Pearson
	// 1934). It covers at least its level for every p, and mostly more.
	ClopperPearson
)

// methods holds, by Method, its name and the function that computes it for
// 0 <= x <= n, n >= 1 and a level in (0, 1).
var methods = [...]struct {
	name   string
	limits func(x, n int, level float64) (lower, upper float64)
}{
	Wilson:         {"Wilson", wilson},
	ClopperPearson: {"Clopper-Pearson", clopperPearson},
}

// known reports whether m is one of the constants.
func (m Method) known() bool { return m >= 0 && int(m) < len(methods) }

// String returns the name under which the method is known in the literature.
func (m Method) String() string {
	if m.known() {
		return methods[m].name
	}
	return fmt.Sprintf("Method(%d)", int(m))
}
