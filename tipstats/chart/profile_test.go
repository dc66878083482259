package chart

import "testing"

// TestPeruFitsTheJournals: the charts of Peru keep to the greatest height of a page in the journals' profiles. A screen scrolls.
func TestPeruFitsTheJournals(t *testing.T) {
	for _, p := range profiles {
		for _, f := range allCharts(peruDataset(t), peruCredit) {
			f.Profile = p
			r, err := f.Render()
			if err != nil {
				t.Errorf("%s: %v", p.Name, err)
				continue
			}
			_, height := r.Size()
			t.Logf("%s %s: %.0f of %.0f points", p.Name, f.Name, height, p.MaxHeight)
			if height > p.MaxHeight && p.Name != "Screen" {
				t.Errorf("%s: %s is %.1f points high, more than %.1f", p.Name, f.Name, height, p.MaxHeight)
			}
		}
	}
}
