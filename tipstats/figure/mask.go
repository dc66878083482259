package figure

// A mask is the cover of a glyph, in shades, for the dots of a box.
type mask struct {
	x, y  int // of the box' top left corner, from the beginning of the baseline
	w     int
	cover []uint8
}

// A maskKey says which glyph, how large and how far into a dot it begins.
type maskKey struct {
	r       rune
	size    int // steps
	quarter int // of a dot
}

// mostMasks bounds what a face remembers: a notebook of nine figures needs a thousand.
const mostMasks = 10_000

// mask returns the cover of a glyph, which is worked out where it is asked for the first time.
func (p *raster) mask(f *face, key maskKey) *mask {
	f.maskMu.Lock()
	defer f.maskMu.Unlock()
	if m := f.masks[key]; m != nil {
		return m
	}
	if len(f.masks) >= mostMasks || f.masks == nil {
		f.masks = make(map[maskKey]*mask)
	}
	m := p.newMask(f.glyph(key.r), key)
	f.masks[key] = m
	return m
}

func (p *raster) newMask(g *glyph, key maskKey) *mask {
	scaled := func(units int) int { return divide(int64(units)*int64(key.size), unitsPerEm) }
	shift := key.quarter * (steps / 4)
	left, top := floorDots(scaled(g.box[0])+shift), floorDots(scaled(g.box[1]))
	w, h := floorDots(scaled(g.box[2])+shift)+1-left, floorDots(scaled(g.box[3]))+1-top
	m := &mask{x: left, y: top, w: w}
	if len(g.outline) == 0 {
		return m
	}
	outlines := glyphOutlines(nil, g, func(units [2]int) stepPoint {
		return stepPoint{scaled(units[0]) + shift - left*steps, scaled(units[1]) - top*steps}
	})
	a := p.accumulate(outlines, 0, 0, w, h)
	m.cover = make([]uint8, w*h)
	for y := range h {
		a.shades(y, m.cover[y*w:(y+1)*w])
	}
	return m
}

// floorDots returns in which dot a step is.
func floorDots(step int) int {
	if step < 0 {
		return -((-step + steps - 1) / steps)
	}
	return step / steps
}

// stamp lays a mask on the picture, with the beginning of its baseline at the dot x, y.
func (p *raster) stamp(m *mask, x, y int, c Color) {
	x, y = x+m.x, y+m.y
	from, to := max(0, -x), min(m.w, p.w-x)
	if from >= to {
		return
	}
	for row := 0; row*m.w < len(m.cover); row++ {
		if line := y + row; line >= 0 && line < p.h {
			p.on.lay(x+from, line, m.cover[row*m.w+from:row*m.w+to], c)
		}
	}
}
