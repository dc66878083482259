package trend

import (
	"math"
	"math/rand/v2"
	"slices"
)

// slopes gives the pairwise slopes of points at different times by rank, without holding
// them all: in time of order n log n for a rank, and memory of order n.
//
// The number of slopes below b is the number of pairs whose order by y - b t is not their
// order in time, and that is counted by merging (Cole, Salowe, Steiger and Szemeredi, SIAM
// J. Comput. 18 (1989) 792; Matousek, Inf. Process. Lett. 39 (1991) 183). A sample of the
// slopes encloses the rank, counting and interpolation shrink the enclosure until it holds
// few pairs, and these are listed. The sample is the same in every call.
type slopes struct {
	t, y   []float64 // sorted by t, then by y
	pairs  int       // with different times
	sorted []float64 // all slopes if they are few, or a sample of them

	// list holds the slopes from rank listFrom on that were listed last.
	list     []float64
	listFrom int
	scratch  scratch
}

const (
	// listed is the number of slopes up to which all are held.
	listed = 20000
	// leastSample is the least size of a sample.
	leastSample = 2000
	// listedPerPoint is the number of slopes for each point that an enclosure may hold when
	// they are listed.
	listedPerPoint = 4
)

// newSlopes takes points sorted by time and then by y, of which the given number of pairs
// have different times.
func newSlopes(t, y []float64, pairs int) *slopes {
	s := &slopes{t: t, y: y, pairs: pairs}
	if pairs <= listed {
		s.sorted = s.all()
	} else {
		s.sorted = s.sample(max(leastSample, len(t)))
	}
	slices.Sort(s.sorted)
	return s
}

func (s *slopes) slope(i, j int) float64 { return (s.y[j] - s.y[i]) / (s.t[j] - s.t[i]) }

// all returns the slopes of all pairs.
func (s *slopes) all() []float64 {
	list := make([]float64, 0, s.pairs)
	for i := range s.t {
		for j := i + 1; j < len(s.t); j++ {
			if s.t[j] > s.t[i] {
				list = append(list, s.slope(i, j))
			}
		}
	}
	return list
}

// sample returns the slopes of about size pairs, drawn at random. It may be empty, if
// nearly all points share a time.
func (s *slopes) sample(size int) []float64 {
	random := rand.New(rand.NewPCG(1968, 1379))
	list := make([]float64, 0, size)
	for range size {
		i, j := random.IntN(len(s.t)), random.IntN(len(s.t))
		if i > j {
			i, j = j, i
		}
		if s.t[i] < s.t[j] {
			list = append(list, s.slope(i, j))
		}
	}
	return list
}

// rank returns the k-th smallest slope, k = 0 for the smallest.
func (s *slopes) rank(k int) float64 {
	if s.pairs <= listed {
		return s.sorted[k]
	}
	if k >= s.listFrom && k < s.listFrom+len(s.list) {
		return selectRank(s.list, k-s.listFrom)
	}
	e := s.enclose(k)
	for e.shrink(s, k) {
	}
	if math.Nextafter(e.low, e.high) == e.high {
		return e.low // there may be very many such slopes
	}
	if held := e.belowHigh - e.belowLow; cap(s.list) < held {
		s.list = make([]float64, 0, held)
	}
	s.list, s.listFrom = s.between(e.low, e.high, s.list), e.belowLow
	return selectRank(s.list, min(max(k-s.listFrom, 0), len(s.list)-1))
}

// median returns the median slope.
func (s *slopes) median() float64 {
	m := s.rank(s.pairs / 2)
	if s.pairs%2 == 0 {
		m = s.rank(s.pairs/2-1)/2 + m/2
	}
	return m + 0 // no -0
}

// enclosure is an interval, with the number of slopes below each end. The slope sought
// is at or above low and below high.
type enclosure struct {
	low, high           float64
	belowLow, belowHigh int
}

// enclose returns an enclosure of the k-th slope, from its place in the sample.
func (s *slopes) enclose(k int) enclosure {
	// Twice the steepest slope is out of reach of the rounding of y - b t.
	limit := math.Min(2*s.steepest()+math.SmallestNonzeroFloat64, math.MaxFloat64)
	e := enclosure{-limit, limit, 0, s.pairs}
	if len(s.sorted) == 0 {
		return e
	}
	size := len(s.sorted)
	place := min(int(float64(k)/float64(s.pairs)*float64(size)), size-1)
	margin := 2 + int(2*math.Sqrt(float64(size))) // four standard deviations or more
	e.tighten(s, k, s.sorted[max(place-margin, 0)])
	e.tighten(s, k, s.sorted[min(place+margin, size-1)])
	// Counts that stay the same from year to year make one slope, mostly 0, frequent.
	if likely := s.sorted[place]; likely == s.sorted[max(place-1, 0)] {
		e.tighten(s, k, likely)
		e.tighten(s, k, math.Nextafter(likely, math.Inf(1)))
	}
	return e
}

// tighten moves one end to b.
func (e *enclosure) tighten(s *slopes, k int, b float64) {
	if !(e.low < b && b < e.high) {
		return
	}
	if count := s.below(b); count <= k {
		e.low, e.belowLow = b, count
	} else {
		e.high, e.belowHigh = b, count
	}
}

// shrink narrows the enclosure, and reports whether there is more to do. It interpolates
// for a point on either side of the rank, and halves where that does not help: first
// values, and then, where an enclosure spans many powers of 2, exponents.
func (e *enclosure) shrink(s *slopes, k int) bool {
	held := e.belowHigh - e.belowLow
	if held <= listedPerPoint*len(s.t) || math.Nextafter(e.low, e.high) == e.high {
		return false
	}
	width := e.high - e.low
	center := e.low + width*(float64(k-e.belowLow)+0.5)/float64(held)
	margin := width / 64
	e.tighten(s, k, center-margin)
	e.tighten(s, k, center+margin)
	if e.belowHigh-e.belowLow > held/4 {
		e.tighten(s, k, middle(e.low, e.high))
	}
	return true
}

// middle returns the float64 halfway between low and high in the order of all float64, so
// that halving ends after at most 64 steps.
func middle(low, high float64) float64 {
	from := order(low)
	return fromOrder(from + int64(uint64(order(high)-from)/2))
}

// order numbers the float64 in increasing order.
func order(v float64) int64 {
	bits := int64(math.Float64bits(v))
	if bits < 0 {
		return math.MinInt64 - bits
	}
	return bits
}

func fromOrder(n int64) float64 {
	if n < 0 {
		n = math.MinInt64 - n
	}
	return math.Float64frombits(uint64(n))
}

// steepest returns the largest absolute slope. It is that of two points at neighbouring
// times, since the slope of a longer step is a mean of those of its parts.
func (s *slopes) steepest() float64 {
	steepest := 0.0
	for from := 0; ; {
		to := groupEnd(s.t, from)
		if to == len(s.t) {
			return steepest
		}
		end := groupEnd(s.t, to)
		// Points at one time are sorted by y.
		steepest = max(steepest, math.Abs(s.slope(from, end-1)), math.Abs(s.slope(to-1, to)))
		from = to
	}
}

// groupEnd returns the first index after from with another time.
func groupEnd(t []float64, from int) int {
	to := from + 1
	for to < len(t) && t[to] == t[from] {
		to++
	}
	return to
}
