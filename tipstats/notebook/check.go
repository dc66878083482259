package notebook

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/tipstats/tip/tipstats/figure"
)

// A Report says how a folder differs from what the notebook makes now.
type Report struct {
	Notebook string
	Folder   string
	Command  string       // mends it
	Data     []DataChange // the data that is not what the folder was made from
	Unknown  bool         // nothing readable records what data the folder was made from
	Stale    []Difference // the files that the notebook now makes otherwise
	Missing  []string
	Orphaned []Orphan
}

// A DataChange is a data file whose hash is not the recorded one. Recorded is empty for a file that was not read then, Now
// for one that is not read now.
type DataChange struct{ Path, Recorded, Now string }

// String is the change in words.
func (c DataChange) String() string {
	switch {
	case c.Recorded == "":
		return c.Path + " is read now and was not then"
	case c.Now == "":
		return c.Path + " was read then and is not now"
	}
	return fmt.Sprintf("%s has changed (SHA-256 %.12s… then, %.12s… now)", c.Path, c.Recorded, c.Now)
}

// A Difference is a stale file, the figure or table that it belongs to ("figure funnel", "documents"; a figure whose record of the
// data alone is stale belongs to the "records"), and the first thing
// in which it differs.
type Difference struct{ File, Part, Detail string }

// An Orphan is a file in the folder that the notebook does not make. Recorded ones were made by it once: regenerating
// removes them.
type Orphan struct {
	File     string
	Recorded bool
}

// Fresh reports whether there is nothing to mend.
func (r Report) Fresh() bool { return len(r.Stale)+len(r.Missing)+len(r.Orphaned) == 0 }

// Check regenerates the notebook in memory and compares it with the files in a folder. It writes nothing. Figures are compared as
// [figure.Same] does, so that another compressor makes none of them stale; provenance.json is compared but for the Go
// version and the platform; everything else byte for byte. The error is that of the notebook or of reading the folder; a
// report that is not Fresh is no error.
func Check(n Notebook, folder string) (Report, error) {
	files, err := Generate(n)
	if err != nil {
		return Report{Notebook: n.Name, Folder: folder, Command: n.command()}, err
	}
	return compare(n, files, folder)
}

// compare compares the files of a notebook with those in a folder.
func compare(n Notebook, files map[string][]byte, folder string) (Report, error) {
	report := Report{Notebook: n.Name, Folder: folder, Command: n.command()}
	var recorded, fresh provenance
	var err error
	if fresh, err = parseProvenance(files[provenanceFile]); err != nil {
		return report, err
	}
	for _, name := range writeOrder(files) {
		old, obstacle, err := onDisk(filepath.Join(folder, name))
		switch {
		case errors.Is(err, fs.ErrNotExist):
			report.Missing = append(report.Missing, name)
			continue
		case obstacle != "":
			report.Missing = append(report.Missing, name+" ("+obstacle+")")
			continue
		case err != nil:
			return report, fmt.Errorf("cannot compare with what is there: %w", err)
		}
		if name == provenanceFile {
			recorded, _ = parseProvenance(old) // if it cannot be read it is stale, and records nothing
		}
		if same, detail := sameFile(name, old, files[name]); !same {
			part := partOf(name, files)
			if sameDrawing(old, files[name]) {
				part = recordPart
			}
			report.Stale = append(report.Stale, Difference{name, part, detail})
		}
	}
	if report.Unknown = recorded.Data == nil; !report.Unknown {
		report.Data = dataChanges(recorded.Data, fresh.Data)
	}
	report.Orphaned, err = orphans(folder, files, recorded.Files)
	return report, err
}

func sameFile(name string, old, made []byte) (bool, string) {
	switch path.Ext(name) {
	case ".svg", ".pdf", ".png":
		return figure.Same(name, old, made)
	}
	if name == provenanceFile && sameProvenance(old, made) || bytes.Equal(old, made) {
		return true, ""
	}
	return false, firstLine(old, made)
}

// recordPart is the part of a file of a figure that is drawn as it was, but from data of which some has changed.
const recordPart = "records of their data in figures that are drawn the same"

// sameDrawing reports whether two files of a figure differ in their records alone.
func sameDrawing(old, made []byte) bool {
	was, errOld := figure.ReadRecord(old)
	is, errMade := figure.ReadRecord(made)
	return errOld == nil && errMade == nil && was.Intact && was.Content == is.Content
}

// firstLine names the first line in which two texts differ.
func firstLine(old, made []byte) string {
	was, is := strings.Split(string(old), "\n"), strings.Split(string(made), "\n")
	line := 0
	for line < len(was) && line < len(is) && was[line] == is[line] {
		line++
	}
	return fmt.Sprintf("differs from line %d on", line+1)
}

// dataChanges compares the data that was read then with that of now.
func dataChanges(recorded, now []dataFile) []DataChange {
	hash := func(files []dataFile, name string) string {
		for _, f := range files {
			if f.Path == name {
				return f.SHA256
			}
		}
		return ""
	}
	var names []string
	for _, f := range slices.Concat(recorded, now) {
		names = append(names, f.Path)
	}
	slices.Sort(names)
	var changes []DataChange
	for _, name := range slices.Compact(names) {
		if old, made := hash(recorded, name), hash(now, name); old != made {
			changes = append(changes, DataChange{name, old, made})
		}
	}
	return changes
}

// orphans lists what is in the folder and is not made. Hidden files are the system's.
func orphans(folder string, files map[string][]byte, recorded []string) ([]Orphan, error) {
	entries, err := os.ReadDir(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("cannot list what is there: %w", err)
	}
	var list []Orphan
	for _, entry := range entries {
		name := entry.Name()
		if _, made := files[name]; !made && !strings.HasPrefix(name, ".") {
			list = append(list, Orphan{name, slices.Contains(recorded, name) && generatedName(name)})
		}
	}
	return list, nil
}

// String is the report in words: what changed, which figures and documents are stale because of it, and what mends it.
func (r Report) String() string {
	if r.Fresh() {
		return fmt.Sprintf("%s: everything in %s is what the data and the code make", r.Notebook, r.Folder)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s is not what the data and the code make now\n", r.Notebook, r.Folder)
	for _, c := range r.Data {
		fmt.Fprintf(&b, "  data: %s\n", c)
	}
	switch {
	case len(r.Data) > 0 || len(r.Stale) == 0:
	case r.Unknown:
		b.WriteString("  data: no readable provenance.json says which data the folder was made from\n")
	default:
		b.WriteString("  data: unchanged, so the code has changed, or the folder was edited by hand\n")
	}
	for _, line := range r.stale() {
		fmt.Fprintf(&b, "  %s\n", line)
	}
	if len(r.Missing) > 0 {
		fmt.Fprintf(&b, "  missing: %s\n", strings.Join(r.Missing, ", "))
	}
	for _, o := range r.Orphaned {
		if o.Recorded {
			fmt.Fprintf(&b, "  orphaned: %s, which the notebook no longer makes\n", o.File)
		} else {
			fmt.Fprintf(&b, "  orphaned: %s, which nothing here makes: remove it by hand\n", o.File)
		}
	}
	if r.byHand() {
		return strings.TrimSuffix(b.String(), "\n")
	}
	fmt.Fprintf(&b, "To mend it, run: %s", r.Command)
	return b.String()
}

// byHand reports whether no command mends what is wrong.
func (r Report) byHand() bool {
	return len(r.Stale)+len(r.Missing) == 0 && !slices.ContainsFunc(r.Orphaned, func(o Orphan) bool { return o.Recorded })
}

// stale is the stale files in words, those of one figure or table in a line. Where no data has changed, the lines after it say in what
// each file differs, since that is then the only trace of the reason.
func (r Report) stale() []string {
	var parts, lines, details []string
	for _, difference := range r.Stale {
		if at := slices.Index(parts, difference.Part); at >= 0 {
			lines[at] += ", " + difference.File
		} else {
			parts = append(parts, difference.Part)
			lines = append(lines, "stale "+difference.Part+": "+difference.File)
		}
		if len(r.Data) == 0 {
			details = append(details, "  "+difference.File+": "+difference.Detail)
		}
	}
	return append(lines, details...)
}

// partOf names the figure or the table that a file belongs to, or the documents.
func partOf(name string, files map[string][]byte) string {
	if !generatedName(name) {
		return "documents"
	}
	stem := strings.TrimSuffix(name, path.Ext(name))
	if _, figure := files[stem+".svg"]; figure {
		return "figure " + stem
	}
	return "table " + stem
}
