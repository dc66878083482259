package notebook

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path"
	"slices"
	"strings"
)

// citation is CITATION.cff in the Citation File Format 1.2.0: the software, and under references a record for each dataset, be
// it read by a notebook or described beside one that is, and for each figure.
func (all *collected) citation() ([]byte, error) {
	w := &cff{}
	w.comment(generatedBy + all.Command + ": edit the collection of notebooks there, not this file.")
	w.field(0, "cff-version", "1.2.0")
	w.field(0, "message", "If you use this software, please cite it as below; if you use a dataset or a figure, cite its record under references too.")
	w.field(0, "type", "software")
	w.field(0, "title", all.Title)
	w.field(0, "abstract", all.Abstract)
	w.authors(0, all.Authors)
	w.field(0, "version", all.Version)
	w.field(0, "date-released", all.Released)
	w.field(0, "license", all.License)
	w.field(0, "repository-code", all.Address)
	w.list(0, "keywords", all.Keywords)
	described, err := all.descriptions()
	if err != nil {
		return nil, err
	}
	files, err := all.citedFiles(described)
	if err != nil {
		return nil, err
	}
	if len(files) > 0 || slices.ContainsFunc(all.docs, func(d *Doc) bool { return len(d.pictures()) > 0 }) {
		w.line(0, "references:")
	}
	for _, data := range files {
		all.citeData(w, data, described[data.Path])
	}
	for _, doc := range all.docs {
		for _, p := range doc.pictures() {
			all.citeFigure(w, doc, p)
		}
	}
	return w.b.Bytes(), nil
}

// citedFiles are the CSVs that notebooks have read or that a data package describes, by path.
func (all *collected) citedFiles(described map[string]resource) ([]dataFile, error) {
	list := all.datasets()
	for _, doc := range all.docs {
		for at, r := range described {
			if at != path.Join(doc.notebook.DataFolder, r.Path) || slices.ContainsFunc(list, func(f dataFile) bool { return f.Path == at }) {
				continue
			}
			file, err := readData(doc.notebook, r.Path)
			if err != nil {
				return nil, fmt.Errorf("%s, which %s describes: %w", at, packageFile, err)
			}
			if file != nil {
				list = append(list, dataFile{Path: at, SHA256: sum(file)})
			}
		}
	}
	list = slices.DeleteFunc(list, func(f dataFile) bool { return path.Ext(f.Path) != ".csv" })
	slices.SortFunc(list, func(a, b dataFile) int { return strings.Compare(a.Path, b.Path) })
	return list, nil
}

func (all *collected) citeData(w *cff, data dataFile, described resource) {
	title := described.Title
	if title == "" {
		title = data.Path
	}
	w.line(1, `- type: "data"`)
	w.field(2, "title", title)
	w.field(2, "abstract", described.Description)
	w.authors(2, all.Authors)
	w.field(2, "version", all.Version)
	w.field(2, "date-released", all.Released)
	w.field(2, "license", all.License)
	w.field(2, "repository-code", all.Address)
	w.field(2, "filename", data.Path)
	w.field(2, "format", "text/csv")
	w.hash(data.Path, data.SHA256)
}

func (all *collected) citeFigure(w *cff, doc *Doc, p *picture) {
	n, name := doc.notebook, p.figure.Name
	authors := n.Authors
	if len(authors) == 0 {
		authors = all.Authors
	}
	w.line(1, `- type: "generic"`)
	w.field(2, "title", strings.Join(strings.Fields(p.figure.Title), " "))
	w.authors(2, authors)
	w.field(2, "version", all.Version)
	w.field(2, "date-released", all.Released)
	w.field(2, "license", all.License)
	w.field(2, "repository-code", all.Address)
	w.field(2, "medium", "figure")
	w.field(2, "section", fmt.Sprintf("Figure %d", p.number))
	w.field(2, "collection-title", n.Title)
	w.field(2, "filename", "figures/"+n.Name+"/"+name+".svg")
	w.field(2, "format", "image/svg+xml")
	w.hash(name+".svg", sum(doc.files[name+".svg"]))
	w.identifier(name+".csv, the data that the figure shows", sum(doc.files[name+".csv"]))
}

// resource is what datapackage.json says of a file.
type resource struct {
	Path, Title, Description string
}

// descriptions reads what the data package of each notebook says of its files, by the path that the documents give them.
func (all *collected) descriptions() (map[string]resource, error) {
	described := map[string]resource{}
	for _, doc := range all.docs {
		file, err := readData(doc.notebook, packageFile)
		if err != nil {
			return nil, err
		}
		var p struct {
			Resources []resource `json:"resources"`
		}
		if file != nil {
			if err := json.Unmarshal(file, &p); err != nil {
				return nil, fmt.Errorf("%s: %w", path.Join(doc.notebook.DataFolder, packageFile), err)
			}
		}
		for _, r := range p.Resources {
			described[path.Join(doc.notebook.DataFolder, r.Path)] = r
		}
	}
	return described, nil
}

// cff writes the part of YAML that a citation file needs: mappings, lists and quoted texts.
type cff struct{ b bytes.Buffer }

func (w *cff) line(level int, text string) {
	w.b.WriteString(strings.Repeat("  ", level) + text + "\n")
}

func (w *cff) comment(text string) { w.line(0, "# "+strings.Join(strings.Fields(text), " ")) }

// field writes a text, and nothing where there is none.
func (w *cff) field(level int, name, text string) {
	if text != "" {
		w.line(level, name+": "+quoted(text))
	}
}

func (w *cff) list(level int, name string, texts []string) {
	if len(texts) == 0 {
		return
	}
	w.line(level, name+":")
	for _, text := range texts {
		w.line(level+1, "- "+quoted(text))
	}
}

// authors writes persons, "Lovelace, Ada", and organisations, which are named without a comma.
func (w *cff) authors(level int, names []string) {
	w.line(level, "authors:")
	for _, name := range names {
		if family, given, person := strings.Cut(name, ","); person {
			w.line(level+1, "- family-names: "+quoted(strings.TrimSpace(family)))
			w.field(level+2, "given-names", strings.TrimSpace(given))
			continue
		}
		w.line(level+1, "- name: "+quoted(name))
	}
}

func (w *cff) hash(file, sum string) {
	w.line(2, "identifiers:")
	w.identifier(file, sum)
}

func (w *cff) identifier(file, sum string) {
	w.line(3, `- type: "other"`)
	w.field(4, "value", "sha256:"+sum)
	w.field(4, "description", "SHA-256 of "+file)
}

// quoted writes a text as JSON does, which YAML reads as a quoted text.
func quoted(text string) string { return string(marshal(strings.Join(strings.Fields(text), " "))) }
