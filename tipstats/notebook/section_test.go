package notebook_test

import "github.com/tipstats/tip/tipstats/notebook"

// section is a part of a notebook in a file of its own.
func section(d *notebook.Doc, n int) {
	n *= 2 // of the section
	d.Code()
	_ = n
}
