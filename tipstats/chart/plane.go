package chart

import (
	"math"
	"slices"
	"strconv"

	"github.com/tipstats/tip/tipstats/figure"
)

// A scale maps numbers onto a line of the canvas, in equal steps or in equal ratios.
type scale struct {
	from, to  float64 // on the canvas
	low, high float64 // the numbers there
	log       bool
	ticks     []float64
}

// linearScale begins at 0 and ends at the first round number from most on.
func linearScale(from, to, most float64, wanted int) scale {
	if !(most > 0) {
		most = 1
	}
	a := newAxis(0, 1, most, wanted)
	s := scale{from: from, to: to, high: a.most}
	for i := range int(math.Round(a.most/a.step)) + 1 {
		s.ticks = append(s.ticks, float64(i)*a.step)
	}
	return s
}

// logScale runs from the last of 1, 2 and 5 times a power of ten that is no larger than low to the first that is no smaller than
// high. Where they would stand closer than gap, only powers of ten have ticks, and of these every second, third ... one.
func logScale(from, to, low, high, gap float64) scale {
	low = math.Max(low, 1e-12)
	high = math.Max(high, low)
	s := scale{from: from, to: to, low: -1, log: true}
	var all []float64
	for power := -12; power <= 15; power++ {
		for _, digit := range []string{"1", "2", "5"} {
			v, _ := strconv.ParseFloat(digit+"e"+strconv.Itoa(power), 64)
			switch {
			case v <= low*(1+1e-9):
				all = []float64{v}
			case len(all) > 0 && all[len(all)-1] < high*(1-1e-9):
				all = append(all, v)
			}
		}
	}
	if len(all) == 1 {
		all = append(all, all[0]*10)
	}
	s.low, s.high = all[0], all[len(all)-1]
	s.ticks = all
	if apart := math.Abs(to-from) / float64(len(all)-1); apart < gap {
		s.ticks = decades(s, gap)
	}
	return s
}

// near is a scale of equal ratios that ends close to the least and the greatest number, where at least two of its ticks are left.
func (s scale) near(low, high float64) scale {
	const room = 1.3 // so many times beyond them
	closer := s
	closer.low, closer.high = math.Max(s.low, low/room), math.Min(s.high, high*room)
	closer.ticks = slices.DeleteFunc(slices.Clone(s.ticks), func(v float64) bool { return v < closer.low || v > closer.high })
	if len(closer.ticks) < 2 {
		return s
	}
	return closer
}

// decades are the powers of ten on a scale, at least gap apart.
func decades(s scale, gap float64) []float64 {
	var list []float64
	decade := math.Abs(s.to-s.from) / math.Log10(s.high/s.low)
	every := max(1, int(math.Ceil(gap/decade-1e-9)))
	count := 0
	for power := -12; power <= 15; power++ {
		v, _ := strconv.ParseFloat("1e"+strconv.Itoa(power), 64)
		if v >= s.low*(1-1e-9) && v <= s.high*(1+1e-9) {
			if count%every == 0 {
				list = append(list, v)
			}
			count++
		}
	}
	return list
}

// at is where v is; what lies beyond the scale is at its end.
func (s scale) at(v float64) float64 {
	share := (v - s.low) / (s.high - s.low)
	if s.log {
		share = math.Log(math.Max(v, s.low)/s.low) / math.Log(s.high/s.low)
	}
	return s.from + float64(math.Min(math.Max(share, 0), 1)*(s.to-s.from))
}

// tickLabel writes a number at a tick: "0", "0.5", "20,000".
func tickLabel(v float64) string {
	rounded, _ := strconv.ParseFloat(strconv.FormatFloat(v, 'g', 12, 64), 64) // 3 times 0.2 is 0.6000000000000001
	return grouped(strconv.FormatFloat(rounded, 'f', -1, 64))
}

// A plane is where a chart of points stands: x to the right, y upwards.
type plane struct {
	x, y scale
}

// drawY draws the ticks of y as numbers to the left of the plane, with a hairline from each across it.
func (p plane) drawY(c *figure.Canvas, write func(float64) string) {
	style := figure.Style{Size: c.Profile().Small, Color: figure.Muted, Anchor: figure.End}
	for _, v := range p.y.ticks {
		y := p.y.at(v)
		c.As("tick").Line(p.x.from-2.5, y, p.x.from, y, figure.Stroke{Color: figure.Heading})
		c.As("y tick").Text(p.x.from-4, c.Middle(y, style), write(v), style)
	}
	c.As("y axis").Line(p.x.from, p.y.from, p.x.from, p.y.to, figure.Stroke{Color: figure.Heading})
}

// drawX draws the x axis at the foot of the plane and returns where its numbers end.
func (p plane) drawX(c *figure.Canvas, write func(float64) string) float64 {
	style := figure.Style{Size: c.Profile().Small, Color: figure.Muted, Anchor: figure.Middle}
	foot := p.y.from
	c.As("x axis").Line(p.x.from, foot, p.x.to, foot, figure.Stroke{Color: figure.Heading})
	end := math.Inf(-1)
	for _, v := range p.x.ticks {
		x, text := p.x.at(v), write(v)
		c.As("tick").Line(x, foot, x, foot+2.5, figure.Stroke{Color: figure.Heading})
		half := c.TextWidth(text, style) / 2
		middle := min(x, c.Width()-half)
		if middle-half < end+3 {
			continue // the tick stays without its number
		}
		c.As("x tick").Text(middle, foot+10, text, style)
		end = middle + half
	}
	return foot + 12
}

// tickRoom is the width that the numbers of y need.
func tickRoom(c *figure.Canvas, s scale, write func(float64) string) float64 {
	widest := 0.0
	for _, v := range s.ticks {
		widest = max(widest, c.TextWidth(write(v), figure.Style{Size: c.Profile().Small}))
	}
	return widest + 5
}

// labelsApart is how far labels keep from one another sideways, in points: closer they would read as one.
const labelsApart = 4.0

// labelPlacer sets labels beside points where they cover neither another label nor a point.
type labelPlacer struct {
	c     *figure.Canvas
	taken []figure.Box
	room  figure.Box
}

// block keeps a place free of labels.
func (p *labelPlacer) block(b figure.Box) { p.taken = append(p.taken, b) }

// place sets a label near a point, at the first of twelve places that is free, and reports whether there was one.
func (p *labelPlacer) place(x, y, away float64, text string, style figure.Style) bool {
	w, h := p.c.TextWidth(text, style), p.c.Profile().Small+0.6
	for _, at := range []figure.Point{
		{X: x + away, Y: y - h/2}, {X: x - away - w, Y: y - h/2}, {X: x - w/2, Y: y - away - h}, {X: x - w/2, Y: y + away},
		{X: x + away, Y: y - h - 1}, {X: x + away, Y: y + 1}, {X: x - away - w, Y: y - h - 1}, {X: x - away - w, Y: y + 1},
		{X: x - away, Y: y - away - h}, {X: x - away, Y: y + away}, {X: x + away - w, Y: y - away - h}, {X: x + away - w, Y: y + away},
	} {
		b := figure.Box{X: at.X, Y: at.Y, W: w, H: h}
		if !p.room.Contains(b) || p.hits(b) {
			continue
		}
		p.block(figure.Box{X: b.X - labelsApart, Y: b.Y, W: b.W + 2*labelsApart, H: b.H})
		p.c.Text(at.X, p.c.Middle(at.Y+h/2, style), text, style)
		return true
	}
	return false
}

func (p *labelPlacer) hits(b figure.Box) bool {
	for _, t := range p.taken {
		if b.X < t.Right() && t.X < b.Right() && b.Y < t.Bottom() && t.Y < b.Bottom() {
			return true
		}
	}
	return false
}
