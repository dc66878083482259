package notebook_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/tipstats/tip/tipstats/notebook"
)

// Data and titles that nbconvert could take for HTML or for mathematics come out as text.
func TestNbconvertShowsMetacharactersAsText(t *testing.T) {
	program, err := exec.LookPath("jupyter-nbconvert")
	if err != nil {
		t.Skip("SKIPPED, the notebooks are not converted: jupyter-nbconvert is not installed (.ci/run installs it)")
	}
	const evil = `<img src=x onerror=alert(1)><script>alert("1")</script> <b>bold</b> $x_1$ &lt;i&gt; Söhne <x> a_b_c \(y\)`
	n := sample()
	n.Title, n.Description, n.Authors = evil, evil, []string{evil}
	n.Write = func(d *notebook.Doc) error {
		d.Value("evil", evil, notebook.Text)
		d.Text("## The {{evil}}\n\nProse {{evil}}, by hand \\<u> \\& $x$ \\$y\\$ < z.[^n]\n\n- {{evil}}\n\n| a | b |\n| --- | --- |\n| {{evil}} | `<` |\n\n[^n]: A note {{evil}}.")
		d.Table("cells", "A title {{evil}}", verdictFigure("x").Data)
		return d.Err()
	}
	files, err := notebook.Generate(n)
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "notebook.ipynb"), files["notebook.ipynb"], 0o600); err != nil {
		t.Fatal(err)
	}
	run := exec.Command(program, "--log-level=ERROR", "--to", "html", "--output-dir", folder, filepath.Join(folder, "notebook.ipynb"))
	if output, err := run.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, output)
	}
	page, err := os.ReadFile(filepath.Join(folder, "notebook.html"))
	if err != nil {
		t.Fatal(err)
	}
	_, body, _ := bytes.Cut(page, []byte("<body"))
	for _, live := range []string{"<img", "<script>alert", "<b>", "<x>", "<u>", "<i>", `\&lt;`, "<em>"} {
		if at := bytes.Index(body, []byte(live)); at >= 0 {
			t.Errorf("the converted notebook holds %s: …%s", live, body[max(0, at-80):min(len(body), at+80)])
		}
	}
	if tag := regexp.MustCompile(`<title>[^\n]*`).Find(page); bytes.Contains(tag, []byte("<img")) {
		t.Errorf("the title is live: %s", tag)
	}
	shown := string(regexp.MustCompile(`<[^>]*>`).ReplaceAll(body, []byte("\n"))) // MathJax looks within an element
	if count := strings.Count(shown, `onerror=alert(1)&gt;`); count < 7 {
		t.Errorf("the data is shown %d times:\n%s", count, shown)
	}
	if mathematics := regexp.MustCompile(`\$[^\n]*\$|\\[(\[]`).FindString(shown); mathematics != "" {
		t.Errorf("MathJax would set %s:\n%s", mathematics, shown)
	}
}
