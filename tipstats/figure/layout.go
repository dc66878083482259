package figure

import "fmt"

// Distances of the page, in points, for type of the sizes of Nature2.
const (
	margin          = 10.0 // left and right
	titleDrop       = 18.0 // from the top of the page to the first baseline
	subtitleDrop    = 13.0 // from the last baseline of the title
	areaDrop        = 9.0  // from the last baseline to the drawing area
	ruleDrop        = 8.0  // from the drawing area to the rule
	captionDrop     = 11.0 // from the rule to the first baseline of the caption
	paragraphExtra  = 1.5  // between paragraphs, beyond the leading
	bottomDrop      = 11.0 // from the last baseline to the bottom of the page
	leadingOverSize = 1.3
)

// layout is a record on its way to being a Rendered.
type layout struct {
	*record
	rendered *Rendered
}

// layOut sets the title, the subtitle and the caption around the drawing.
func (f *Figure) layOut() layout {
	p := f.Profile.complete()
	rec := &record{profile: p}
	width := snap(p.Width)
	page := &Canvas{record: rec, width: width}
	inner := width - 2*margin

	title := Style{Size: p.Title, Bold: true}
	y := set(page.As("title"), titleDrop+(p.Title-Nature2.Title), title, balanced(plain(f.Title), inner, title.complete(p)))
	if text := plain(f.Subtitle); text != "" {
		subtitle := Style{Size: p.Subtitle, Color: Muted}
		y = set(page.As("subtitle"), y+subtitleDrop+(p.Subtitle-Nature2.Subtitle), subtitle,
			balanced(text, inner, subtitle.complete(p)))
	}

	area := Box{margin, snap(y + areaDrop), inner, snap(f.Height)}
	drawn := len(rec.marks)
	if f.Fit != nil {
		area.H = snap(rec.fitted(f.Fit(page.Panel(area.X, area.Y, area.W, 0))))
	} else {
		f.Draw(page.Panel(area.X, area.Y, area.W, area.H))
	}
	if len(rec.marks) == drawn && len(rec.problems) == 0 {
		rec.fault("Draw drew nothing; a figure shows something")
	}

	drawing := [2]int{drawn, len(rec.marks)}

	y = f.setCaption(page, area.Bottom(), inner)
	height := snap(y + bottomDrop)
	most := p.MaxHeight
	if f.Tall && f.Fit != nil {
		most = max(most, longestSide)
	}
	if height > snap(most) {
		remedy := "fewer rows, another profile, or Tall"
		if f.Fit == nil {
			remedy = "make the drawing area lower or the caption shorter"
		}
		rec.fault("the page is %.1f mm high, too high for %s by %.1f mm: %s", height/pointsPerMM, p.Name, (height-most)/pointsPerMM, remedy)
	}
	r := &Rendered{name: f.Name, title: plain(f.Title), alt: plain(f.Alt), width: width, height: height, area: area, marks: rec.marks, drawing: drawing}
	r.keywords = []string{"figure " + f.Name}
	r.record = plain(f.Record)
	for _, k := range f.Keywords {
		r.keywords = append(r.keywords, plain(k))
	}
	return layout{record: rec, rendered: r}
}

// fitted is the height that a Fit function has returned, or 0 and a fault.
func (r *record) fitted(height float64) float64 {
	if !(height > 0 && height <= longestSide) {
		r.refuse(fmt.Errorf("the height that Fit returned is %.1f: expected the points that it has drawn, above 0 and at most %d", height, longestSide))
		return 0
	}
	return height
}

// refuse keeps the first reason for which a figure cannot be drawn.
func (r *record) refuse(why error) {
	if r.refused == nil {
		r.refused = why
	}
}

// setCaption draws the rule and the caption under a drawing area that ends at
// y, and returns the last baseline.
func (f *Figure) setCaption(page *Canvas, y, inner float64) float64 {
	p := page.Profile()
	style := Style{Size: p.Caption, Color: Muted}
	first := true
	for _, paragraph := range f.Caption {
		lines := wrap(plain(paragraph), inner, style.complete(p))
		if len(lines) == 0 {
			continue
		}
		if first {
			y += ruleDrop
			page.As("rule").Line(margin, y, margin+inner, y, Stroke{Color: Rule})
			y += captionDrop + (p.Caption - Nature2.Caption)
			first = false
		} else {
			y += p.Caption*leadingOverSize + paragraphExtra
		}
		y = set(page.As("caption"), y, style, lines)
	}
	return y
}

// set draws lines at the left margin, the first baseline at y, and returns the
// last baseline.
func set(c *Canvas, y float64, style Style, lines []string) float64 {
	for i, line := range lines {
		if i > 0 {
			y += style.Size * leadingOverSize
		}
		c.Text(margin, y, line, style)
	}
	return y
}
