package narrative

import "testing"

func TestProsecutionSection(t *testing.T) {
	const figures = "Courts convicted 12 traffickers."
	for name, c := range map[string]struct {
		text string
		rows int
	}{
		"section alone":   {figures, 1},
		"headings":        {"UTOPIA\n\nIt convicted 99 traffickers.\n\nPROSECUTION\n\n" + figures + "\n\nPROTECTION\n\nIt arrested 98 suspects.", 1},
		"in one line":     {"It convicted 99 traffickers. PROSECUTION The government did. " + figures + " PROTECTION The government arrested 98 suspects.", 1},
		"tags":            {"<h2>Prosecution</h2><p>" + figures + "</p><h2>Protection</h2><p>It arrested 98 suspects.</p>", 1},
		"small letters":   {"Prosecution\n" + figures + "\nProtection\nIt arrested 98 suspects.", 1},
		"word in a text":  {"Protection of victims was weak. Prosecution of traffickers fell. " + figures, 1},
		"prevention next": {"PROSECUTION:\n" + figures + "\nPREVENTION:\nIt arrested 98 suspects.", 1},
	} {
		r, err := Extract(c.text, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if len(r.Statements) != c.rows || r.Statements[0].Value != 12 {
			t.Errorf("%s: %+v", name, r.Statements)
		}
		checkReading(t, c.text, r)
		checkDigits(t, c.text, r)
	}
}
