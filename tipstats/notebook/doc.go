// Package notebook turns an ordinary Go function into a document that can be cited: prose, the code that computed it, tables
// and figures, written as a page, as a README, and as a Jupyter notebook.
//
// A notebook is one function that runs from top to bottom in one process. Nothing is cached and nothing is hidden:
//
//	func write(d *notebook.Doc) error {
//		ds := d.Dataset("peru2023/enforcement.csv")
//		funnel := notebook.Must(ds.Funnel("PER", 2022))
//		d.Value("opened", funnel.Investigations.Count, notebook.Whole)
//		d.Code()
//		d.Text(`
//			## What the courts decided
//
//			Prosecutors opened {{opened}} investigations.`)
//		d.Figure(chart.Funnel(funnel, credit))
//		return d.Err()
//	}
//
// The example of [Notebook] is the whole program.
//
// # Numbers in prose
//
// Every number in prose is a named value that the code computed: [Doc.Value] names it and says how it is written, and
// {{name}} in [Doc.Text] puts it there, before or after the value was named. A digit that stands in prose by itself is an
// error. So are a name that no value has, a value that no prose uses, and a name given twice. A number that is a name rather
// than a finding (the article of a law, the level of an interval) is written {{= 95}}: in full view of whoever
// reviews the text. [Doc.Text] states the rule exactly.
//
// # Errors
//
// Errors are sticky. A method of [Doc] that fails records its error, with the line of the notebook where it happened; what
// is called later does nothing, and [Doc.Err] returns the error. [Must] stands around a call of any other package: it ends the
// notebook if the call failed. Problems of the prose are collected, so that one run shows all of them. Nothing is
// written unless the whole notebook succeeds.
//
// # In a Go kernel
//
// The code cells of notebook.ipynb run in order in GoNB. A cell holds the functions that made its part of the document, without their
// prose, and calls them by [Cell]; the first holds what they share. For that, [Notebook] names its Write function, which is declared
// in the package, and its Data beside it, and Write is a list of calls of a function or method for each section. Where Write is
// another kind of function, or Data is embedded in the notebook's own package, which a kernel cannot import, the cells show the code that
// the document shows, and say that they do not run. Data that a package of its own embeds and exports can be reached.
//
// # What is written
//
// [Main] is the main function of a notebook: it writes README.md, index.html, notebook.ipynb, values.json,
// provenance.json and the figures and tables with a CSV of each. With -check it regenerates all of them in memory and
// reports what is stale, missing or orphaned; [Check] does the same for a test. The same data and code give the same
// bytes on every machine; provenance.json also records the Go version and the platform, which are not compared.
//
// A [Collection] is all notebooks of a module. Its main function writes all of them and, beside them, an index of the figures,
// the metadata of a deposit as RO-Crate, and CITATION.cff; it can write an archive of everything.
//
// # Where a figure comes from
//
// Each file of a figure carries a [Record]: the version of this module, the notebook, the figure's name, and the hash of the data
// that it is drawn from. A [Verifier] reads it from a file that somebody sends, makes the figure again, and says whether it is
// the same and if not, why.
package notebook
