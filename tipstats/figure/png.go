package figure

import (
	"bytes"
	"encoding/binary"
	"fmt"
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

	var out bytes.Buffer
	out.WriteString(pngSignature)
	header := binary.BigEndian.AppendUint32(nil, uint32(p.w))
	header = binary.BigEndian.AppendUint32(header, uint32(p.h))
	chunk(&out, "IHDR", append(header, 8, colorType, 0, 0, 0))
	chunk(&out, "sRGB", []byte{0})
	perMetre := uint32(math.Round(dotsPerInch / 0.0254))
	physical := binary.BigEndian.AppendUint32(nil, perMetre)
	chunk(&out, "pHYs", append(binary.BigEndian.AppendUint32(physical, perMetre), 1))
	if palette != nil {
		chunk(&out, "PLTE", palette)
	}
	for _, text := range [][2]string{
		{"Title", r.title},
		{"Description", r.alt},
		{"Keywords", strings.Join(r.keywords, ", ")},
		{"Software", "tipstats"},
	} {
		chunk(&out, "iTXt", []byte(text[0]+"\x00\x00\x00\x00\x00"+text[1]))
	}
	chunk(&out, "IDAT", data)
	chunk(&out, "IEND", nil)
	file, err := r.sealedPNG(out.Bytes())
	if err != nil {
		return nil, fmt.Errorf("figure %q: PNG: %w", r.name, err)
	}
	return file, nil
}

func chunk(out *bytes.Buffer, name string, data []byte) {
	out.Write(binary.BigEndian.AppendUint32(nil, uint32(len(data))))
	sum := crc32.NewIEEE()
	sum.Write([]byte(name))
	sum.Write(data)
	out.WriteString(name)
	out.Write(data)
	out.Write(binary.BigEndian.AppendUint32(nil, sum.Sum32()))
}
