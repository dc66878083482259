package figure

// demo is the figure of the house's mock: the numbers are those of the 2023
// report's narrative on Peru.
func demo() *Figure {
	return &Figure{
		Name:     "funnel",
		Title:    "Of 160 defendants who got a verdict in 2022, 89 were convicted",
		Subtitle: "Trafficking law enforcement in Peru, 2022. Cases and persons are counted apart: one is never divided by the other.",
		Caption: []string{
			"Each panel has its own scale. The report does not say how many of the 241 defendants await a verdict, so no share of them is drawn.",
			"Intervals: Wilson (share of verdicts), exact conditional (ratio of flows). Source: U.S. Department of State, 2023 Trafficking in Persons Report, Peru, Prosecution.",
			"Data: datasets/peru2023/enforcement.csv. Figure peru2023/funnel.",
		},
		Alt:    "Bars in two panels. Cases: 813 investigations opened, 103 prosecutions begun, 45 continued. Persons: 241 defendants, 89 convicted, 71 acquitted.",
		Height: 202,
		Draw:   drawDemo,
		Data:   Table{Columns: []string{"stage", "unit", "count"}, Rows: [][]string{{"conviction", "person", "89"}, {"acquittal", "person", "71"}}},
	}
}

type demoBar struct {
	y      float64
	label  string
	parts  []float64
	fills  []Color
	total  string
	remark string
}

func drawDemo(c *Canvas) {
	forms := []Color{Sex, Labor, Unspecified}
	demoPanel(c, 12, "CASES", 255.0/813, []demoBar{
		{24, "investigations opened", []float64{298, 194, 321}, forms, "813", ""},
		{46, "prosecutions begun", []float64{58, 17, 28}, forms, "103", "12.7 for every 100 investigations opened (flow ratio, 10.2 to 15.6)"},
		{68, "prosecutions continued", []float64{24, 13, 8}, forms, "45", "begun in earlier years"},
	})
	demoPanel(c, 104, "PERSONS", 255.0/241, []demoBar{
		{116, "defendants prosecuted", []float64{241}, []Color{Unsplit}, "241", "new and continued cases"},
		{138, "convicted", []float64{61, 21, 7}, forms, "89", "55.6 % of verdicts (95 % interval 47.9 to 63.1)"},
		{160, "acquitted", []float64{71}, []Color{Unsplit}, "71", "forms not reported"},
	})
	small := Style{Size: c.Profile().Small}
	for i, key := range []string{"sex trafficking", "labor trafficking", "form unspecified by the report", "not split by the report"} {
		x := []float64{118, 193, 273, 393}[i]
		c.As("key").Rect(x, 192, 8, 8, []Color{Sex, Labor, Unspecified, Unsplit}[i])
		c.Text(x+11, c.Middle(196, small), key, small)
	}
}

func demoPanel(c *Canvas, baseline float64, heading string, scale float64, bars []demoBar) {
	c.Text(0, baseline, heading, Style{Size: c.Profile().Small, Bold: true, Color: Heading})
	c.As("rule").Line(0, baseline+4, c.Width(), baseline+4, Stroke{Color: Rule})
	small := Style{Size: c.Profile().Small}
	for _, b := range bars {
		y := b.y + 8
		c.Text(110, c.Middle(y, Style{}), b.label, Style{Anchor: End})
		x := 118.0
		for i, n := range b.parts {
			w := n * scale
			c.As("bar "+b.label).Rect(x, b.y, w, 16, b.fills[i])
			value := Style{Size: small.Size, Anchor: Middle, Color: On(b.fills[i])}
			if s := demoNumber(n); len(b.parts) > 1 && c.TextWidth(s, value)+4 < w {
				c.Text(x+w/2, c.Middle(y, value), s, value)
			}
			x += w
		}
		bold := Style{Bold: true}
		c.Text(x+5, c.Middle(y, bold), b.total, bold)
		note := Style{Size: small.Size, Color: Muted}
		c.Text(x+5+c.TextWidth(b.total, bold)+4, c.Middle(y, bold), b.remark, note)
	}
}

func demoNumber(v float64) string { return number(v) }
