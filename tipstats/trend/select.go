package trend

// selectRank returns the k-th smallest value, k = 0 for the smallest, and reorders the
// values: Hoare's algorithm (Commun. ACM 4 (1961) 321), in time of order n for values in
// no particular order.
func selectRank(values []float64, k int) float64 {
	low, high := 0, len(values)-1
	for low < high {
		pivot := medianOfThree(values[low], values[low+(high-low)/2], values[high])
		i, j := low, high
		for i <= j {
			for values[i] < pivot {
				i++
			}
			for values[j] > pivot {
				j--
			}
			if i <= j {
				values[i], values[j] = values[j], values[i]
				i++
				j--
			}
		}
		switch {
		case k <= j:
			high = j
		case k >= i:
			low = i
		default:
			return values[k]
		}
	}
	return values[k]
}

func medianOfThree(a, b, c float64) float64 {
	return max(min(a, b), min(max(a, b), c))
}
