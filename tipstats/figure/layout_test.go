package figure

import (
	"testing"
)

func byRole(r *Rendered) map[string][]Mark {
	all := map[string][]Mark{}
	for _, m := range r.Marks() {
		all[m.Role] = append(all[m.Role], m)
	}
	return all
}

// The places of the mock.
func TestLayoutIsThatOfTheMock(t *testing.T) {
	r, err := demo().Render()
	if err != nil {
		t.Fatal(err)
	}
	all := byRole(r)
	if got := all["title"][0].Points[0]; got != (Point{10, 18}) {
		t.Errorf("title at %v", got)
	}
	if got := all["subtitle"][0].Points[0]; got != (Point{10, 31}) {
		t.Errorf("subtitle at %v", got)
	}
	if got := r.Area(); got != (Box{10, 40, 498.74, 202}) {
		t.Errorf("area %v", got)
	}
	if got := all["caption"][0].Points[0]; got != (Point{10, 261}) {
		t.Errorf("caption at %v", got)
	}
	if n := len(all["caption"]); n != 3 {
		t.Errorf("%d lines of caption", n)
	}
	if w, h := r.Size(); w != 518.74 || h < 290 || h > 293 {
		t.Errorf("page %v by %v", w, h)
	}
	bar := all["bar investigations opened"][0].Box
	if bar.X != 128 || bar.Y != 64 || bar.H != 16 || bar.W < 93.4 || bar.W > 93.5 {
		t.Errorf("first bar %v", bar)
	}
}

func TestLayoutWithoutSubtitleAndCaption(t *testing.T) {
	r, _ := marks(t, func(c *Canvas) { c.Rect(0, 0, 10, 10, Sex) })
	all := byRole(r)
	if len(all["rule"])+len(all["caption"])+len(all["subtitle"]) != 0 {
		t.Errorf("%v", all)
	}
	if _, h := r.Size(); h != r.Area().Bottom()+bottomDrop {
		t.Errorf("page height %v, area %v", h, r.Area())
	}
}

func TestBlankCaptionDrawsNoRule(t *testing.T) {
	f := small(func(c *Canvas) { c.Rect(0, 0, 10, 10, Sex) })
	f.Caption, f.Subtitle = []string{"", " \n"}, " "
	r, err := f.Render()
	if err != nil {
		t.Fatal(err)
	}
	if all := byRole(r); len(all["rule"])+len(all["caption"])+len(all["subtitle"]) != 0 {
		t.Errorf("%v", all)
	}
	if got := r.Area().Y; got != titleDrop+areaDrop {
		t.Errorf("the drawing begins at %v", got)
	}
}

func TestLongTextsPushTheDrawingDown(t *testing.T) {
	f := specimen()
	r, err := f.Render()
	if err != nil {
		t.Fatal(err)
	}
	if n := len(byRole(r)["title"]); n != 2 {
		t.Errorf("%d lines of title", n)
	}
	if got := r.Area().Y; got != 53 {
		t.Errorf("the drawing begins at %v", got)
	}
}
