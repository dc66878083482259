package figure

import (
	"bytes"
	"encoding/binary"
)

// subset returns a font file that holds glyph 0, which stands for a missing one, then the given glyphs in their order, then those that
// they are composed of. A glyph that is given twice is held twice, so that each keeps a number of its own. The file has
// the tables that a PDF wants, and no instructions.
func (f *trueType) subset(glyphs []uint16) []byte {
	held := append([]uint16{0}, glyphs...)
	number := map[uint16]uint16{0: 0}
	for i, index := range glyphs {
		number[index] = uint16(i + 1)
	}
	renumber := func(index uint16) uint16 {
		n, known := number[index]
		if !known {
			n = uint16(len(held))
			number[index] = n
			held = append(held, index)
		}
		return n
	}
	var glyf, loca, hmtx []byte
	for i := 0; i < len(held); i++ { // which grows while it is walked
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		hmtx = append(hmtx, f.metrics(held[i])...)
		glyf = append(glyf, unhinted(f.glyph(held[i]), renumber)...)
		glyf = padded(glyf)
	}
	loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
	head, hhea, maxp := bytes.Clone(f.head), bytes.Clone(f.hhea), bytes.Clone(f.maxp)
	binary.BigEndian.PutUint32(head[8:], 0) // the sum of the file, see fontFile
	binary.BigEndian.PutUint16(hhea[34:], uint16(len(held)))
	binary.BigEndian.PutUint16(maxp[4:], uint16(len(held)))
	clear(maxp[16:28]) // what instructions need
	return fontFile([]fontTable{{"glyf", glyf}, {"head", head}, {"hhea", hhea}, {"hmtx", hmtx}, {"loca", loca}, {"maxp", maxp}})
}

// A fontTable is a named part of a font file.
type fontTable struct {
	name string
	data []byte
}

// fontFile puts tables, in the order of their names, behind a directory.
func fontFile(tables []fontTable) []byte {
	const directory, entry = 12, 16
	power, log := 1, 0
	for 2*power <= len(tables) {
		power, log = 2*power, log+1
	}
	file := []byte{0, 1, 0, 0}
	for _, n := range []int{len(tables), entry * power, log, entry * (len(tables) - power)} {
		file = binary.BigEndian.AppendUint16(file, uint16(n))
	}
	offset, head := directory+entry*len(tables), 0
	for _, t := range tables {
		if t.name == "head" {
			head = offset
		}
		file = append(file, t.name...)
		for _, n := range []uint32{sumOfWords(t.data), uint32(offset), uint32(len(t.data))} {
			file = binary.BigEndian.AppendUint32(file, n)
		}
		offset += (len(t.data) + 3) &^ 3
	}
	for _, t := range tables {
		file = padded(append(file, t.data...))
	}
	binary.BigEndian.PutUint32(file[head+8:], 0xB1B0AFBA-sumOfWords(file))
	return file
}

// padded fills data up to whole words.
func padded(data []byte) []byte {
	for len(data)%4 != 0 {
		data = append(data, 0)
	}
	return data
}

// sumOfWords is the checksum of a table: the sum of its words of four bytes.
func sumOfWords(data []byte) uint32 {
	sum := uint32(0)
	for ; len(data) >= 4; data = data[4:] {
		sum += binary.BigEndian.Uint32(data)
	}
	var last [4]byte
	copy(last[:], data)
	return sum + binary.BigEndian.Uint32(last[:])
}
