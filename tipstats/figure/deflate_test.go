package figure

import (
	"bytes"
	"compress/zlib"
	"hash/adler32"
	"io"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// inflated reads a stream with the standard library, which checks its sum.
func inflated(t interface{ Fatal(...any) }, stream []byte) []byte {
	r, err := zlib.NewReader(bytes.NewReader(stream))
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestDeflateComesBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var data []byte
		for range rapid.IntRange(0, 12).Draw(t, "pieces") {
			switch n := rapid.IntRange(1, 700).Draw(t, "length"); rapid.IntRange(0, 2).Draw(t, "kind") {
			case 0:
				data = append(data, bytes.Repeat([]byte{rapid.Byte().Draw(t, "byte")}, n)...)
			case 1:
				data = append(data, rapid.SliceOfN(rapid.Byte(), n, n).Draw(t, "bytes")...)
			case 2:
				from := rapid.IntRange(0, len(data)).Draw(t, "from")
				data = append(data, data[from:min(from+n, len(data))]...)
			}
		}
		var near []int
		if rapid.Bool().Draw(t, "near") {
			near = []int{rapid.IntRange(1, 3).Draw(t, "dot"), rapid.IntRange(4, 400).Draw(t, "row")}
		}
		if got := inflated(t, deflate(data, near...)); !bytes.Equal(got, data) {
			t.Fatalf("%d bytes come back as %d others", len(data), len(got))
		}
	})
}

// Streams of several blocks, with repetitions from as far as the format allows, and further, which it does not.
func TestDeflateLongStreams(t *testing.T) {
	state := uint32(1)
	random := make([]byte, 3*farthestMatch)
	for i := range random {
		state = state*1664525 + 1013904223
		random[i] = byte(state >> 24)
	}
	for what, data := range map[string][]byte{
		"random":       random,
		"at the limit": append(append([]byte("0123456789abcdef"), random[:farthestMatch-16]...), "0123456789abcdef"...),
		"beyond it":    append(append([]byte("0123456789abcdef"), random[:farthestMatch-15]...), "0123456789abcdef"...),
		"white":        make([]byte, 1<<20),
		"nothing":      nil,
		"one byte":     {7},
	} {
		for _, near := range [][]int{nil, {1}, {1, 2162}, {3, farthestMatch}} {
			if got := inflated(t, deflate(data, near...)); !bytes.Equal(got, data) {
				t.Errorf("%s, near %v: %d bytes come back as %d others", what, near, len(data), len(got))
			}
		}
	}
}

func TestAdler(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		data := rapid.SliceOf(rapid.Byte()).Draw(t, "data")
		zeros := make([]byte, rapid.IntRange(0, 100).Draw(t, "zeros"))
		data = append(append(slices.Clone(data), zeros...), data...)
		if got, want := adler(data), adler32.Checksum(data); got != want {
			t.Fatalf("%08X, want %08X", got, want)
		}
	})
	if ones := bytes.Repeat([]byte{0xFF}, 1<<20); adler(ones) != adler32.Checksum(ones) {
		t.Error("the sums overflow")
	}
}

// The compressor is worth its while on what it is made for: it stays close to the standard library's.
func TestDeflateCompresses(t *testing.T) {
	r, err := demo().Render()
	if err != nil {
		t.Fatal(err)
	}
	p := newRaster(2161, 1200)
	colors := newIndexed(p)
	p.paint(colors, r.marks)
	page := newPDFPage(r, pdfFonts(r.marks)).out
	for what, c := range map[string]struct {
		data []byte
		near []int
	}{
		"picture": {colors.rows, []int{1, colors.stride}},
		"page":    {page, nil},
	} {
		var standard bytes.Buffer
		w, _ := zlib.NewWriterLevel(&standard, zlib.BestSpeed)
		w.Write(c.data)
		w.Close()
		if ours := len(deflate(c.data, c.near...)); ours > standard.Len()*13/10 {
			t.Errorf("%s: %d bytes, the fastest level of the standard library makes %d", what, ours, standard.Len())
		} else {
			t.Logf("%s of %d bytes: %d, the fastest level of the standard library makes %d", what, len(c.data), ours, standard.Len())
		}
	}
}

// Every length and distance has the code whose range it lies in (RFC 1951, 3.2.5).
func TestCodesOfLengthsAndDistances(t *testing.T) {
	base := 3
	for code := 257; code < 285; code++ {
		size := uint8(max(0, (code-261)/4))
		for extra := range 1 << size {
			if length := base + extra; length < longestMatch {
				if c, e, n := lengthCode(length); c != code || int(e) != extra || n != size {
					t.Errorf("length %d: code %d, %d in %d bits; want %d, %d in %d", length, c, e, n, code, extra, size)
				}
			}
		}
		base += 1 << size
	}
	if c, e, n := lengthCode(longestMatch); c != 285 || e != 0 || n != 0 {
		t.Errorf("length 258: code %d, %d in %d bits", c, e, n)
	}
	base = 1
	for code := range distanceCodes {
		size := uint8(max(0, code/2-1))
		for extra := range 1 << size {
			if c, e, n := distanceCode(base + extra); c != code || int(e) != extra || n != size {
				t.Errorf("distance %d: code %d, %d in %d bits; want %d, %d in %d", base+extra, c, e, n, code, extra, size)
			}
		}
		base += 1 << size
	}
	if base != farthestMatch+1 {
		t.Errorf("distances end at %d", base-1)
	}
}
