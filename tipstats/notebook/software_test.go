package notebook

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
)

// citationReader reads the part of YAML that a generated CITATION.cff is written in: mappings, lists and texts in double quotes.
type citationReader struct {
	lines []string
	at    int
}

// readCitation reads a file of mappings; anything else in it is an error.
func readCitation(file []byte) (value any, err error) {
	r := &citationReader{}
	for line := range strings.Lines(string(file)) {
		if line = strings.TrimRight(line, "\n"); !strings.HasPrefix(line, "#") {
			r.lines = append(r.lines, line)
		}
	}
	defer func() {
		if problem := recover(); problem != nil {
			err = fmt.Errorf("line %d (%q): %v", r.at+1, r.lines[min(r.at, len(r.lines)-1)], problem)
		}
	}()
	value = r.block(0)
	if r.at < len(r.lines) {
		panic("unexpected indentation")
	}
	return value, nil
}

func indentation(line string) int { return len(line) - len(strings.TrimLeft(line, " ")) }

// block reads the mapping or the list that is indented by a number of spaces.
func (r *citationReader) block(indent int) any {
	var list []any
	mapping := map[string]any{}
	for r.at < len(r.lines) && indentation(r.lines[r.at]) == indent {
		text := r.lines[r.at][indent:]
		if item, ok := strings.CutPrefix(text, "- "); ok {
			if item[0] == '"' {
				list = append(list, scalar(item))
				r.at++
				continue
			}
			r.lines[r.at] = strings.Repeat(" ", indent+2) + item
			list = append(list, r.block(indent+2))
			continue
		}
		key, rest, found := strings.Cut(text, ":")
		if _, double := mapping[key]; !found || double || list != nil {
			panic("expected a key that is not there yet")
		}
		r.at++
		if rest != "" {
			mapping[key] = scalar(strings.TrimPrefix(rest, " "))
			continue
		}
		if r.at >= len(r.lines) || indentation(r.lines[r.at]) <= indent {
			panic("a key without value")
		}
		mapping[key] = r.block(indentation(r.lines[r.at]))
	}
	if list != nil {
		return list
	}
	return mapping
}

func scalar(text string) string {
	var value string
	if err := json.Unmarshal([]byte(text), &value); err != nil {
		panic(err)
	}
	return value
}

// The rules of the schema of the Citation File Format 1.2.0, as far as they concern what a collection writes: which properties there
// are, which are required, of which form they are. A property that is not listed here is a fault.
var (
	cffText = func(v any) bool { s, ok := v.(string); return ok && s != "" }
	cffURL  = func(v any) bool {
		s, ok := v.(string)
		return ok && regexp.MustCompile(`^(https|http|ftp|sftp)://.+`).MatchString(s)
	}
	cffDate = func(v any) bool {
		s, ok := v.(string)
		_, err := time.Parse(time.DateOnly, s)
		return ok && err == nil
	}
	cffOneOf = func(words ...string) func(any) bool {
		return func(v any) bool { s, ok := v.(string); return ok && slices.Contains(words, s) }
	}
	cffList = func(element func(any) bool) func(any) bool {
		return func(v any) bool {
			list, ok := v.([]any)
			seen := map[string]bool{}
			for _, e := range list {
				key := fmt.Sprint(e)
				ok = ok && element(e) && !seen[key]
				seen[key] = true
			}
			return ok && len(list) > 0
		}
	}
	cffObject = func(rules map[string]func(any) bool, required ...string) func(any) bool {
		return func(v any) bool {
			object, ok := v.(map[string]any)
			for name, value := range object {
				ok = ok && rules[name] != nil && rules[name](value)
			}
			for _, name := range required {
				ok = ok && object[name] != nil
			}
			return ok && len(object) > 0
		}
	}
	cffPerson     = cffObject(map[string]func(any) bool{"family-names": cffText, "given-names": cffText, "orcid": cffURL})
	cffEntity     = cffObject(map[string]func(any) bool{"name": cffText, "website": cffURL}, "name")
	cffAuthors    = cffList(func(v any) bool { return cffPerson(v) || cffEntity(v) })
	cffLicense    = cffOneOf("BSD-3-Clause", "MIT", "Apache-2.0", "CC-BY-4.0", "CC0-1.0") // of the SPDX list
	cffIdentifier = cffObject(map[string]func(any) bool{"type": cffOneOf("other"), "value": cffText, "description": cffText}, "type", "value")
	cffReference  = cffObject(map[string]func(any) bool{
		"type": cffOneOf("data", "generic"), "title": cffText, "abstract": cffText, "authors": cffAuthors, "version": cffText, "date-released": cffDate,
		"license": cffLicense, "repository-code": cffURL, "filename": cffText, "format": cffText, "medium": cffText, "section": cffText,
		"collection-title": cffText, "identifiers": cffList(cffIdentifier),
	}, "authors", "title", "type")
	cffRules = map[string]func(any) bool{
		"cff-version": cffOneOf("1.2.0"), "message": cffText, "type": cffOneOf("software", "dataset"), "title": cffText, "abstract": cffText,
		"authors": cffAuthors, "version": cffText, "date-released": cffDate, "license": cffLicense, "repository-code": cffURL,
		"keywords": cffList(cffText), "references": cffList(cffReference),
	}
	cffFile = cffObject(cffRules, "authors", "cff-version", "message", "title")
)

// validCitation reads a CITATION.cff and holds it against the rules.
func validCitation(t *testing.T, file []byte) map[string]any {
	t.Helper()
	value, err := readCitation(file)
	if err != nil {
		t.Fatal(err)
	}
	object, _ := value.(map[string]any)
	if !cffFile(value) {
		for name, v := range object {
			if cffRules[name] == nil || !cffRules[name](v) {
				t.Errorf("%s is not as the schema of CFF 1.2.0 has it: %v", name, v)
			}
		}
		t.Error("the file is not valid")
	}
	return object
}

func TestCitationOfACollection(t *testing.T) {
	root := written(t, two())
	file, err := os.ReadFile(filepath.Join(root, citationFile))
	if err != nil {
		t.Fatal(err)
	}
	object := validCitation(t, file)
	if object["version"] != Version || object["title"] != "Two: notebooks" || object["abstract"] != "What # two notebooks say." {
		t.Errorf("%v", object)
	}
	references := object["references"].([]any)
	if len(references) != 3 {
		t.Fatalf("%d records, expected two datasets, one of which no notebook reads, and a figure", len(references))
	}
	data, unread, figure := references[0].(map[string]any), references[1].(map[string]any), references[2].(map[string]any)
	if unread["filename"] != "datasets/unread/more.csv" || unread["title"] != "More" || !strings.Contains(fmt.Sprint(unread["identifiers"]), sum([]byte("a\n1\n"))) {
		t.Errorf("a dataset that no notebook reads: %v", unread)
	}
	if data["type"] != "data" || data["title"] != "Law <b> & \"order\"" || data["filename"] != "datasets/enforcement.csv" ||
		!strings.Contains(fmt.Sprint(data["identifiers"]), "sha256:"+sum([]byte(collectionCSV))) {
		t.Errorf("data %v", data)
	}
	svg, err := os.ReadFile(filepath.Join(root, "figures/first/bars.svg"))
	if err != nil {
		t.Fatal(err)
	}
	if figure["title"] != "Verdicts | of *all* <kinds>: \"one\" & 'more'" || figure["section"] != "Figure 1" || !strings.Contains(fmt.Sprint(figure["identifiers"]), "sha256:"+sum(svg)) {
		t.Errorf("figure %v", figure)
	}
	if authors := fmt.Sprint(figure["authors"]); authors != "[map[family-names:Castro given-names:María] map[name:Us & co]]" {
		t.Errorf("authors %s", authors)
	}
}

// TestCitationWithoutReferences: a collection of prose alone has nothing to list.
func TestCitationWithoutReferences(t *testing.T) {
	c := two()
	c.Notebooks, c.Address, c.Keywords = []Notebook{small("second", "A sentence.")}, "", nil
	root := written(t, c)
	file, err := os.ReadFile(filepath.Join(root, citationFile))
	if err != nil {
		t.Fatal(err)
	}
	if object := validCitation(t, file); object["references"] != nil || object["repository-code"] != nil {
		t.Errorf("%v", object)
	}
}

// TestCitationOfTheModule holds the CITATION.cff of this module against the schema; that it is fresh is a test of examples/all.
func TestCitationOfTheModule(t *testing.T) {
	file, err := os.ReadFile("../../" + citationFile)
	if err != nil {
		t.Fatal(err)
	}
	object := validCitation(t, file)
	if object["version"] != Version || object["date-released"] != Released {
		t.Errorf("version %v of %v, the code says %s of %s", object["version"], object["date-released"], Version, Released)
	}
}

func TestRulesOfCitationFindFaults(t *testing.T) {
	root := written(t, two())
	file, err := os.ReadFile(filepath.Join(root, citationFile))
	if err != nil {
		t.Fatal(err)
	}
	for old, changed := range map[string]string{
		`cff-version: "1.2.0"`: `cff-version: "1.1.0"`, `date-released: "2`: `date-released: "soon 2`, `license: "BSD-3-Clause"`: `license: "ours"`,
		`message: "If`: `massage: "If`, `  - type: "data"`: `  - type: "dataset"`, `  - "a: b"`: `  - ""`,
		`repository-code: "https:`: `repository-code: "example:`, `type: "other"`: `type: "sha"`, "    medium:": "    size:", `  - "c"`: `  - "a: b"`,
	} {
		edited := strings.Replace(string(file), old, changed, 1)
		if edited == string(file) {
			t.Fatalf("the file holds no %q", old)
		}
		if value, err := readCitation([]byte(edited)); err == nil && cffFile(value) {
			t.Errorf("%q for %q is not found", changed, old)
		}
	}
	for _, text := range []string{"a", "a: b", "a: \"b\"\na: \"c\"", "a:\n", "a: \"b\"\n  c: \"d\""} {
		if value, err := readCitation([]byte(text)); err == nil {
			t.Errorf("%q is read as %v", text, value)
		}
	}
}
