package figure

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/png"
)

// differentPNG compares size, pixels and metadata, and returns "" if they are
// the same.
func differentPNG(a, b []byte) string {
	var pictures [2]image.Image
	var metadata [2][]pngChunk
	for i, file := range [][]byte{a, b} {
		which := [...]string{"one", "the other"}[i]
		var err error
		if metadata[i], err = pngMetadata(file); err != nil {
			return fmt.Sprintf("%s cannot be read as PNG: %v", which, err)
		}
		if pictures[i], err = png.Decode(bytes.NewReader(file)); err != nil {
			return fmt.Sprintf("%s cannot be read as PNG: %v", which, err)
		}
	}
	if sizeA, sizeB := pictures[0].Bounds(), pictures[1].Bounds(); sizeA != sizeB {
		return fmt.Sprintf("the sizes differ: one has %d by %d pixels, the other %d by %d", sizeA.Dx(), sizeA.Dy(), sizeB.Dx(), sizeB.Dy())
	}
	if d := differentChunks(metadata[0], metadata[1]); d != "" {
		return d
	}
	return differentPixels(pictures[0], pictures[1])
}

func differentPixels(a, b image.Image) string {
	size := a.Bounds()
	at := func(p image.Image, x, y int) color.NRGBA {
		return color.NRGBAModel.Convert(p.At(x, y)).(color.NRGBA)
	}
	count, first := 0, ""
	paletteA, okA := a.(*image.Paletted)
	paletteB, okB := b.(*image.Paletted)
	if okA && okB && bytes.Equal(paletteA.Pix, paletteB.Pix) && equalPalettes(paletteA.Palette, paletteB.Palette) {
		return ""
	}
	for y := size.Min.Y; y < size.Max.Y; y++ {
		for x := size.Min.X; x < size.Max.X; x++ {
			if ca, cb := at(a, x, y), at(b, x, y); ca != cb {
				if count == 0 {
					first = fmt.Sprintf("the first at (%d, %d): one has %s, the other %s", x, y, hex(ca), hex(cb))
				}
				count++
			}
		}
	}
	if count == 0 {
		return ""
	}
	return fmt.Sprintf("%d of %d pixels differ, %s", count, size.Dx()*size.Dy(), first)
}

func equalPalettes(a, b color.Palette) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

type pngChunk struct {
	name string
	data []byte
}

// pngMetadata returns the chunks that say something beside the pixels.
func pngMetadata(file []byte) ([]pngChunk, error) {
	all, err := pngChunks(file)
	if err != nil {
		return nil, err
	}
	var metadata []pngChunk
	for _, c := range all {
		switch c.name {
		case "IHDR", "PLTE", "IDAT", "IEND":
		default:
			metadata = append(metadata, c)
		}
	}
	return metadata, nil
}

// pngChunks splits a file and checks the sums.
func pngChunks(file []byte) ([]pngChunk, error) {
	if !bytes.HasPrefix(file, []byte(pngSignature)) {
		return nil, fmt.Errorf("it does not begin as a PNG file does")
	}
	var chunks []pngChunk
	for rest := file[len(pngSignature):]; len(rest) > 0; {
		if len(rest) < 12 {
			return nil, fmt.Errorf("it ends inside a chunk")
		}
		n := binary.BigEndian.Uint32(rest)
		if uint64(n)+12 > uint64(len(rest)) {
			return nil, fmt.Errorf("it ends inside a chunk")
		}
		if len(chunks) > 0 && chunks[len(chunks)-1].name == "IEND" {
			return nil, fmt.Errorf("it goes on behind its last chunk")
		}
		body, sum := rest[4:8+n], binary.BigEndian.Uint32(rest[8+n:])
		if crc32.ChecksumIEEE(body) != sum {
			return nil, fmt.Errorf("the sum of chunk %q is wrong", body[:4])
		}
		chunks = append(chunks, pngChunk{string(body[:4]), body[4:]})
		rest = rest[12+n:]
	}
	return chunks, nil
}

func differentChunks(a, b []pngChunk) string {
	for i := range max(len(a), len(b)) {
		switch {
		case i >= len(a):
			return fmt.Sprintf("the metadata differ: only the other has %s %q", b[i].name, shorten(b[i].data))
		case i >= len(b):
			return fmt.Sprintf("the metadata differ: only one has %s %q", a[i].name, shorten(a[i].data))
		case a[i].name != b[i].name || !bytes.Equal(a[i].data, b[i].data):
			return fmt.Sprintf("the metadata differ: one has %s %q, the other %s %q", a[i].name, shorten(a[i].data), b[i].name, shorten(b[i].data))
		}
	}
	return ""
}

func shorten(s []byte) []byte { return s[:min(len(s), 80)] }
