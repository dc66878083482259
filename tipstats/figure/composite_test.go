package figure

import (
	"math"
	"strings"
	"testing"
)

// barPanel is a panel with a label, a bar and a key.
func barPanel(title, label string, key string) *Figure {
	return &Figure{
		Name: "p", Title: title, Subtitle: "What " + label + " measures", Alt: "A bar.", Caption: []string{"Of " + label + ".", "Source: s."},
		Data: Table{Columns: []string{"figure", label}, Rows: [][]string{{"bar", "1"}}},
		Fit: func(c *Canvas) float64 {
			x := c.Shared("labels", c.TextWidth(label, Style{})) + 8
			c.Text(0, 10, label, Style{})
			c.As("bar "+label).Rect(x, 0, 30, 14, Blue)
			return c.Legend(x, 20, []Key{{Text: key, Mark: func(c *Canvas, b Box) { c.Rect(b.X, b.Y, b.W, b.H, Blue) }}})
		},
	}
}

func composite(columns int, panels ...*Figure) *Figure {
	return Composite{Name: "all", Title: "Panels on one grid", Alt: "Panels.", Columns: columns, Panels: panels}.Figure()
}

func marksOf(t *testing.T, f *Figure, role string) []Mark {
	t.Helper()
	r, err := f.Render()
	if err != nil {
		t.Fatal(err)
	}
	var found []Mark
	for _, m := range r.Marks() {
		if strings.HasPrefix(m.Role, role) {
			found = append(found, m)
		}
	}
	return found
}

func TestCompositeAlignsItsPanels(t *testing.T) {
	for _, p := range []Profile{Nature1, Nature2, PLOS, Screen} {
		f := composite(2,
			barPanel("First", "short", "one key"), barPanel(strings.Repeat("A title that needs several lines ", 4), "x", "one key"),
			barPanel("Third", "a longer label", "another key"))
		f.Profile = p
		bars := marksOf(t, f, "bar ")
		if len(bars) != 3 {
			t.Fatalf("%d bars", len(bars))
		}
		if a, b := bars[0].Box.Y, bars[1].Box.Y; a != b {
			t.Errorf("%s: the drawings of a row begin at %v and %v", p.Name, a, b)
		}
		if a, c := bars[0].Box.X, bars[2].Box.X; a != c {
			t.Errorf("%s: the bars of a column begin at %v and %v", p.Name, a, c)
		}
		if bars[2].Box.Y <= bars[0].Box.Bottom() {
			t.Errorf("%s: the second row begins at %v, in the first", p.Name, bars[2].Box.Y)
		}
		titles := marksOf(t, f, "panel title")
		if a, b := titles[0].Points[0].Y, titles[1].Points[0].Y; a != b {
			t.Errorf("%s: the titles of a row begin at %v and %v", p.Name, a, b)
		}
		var keys []string
		for _, m := range marksOf(t, f, "key") {
			if m.Kind == TextMark {
				keys = append(keys, m.Text)
			}
		}
		if got := strings.Join(keys, ", "); got != "one key, another key" {
			t.Errorf("%s: the legend holds %s", p.Name, got)
		}
	}
}

func TestCompositeGathersItsPanels(t *testing.T) {
	f := composite(1, barPanel("First", "one", "k"), barPanel("Second", "two", "k"))
	caption := strings.Join(f.Caption, " | ")
	if want := "a: What one measures. Of one. | b: What two measures. Of two. | Source: s."; caption != want {
		t.Errorf("got %q, want %q", caption, want)
	}
	if want := "Panels. Panel a: First. A bar. Panel b: Second. A bar."; f.Alt != want {
		t.Errorf("got %q, want %q", f.Alt, want)
	}
	if got := strings.Join(f.Data.Columns, ","); got != "panel,figure,one,two" {
		t.Errorf("columns %s", got)
	}
	if got := strings.Join(f.Data.Rows[1], ","); got != "b,bar,,1" {
		t.Errorf("row %s", got)
	}
	if got := marksOf(t, f, "panel title"); len(got) != 2 || got[1].Text != "Second" {
		t.Errorf("titles %v", got)
	}
}

// TestCompositeFillsItsLastRow: a panel that has its row for itself is as wide as the page.
func TestCompositeFillsItsLastRow(t *testing.T) {
	full := &Figure{Name: "p", Title: "Full", Alt: "a", Height: 40, Draw: func(c *Canvas) { c.As("full").Rect(0, 0, c.Width(), c.Height(), Blue) }}
	boxes := marksOf(t, composite(2, full, full, full), "full")
	if a, b, c := boxes[0].Box, boxes[1].Box, boxes[2].Box; a.W != b.W || c.X != a.X || c.Right() != b.Right() {
		t.Errorf("panels from %v to %v, %v to %v and %v to %v", a.X, a.Right(), b.X, b.Right(), c.X, c.Right())
	}
}

// TestCompositeClosesUp: the room that panels leave for legends of their own stays empty, whatever it is.
func TestCompositeClosesUp(t *testing.T) {
	panel := func(room float64) *Figure {
		p := barPanel("First", "one", "k")
		draw := p.Fit
		p.Fit = func(c *Canvas) float64 { return draw(c) + room }
		return p
	}
	near, far := marksOf(t, composite(1, panel(0), panel(0)), "bar "), marksOf(t, composite(1, panel(60), panel(0)), "bar ")
	if near[1].Box.Y != far[1].Box.Y {
		t.Errorf("the second panel lies at %v below little room and at %v below much", near[1].Box.Y, far[1].Box.Y)
	}
}

// TestCompositeRepeatsWhatIsNotCommon: a source of some panels stands with each of them.
func TestCompositeRepeatsWhatIsNotCommon(t *testing.T) {
	third := barPanel("Third", "three", "k")
	third.Caption = []string{"Source: another."}
	f := composite(1, barPanel("First", "one", "k"), barPanel("Second", "two", "k"), third)
	want := "a: What one measures. Of one. Source: s. | b: What two measures. Of two. Source: s. | c: What three measures. Source: another."
	if got := strings.Join(f.Caption, " | "); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestPanelAlone: outside a composite a panel keeps its legend and its own widths.
func TestPanelAlone(t *testing.T) {
	f := barPanel("First", "one", "k")
	if got := marksOf(t, f, "key"); len(got) != 2 {
		t.Errorf("%d marks of a legend, want swatch and text", len(got))
	}
}

func TestCompositeTakesFixedDrawings(t *testing.T) {
	fixed := &Figure{Name: "p", Title: "Fixed", Alt: "a", Height: 40, Draw: func(c *Canvas) { c.As("fixed").Rect(0, 0, c.Width(), c.Height(), Blue) }}
	f := composite(2, fixed, barPanel("Second", "two", "k"))
	f.Profile = Screen
	m := marksOf(t, f, "fixed")[0]
	inner := Screen.Width - 2*margin
	if want := (inner - columnGutter*1.4) / 2; math.Abs(m.Box.W-want) > 0.02 || m.Box.H != 40 {
		t.Errorf("a drawing of %v by %v, want %v by 40", m.Box.W, m.Box.H, want)
	}
}

func TestCompositeSaysWhatIsWrong(t *testing.T) {
	one := barPanel("First", "one", "k")
	for want, f := range map[string]*Figure{
		"0 panels":              composite(1),
		"3 columns":             composite(3, one),
		"panel b is nil":        composite(1, one, nil),
		"panel a: it needs Fit": composite(1, &Figure{Title: "t"}),
		"overlap": composite(1, &Figure{Title: "t", Fit: func(c *Canvas) float64 {
			c.Text(0, 10, "over", Style{})
			c.Text(0, 10, "another", Style{})
			return 20
		}}),
		"Fit returned": composite(1, &Figure{Title: "t", Fit: func(*Canvas) float64 { return math.NaN() }}),
	} {
		if _, err := f.Render(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("want %q, got %v", want, err)
		}
	}
}
