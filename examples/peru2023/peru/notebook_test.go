package peru

import (
	"testing"

	"github.com/tipstats/tip/tipstats/notebook"
)

// TestFiguresAreFresh regenerates the notebook in memory and compares it with figures/peru2023.
func TestFiguresAreFresh(t *testing.T) {
	report, err := notebook.Check(Notebook, "../../../figures/peru2023")
	if err != nil {
		t.Fatal(err)
	}
	if !report.Fresh() {
		t.Error(report)
	}
}

// BenchmarkPeru makes all figures, in SVG, PDF and PNG, and all documents, in memory.
func BenchmarkPeru(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := notebook.Generate(Notebook); err != nil {
			b.Fatal(err)
		}
	}
}
