package main

import (
	"context"
	_ "embed" // the script that examines a page
	"encoding/json"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/tipstats/tip/examples/peru2023/peru"
	"github.com/tipstats/tip/tipstats/notebook"
)

//go:embed testdata/accessibility.js
var examination string

// A browser is Chromium with axe-core.
type browser struct{ program, axe string }

// findBrowser skips the test, and says why, where Chromium or axe-core is not installed.
func findBrowser(t *testing.T) browser {
	t.Helper()
	program := os.Getenv("TIP_CHROMIUM")
	if program == "" {
		program = "chromium"
	}
	program, err := exec.LookPath(program)
	if err != nil {
		t.Skip("SKIPPED, the pages are not held against WCAG 2.2 AA: Chromium is not installed (TIP_CHROMIUM names it where it is not in the PATH)")
	}
	file := os.Getenv("TIP_AXE")
	if file == "" {
		t.Skip("SKIPPED, the pages are not held against WCAG 2.2 AA: TIP_AXE does not name axe.min.js of axe-core (.ci/run installs it)")
	}
	axe, err := os.ReadFile(file)
	if err != nil {
		t.Fatalf("TIP_AXE: %v", err)
	}
	return browser{program, string(axe)}
}

// A screen is what is wrong with a page on it.
type screen struct {
	Screen   string
	Problems []string
}

var resultPattern = regexp.MustCompile(`(?s)<pre id="result">(.*?)</pre>`)

// examine shows a page on screens of several widths in a colour scheme.
func (b browser) examine(t *testing.T, page []byte, dark bool) []screen {
	t.Helper()
	folder := t.TempDir()
	host := filepath.Join(folder, "host.html")
	document := "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>Examination</title><body><pre id=\"result\"></pre>" +
		`<textarea id="page" hidden>` + html.EscapeString("\n"+string(page)) + `</textarea>` +
		`<textarea id="axe" hidden>` + html.EscapeString("\n"+b.axe) + `</textarea>` +
		"<script>" + examination + "</script></body></html>"
	if err := os.WriteFile(host, []byte(document), 0o600); err != nil {
		t.Fatal(err)
	}
	scheme := map[bool]string{true: "0", false: "1"}[dark]
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	run := exec.CommandContext(ctx, b.program, "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
		"--disable-dev-shm-usage", "--user-data-dir="+filepath.Join(folder, "profile"), "--window-size=1400,1000",
		"--blink-settings=preferredColorScheme="+scheme, "--virtual-time-budget=600000", "--dump-dom", "file://"+host)
	var complaints strings.Builder
	run.Stderr = &complaints
	output, err := run.Output()
	if err != nil {
		t.Fatalf("%s: %v\n%s", b.program, err, complaints.String())
	}
	match := resultPattern.FindSubmatch(output)
	if match == nil || len(match[1]) == 0 {
		t.Fatalf("Chromium gave no result\n%s", complaints.String())
	}
	var screens []screen
	if err := json.Unmarshal([]byte(html.UnescapeString(string(match[1]))), &screens); err != nil {
		t.Fatal(err)
	}
	want := map[bool]string{true: "dark", false: "light"}[dark]
	if len(screens) != 4 || !strings.HasPrefix(screens[0].Screen, want) {
		t.Errorf("the page was not shown on four screens in the %s scheme: %+v", want, screens)
	}
	return screens
}

// TestPagesAreAccessible holds each page, and one with everything that a page can hold, against WCAG 2.2 AA as far as axe-core can tell, in light and in dark, at 1280, 640
// (which is 200 % zoom) and 320 px and with the text alone at 200 %; no page scrolls sideways, and the keyboard reaches whatever
// can be activated or scrolled, and shows it.
func TestPagesAreAccessible(t *testing.T) {
	b := findBrowser(t)
	for _, n := range append(slices.Clone(notebooks), fixture()) {
		files, err := notebook.Generate(n)
		if err != nil {
			t.Fatal(err)
		}
		for _, dark := range []bool{false, true} {
			for _, s := range b.examine(t, files["index.html"], dark) {
				for _, problem := range s.Problems {
					t.Errorf("%s, %s: %s", n.Name, s.Screen, problem)
				}
			}
		}
	}
}

var printedPage = regexp.MustCompile(`/Type\s*/Page\b[^s]`)

// TestPrintKeepsTogetherWhatBelongsTogether holds the length of a printed page: what may not be divided, and what is unfolded for print,
// can leave half of the paper empty. Nine figures and their text take sixteen sheets; that they once took twenty-two is why this is here.
func TestPrintKeepsTogetherWhatBelongsTogether(t *testing.T) {
	b := findBrowser(t)
	files, err := notebook.Generate(peru.Notebook)
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	page, printed := filepath.Join(folder, "index.html"), filepath.Join(folder, "index.pdf")
	if err := os.WriteFile(page, files["index.html"], 0o600); err != nil {
		t.Fatal(err)
	}
	run := exec.Command(b.program, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--user-data-dir="+filepath.Join(folder, "profile"),
		"--no-pdf-header-footer", "--print-to-pdf="+printed, "file://"+page)
	if output, err := run.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, output)
	}
	pdf, err := os.ReadFile(printed)
	if err != nil {
		t.Fatal(err)
	}
	if pages := len(printedPage.FindAll(pdf, -1)); pages == 0 || pages > 18 {
		t.Errorf("printed on %d sheets", pages)
	}
}

// The examination finds what it looks for.
func TestExaminationCanFail(t *testing.T) {
	b := findBrowser(t)
	page := `<!DOCTYPE html><html lang="en"><head><title>T</title></head><body><main><h1>H</h1><p style="color:#bbb">faint</p>
<img src="data:,"><div style="width:2000px">wide</div><a href="#x" style="outline:none">no outline</a><a href="#y" tabindex="-1">skipped</a>
<div class="sheet" style="overflow:auto" tabindex="0"><svg viewBox="0 0 100 10" aria-labelledby="f" style="width:1900px"></svg></div></main></body></html>`
	var all strings.Builder
	for _, s := range b.examine(t, []byte(page), false) {
		all.WriteString(strings.Join(s.Problems, "\n"))
	}
	for _, expected := range []string{"color-contrast", "image-alt", "scrolls sideways", "nothing shows", "out of the order",
		"figure f is 14.25 times", "figure f scrolls"} {
		if !strings.Contains(all.String(), expected) {
			t.Errorf("%q was not found: %s", expected, &all)
		}
	}
}
