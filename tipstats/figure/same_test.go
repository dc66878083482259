package figure

import (
	"bytes"
	"strings"
	"testing"
)

func TestSameText(t *testing.T) {
	for _, c := range []struct{ name, a, b, want string }{
		{"a.csv", "x\ny\n", "x\ny\n", ""},
		{"a.csv", "x\nyes\n", "x\nno\n", `line 2 differs: one has "yes", the other "no"`},
		{"a.svg", "x\n", "x\ny\n", `one ends in line 2 where the other has "y"`},
		{"a.md", "x\ny\n", "x\n", `the other ends in line 2 where one has "y"`},
		{"noending", "\xff", "\xfe", `line 1 differs: one has "\xff", the other "\xfe"`},
	} {
		same, difference := Same(c.name, []byte(c.a), []byte(c.b))
		if same != (c.want == "") || difference != c.want {
			t.Errorf("Same(%q, %q) = %v, %q, want %q", c.a, c.b, same, difference, c.want)
		}
	}
}

// variant is the mock with one digit of a label changed.
func variant() *Figure {
	f := demo()
	f.Caption[2] = strings.Replace(f.Caption[2], "2023", "2024", 1)
	return f
}

func FuzzSame(f *testing.F) {
	f.Add([]byte("%PDF-1.3\n1 0 obj\n<</Length 3>>\nstream\nabc\nendstream\nendobj\ntrailer\n<<>>\nstartxref"), []byte(pngSignature))
	f.Fuzz(func(t *testing.T, a, b []byte) {
		for _, name := range []string{"f.png", "f.pdf", "f.svg"} {
			same, difference := Same(name, a, b)
			if same != (difference == "") {
				t.Errorf("%s: %v, %q", name, same, difference)
			}
			if bytes.Equal(a, b) && !same {
				t.Error("equal bytes differ")
			}
		}
	})
}
