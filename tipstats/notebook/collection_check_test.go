package notebook

import (
	"strings"
	"testing"
)

func TestCollectionThatIsNotValid(t *testing.T) {
	for expected, spoil := range map[string]func(*Collection){
		"it has no Title":                    func(c *Collection) { c.Title = " " },
		"it has no Abstract":                 func(c *Collection) { c.Abstract = "" },
		"it has no Command":                  func(c *Collection) { c.Command = "" },
		"it has no Authors":                  func(c *Collection) { c.Authors = nil },
		"it has no Notebooks":                func(c *Collection) { c.Notebooks = nil },
		`Authors: "" is no name`:             func(c *Collection) { c.Authors = []string{""} },
		`Authors: ", Ada" is no name`:        func(c *Collection) { c.Authors = []string{", Ada"} },
		`Authors: "A" stands there twice`:    func(c *Collection) { c.Authors = []string{"A", "A"} },
		`Authors of notebook first: ","`:     func(c *Collection) { c.Notebooks[0].Authors = []string{","} },
		`Released is "not a date"`:           func(c *Collection) { c.Released = "not a date" },
		`Released is "2026-02-30"`:           func(c *Collection) { c.Released = "2026-02-30" },
		`Address is "nowhere"`:               func(c *Collection) { c.Address = "nowhere" },
		`Address is "javascript:alert(1)"`:   func(c *Collection) { c.Address = "javascript:alert(1)" },
		`License is ""`:                      func(c *Collection) { c.License = "" },
		`License is "as you like"`:           func(c *Collection) { c.License = "as you like" },
		`Version is "../1"`:                  func(c *Collection) { c.Version = "../1" },
		`"../pair" cannot name a collection`: func(c *Collection) { c.Name = "../pair" },
		`the keyword "" is empty`:            func(c *Collection) { c.Keywords = []string{""} },
		`the keyword "a" is empty or stands`: func(c *Collection) { c.Keywords = []string{"a", "a"} },
		"is no text":                         func(c *Collection) { c.Abstract = "a\x1b[31m" },
		`"a\xff" is no text`:                 func(c *Collection) { c.Title = "a\xff" },
		`"First" and "first" would have one`: func(c *Collection) {
			c.Notebooks = append([]Notebook{small("First", "A sentence.")}, c.Notebooks...)
		},
		`"second" and "second" would have`: func(c *Collection) {
			c.Notebooks = append(c.Notebooks, small("second", "Another sentence."))
		},
	} {
		c := two()
		spoil(&c)
		status, stdout, stderr := collectionCall(c, "-out", t.TempDir())
		if status != 1 || stdout != "" || !strings.Contains(stderr, expected) {
			t.Errorf("status %d, %q, %q does not say %q", status, stdout, stderr, expected)
		}
	}
	if err := two().check(); err != nil {
		t.Error(err)
	}
}
