package frame

import (
	"strings"
	"testing"
)

// TestKeyKeepsCellsApart: ("a", "bc") and ("ab", "c") are two keys.
func TestKeyKeepsCellsApart(t *testing.T) {
	schema := Schema{
		Fields:     []Field{{Name: "a", Constraints: Constraints{Required: true}}, {Name: "b", Constraints: Constraints{Required: true}}},
		PrimaryKey: []string{"b", "a"},
	}
	if _, err := Read(strings.NewReader("a,b\na,bc\nab,c\n"), schema); err != nil {
		t.Error(err)
	}
	found := problems(t, "a,b\nx,y\nz,y\nx,y\nx,y\n", schema)
	if len(found) != 2 || found[0].Line != 4 || found[1].Line != 5 || found[0].Column != 2 || found[0].Name != "b" ||
		!strings.Contains(found[1].Expected, "(b,a) that no other row has; line 2 has the same: y,x") {
		t.Errorf("problems %v", found)
	}
}

func TestUniqueColumn(t *testing.T) {
	schema := Schema{Fields: []Field{{Name: "id", Constraints: Constraints{Unique: true}}, {Name: "x"}}}
	if _, err := Read(strings.NewReader("id,x\n1,a\n,a\n,a\n2,a\n"), schema); err != nil {
		t.Errorf("two missing cells are not a doubled one: %v", err)
	}
	if found := problems(t, "id,x\n1,a\n1,b\n", schema); len(found) != 1 || !strings.Contains(found[0].Expected, "line 2 has the same: 1") {
		t.Errorf("problems %v", found)
	}
}

// TestKeyOfABadRow: a key with a bad cell is reported once, as a bad cell.
func TestKeyOfABadRow(t *testing.T) {
	found := problems(t, header+"PER,22,conviction,1,true,\nPER,22,conviction,1,true,\n", courts)
	for _, p := range found {
		if p.Column != 2 {
			t.Errorf("unexpected problem %v", p)
		}
	}
}
