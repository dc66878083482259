package trend

import (
	"cmp"
	"slices"
)

// scratch is memory that counting and listing slopes use again and again.
type scratch struct {
	residuals, buffer []float64
	points            []residual
	merge             []residual
}

// residual is y - b t of the point with the given index.
type residual struct {
	value float64
	index int32
}

// before orders residuals by value and, where these are equal, by time.
func (p residual) before(q residual) bool {
	return p.value < q.value || p.value == q.value && p.index < q.index
}

// residual returns y - b t of point i. The product is rounded on its own, so that every
// processor counts alike.
func (s *slopes) residual(i int, b float64) float64 {
	return s.y[i] - float64(b*(s.t[i]-s.t[0]))
}

// below returns the number of slopes smaller than b. Pairs whose slope is b to rounding
// may be counted or not.
func (s *slopes) below(b float64) int {
	n := len(s.t)
	if s.scratch.residuals == nil {
		s.scratch.residuals, s.scratch.buffer = make([]float64, n), make([]float64, n)
	}
	for i := range s.scratch.residuals {
		s.scratch.residuals[i] = s.residual(i, b)
	}
	// Points at one time are in the order of y, and of y - b t: no inversion.
	return sortCounting(s.scratch.residuals, s.scratch.buffer)
}

// between returns the slopes that below(high) counts and below(low) does not. As b grows
// a pair of points changes its order once: the pairs sought are those whose order by
// y - low t is not that by y - high t. The slopes are put into list, if it is large enough.
func (s *slopes) between(low, high float64, list []float64) []float64 {
	n := len(s.t)
	if s.scratch.points == nil {
		s.scratch.points, s.scratch.merge = make([]residual, n), make([]residual, n)
	}
	points := s.scratch.points
	for i := range points {
		points[i] = residual{s.residual(i, low), int32(i)}
	}
	slices.SortFunc(points, func(p, q residual) int {
		return cmp.Or(cmp.Compare(p.value, q.value), cmp.Compare(p.index, q.index))
	})
	for i, p := range points {
		points[i].value = s.residual(int(p.index), high)
	}
	list = list[:0]
	sortVisiting(points, s.scratch.merge, func(p, q residual) {
		if i, j := min(p.index, q.index), max(p.index, q.index); s.t[i] < s.t[j] {
			list = append(list, s.slope(int(i), int(j)))
		}
	})
	return list
}

// sortVisiting sorts points by merging, and calls visit for each pair whose order it
// changes.
func sortVisiting(points, buffer []residual, visit func(p, q residual)) {
	n := len(points)
	if n < 2 {
		return
	}
	half := n / 2
	sortVisiting(points[:half], buffer[:half], visit)
	sortVisiting(points[half:], buffer[half:], visit)
	left, right := buffer[:half], points[half:]
	if !right[0].before(points[half-1]) {
		return
	}
	copy(left, points[:half])
	i, k := 0, 0
	for _, p := range right {
		for i < half && left[i].before(p) {
			points[k] = left[i]
			i++
			k++
		}
		for _, q := range left[i:] {
			visit(q, p)
		}
		points[k] = p
		k++
	}
	copy(points[k:], left[i:])
}
