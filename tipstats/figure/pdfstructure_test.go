package figure

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// captioned is the demo with a subtitle and a caption of two paragraphs, whose author calls a mark of the drawing "caption".
func captioned() *Figure {
	f := demo()
	f.Subtitle, f.Caption = "What is measured", []string{"How it was made.", "Where it is from."}
	draw := f.Draw
	f.Draw = func(c *Canvas) {
		draw(c)
		c.As("caption").Text(2, c.Height()-2, "in the drawing", Style{})
	}
	return f
}

func TestPartsAreAllMarksInTheirOrder(t *testing.T) {
	r, err := captioned().Render()
	if err != nil {
		t.Fatal(err)
	}
	at := 0
	var tags []string
	for _, part := range r.parts() {
		if part.from != at || part.to <= at {
			t.Errorf("a part from %d to %d follows mark %d", part.from, part.to, at)
		}
		at = part.to
		tags = append(tags, part.tag)
	}
	if at != len(r.marks) || !slices.Equal(tags, []string{"H1", "P", "Figure", "", "P"}) {
		t.Errorf("%d of %d marks, in the parts %q", at, len(r.marks), tags)
	}
}

// The tree names each part of the page once, in order, and the page marks each with the number that the tree gives it.
func TestPDFIsTagged(t *testing.T) {
	f := captioned()
	file := write(t, f)[".pdf"]
	objects, err := pdfObjects(file)
	if err != nil {
		t.Fatal(err)
	}
	var elements []string
	for _, o := range objects {
		if m := regexp.MustCompile(`/StructElem/S/(\w+)/P 8 0 R/Pg 3 0 R/K (\d)`).FindStringSubmatch(o.head); m != nil {
			elements = append(elements, m[1]+" "+m[2])
		}
	}
	var marked []string
	page := content(t, file)
	for _, m := range regexp.MustCompile(`(?m)^/(\w+)<</MCID (\d)>>BDC$`).FindAllStringSubmatch(page, -1) {
		marked = append(marked, m[1]+" "+m[2])
	}
	if want := []string{"H1 0", "P 1", "Figure 2", "P 3"}; !slices.Equal(elements, want) || !slices.Equal(marked, want) {
		t.Errorf("the tree has %q, the page %q, want %q", elements, marked, want)
	}
	if begun, ended := strings.Count(page, "BDC\n")+strings.Count(page, "BMC\n"), strings.Count(page, "EMC\n"); begun != 6 || ended != 6 {
		t.Errorf("%d parts begin and %d end", begun, ended)
	}
	all := ""
	for _, o := range objects {
		all += o.head
	}
	for _, want := range []string{"/MarkInfo<</Marked true>>", "/StructTreeRoot 7 0 R", "/StructParents 0", "/Alt" + pdfText(f.Alt), "/ParentTree<</Nums[0["} {
		if strings.Count(all, want) != 1 {
			t.Errorf("%q stands %d times in the file", want, strings.Count(all, want))
		}
	}
}

// Where poppler is installed, it finds the tree and keeps the lines of a text apart.
func TestPDFTreeInPoppler(t *testing.T) {
	tool, err := exec.LookPath("pdfinfo")
	if err != nil {
		t.Skip("poppler is not installed")
	}
	f := captioned()
	f.Title = "A title so long that it takes two lines of the page, between which a reader who hears it expects a space and no more than that"
	in := filepath.Join(t.TempDir(), "f.pdf")
	if err := os.WriteFile(in, write(t, f)[".pdf"], 0o644); err != nil {
		t.Fatal(err)
	}
	tree, err := exec.Command(tool, "-struct-text", in).CombinedOutput()
	if err != nil {
		t.Fatal(err)
	}
	read := strings.Join(strings.Fields(string(tree)), " ")
	for _, want := range []string{"Document H1 (block) \"" + f.Title, "P (block) \"How it was made. Where it is from."} {
		if !strings.Contains(read, want) {
			t.Errorf("poppler does not read %q:\n%s", want, tree)
		}
	}
}
