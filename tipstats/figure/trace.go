package figure

import "math"

// toSteps brings a place on the page to the raster.
func toSteps(p Point) stepPoint {
	return stepPoint{int(math.Round(p.X * stepsPerPoint)), int(math.Round(p.Y * stepsPerPoint))}
}

// mark paints one mark.
func (p *raster) mark(m *Mark) {
	if m.Kind == TextMark {
		p.text(m)
		return
	}
	contours := m.path.contours()
	if m.Fill.A > 0 {
		outlines := make([][]stepPoint, len(contours))
		for i, c := range contours {
			for _, q := range c.points {
				outlines[i] = append(outlines[i], toSteps(q))
			}
		}
		p.fill(outlines, m.Fill)
	}
	if m.Stroke.Width > 0 && m.Stroke.Color.A > 0 {
		p.fill(strokeOutlines(contours, m.Stroke), m.Stroke.Color)
	}
}

// text paints the glyphs of a text, each by itself, so that glyphs that touch
// do not cancel out.
func (p *raster) text(m *Mark) {
	if m.Style.Angle == 0 {
		p.upright(m)
		return
	}
	from := toSteps(m.start())
	size := int64(math.Round(m.Style.Size * stepsPerPoint))
	sin, cos := turn(m.Style.Angle)
	f := m.Style.face()
	pen := 0
	place := func(units [2]int) stepPoint {
		x := divide(int64(pen+units[0])*size, unitsPerEm)
		y := divide(int64(units[1])*size, unitsPerEm)
		return stepPoint{
			from.x + int(math.Round(float64(float64(x)*cos)+float64(float64(y)*sin))),
			from.y + int(math.Round(float64(float64(y)*cos)-float64(float64(x)*sin))),
		}
	}
	var outlines [][]stepPoint
	for _, r := range m.Text {
		g := f.glyph(r)
		outlines = glyphOutlines(outlines[:0], g, place)
		p.fill(outlines, m.Fill)
		pen += g.advance
	}
}

// upright paints a text that is not turned, which nearly all are. Its baseline is brought to a whole dot and each glyph to
// a quarter of one, so that glyphs look the same wherever they stand and need not be traced again.
func (p *raster) upright(m *Mark) {
	const quarter = steps / 4
	from := toSteps(m.start())
	baseline := divide(int64(from.y), steps)
	size := int(math.Round(m.Style.Size * stepsPerPoint))
	f := m.Style.face()
	pen := 0
	for _, r := range m.Text {
		x := divide(int64(from.x)+int64(divide(int64(pen)*int64(size), unitsPerEm)), quarter)
		g := p.mask(f, maskKey{r, size, x & 3})
		p.stamp(g, x>>2, baseline, m.Fill)
		pen += f.glyph(r).advance
	}
}

// paint draws marks on a surface.
func (p *raster) paint(on surface, marks []Mark) {
	p.on = on
	for i := range marks {
		p.mark(&marks[i])
	}
}

// glyphOutlines flattens a glyph; it reuses the memory of earlier outlines.
func glyphOutlines(outlines [][]stepPoint, g *glyph, place func([2]int) stepPoint) [][]stepPoint {
	for _, s := range g.outline {
		to := place(s.p[1])
		if s.degree == 0 {
			if n := len(outlines); n < cap(outlines) {
				outlines = outlines[:n+1]
				outlines[n] = append(outlines[n][:0], to)
			} else {
				outlines = append(outlines, []stepPoint{to})
			}
			continue
		}
		o := &outlines[len(outlines)-1]
		if s.degree == 2 {
			*o = appendQuadratic(*o, (*o)[len(*o)-1], place(s.p[0]), to)
			continue
		}
		*o = append(*o, to)
	}
	return outlines
}

// appendQuadratic flattens a quadratic curve to within 1/30 dot: it is nowhere
// further from n equal chords than 1/4 of its second difference over n squared.
func appendQuadratic(o []stepPoint, a, b, c stepPoint) []stepPoint {
	const tolerance = steps / 30
	d := max(abs(a.x-2*b.x+c.x), abs(a.y-2*b.y+c.y))
	n := 1
	for 4*tolerance*n*n < d && n < 64 {
		n++
	}
	for i := 1; i < n; i++ {
		u, v, w := int64((n-i)*(n-i)), int64(2*i*(n-i)), int64(i*i)
		o = append(o, stepPoint{
			divide(u*int64(a.x)+v*int64(b.x)+w*int64(c.x), n*n),
			divide(u*int64(a.y)+v*int64(b.y)+w*int64(c.y), n*n),
		})
	}
	return append(o, c)
}

func abs(v int) int { return max(v, -v) }
