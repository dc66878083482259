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

// raster is an opaque picture that is painted on.
type raster struct {
	w, h int      // dots
	pix  []uint32 // 0xRRGGBB
	area []int32  // twice the signed area covered, as differences along each row of the window
	data []byte   // the rows of the PNG
}

// spare is a raster that is done with. A picture takes ten megabytes, which serve the next figure. A sync.Pool would not
// do: the collector runs more often than figures are drawn, and empties it.
var spare atomic.Pointer[raster]

func newRaster(w, h int) *raster {
	p := spare.Swap(nil)
	if p == nil {
		p = new(raster)
	}
	p.w, p.h = w, h
	p.pix = sized(p.pix, w*h)
	p.pix[0] = 0xFFFFFF
	for n := 1; n < len(p.pix); n *= 2 {
		copy(p.pix[n:], p.pix[:n])
	}
	return p
}

// release keeps the memory of a raster for the next one.
func (p *raster) release() { spare.Store(p) }

// sized is a slice of n elements, of which nothing is known.
func sized[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
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
	stride := x1 - x0 + 2
	n := stride * (y1 - y0)
	p.area = sized(p.area, n)
	clear(p.area)
	a := accumulator{area: p.area, x0: x0 * steps, x1: x1 * steps, y0: y0 * steps, y1: y1 * steps, stride: stride}
	for _, o := range outlines {
		for i, q := range o {
			a.edge(o[(i+len(o)-1)%len(o)], q)
		}
	}
	p.paint(x0, y0, x1, y1, c)
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

// paint lays the colour over the window as the areas say.
func (p *raster) paint(x0, y0, x1, y1 int, c Color) {
	var blends [shades + 1]uint32
	for i := range blends {
		blends[i] = (uint32(i)*uint32(c.A)*2 + shades) / (2 * shades)
	}
	solid := uint32(c.R)<<16 | uint32(c.G)<<8 | uint32(c.B)
	stride := x1 - x0 + 2
	for y := y0; y < y1; y++ {
		row := p.pix[y*p.w+x0 : y*p.w+x1]
		cover := int32(0)
		for i, d := range p.area[(y-y0)*stride : (y-y0)*stride+len(row)] {
			cover += d
			if cover == 0 {
				continue
			}
			abs := min(max(cover, -cover), fullCover)
			switch alpha := blends[(abs*shades+fullCover/2)/fullCover]; alpha {
			case 0:
			case 255:
				row[i] = solid
			default:
				row[i] = blend(row[i], solid, alpha)
			}
		}
	}
}

// blend lays src over dst with an alpha of 0 to 255.
func blend(dst, src, alpha uint32) uint32 {
	out := uint32(0)
	for shift := 0; shift <= 16; shift += 8 {
		d, s := dst>>shift&0xFF, src>>shift&0xFF
		out |= ((d*(255-alpha) + s*alpha + 127) / 255) << shift
	}
	return out
}

// accumulator sums up, for every dot of a window, the area to the right of the
// edges, positive for edges that go down. The running sum of a row is then
// twice the covered area of each dot. After Levien's font-rs, in whole numbers.
type accumulator struct {
	area           []int32
	x0, x1, y0, y1 int // of the window, steps
	stride         int
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
