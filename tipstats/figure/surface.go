package figure

// An indexed surface holds one byte a dot, its place in a palette of at most 256 colours. It is laid out as PNG stores it: each row begins
// with a zero, no filter.
type indexed struct {
	stride  int
	rows    []byte
	palette []uint32         // 0xRRGGBB, white first
	places  map[uint32]uint8 // of the colours in the palette
	mixes   map[Color]*mixes
	full    bool // a colour had no place: the picture is to be drawn on another surface
}

// mixes are what a colour makes of the colours of the palette, for each shade: their places plus 1, 0 where that is not known yet.
type mixes [shades + 1][256]uint16

func newIndexed(p *raster) *indexed {
	s := &indexed{stride: p.w + 1, palette: []uint32{0xFFFFFF}, places: map[uint32]uint8{0xFFFFFF: 0}, mixes: make(map[Color]*mixes)}
	p.rows = sized(p.rows, s.stride*p.h)
	s.rows = p.rows
	clear(s.rows)
	return s
}

func (s *indexed) lay(x, y int, cover []uint8, c Color) {
	if s.full {
		return
	}
	m := s.mixes[c]
	if m == nil {
		m = new(mixes)
		s.mixes[c] = m
	}
	row := s.rows[y*s.stride+1+x:][:len(cover)]
	for i, shade := range cover {
		if shade == 0 {
			continue
		}
		place := m[shade&shades][row[i]]
		if place == 0 {
			place = s.mix(m, shade, row[i], c)
		}
		row[i] = uint8(place - 1)
	}
}

// mix finds the place of a mixed colour, or makes one.
func (s *indexed) mix(m *mixes, shade, under uint8, c Color) uint16 {
	color := blend(s.palette[under], c, shade)
	place, known := s.places[color]
	if plain := c.A == 255 && shade == shades; !known && !plain && len(s.palette) >= exactColors {
		place, known = s.close(color)
	}
	if !known {
		if len(s.palette) == 256 {
			s.full = true
			return 1
		}
		place = uint8(len(s.palette))
		s.places[color] = place
		s.palette = append(s.palette, color)
	}
	m[shade][under] = uint16(place) + 1
	return uint16(place) + 1
}

// Once a palette has exactColors, a mixture takes the place of one from which it differs by closeBy of 255 in no channel, which nobody sees:
// true colours take three times the space and the time.
const (
	exactColors = 192
	closeBy     = 3
)

// close returns the place of the colour that is closest to a mixture, if one is close.
func (s *indexed) close(color uint32) (place uint8, found bool) {
	least := closeBy + 1
	for i, other := range s.palette {
		apart := 0
		for shift := 0; shift <= 16; shift += 8 {
			apart = max(apart, abs(int(color>>shift&0xFF)-int(other>>shift&0xFF)))
		}
		if apart < least {
			place, least = uint8(i), apart
		}
	}
	return place, least <= closeBy
}

// paletteBytes are the colours as PNG stores them.
func (s *indexed) paletteBytes() []byte {
	var b []byte
	for _, c := range s.palette {
		b = append(b, byte(c>>16), byte(c>>8), byte(c))
	}
	return b
}

// A trueColor surface holds three bytes a dot, laid out as PNG stores it.
type trueColor struct {
	stride int
	rows   []byte
}

func newTrueColor(p *raster) *trueColor {
	s := &trueColor{stride: 3*p.w + 1}
	p.rows = sized(p.rows, s.stride*p.h)
	s.rows = p.rows
	s.rows[0] = 0
	for i := 1; i < s.stride; i++ {
		s.rows[i] = 0xFF
	}
	for n := s.stride; n < len(s.rows); n *= 2 {
		copy(s.rows[n:], s.rows[:n])
	}
	return s
}

func (s *trueColor) lay(x, y int, cover []uint8, c Color) {
	for i, shade := range cover {
		if shade == 0 {
			continue
		}
		dot := s.rows[y*s.stride+1+3*(x+i):][:3]
		color := blend(uint32(dot[0])<<16|uint32(dot[1])<<8|uint32(dot[2]), c, shade)
		dot[0], dot[1], dot[2] = byte(color>>16), byte(color>>8), byte(color)
	}
}

// blend lays a colour over another with the cover of a shade. The fainter a colour, the fewer shades it has: a step between two of them is as
// small as between those of an opaque one, and the mixtures remain few.
func blend(under uint32, c Color, shade uint8) uint32 {
	opacity := uint32(c.A)
	own := (opacity*shades + 254) / 255 // shades of this colour
	if own == 0 {
		return under
	}
	of := (uint32(shade)*own*2 + shades) / (2 * shades)
	alpha := (of*opacity*2 + own) / (2 * own)
	mixed := uint32(0)
	for i, over := range [3]uint8{c.R, c.G, c.B} {
		shift := 16 - 8*i
		mixed |= ((under>>shift&0xFF*(255-alpha) + uint32(over)*alpha + 127) / 255) << shift
	}
	return mixed
}
