package glm

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// rankTolerance is how small a column may become, relative to its length, by taking away
// its projection on the columns before it, until it counts as one of their combinations.
const rankTolerance = 1e-11

// checkRank returns an error that names each column that depends on those before it.
func (p *Problem) checkRank() error {
	f := newFactorization(p.n, p.p)
	var kept []string
	var dependent []string
	for j, column := range p.columns {
		work := f.next()
		for i, v := range column {
			work[i] = 0
			if p.weights[i] > 0 {
				work[i] = v
			}
		}
		length := math.Sqrt(dot(work, work))
		if rest := f.push(); rest > rankTolerance*length {
			kept = append(kept, p.names[j])
			continue
		}
		dependent = append(dependent, describeDependence(p.names[j], f.drop(), kept, length))
	}
	if len(dependent) == 0 {
		return nil
	}
	return fmt.Errorf("%w: rank %d with %d columns; %s. Leave %s out, or use other columns",
		ErrRank, len(kept), p.p, strings.Join(dependent, "; "), map[bool]string{true: "it", false: "them"}[len(dependent) == 1])
}

// describeDependence says which columns make up the one that was dropped, given its
// coefficients on them.
func describeDependence(name string, coefficients []float64, kept []string, length float64) string {
	if length == 0 {
		return fmt.Sprintf("column %q is 0 in every row with a weight", name)
	}
	var parts []string
	for k, c := range coefficients {
		if math.Abs(c) > 1e-9 {
			parts = append(parts, kept[k])
		}
	}
	return fmt.Sprintf("column %q is a linear combination of %s", name, quoted(parts))
}

func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}
