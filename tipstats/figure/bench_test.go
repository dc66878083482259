package figure

import "testing"

// BenchmarkNineFigures is what a notebook of nine figures costs: layout,
// checks and all three formats of each.
func BenchmarkNineFigures(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		for range 9 {
			r, err := demo().Render()
			if err != nil {
				b.Fatal(err)
			}
			r.SVG()
			if _, err := r.PDF(); err != nil {
				b.Fatal(err)
			}
			if _, err := r.PNG(); err != nil {
				b.Fatal(err)
			}
		}
	}
}

func BenchmarkRender(b *testing.B) {
	for b.Loop() {
		if _, err := demo().Render(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSVG(b *testing.B) {
	benchmarkWriter(b, func(r *Rendered) ([]byte, error) { return r.SVG(), nil })
}

func BenchmarkPDF(b *testing.B) { benchmarkWriter(b, (*Rendered).PDF) }

func BenchmarkPNG(b *testing.B) { benchmarkWriter(b, (*Rendered).PNG) }

func benchmarkWriter(b *testing.B, write func(*Rendered) ([]byte, error)) {
	r, err := demo().Render()
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		file, err := write(r)
		if err != nil {
			b.Fatal(err)
		}
		b.SetBytes(int64(len(file)))
	}
}
