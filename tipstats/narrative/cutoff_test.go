package narrative

import "testing"

// TestCutOff reads texts that end within a word or a number.
func TestCutOff(t *testing.T) {
	for text, want := range map[string]string{
		"Courts convicted 23 traffickers, 21 for sex trafficking and two for forced l":  "conviction unstated labor person current 2 exact |",
		"Courts convicted 23 traffickers, 21 for sex trafficking and two for labor tra": "conviction unstated labor person current 2 exact |",
		"Courts convicted 23 traffickers, two of them for debt bond":                    "conviction unstated other person current 2 exact |",
		"Police arrested 31 suspects in 2019, compared with 27 in 2018":                 "arrest unstated all person prior 27 exact |",
	} {
		r, err := Extract(text, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if last := r.Statements[len(r.Statements)-1]; rowOf(last) != want {
			t.Errorf("%s\ngot  %s\nwant %s", text, rowOf(last), want)
		}
	}
	for _, text := range []string{"Courts convicted 23 traffickers and acquitted 1", "Courts convicted 23 traffickers and acquitted 1 \n"} {
		r, err := Extract(text, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if last := r.Numbers[len(r.Numbers)-1]; last.Class != Open || len(r.Statements) != 1 {
			t.Errorf("%q: the number that ends the text is %s, with %d statements", text, last.Class, len(r.Statements))
		}
	}
}
