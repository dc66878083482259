package notebook

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// crateGraph reads a crate and checks the rules of RO-Crate 1.2 that hold for every one: the context, the descriptor, the root with
// what it must have, identities given once, and no reference to an entity that is not there.
func crateGraph(t *testing.T, file []byte) map[string]map[string]any {
	t.Helper()
	var crate struct {
		Context string           `json:"@context"`
		Graph   []map[string]any `json:"@graph"`
	}
	if err := json.Unmarshal(file, &crate); err != nil {
		t.Fatal(err)
	}
	if crate.Context != "https://w3id.org/ro/crate/1.2/context" {
		t.Errorf("context %q", crate.Context)
	}
	byID := map[string]map[string]any{}
	for _, e := range crate.Graph {
		id, _ := e["@id"].(string)
		if id == "" || e["@type"] == nil || byID[id] != nil {
			t.Errorf("an entity without identity or type, or a second one: %v", e)
		}
		byID[id] = e
	}
	descriptor, root := byID["ro-crate-metadata.json"], byID["./"]
	if descriptor == nil || root == nil {
		t.Fatal("no descriptor or no root")
	}
	if descriptor["@type"] != "CreativeWork" || !slices.Equal(targets(descriptor["about"]), []string{"./"}) ||
		!slices.Equal(targets(descriptor["conformsTo"]), []string{"https://w3id.org/ro/crate/1.2"}) {
		t.Errorf("descriptor %v", descriptor)
	}
	for _, name := range []string{"name", "description", "datePublished", "license"} {
		if root[name] == nil || root[name] == "" {
			t.Errorf("the root has no %s", name)
		}
	}
	if _, err := time.Parse(time.DateOnly, root["datePublished"].(string)); err != nil {
		t.Error(err)
	}
	for id, e := range byID {
		for name, v := range e {
			for _, target := range targets(v) {
				if byID[target] == nil && name != "conformsTo" {
					t.Errorf("%s of %s leads to %s, which is not there", name, id, target)
				}
			}
		}
	}
	return byID
}

// targets are the identities that a property refers to.
func targets(v any) []string {
	switch v := v.(type) {
	case map[string]any:
		if id, ok := v["@id"].(string); ok {
			return []string{id}
		}
	case []any:
		var list []string
		for _, element := range v {
			list = append(list, targets(element)...)
		}
		return list
	}
	return nil
}

// isFile reports whether an entity is a file of the crate.
func isFile(e map[string]any) bool {
	kinds, several := e["@type"].([]any)
	return e["@type"] == "File" || several && slices.Contains(kinds, any("File"))
}

// reachable is every part of an entity, and their parts.
func reachable(byID map[string]map[string]any, id string) []string {
	var list []string
	for _, part := range targets(byID[id]["hasPart"]) {
		list = append(append(list, part), reachable(byID, part)...)
	}
	return list
}

// matchFiles holds the files that a crate describes against those that are there.
func matchFiles(t *testing.T, byID map[string]map[string]any, there map[string][]byte) {
	t.Helper()
	parts := reachable(byID, "./")
	for id, e := range byID {
		if !isFile(e) {
			continue
		}
		file, ok := there[id]
		if !ok {
			t.Errorf("the crate describes %s, which is not there", id)
		}
		if !slices.Contains(parts, id) {
			t.Errorf("%s is no part of the crate", id)
		}
		if strings.HasSuffix(id, provenanceFile) || id == hashesFile {
			continue
		}
		if e["sha256"] != sum(file) || e["contentSize"] != itoa(len(file)) {
			t.Errorf("%s: the crate says %v, %v", id, e["sha256"], e["contentSize"])
		}
	}
	for name := range there {
		if name != crateFile && byID[name] == nil {
			t.Errorf("the crate does not describe %s", name)
		}
	}
}

func TestCrateOfTheFolder(t *testing.T) {
	root := filepath.Join(written(t, two()), "figures")
	there := map[string][]byte{}
	for _, pattern := range []string{"*.*", "*/*.*"} {
		names, err := filepath.Glob(filepath.Join(root, pattern))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			relative, err := filepath.Rel(root, name)
			if err != nil {
				t.Fatal(err)
			}
			if there[filepath.ToSlash(relative)], err = os.ReadFile(name); err != nil {
				t.Fatal(err)
			}
		}
	}
	byID := crateGraph(t, there[crateFile])
	matchFiles(t, byID, there)
	figure := byID["first/bars.svg"]
	if got := targets(figure["isBasedOn"]); !slices.Equal(got, []string{"first/bars.csv", "#datasets/enforcement.csv"}) {
		t.Errorf("the figure is based on %q", got)
	}
	if got := targets(figure["isPartOf"]); !slices.Equal(got, []string{"first/notebook.ipynb"}) {
		t.Errorf("the figure is part of %q", got)
	}
	if got := targets(figure["encoding"]); !slices.Equal(got, []string{"first/bars.pdf", "first/bars.png"}) {
		t.Errorf("the figure is also there as %q", got)
	}
	data := byID["#datasets/enforcement.csv"]
	if data["sha256"] != sum([]byte(collectionCSV)) || data["name"] != "Law <b> & \"order\"" {
		t.Errorf("data %v", data)
	}
	run := byID["#run-first"]
	if run["@type"] != "CreateAction" || !slices.Contains(targets(run["result"]), "first/bars.pdf") || !slices.Contains(targets(run["object"]), "#datasets/enforcement.csv") {
		t.Errorf("run %v", run)
	}
	authors := targets(byID["first/"]["author"])
	if len(authors) != 2 || byID[authors[0]]["@type"] != "Person" || byID[authors[0]]["name"] != "María Castro" || byID[authors[1]]["@type"] != "Organization" {
		t.Errorf("authors %q", authors)
	}
}

func TestCrateOfTheBundle(t *testing.T) {
	root := written(t, two())
	_, files := unpacked(t, bundled(t, two(), root))
	byID := crateGraph(t, files[crateFile])
	matchFiles(t, byID, files)
	if got := targets(byID["figures/first/bars.svg"]["isBasedOn"]); !slices.Equal(got, []string{"figures/first/bars.csv", "datasets/enforcement.csv"}) {
		t.Errorf("the figure is based on %q", got)
	}
}
