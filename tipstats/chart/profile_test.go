package chart

import "testing"

// TestGalleryFitsThePage: every chart, on real figures, keeps to the greatest height of a page in every profile.
func TestGalleryFitsThePage(t *testing.T) {
	for _, p := range profiles {
		for _, f := range gallery(t) {
			f.Profile = p
			r, err := f.Render()
			if err != nil {
				t.Errorf("%s: %v", p.Name, err)
				continue
			}
			_, height := r.Size()
			t.Logf("%s %s: %.0f of %.0f points", p.Name, f.Name, height, p.MaxHeight)
			if height > p.MaxHeight {
				t.Errorf("%s: %s is %.1f points high, more than %.1f", p.Name, f.Name, height, p.MaxHeight)
			}
		}
	}
}
