package notebook

import (
	"fmt"
	"maps"
	"net/url"
	"path"
	"slices"
	"strings"
)

// entity is an entity of an RO-Crate: its properties by name.
type entity map[string]any

// reference points at an entity.
func reference(id string) entity { return entity{"@id": id} }

func references(ids []string) []entity {
	list := make([]entity, len(ids))
	for i, id := range ids {
		list[i] = reference(id)
	}
	return list
}

// crateBuilder collects the entities of an RO-Crate.
type crateBuilder struct {
	*collected
	graph   []entity
	figures string // the folder of the figures in the crate, with a slash at its end, or empty
	parts   []string
	data    map[string][]byte // the data files that the crate holds, by path; nil where they lie outside of it
	about   map[string]resource
}

const (
	crateProfile  = "https://w3id.org/ro/crate/1.2"
	goLanguage    = "https://go.dev/"
	spdxLicense   = "https://spdx.org/licenses/"
	softwareSheet = "#software"
)

// crate is ro-crate-metadata.json of the folder of the figures (RO-Crate 1.2): which figure was made by which notebook from which
// data. The datasets lie outside of that folder, and are described with their hashes.
func (all *collected) crate() ([]byte, error) {
	return all.crateOf("", nil, map[string][]byte{indexFile: all.index()})
}

// crateOf is the metadata of a crate that holds figures in a folder, data files, and other texts.
func (all *collected) crateOf(figures string, data map[string][]byte, texts map[string][]byte) ([]byte, error) {
	about, err := all.descriptions()
	if err != nil {
		return nil, err
	}
	c := &crateBuilder{collected: all, figures: figures, data: data, about: about}
	c.software()
	for _, doc := range all.docs {
		c.notebook(doc)
	}
	c.datasetFiles()
	for _, name := range slices.Sorted(maps.Keys(texts)) {
		c.parts = append(c.parts, identifier(name))
		c.add(fileEntity(identifier(name), path.Base(name), texts[name]))
	}
	if figures != "" { // the hashes of a deposit's files are made last, and cannot have one here
		c.parts = append(c.parts, hashesFile)
		c.add(entity{"@id": hashesFile, "@type": "File", "name": hashesFile, "encodingFormat": mediaType(hashesFile)})
	}
	head := []entity{
		{"@id": crateFile, "@type": "CreativeWork", "about": reference("./"), "conformsTo": reference(crateProfile)},
		c.root(),
	}
	return indented(entity{"@context": crateProfile + "/context", "@graph": append(head, c.graph...)})
}

// add adds an entity without the properties that say nothing.
func (c *crateBuilder) add(e entity) {
	maps.DeleteFunc(e, func(_ string, value any) bool { return value == "" })
	c.graph = append(c.graph, e)
}

// root is the entity of the crate itself.
func (c *crateBuilder) root() entity {
	var runs []string
	for _, doc := range c.docs {
		runs = append(runs, "#run-"+doc.notebook.Name)
	}
	return entity{
		"@id": "./", "@type": "Dataset",
		"name":          fmt.Sprintf("%s %s: figures, notebooks and data", c.Name, c.Version),
		"description":   c.Abstract,
		"datePublished": c.Released,
		"version":       c.Version,
		"license":       reference(spdxLicense + c.License),
		"author":        references(c.authors(c.Authors)),
		"keywords":      strings.Join(c.Keywords, ", "),
		"hasPart":       references(c.parts),
		"mentions":      references(runs),
	}
}

// software describes what makes the figures, its licence and its language.
func (c *crateBuilder) software() {
	for _, doc := range c.docs {
		for _, name := range append(slices.Clone(c.Authors), doc.notebook.Authors...) {
			id := authorID(name)
			if slices.ContainsFunc(c.graph, func(e entity) bool { return e["@id"] == id }) {
				continue
			}
			kind, shown := "Organization", name
			if family, given, person := strings.Cut(name, ","); person {
				kind, shown = "Person", strings.TrimSpace(given)+" "+strings.TrimSpace(family)
			}
			c.add(entity{"@id": id, "@type": kind, "name": shown})
		}
	}
	c.add(entity{"@id": spdxLicense + c.License, "@type": "CreativeWork", "name": c.License})
	c.add(entity{"@id": goLanguage, "@type": "ComputerLanguage", "name": "Go", "url": goLanguage})
	c.add(entity{"@id": softwareSheet, "@type": "SoftwareApplication", "name": c.Name, "description": c.Title, "version": c.Version,
		"softwareVersion": c.Version, "url": c.Address, "license": reference(spdxLicense + c.License)})
}

func (c *crateBuilder) authors(names []string) []string {
	ids := make([]string, len(names))
	for i, name := range names {
		ids[i] = authorID(name)
	}
	return ids
}

func authorID(name string) string { return "#author-" + slug(name) }

// notebook describes a notebook: its folder, its files, and the run that made them.
func (c *crateBuilder) notebook(doc *Doc) {
	n := doc.notebook
	folder := c.figures + n.Name + "/"
	inputs := c.inputs(doc.data)
	var parts, results []string
	figures := map[string]*picture{}
	for _, p := range doc.pictures() {
		figures[p.figure.Name] = p
	}
	for _, name := range slices.Sorted(maps.Keys(doc.files)) {
		id := identifier(folder + name)
		parts = append(parts, id)
		if name != provenanceFile {
			results = append(results, id)
		}
		e := fileEntity(id, name, c.file(doc, name))
		stem := strings.TrimSuffix(name, path.Ext(name))
		switch p := figures[stem]; {
		case name == provenanceFile: // it names the platform, so that its bytes differ from machine to machine
			delete(e, "sha256")
			delete(e, "contentSize")
		case name == "notebook.ipynb":
			e["@type"], e["name"] = []string{"File", "SoftwareSourceCode"}, n.Title
			e["programmingLanguage"], e["isBasedOn"] = reference(goLanguage), references(inputs)
		case p != nil:
			c.figure(e, doc, p, folder, path.Ext(name))
		}
		c.add(e)
	}
	id := identifier(folder)
	c.parts = append(c.parts, id)
	c.add(entity{"@id": id, "@type": "Dataset", "name": n.Title, "description": n.Description, "author": references(c.authors(n.Authors)),
		"hasPart": references(parts)})
	c.add(entity{"@id": "#run-" + n.Name, "@type": "CreateAction", "name": "Run of the notebook " + n.Name,
		"description": n.command(), "instrument": references([]string{softwareSheet, identifier(folder + "notebook.ipynb")}),
		"object": references(inputs), "result": references(results)})
}

// figure completes the entity of one of a figure's files. The picture is based on its CSV and the datasets, is a part of the notebook,
// and is there as PDF and PNG too.
func (c *crateBuilder) figure(e entity, doc *Doc, p *picture, folder, ending string) {
	f := p.figure
	at := func(ending string) string { return identifier(folder + f.Name + ending) }
	var read []dataFile
	for _, input := range p.inputs {
		read = append(read, dataFile{Path: input.Path})
	}
	e["isPartOf"] = reference(identifier(folder + "notebook.ipynb"))
	if ending == ".csv" {
		e["name"] = fmt.Sprintf("What figure %d shows: %s", p.number, plainLine(f.Title))
		e["isBasedOn"] = references(c.inputs(read))
		return
	}
	e["@type"] = []string{"File", "ImageObject"}
	e["name"] = fmt.Sprintf("Figure %d: %s", p.number, plainLine(f.Title))
	e["description"] = plainLine(f.Alt)
	e["caption"] = plainLine(strings.Join(append([]string{f.Subtitle}, f.Caption...), " "))
	e["isBasedOn"] = references(append([]string{at(".csv")}, c.inputs(read)...))
	if ending == ".svg" {
		e["encoding"] = references([]string{at(".pdf"), at(".png")})
	}
}

func plainLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// inputs are the identities of data files.
func (c *crateBuilder) inputs(files []dataFile) []string {
	ids := make([]string, len(files))
	for i, file := range files {
		ids[i] = c.dataID(file.Path)
	}
	return ids
}

func (c *crateBuilder) dataID(name string) string {
	if c.data == nil {
		return "#" + identifier(name)
	}
	return identifier(name)
}

// datasetFiles describes the data: the files that the crate holds or, where they lie outside, those that the notebooks have read.
func (c *crateBuilder) datasetFiles() {
	if c.data == nil {
		for _, file := range c.datasets() {
			e := c.describe(entity{"@id": c.dataID(file.Path), "@type": "CreativeWork", "name": file.Path, "encodingFormat": mediaType(file.Path),
				"sha256": file.SHA256, "url": c.Address}, file.Path)
			c.add(e)
		}
		return
	}
	for _, name := range slices.Sorted(maps.Keys(c.data)) {
		c.parts = append(c.parts, identifier(name))
		c.add(c.describe(fileEntity(identifier(name), name, c.data[name]), name))
	}
}

func (c *crateBuilder) describe(e entity, name string) entity {
	if about, ok := c.about[name]; ok && about.Title != "" {
		e["name"], e["description"] = about.Title, about.Description
	}
	e["license"] = reference(spdxLicense + c.License)
	return e
}

func fileEntity(id, name string, data []byte) entity {
	return entity{"@id": id, "@type": "File", "name": name, "encodingFormat": mediaType(name), "contentSize": fmt.Sprint(len(data)), "sha256": sum(data)}
}

// identifier is a path as a relative URI.
func identifier(name string) string { return (&url.URL{Path: name}).EscapedPath() }

// mediaType is the kind of file by its ending, without the tables of the machine.
func mediaType(name string) string {
	kinds := map[string]string{".svg": "image/svg+xml", ".pdf": "application/pdf", ".png": "image/png", ".csv": "text/csv", ".json": "application/json",
		".ipynb": "application/x-ipynb+json", ".go": "text/x-go", ".css": "text/css", ".js": "text/javascript", ".md": "text/markdown", ".html": "text/html", ".cff": "application/yaml"}
	if kind, ok := kinds[path.Ext(name)]; ok {
		return kind
	}
	return "text/plain"
}
