package figure

import (
	"encoding/binary"
	"hash/crc32"
	"math"
	"strings"
)

// Colour types of the format.
const (
	trueColors   = 2 // three bytes a dot
	indexedColor = 3 // one byte a dot, its place in a palette
)

const pngSignature = "\x89PNG\r\n\x1a\n"

// PNG returns the figure as a PNG file of 300 dots per inch, with its size in
// print (pHYs) and the title, alternative text and keywords (iTXt).
func (r *Rendered) PNG() ([]byte, error) {
	dots := func(points float64) int { return max(1, int(math.Round(points*dotsPerInch/72))) }
	p := newRaster(dots(r.width), dots(r.height))
	defer p.release()
	colors := newIndexed(p)
	p.paint(colors, r.marks)
	colorType, palette := byte(indexedColor), colors.paletteBytes()
	rows, near := colors.rows, []int{1, colors.stride}
	if colors.full {
		all := newTrueColor(p)
		p.paint(all, r.marks)
		colorType, palette = trueColors, nil
		rows, near = all.rows, []int{3, all.stride}
	}
	data := deflate(rows, near...)

	size := binary.BigEndian.AppendUint32(nil, uint32(p.w))
	size = binary.BigEndian.AppendUint32(size, uint32(p.h))
	perMetre := uint32(math.Round(dotsPerInch / 0.0254))
	physical := binary.BigEndian.AppendUint32(nil, perMetre)
	chunks := []pngChunk{
		{"IHDR", append(size, 8, colorType, 0, 0, 0)},
		{"sRGB", []byte{0}},
		{"pHYs", append(binary.BigEndian.AppendUint32(physical, perMetre), 1)},
	}
	if palette != nil {
		chunks = append(chunks, pngChunk{"PLTE", palette})
	}
	for _, text := range [][2]string{
		{"Title", r.title},
		{"Description", r.alt},
		{"Keywords", strings.Join(r.keywords, ", ")},
		{"Software", "tipstats"},
	} {
		chunks = append(chunks, pngChunk{"iTXt", internationalText(text[0], text[1])})
	}
	chunks = append(chunks, pngChunk{"IDAT", data}, pngChunk{"IEND", nil})
	return pngFile(r.sealedPNG(chunks)), nil
}

// pngFile writes chunks, each with its length and its sum.
func pngFile(chunks []pngChunk) []byte {
	size := len(pngSignature)
	for _, c := range chunks {
		size += 12 + len(c.data)
	}
	out := append(make([]byte, 0, size), pngSignature...)
	for _, c := range chunks {
		out = binary.BigEndian.AppendUint32(out, uint32(len(c.data)))
		summed := len(out)
		out = append(append(out, c.name...), c.data...)
		out = binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(out[summed:]))
	}
	return out
}
