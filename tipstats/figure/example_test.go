package figure_test

import (
	"fmt"

	"github.com/tipstats/tip/tipstats/figure"
)

func ExampleFigure() {
	verdicts := &figure.Figure{
		Name:     "verdicts",
		Title:    "Of 160 defendants who got a verdict in 2022, 89 were convicted",
		Subtitle: "Verdicts in trafficking cases in Peru, persons",
		Caption:  []string{"Source: U.S. Department of State, 2023 Trafficking in Persons Report, Peru, Prosecution."},
		Alt:      "Two bars: 89 persons convicted, 71 acquitted.",
		Height:   50,
		Draw: func(c *figure.Canvas) {
			for i, row := range []struct {
				label string
				n     float64
			}{{"convicted", 89}, {"acquitted", 71}} {
				y := 5 + 22*float64(i)
				c.Text(74, c.Middle(y+8, figure.Style{}), row.label, figure.Style{Anchor: figure.End})
				c.As(row.label).Rect(80, y, 2*row.n, 16, figure.Unspecified)
				c.Text(84+2*row.n, c.Middle(y+8, figure.Style{}), fmt.Sprint(row.n), figure.Style{Bold: true})
			}
		},
	}
	r, err := verdicts.Render()
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, m := range r.Marks() {
		if m.Kind == figure.RectMark {
			fmt.Printf("%s: a bar of %.0f points\n", m.Role, m.Box.W)
		}
	}
	svg := r.SVG()
	fmt.Println(string(svg[:4]))
	// Output:
	// convicted: a bar of 178 points
	// acquitted: a bar of 142 points
	// <svg
}

func ExampleFigure_Render() {
	_, err := (&figure.Figure{
		Name: "labels", Title: "Two labels", Alt: "An example of a fault", Height: 40,
		Draw: func(c *figure.Canvas) {
			c.Text(0, 20, "sex trafficking", figure.Style{})
			c.Text(30, 20, "labor trafficking", figure.Style{})
		},
	}).Render()
	fmt.Println(err)
	// Output:
	// figure "labels": text "sex trafficking" at (10.00, 47.00) and text "labor trafficking" at (40.00, 47.00) overlap; move one of them
}
