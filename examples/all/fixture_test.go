package main

import (
	"embed"
	"fmt"
	"strings"
	"testing/fstest"

	"github.com/tipstats/tip/tipstats/figure"
	"github.com/tipstats/tip/tipstats/notebook"
)

//go:embed fixture_test.go
var fixtureSource embed.FS

// fixture is a notebook with everything that a page can hold, in its most awkward shape.
func fixture() notebook.Notebook {
	long := strings.Repeat("Unteilbarkeitsvermutung", 9)
	return notebook.Notebook{
		Name: "fixture", Title: "A page with " + long, Description: "Everything that a page can hold: " + long + ".",
		Authors: []string{"Castro, María", long}, Year: 2026, Keywords: []string{"one", "two"}, Sources: []string{"A source named " + long},
		Address: "https://example.org/" + strings.ToLower(long), Source: fixtureSource, Data: fstest.MapFS{},
		Write: func(d *notebook.Doc) error {
			d.Value("long", long, notebook.Text)
			d.Value("share", 0.55625, notebook.Percent(1))
			d.Text(fixtureProse)
			wide := fixtureTable(9, 6) // which is wider than every page: its heads are long, and there are nine of them, each with a number
			d.Code()
			d.Table("wide", "A wide table of {{long}}", wide)
			d.Table("narrow", "A narrow one, whose first cell is empty", figure.Table{
				Columns: []string{"what", "share", "note"},
				Rows:    [][]string{{"", "55.6 %", "a"}, {"in all", "100.0 %", long}},
			})
			d.Figure(fixtureFigure("nature1", figure.Nature1, wide))
			d.Figure(fixtureFigure("nature2", figure.Nature2, wide))
			d.Figure(fixtureFigure("screen", figure.Screen, wide))
			return d.Err()
		},
	}
}

const fixtureProse = `
Prose before the first heading, with *emphasis*, **weight**, ` + "`code in a line that goes on and on, as_a_name_does_which_nothing_can_break_anywhere_at_all(x)`" + `,
a [link](https://example.org), <https://example.org/an/address/that/goes/on/and/on/and/on/and/on/and/on/and/on>, {{long}}, {{share}},
a hard break\
and a footnote.[^first] The {{= 95}} % level is a name.

---

## 1. A heading of {{long}}

> A quotation.
>
> > And one inside it, with a footnote.[^second]

- A list
  - and one inside it,
    - and another:

      ~~~go
      // A comment.
      if x := "a text"; len(x) > 10 { panic("a line of code that is wider than any page that it could ever be printed on, by far") }
      ~~~

1. A numbered list.
2. Its second item, with {{share}}.

### A heading of the third level

#### And one of the fourth

    code that is indented, and a line of it that is wider than any page that it could ever be printed on, by far, as code is

~~~
a block of code in no language <&> wider than any page that it could ever be printed on, by far, as code is in notebooks ~~ wide
~~~

| A column with a name | another column, whose name is longer | {{share}} in the head | share |
| :--- | :---: | --- | ---: |
| a cell with a few words in it | another cell, with as many words as a sentence has | IncomprehensibilitiesOfNumber | {{share}} |
| *a* | ` + "`b`" + ` | [c](https://example.org) | {{= 1}}.[^first] |

|  | a table whose first head is empty |
| --- | --- |
| a | b |

## 1. A heading of {{long}}

A heading of the same name.

[^first]: The first note, with {{share}} and a [link](https://example.org).

    A second paragraph of it.

[^second]: The second note: {{long}}.
`

// fixtureTable is a table of so many columns and rows.
func fixtureTable(columns, rows int) figure.Table {
	t := figure.Table{Columns: []string{"What is counted, in words that take a while"}}
	for i := range columns - 1 {
		t.Columns = append(t.Columns, fmt.Sprintf("number of column %d", i+1))
	}
	for i := range rows {
		row := []string{strings.Repeat("a row with words ", i+1)}
		for j := range columns - 1 {
			row = append(row, fmt.Sprint(1000*i*j, ".5"))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func fixtureFigure(name string, profile figure.Profile, data figure.Table) *figure.Figure {
	return &figure.Figure{
		Name: name, Profile: profile, Title: "Of the defendants of whom the report speaks, most were convicted", Subtitle: "In " + profile.Name,
		Caption: []string{"Source: a fixture."}, Alt: "One bar.", Height: 60, Data: data,
		Draw: func(c *figure.Canvas) {
			c.Rect(0, 5, 100, 16, figure.Sex)
			c.Text(104, 16, "89 convicted", figure.Style{})
		},
	}
}
