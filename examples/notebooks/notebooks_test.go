package notebooks

import "testing"

// Whoever cites a figure needs all of this.
func TestNotebooksCanBeCited(t *testing.T) {
	for _, n := range All {
		if len(n.Authors) == 0 || n.Year == 0 || len(n.Sources) == 0 || n.Address == "" {
			t.Errorf("notebook %s lacks an author, a year, a source or an address: its figures cannot be cited", n.Name)
		}
	}
}
