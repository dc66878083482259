// Package figure draws one figure and writes it as SVG, PDF and PNG.
//
// A figure is a title that states the finding, a subtitle that says what is
// measured, a drawing, and a caption that says what the marks mean, how the
// numbers were made and where they come from. The author supplies the drawing
// as a function on a [Canvas]; everything around it is measured, wrapped and
// placed by [Figure.Render]:
//
//	f := &figure.Figure{
//		Name:     "verdicts",
//		Title:    "Of 160 defendants who got a verdict, 89 were convicted",
//		Subtitle: "Verdicts in trafficking cases, persons",
//		Caption:  []string{"Source: the 2023 report, Prosecution."},
//		Alt:      "Two bars: 89 convicted, 71 acquitted.",
//		Height:   60,
//		Draw: func(c *figure.Canvas) {
//			c.As("bar").Rect(80, 10, 89, 16, figure.Sex)
//			c.Text(74, c.Middle(18, figure.Style{}), "convicted", figure.Style{Anchor: figure.End})
//		},
//	}
//	r, err := f.Render()
//	svg := r.SVG()
//
// Render does not draw pixels. It records marks, rounds them to a grid of
// 0.01 point, and refuses a figure that would embarrass its author in print:
// text that leaves the page, two texts that overlap, text too small to read, a
// character that the font lacks, a coordinate that is no number. The error
// lists every such fault and names the label.
//
// The three writers draw the same marks with the same font, Liberation Sans,
// whose widths equal those of Arial and Helvetica. They use no clock, no
// random number and no font of the machine, so the same data gives the same
// bytes everywhere; [Same] compares two files and says what differs. The PDF
// embeds subsets of the fonts without their hints, which print does not need,
// and is tagged for screen readers; the PNG has a palette where 256 colours do.
//
// A figure may carry a record, a text for programs that says what it was made
// from: [Figure].Record puts it into all three files, and [ReadRecord] takes it
// out and says whether the file is as it was written.
//
// A figure whose height follows from its content has Fit in place of Draw and
// Height: it is laid out for any [Profile], and as a panel of a [Composite],
// which sets several figures on one grid with aligned axes and one legend.
// Render also refuses a text that a straight line runs through, that a curve,
// an outline or a filled mark drawn later crosses or covers, or whose colour
// has a contrast of less than 3 to what is behind it.
//
// Text is set without kerning and without ligatures in all three formats, and
// from left to right only: Hebrew and Arabic are refused rather than set
// wrongly. A letter with an accent is one character of the font, be it written
// as one or as two (e and U+0301 become é, by Unicode's composition); one that
// Unicode has no character for, such as the g with a tilde of Guarani or the o
// with a dot below and an acute of Yoruba, cannot be set, and is refused too. The package draws figures; it knows nothing of what they show. The
// charts of the field are in package chart.
package figure
