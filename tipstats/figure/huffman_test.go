package figure

import (
	"container/heap"
	"math/bits"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// weights is a heap of the frequencies of nodes.
type weights []int

func (w weights) Len() int           { return len(w) }
func (w weights) Less(i, j int) bool { return w[i] < w[j] }
func (w weights) Swap(i, j int)      { w[i], w[j] = w[j], w[i] }
func (w *weights) Push(v any)        { *w = append(*w, v.(int)) }
func (w *weights) Pop() any {
	last := (*w)[len(*w)-1]
	*w = (*w)[:len(*w)-1]
	return last
}

// leastBits is how many bits the best code takes, by Huffman's construction: the sum of all joined nodes.
func leastBits(frequencies []int) int {
	w := &weights{}
	for _, f := range frequencies {
		if f > 0 {
			heap.Push(w, f)
		}
	}
	sum := 0
	for w.Len() > 1 {
		joined := heap.Pop(w).(int) + heap.Pop(w).(int)
		sum += joined
		heap.Push(w, joined)
	}
	return sum
}

func TestHuffmanIsAsShortAsCanBe(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		frequencies := rapid.SliceOfN(rapid.IntRange(0, 50), 2, 60).Draw(t, "frequencies")
		h := newHuffman(frequencies, 15)
		used, sum := 0, 0
		for symbol, f := range frequencies {
			sum += f * int(h.size[symbol])
			if f > 0 {
				used++
			}
			if (f > 0) != (h.size[symbol] > 0) {
				t.Fatalf("symbol %d occurs %d times and has a code of %d bits", symbol, f, h.size[symbol])
			}
		}
		if want := leastBits(frequencies); used > 1 && sum != want {
			t.Fatalf("%v takes %d bits, the best code takes %d", frequencies, sum, want)
		}
	})
}

// No code is longer than allowed, none begins another, and no code is left over.
func TestHuffmanKeepsItsLimit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		frequencies := make([]int, rapid.IntRange(2, 128).Draw(t, "symbols"))
		a, b := 1, 1
		for i := range frequencies { // as Fibonacci's numbers grow, the tree is as deep as can be
			frequencies[i] = a
			a, b = b, a+b
			if b > 1<<26 {
				a, b = 1, 1
			}
		}
		frequencies = rapid.Permutation(frequencies).Draw(t, "frequencies")
		const limit = 7
		h := newHuffman(frequencies, limit)
		taken := 0
		for symbol, size := range h.size {
			if size == 0 || size > limit {
				t.Fatalf("symbol %d has %d bits", symbol, size)
			}
			taken += 1 << (limit - size)
			for other, longer := range h.size {
				if symbol != other && longer >= size && h.code[other]&(1<<size-1) == h.code[symbol] {
					t.Fatalf("the code of symbol %d begins that of %d", symbol, other)
				}
			}
		}
		if taken != 1<<limit {
			t.Fatalf("%d of %d codes are taken", taken, 1<<limit)
		}
	})
}

// The example of RFC 1951, 3.2.2: sizes 3, 3, 3, 3, 3, 2, 4, 4 have these codes.
func TestHuffmanNumbers(t *testing.T) {
	h := huffman{size: []uint8{3, 3, 3, 3, 3, 2, 4, 4}, code: make([]uint32, 8)}
	h.number([]int{0, 0, 1, 5, 2})
	for symbol, want := range []uint32{0b010, 0b011, 0b100, 0b101, 0b110, 0b00, 0b1110, 0b1111} {
		if got := bits.Reverse32(h.code[symbol]) >> (32 - h.size[symbol]); got != want {
			t.Errorf("symbol %d has the code %b, want %b", symbol, got, want)
		}
	}
}

func TestHuffmanOfOneSymbolOrNone(t *testing.T) {
	if h := newHuffman([]int{0, 9, 0}, 15); !slices.Equal(h.size, []uint8{0, 1, 0}) {
		t.Error(h.size)
	}
	if h := newHuffman([]int{0, 0}, 15); !slices.Equal(h.size, []uint8{0, 0}) {
		t.Error(h.size)
	}
}

func TestSizeListComesBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var sizes []uint8
		for range rapid.IntRange(1, 6).Draw(t, "runs") {
			size := rapid.SampledFrom([]uint8{0, 0, 3, 15}).Draw(t, "size")
			for range rapid.IntRange(1, 200).Draw(t, "times") {
				sizes = append(sizes, size)
			}
		}
		var back []uint8
		for _, s := range sizeList(sizes) {
			size, times := uint8(s.symbol), 1
			switch s.symbol {
			case repeatLast:
				size, times = back[len(back)-1], int(s.extra)+3
			case repeatZero:
				size, times = 0, int(s.extra)+3
			case repeatZeros:
				size, times = 0, int(s.extra)+11
			}
			if s.extra >= 1<<s.bits {
				t.Fatalf("%d does not fit in %d bits", s.extra, s.bits)
			}
			back = append(back, slices.Repeat([]uint8{size}, times)...)
		}
		if !slices.Equal(back, sizes) {
			t.Fatalf("%v comes back as %v", sizes, back)
		}
	})
}

func TestBitWriter(t *testing.T) {
	w := &bitWriter{}
	w.write(0b1, 1)
	w.write(0b10, 2)
	w.write(0xABCDEF12, 32)
	w.write(0b11111, 5)
	w.flush()
	if want := []byte{0x95, 0x78, 0x6F, 0x5E, 0xFD}; !slices.Equal(w.bytes, want) {
		t.Errorf("%x, want %x", w.bytes, want)
	}
}
