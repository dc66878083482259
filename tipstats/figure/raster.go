package figure

import "sync/atomic"

// The raster is 300 dots per inch, and each dot is divided into 240 steps, so
// that the grid of 0.01 point that marks are recorded on falls on whole steps:
// 0.01 point is 1/24 dot is 10 steps. Everything from here to the pixels is
// computed in whole numbers, so that every processor gets the same picture.
const (
	dotsPerInch   = 300
	steps         = 240 // in a dot, each way
	stepsPerPoint = steps * dotsPerInch / 72
	gridSteps     = stepsPerPoint / 100 // in 0.01 point
	fullCover     = 2 * steps * steps   // twice the area of a dot
	shades        = 15                  // between no cover and full cover
)

// A stepPoint is a place on the page in steps.
type stepPoint struct{ x, y int }

// A raster finds out how much of each dot a shape covers, and lays its colour on a surface.
type raster struct {
	w, h  int // dots
	on    surface
	area  []int32 // twice the signed area covered, as differences along each row of the window
	cover []uint8 // of the dots of a row, in shades
	rows  []byte  // memory of the surface
}

// A surface is a picture of opaque dots, white at first.
type surface interface {
	// lay puts a colour over the dots of a row from x, y on, as much as their cover says, in shades.
	lay(x, y int, cover []uint8, c Color)
}

// spare is a raster that is done with. A picture takes some megabytes, which serve the next figure. A sync.Pool would not
// do: the collector runs more often than figures are drawn, and empties it.
var spare atomic.Pointer[raster]

func newRaster(w, h int) *raster {
	p := spare.Swap(nil)
	if p == nil {
		p = new(raster)
	}
	p.w, p.h = w, h
	return p
}

// release keeps the memory of a raster for the next one.
func (p *raster) release() { spare.Store(p) }

// sized is a slice of n elements, of which nothing is known. What it has to spare costs nothing until it is used.
func sized[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, 2*n)
	}
	return s[:n]
}

// fill paints the inside of closed outlines, by the nonzero rule where they do
// not overlap in opposite directions. The cover of a dot is its exact area,
// rounded to 15 shades, which keeps most figures within 256 colours.
func (p *raster) fill(outlines [][]stepPoint, c Color) {
	x0, y0, x1, y1 := p.window(outlines)
	if x0 >= x1 || y0 >= y1 {
		return
	}
	a := p.accumulate(outlines, x0, y0, x1, y1)
	p.cover = sized(p.cover, x1-x0)
	for y := y0; y < y1; y++ {
		if a.shades(y-y0, p.cover) {
			p.on.lay(x0, y, p.cover, c)
		}
	}
}

// accumulate sums up the edges of outlines in a window.
func (p *raster) accumulate(outlines [][]stepPoint, x0, y0, x1, y1 int) accumulator {
	stride := x1 - x0 + 2
	p.area = sized(p.area, stride*(y1-y0))
	clear(p.area)
	a := accumulator{area: p.area, x0: x0 * steps, x1: x1 * steps, y0: y0 * steps, y1: y1 * steps, stride: stride}
	for _, o := range outlines {
		for i, q := range o {
			a.edge(o[(i+len(o)-1)%len(o)], q)
		}
	}
	return a
}

// window returns the dots that the outlines touch, inside the picture.
func (p *raster) window(outlines [][]stepPoint) (x0, y0, x1, y1 int) {
	x0, y0 = p.w*steps, p.h*steps
	for _, o := range outlines {
		for _, q := range o {
			x0, y0 = min(x0, q.x), min(y0, q.y)
			x1, y1 = max(x1, q.x), max(y1, q.y)
		}
	}
	return max(x0, 0) / steps, max(y0, 0) / steps,
		min((x1+steps-1)/steps, p.w), min((y1+steps-1)/steps, p.h)
}

// accumulator sums up, for every dot of a window, the area to the right of the
// edges, positive for edges that go down. The running sum of a row is then
// twice the covered area of each dot. After Levien's font-rs, in whole numbers.
type accumulator struct {
	area           []int32
	x0, x1, y0, y1 int // of the window, steps
	stride         int
}

// shades works out how much of the dots of a row is covered; inked reports whether something is.
func (a *accumulator) shades(row int, cover []uint8) (inked bool) {
	sum, shade := int32(0), uint8(0)
	for i, d := range a.area[row*a.stride:][:len(cover)] {
		if d != 0 {
			sum += d
			shade = uint8((min(max(sum, -sum), fullCover)*shades + fullCover/2) / fullCover)
			inked = inked || shade > 0
		}
		cover[i] = shade
	}
	return inked
}

func (a *accumulator) edge(from, to stepPoint) {
	sign := 1
	if from.y > to.y {
		from, to, sign = to, from, -1
	}
	if from.y == to.y || to.y <= a.y0 || from.y >= a.y1 {
		return
	}
	dx, dy := to.x-from.x, to.y-from.y
	xAt := func(y int) int { return from.x + divide(int64(dx)*int64(y-from.y), dy) }
	y := max(from.y, a.y0)
	x := xAt(y)
	for last := min(to.y, a.y1); y < last; {
		next := min(y/steps*steps+steps, last)
		nextX := xAt(next)
		a.row((y-a.y0)/steps*a.stride, x, nextX, sign*(next-y))
		x, y = nextX, next
	}
}

// row adds a piece of an edge that goes from xa to xb within one row of dots
// and falls by h steps (with its sign). What lies left of the window covers all
// of the row, what lies right of it nothing.
func (a *accumulator) row(at, xa, xb, h int) {
	if xa > xb {
		xa, xb = xb, xa
	}
	if xa == xb && a.x0 <= xa && xa < a.x1 {
		dot := (xa - a.x0) / steps
		a.cell(at+dot, h, xa-a.x0-dot*steps, xa-a.x0-dot*steps)
		return
	}
	fallen := func(x int) int { return divide(int64(h)*int64(x-xa), xb-xa) }
	if xb <= a.x0 {
		a.cell(at, h, 0, 0)
		return
	}
	x, done := xa, 0
	if x < a.x0 {
		x, done = a.x0, fallen(a.x0)
		a.cell(at, done, 0, 0)
	}
	for end := min(xb, a.x1); x < end; {
		dot := (x - a.x0) / steps
		left := a.x0 + dot*steps
		next := min(left+steps, end)
		to := fallen(next)
		a.cell(at+dot, to-done, x-left, next-left)
		x, done = next, to
	}
}

// cell adds a piece that stays within one dot.
func (a *accumulator) cell(at, h, left, right int) {
	mean2 := left + right
	a.area[at] += int32(h * (2*steps - mean2))
	a.area[at+1] += int32(h * mean2)
}

// divide returns a/b rounded to the nearest, b positive.
func divide(a int64, b int) int {
	d := int64(b)
	if a < 0 {
		return int(-((-2*a + d) / (2 * d)))
	}
	return int((2*a + d) / (2 * d))
}
