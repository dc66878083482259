package figure

import (
	"cmp"
	"encoding/binary"
	"math/bits"
	"slices"
)

// A huffman code gives short codes to what is frequent: the sizes of the codes in bits, and the codes as they are written, the first bit
// lowest. What never occurs has none.
type huffman struct {
	size []uint8
	code []uint32
}

// newHuffman makes the code for symbols of the given frequencies in which no code is longer than limit.
func newHuffman(frequencies []int, limit int) huffman {
	var used []int
	for symbol, f := range frequencies {
		if f > 0 {
			used = append(used, symbol)
		}
	}
	slices.SortStableFunc(used, func(a, b int) int { return cmp.Compare(frequencies[a], frequencies[b]) })
	h := huffman{make([]uint8, len(frequencies)), make([]uint32, len(frequencies))}
	if len(used) == 0 {
		return h
	}
	counts := limited(depths(used, frequencies), limit)
	size, left := limit, 0
	for _, symbol := range used { // the rarest first, which get the longest
		for left == 0 {
			left = counts[size]
			size--
		}
		h.size[symbol] = uint8(size + 1)
		left--
	}
	h.number(counts)
	return h
}

// depths returns how deep each of the symbols, sorted by frequency, stands in Huffman's tree. The two rarest nodes are joined again and
// again; as joined nodes come about in ascending order, two queues give the rarest.
func depths(used, frequencies []int) []int {
	n := len(used)
	if n == 1 {
		return []int{1}
	}
	weight, parent := make([]int, 2*n-1), make([]int, 2*n-1)
	for i, symbol := range used {
		weight[i] = frequencies[symbol]
	}
	leaf, node := 0, n
	for next := n; next < 2*n-1; next++ {
		for range 2 {
			rarest := &leaf
			if leaf == n || node < next && weight[node] < weight[leaf] {
				rarest = &node
			}
			weight[next] += weight[*rarest]
			parent[*rarest] = next
			*rarest++
		}
	}
	depth := make([]int, 2*n-1)
	for i := 2*n - 3; i >= 0; i-- {
		depth[i] = depth[parent[i]] + 1
	}
	return depth[:n]
}

// limited returns how many codes there are of each size, where those that are too long are shortened and others lengthened in return: as
// many as keeps all codes apart (Kraft's inequality).
func limited(depths []int, limit int) []int {
	counts := make([]int, limit+1)
	taken := 0 // of 1<<limit
	for _, d := range depths {
		counts[min(d, limit)]++
		taken += 1 << (limit - min(d, limit))
	}
	for ; taken > 1<<limit; taken-- {
		counts[limit]--
		size := limit - 1
		for counts[size] == 0 {
			size--
		}
		counts[size]--
		counts[size+1] += 2
	}
	return counts
}

// number gives out the codes in the order that the format prescribes.
func (h huffman) number(counts []int) {
	next := make([]uint32, len(counts)+1)
	for size, n := range counts {
		next[size+1] = (next[size] + uint32(n)) << 1
	}
	for symbol, size := range h.size {
		if size > 0 {
			h.code[symbol] = bits.Reverse32(next[size]) >> (32 - size)
			next[size]++
		}
	}
}

// A bitWriter fills bytes from the lowest bit on.
type bitWriter struct {
	bytes   []byte
	pending uint64
	n       uint8 // bits of pending
}

// write adds the lowest size bits, at most 32.
func (w *bitWriter) write(value uint32, size uint8) {
	w.pending |= uint64(value) << w.n
	w.n += size
	if w.n >= 32 {
		w.bytes = binary.LittleEndian.AppendUint32(w.bytes, uint32(w.pending))
		w.pending >>= 32
		w.n -= 32
	}
}

// flush fills up the last byte.
func (w *bitWriter) flush() {
	for ; w.n > 0; w.n -= min(w.n, 8) {
		w.bytes = append(w.bytes, byte(w.pending))
		w.pending >>= 8
	}
}

// Symbols that stand for sizes of codes: 0 to 15 for themselves, these for repetitions.
const (
	repeatLast  = 16 // 3 to 6 times, 2 bits
	repeatZero  = 17 // 3 to 10 times, 3 bits
	repeatZeros = 18 // 11 to 138 times, 7 bits
	sizeSymbols = 19
)

// sizeOrder is the order in which the format lists the sizes of the codes for those symbols.
var sizeOrder = [sizeSymbols]int{16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15}

// codes writes the head of a block: the sizes of its codes, by which a reader makes the codes.
func (w *bitWriter) codes(lengths, distances huffman) {
	l, d := max(endOfBlock+1, usedUp(lengths.size)), max(1, usedUp(distances.size))
	symbols := sizeList(append(slices.Clone(lengths.size[:l]), distances.size[:d]...))
	frequencies := make([]int, sizeSymbols)
	for _, s := range symbols {
		frequencies[s.symbol]++
	}
	h := newHuffman(frequencies, 7)
	n := sizeSymbols
	for n > 4 && h.size[sizeOrder[n-1]] == 0 {
		n--
	}
	w.write(uint32(l-endOfBlock-1), 5)
	w.write(uint32(d-1), 5)
	w.write(uint32(n-4), 4)
	for _, symbol := range sizeOrder[:n] {
		w.write(uint32(h.size[symbol]), 3)
	}
	for _, s := range symbols {
		w.write(h.code[s.symbol]|s.extra<<h.size[s.symbol], h.size[s.symbol]+s.bits)
	}
}

// usedUp returns the number of sizes up to the last that is not 0.
func usedUp(sizes []uint8) int {
	n := len(sizes)
	for n > 0 && sizes[n-1] == 0 {
		n--
	}
	return n
}

// A sizeSymbol is a size, or a repetition of sizes with how often.
type sizeSymbol struct {
	symbol int
	extra  uint32
	bits   uint8
}

// sizeList puts repetitions together.
func sizeList(sizes []uint8) []sizeSymbol {
	var list []sizeSymbol
	for i := 0; i < len(sizes); {
		n := 1
		for i+n < len(sizes) && sizes[i+n] == sizes[i] {
			n++
		}
		switch zero := sizes[i] == 0; {
		case zero && n >= 11:
			n = min(n, 138)
			list = append(list, sizeSymbol{repeatZeros, uint32(n - 11), 7})
		case zero && n >= 3:
			list = append(list, sizeSymbol{repeatZero, uint32(n - 3), 3})
		case !zero && n >= 4:
			n = min(n, 7)
			list = append(list, sizeSymbol{symbol: int(sizes[i])}, sizeSymbol{repeatLast, uint32(n - 4), 2})
		default:
			n = 1
			list = append(list, sizeSymbol{symbol: int(sizes[i])})
		}
		i += n
	}
	return list
}
