package figure

// A Key is one entry of a legend: a mark, drawn into a box, and its meaning.
type Key struct {
	Text string
	Mark func(c *Canvas, box Box)
}

// Distances of a legend, in points for type of the sizes of Nature2.
const (
	keySize    = 8.0
	keyGap     = 3.0  // between mark and text
	keyStep    = 18.0 // between entries
	keyLine    = 12.0 // between lines
	keyLeading = 8.6  // between the lines of one text
)

// Legend sets keys side by side from x to the right edge, on as many lines as
// they need, and returns the y coordinate at which they end. On a panel of a
// [Composite] it draws nothing and returns y: the legend of all panels, each
// key once, stands below them.
func (c *Canvas) Legend(x, y float64, keys []Key) float64 {
	if c.group != nil {
		c.group.collect(keys)
		return y
	}
	if len(keys) == 0 {
		return y
	}
	style := Style{Size: c.Profile().Small}
	at := x
	for _, k := range keys {
		width := keySize + keyGap + c.TextWidth(k.Text, style)
		if at > x && at+width > c.Width() {
			at, y = x, y+keyLine
		}
		if k.Mark == nil {
			c.record.fault("the key %s has no Mark", quote(k.Text))
			continue
		}
		k.Mark(c.As("key"), Box{X: at, Y: y, W: keySize, H: keySize})
		for i, line := range c.Wrap(k.Text, c.Width()-at-keySize-keyGap, style) {
			if i > 0 {
				y += keyLeading
			}
			c.As("key").Text(at+keySize+keyGap, c.Middle(y+keySize/2, style), line, style)
		}
		at += width + keyStep
	}
	return y + keySize
}
