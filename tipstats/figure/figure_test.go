package figure

import (
	"errors"
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
)

var update = flag.Bool("update", false, "write the golden files anew")

// write returns the figure in all three formats by file ending.
func write(t *testing.T, f *Figure) map[string][]byte {
	t.Helper()
	r, err := f.Render()
	if err != nil {
		t.Fatal(err)
	}
	pdf, err := r.PDF()
	if err != nil {
		t.Fatal(err)
	}
	png, err := r.PNG()
	if err != nil {
		t.Fatal(err)
	}
	return map[string][]byte{".svg": r.SVG(), ".pdf": pdf, ".png": png}
}

// small is a valid figure that draws what it is given.
func small(draw func(*Canvas)) *Figure {
	return &Figure{Name: "small", Title: "A finding", Alt: "What it shows", Height: 100, Draw: draw}
}

func marks(t *testing.T, draw func(*Canvas)) (*Rendered, []Mark) {
	t.Helper()
	r, err := small(draw).Render()
	if err != nil {
		t.Fatal(err)
	}
	var own []Mark
	for _, m := range r.Marks() {
		if m.Role != "title" {
			own = append(own, m)
		}
	}
	return r, own
}

// faults renders a figure that must fail and returns its error.
func faults(t *testing.T, f *Figure) string {
	t.Helper()
	r, err := f.Render()
	if err == nil || r != nil {
		t.Fatalf("Render returned %v, %v; want an error", r, err)
	}
	return err.Error()
}

// The golden files hold on every processor and with every number of cores:
// this test is also run for 386, amd64 v3 and arm64.
func TestGolden(t *testing.T) {
	for _, f := range []*Figure{demo(), specimen()} {
		for ending, got := range write(t, f) {
			path := filepath.Join("testdata", f.Name+ending)
			if *update {
				if err := os.WriteFile(path, got, 0o644); err != nil {
					t.Fatal(err)
				}
				continue
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if same, difference := Same(path, want, got); !same {
				t.Errorf("%s is not what is drawn now: %s\nif the change is meant: go test ./tipstats/figure -update", path, difference)
			}
		}
	}
}

func TestSameBytesTwiceAndOnAnyNumberOfCores(t *testing.T) {
	first := write(t, specimen())
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	for _, cores := range []int{1, 2} {
		runtime.GOMAXPROCS(cores)
		for ending, got := range write(t, specimen()) {
			if string(got) != string(first[ending]) {
				t.Errorf("%s on %d cores differs from the first", ending, cores)
			}
		}
	}
}

func TestWritersAtTheSameTime(t *testing.T) {
	want := write(t, demo())
	r, err := demo().Render()
	if err != nil {
		t.Fatal(err)
	}
	var group sync.WaitGroup
	errs := make(chan error, 12)
	for range 4 {
		group.Go(func() {
			pdf, err := r.PDF()
			if err != nil || string(pdf) != string(want[".pdf"]) {
				errs <- fmt.Errorf("PDF differs or failed: %v", err)
			}
			if string(r.SVG()) != string(want[".svg"]) {
				errs <- errors.New("SVG differs")
			}
			png, err := r.PNG()
			if err != nil || string(png) != string(want[".png"]) {
				errs <- fmt.Errorf("PNG differs or failed: %v", err)
			}
		})
	}
	group.Wait()
	close(errs)
	for err := range errs {
		t.Error(err)
	}
}

func TestRenderNamesEveryFaultAtOnce(t *testing.T) {
	f := &Figure{
		Name: "../escape", Title: " ", Alt: "", Height: 50,
		Data: Table{Columns: []string{"a", "b"}, Rows: [][]string{{"1", "2"}, {"1"}}},
		Draw: func(c *Canvas) {
			c.Text(-50, 20, "too far left", Style{})
			c.Text(10, 40, "tiny", Style{Size: 5})
			c.Text(10, 20, "☃", Style{})
		},
	}
	got := faults(t, f)
	for _, want := range []string{`"../escape"`, "no title", "no alt text", "data row 2 has 1 cells", "too far left", `"tiny"`, "U+2603", "7 faults"} {
		if !strings.Contains(got, want) {
			t.Errorf("the error lacks %q:\n%s", want, got)
		}
	}
}

func TestRenderRefuses(t *testing.T) {
	valid := func() *Figure { return small(func(c *Canvas) { c.Rect(0, 0, 10, 10, Sex) }) }
	if _, err := valid().Render(); err != nil {
		t.Fatalf("the valid figure: %v", err)
	}
	for name, c := range map[string]struct {
		spoil func(*Figure)
		want  string
	}{
		"no name":            {func(f *Figure) { f.Name = "" }, "name"},
		"slash":              {func(f *Figure) { f.Name = "a/b" }, "name"},
		"dots":               {func(f *Figure) { f.Name = ".." }, "name"},
		"two hyphens":        {func(f *Figure) { f.Name = "a--b" }, "name"},
		"letter beyond a-z":  {func(f *Figure) { f.Name = "perú" }, "name"},
		"line feed":          {func(f *Figure) { f.Name = "a\n" }, "name"},
		"long name":          {func(f *Figure) { f.Name = strings.Repeat("a", 101) }, "name"},
		"no title":           {func(f *Figure) { f.Title = "\t" }, "no title"},
		"no alt":             {func(f *Figure) { f.Alt = "" }, "no alt text"},
		"control in alt":     {func(f *Figure) { f.Alt = "a\x01b" }, "U+0001"},
		"invalid UTF-8 alt":  {func(f *Figure) { f.Alt = "a\xffb" }, "U+FFFD"},
		"control in title":   {func(f *Figure) { f.Title = "a\x01b" }, "U+0001"},
		"bad UTF-8 in title": {func(f *Figure) { f.Title = "a\xffb" }, "UTF-8"},
		"control in keyword": {func(f *Figure) { f.Keywords = []string{"\x00"} }, "U+0000"},
		"no draw":            {func(f *Figure) { f.Draw = nil }, "no Draw"},
		"nothing drawn":      {func(f *Figure) { f.Draw = func(*Canvas) {} }, "drew nothing"},
		"height 0":           {func(f *Figure) { f.Height = 0 }, "height 0"},
		"height NaN":         {func(f *Figure) { f.Height = math.NaN() }, "height NaN"},
		"height Inf":         {func(f *Figure) { f.Height = math.Inf(1) }, "height +Inf"},
		"too high":           {func(f *Figure) { f.Height = 700 }, "too high for Nature2 by "},
		"caption glyph":      {func(f *Figure) { f.Caption = []string{"漢"} }, "U+6F22"},
		"long caption":       {func(f *Figure) { f.Caption = []string{strings.Repeat("word ", 4000)} }, "caption shorter"},
	} {
		f := valid()
		c.spoil(f)
		if got := faults(t, f); !strings.Contains(got, c.want) {
			t.Errorf("%s: error %q lacks %q", name, got, c.want)
		}
	}
}

func TestErrorListsAtMostAHundred(t *testing.T) {
	got := faults(t, small(func(c *Canvas) {
		for range 5000 {
			c.Rect(math.NaN(), 0, 1, 1, Sex)
		}
	}))
	if n := strings.Count(got, "\n"); n != maxProblems {
		t.Errorf("%d lines after the first; want %d", n, maxProblems)
	}
	if !strings.Contains(got, "more than 100 faults") {
		t.Errorf("the error does not say that there are more: %.200s", got)
	}
}

func TestMarksAreACopy(t *testing.T) {
	r, _ := marks(t, func(c *Canvas) { c.Rect(0, 0, 10, 10, Sex) })
	before := string(r.SVG())
	r.Marks()[0].Text = "changed"
	if string(r.SVG()) != before {
		t.Error("changing what Marks returned changed the figure")
	}
}
