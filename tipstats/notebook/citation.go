package notebook

import (
	"crypto/sha256"
	"fmt"
	"strings"
)

// software names what drew the figures.
const software = "tipstats " + Version

// citation is how to cite a figure.
type citation struct {
	Plain  string
	APA    string // in the manner of the seventh edition of the APA's manual
	BibTeX string
}

// cite makes the citations of a figure. The hash of its data pins down the version that is cited.
func (d *Doc) cite(p *picture) citation {
	n := d.notebook
	file := p.figure.Name + ".csv"
	hash := fmt.Sprintf("%x", sha256.Sum256(d.files[file]))
	title := strings.TrimSuffix(strings.Join(strings.Fields(p.figure.Title), " "), ".")

	var plain strings.Builder
	plain.WriteString(strings.Join(n.Authors, "; "))
	if n.Year != 0 {
		fmt.Fprintf(&plain, " (%d)", n.Year)
	}
	if plain.Len() > 0 {
		plain.WriteString(". ")
	}
	fmt.Fprintf(&plain, "%s. Figure %d of “%s”, %s. ", title, p.number, n.Title, software)
	if n.Address != "" {
		plain.WriteString(n.Address + ". ")
	}
	if len(n.Sources) > 0 {
		fmt.Fprintf(&plain, "Source: %s. ", strings.Join(n.Sources, "; "))
	}
	fmt.Fprintf(&plain, "Data: %s, SHA-256 %s.", file, hash)

	var fields strings.Builder
	field := func(name, text string) {
		if text != "" {
			fmt.Fprintf(&fields, "  %-12s = {%s},\n", name, text)
		}
	}
	authors := make([]string, len(n.Authors))
	for i, author := range n.Authors {
		authors[i] = latex(author)
		if !strings.Contains(author, ",") {
			authors[i] = "{" + authors[i] + "}" // an organisation, not a first and a last name
		}
	}
	field("author", strings.Join(authors, " and "))
	field("title", "{"+latex(title)+"}")
	if n.Year != 0 {
		field("year", fmt.Sprint(n.Year))
	}
	field("howpublished", fmt.Sprintf("Figure %d of “%s”, %s", p.number, latex(n.Title), software))
	field("url", strings.NewReplacer("{", "%7B", "}", "%7D", "\\", "%5C").Replace(n.Address))
	note := fmt.Sprintf("Data: %s, SHA-256 %s", latex(file), hash)
	if len(n.Sources) > 0 {
		note = "Source: " + latex(strings.Join(n.Sources, "; ")) + ". " + note
	}
	field("note", note)
	key := n.Name + "-" + p.figure.Name
	return citation{
		Plain:  strings.TrimSpace(plain.String()),
		APA:    n.apa(p.number, title),
		BibTeX: fmt.Sprintf("@misc{%s,\n%s}\n", key, fields.String()),
	}
}

// apa cites a figure in the manner of the APA's Publication Manual (7th edition, sections 8.11, 9.8 and 10.14): author, year, title, kind,
// where it stands, address. What has no author begins with its title, what has no year says n.d.
func (n Notebook) apa(number int, title string) string {
	authors := make([]string, len(n.Authors))
	for i, author := range n.Authors {
		authors[i] = initials(author)
	}
	year := "n.d."
	if n.Year != 0 {
		year = fmt.Sprint(n.Year)
	}
	what := title + " [Figure]."
	if last := len(authors) - 1; last >= 0 {
		by := authors[last]
		if last > 0 {
			by = strings.Join(authors[:last], ", ") + ", & " + by
		}
		what = strings.TrimSuffix(by, ".") + ". (" + year + "). " + what
	} else {
		what += " (" + year + ")."
	}
	return strings.TrimSpace(fmt.Sprintf("%s In %s (Figure %d). %s", what, n.Title, number, n.Address))
}

// initials writes "Castro, María José" as "Castro, M. J."; an organisation stays as it is.
func initials(author string) string {
	family, given, person := strings.Cut(author, ",")
	if !person {
		return author
	}
	short := family + ","
	for _, name := range strings.Fields(given) {
		parts := strings.Split(name, "-")
		for i, part := range parts {
			if first := []rune(part); len(first) > 0 {
				parts[i] = string(first[0]) + "."
			}
		}
		short += " " + strings.Join(parts, "-")
	}
	return short
}
