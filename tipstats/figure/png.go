package figure

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"io"
	"math"
	"strings"
	"sync"
)

const pngSignature = "\x89PNG\r\n\x1a\n"

// PNG returns the figure as a PNG file of 300 dots per inch, with its size in
// print (pHYs) and the title, alternative text and keywords (iTXt).
func (r *Rendered) PNG() ([]byte, error) {
	dots := func(points float64) int { return max(1, int(math.Round(points*dotsPerInch/72))) }
	picture := newRaster(dots(r.width), dots(r.height))
	defer picture.release()
	for i := range r.marks {
		picture.mark(&r.marks[i])
	}
	depth, rows, palette := picture.rows()
	data := deflate(rows)

	var out bytes.Buffer
	out.WriteString(pngSignature)
	header := binary.BigEndian.AppendUint32(nil, uint32(picture.w))
	header = binary.BigEndian.AppendUint32(header, uint32(picture.h))
	chunk(&out, "IHDR", append(header, depth[0], depth[1], 0, 0, 0))
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

// deflaters are compressors that are done with: each takes a megabyte, which serves the next figure.
var deflaters = sync.Pool{New: func() any {
	w, err := zlib.NewWriterLevel(io.Discard, zlib.BestSpeed)
	if err != nil {
		panic("figure: " + err.Error()) // the level is a constant
	}
	return w
}}

// deflate compresses at the fastest level: these pictures are mostly flat, and
// slower levels take several times as long for little.
func deflate(rows []byte) []byte {
	var data bytes.Buffer
	w := deflaters.Get().(*zlib.Writer)
	defer deflaters.Put(w)
	w.Reset(&data)
	w.Write(rows)
	w.Close()
	return data.Bytes()
}

// rows returns the picture as PNG stores it: one byte a dot and a palette if
// it has at most 256 colours, else three bytes a dot. Each row begins with a
// zero: no filter. depth holds the bit depth and the colour type.
func (p *raster) rows() (depth [2]byte, rows, palette []byte) {
	index := make(map[uint32]byte)
	p.data = sized(p.data, p.h*(p.w+1))
	for y := range p.h {
		out := p.data[y*(p.w+1) : (y+1)*(p.w+1)]
		out[0] = 0
		out = out[1:]
		row := p.pix[y*p.w : (y+1)*p.w]
		for x := 0; x < len(row); {
			c := row[x]
			i, known := index[c]
			if !known {
				if len(index) == 256 {
					return [2]byte{8, 2}, p.trueColor(), nil
				}
				i = byte(len(index))
				index[c] = i
				palette = append(palette, byte(c>>16), byte(c>>8), byte(c))
			}
			for ; x < len(row) && row[x] == c; x++ {
				out[x] = i
			}
		}
	}
	return [2]byte{8, 3}, p.data, palette
}

func (p *raster) trueColor() []byte {
	rows := make([]byte, 0, p.h*(3*p.w+1))
	for y := range p.h {
		rows = append(rows, 0)
		for _, c := range p.pix[y*p.w : (y+1)*p.w] {
			rows = append(rows, byte(c>>16), byte(c>>8), byte(c))
		}
	}
	return rows
}
