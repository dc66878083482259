package trend

// sortCounting sorts values in place and returns the number of pairs i < j with
// values[i] > values[j], by merging (Knight, J. Am. Stat. Assoc. 61 (1966) 436): time
// of order n log n. buffer is scratch of the same length.
func sortCounting(values, buffer []float64) int {
	n := len(values)
	if n <= 12 {
		return insertionSortCounting(values)
	}
	half := n / 2
	left, right := values[:half], values[half:]
	count := sortCounting(left, buffer[:half]) + sortCounting(right, buffer[half:])
	if left[half-1] <= right[0] {
		return count
	}
	copy(buffer[:half], left)
	left = buffer[:half]
	i, j, k := 0, 0, 0
	for i < len(left) && j < len(right) {
		if left[i] <= right[j] {
			values[k] = left[i]
			i++
		} else {
			values[k] = right[j]
			count += len(left) - i
			j++
		}
		k++
	}
	copy(values[k:], left[i:])
	return count
}

func insertionSortCounting(values []float64) int {
	count := 0
	for i := 1; i < len(values); i++ {
		v := values[i]
		j := i
		for ; j > 0 && values[j-1] > v; j-- {
			values[j] = values[j-1]
		}
		values[j] = v
		count += i - j
	}
	return count
}

// tieSizes returns the sizes of the groups of equal values in a sorted slice, in
// order, ones included.
func tieSizes(sorted []float64) []int {
	groups := 0
	for i := range sorted {
		if i == 0 || sorted[i] != sorted[i-1] {
			groups++
		}
	}
	sizes := make([]int, 0, groups)
	for i := 0; i < len(sorted); {
		j := i + 1
		for j < len(sorted) && sorted[j] == sorted[i] {
			j++
		}
		sizes = append(sizes, j-i)
		i = j
	}
	return sizes
}
