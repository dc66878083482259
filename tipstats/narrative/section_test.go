package narrative

import "testing"

func TestProsecutionSection(t *testing.T) {
	const figures = "Courts convicted 12 traffickers."
	for name, text := range map[string]string{
		"section alone":       figures,
		"headings":            "UTOPIA\n\nIt convicted 99 traffickers.\n\nPROSECUTION\n\n" + figures + "\n\nPROTECTION\n\nIt arrested 98 suspects.",
		"in one line":         "It convicted 99 traffickers. PROSECUTION The government did. " + figures + " PROTECTION The government arrested 98 suspects.",
		"tags":                "<h2>Prosecution</h2><p>" + figures + "</p><h2>Protection</h2><p>It arrested 98 suspects.</p>",
		"inline tags":         "<p>It convicted 99 traffickers.</p><p><strong>PROSECUTION</strong></p><p>" + figures + "</p><p><b>Protection</b></p><p>It arrested 98 suspects.</p>",
		"tag with attributes": `<p>It convicted 99.</p><h3 class="section" id="p2"><span style="color:red">Prosecution</span></h3>` + figures + `<h3 class="section">Prevention</h3> It arrested 98 suspects.`,
		"bold and a colon":    "<p><strong>Prosecution:</strong> The government did. " + figures + "</p><p><strong>Protection:</strong> It arrested 98 suspects.</p>",
		"small letters":       "Prosecution\n" + figures + "\nProtection\nIt arrested 98 suspects.",
		"word in a text":      "Protection of victims was weak. Prosecution of traffickers fell. " + figures,
		"prevention next":     "PROSECUTION:\n" + figures + "\nPREVENTION:\nIt arrested 98 suspects.",
		"Markdown":            "# Utopia\n\nIt convicted 99.\n\n## Prosecution\n\n" + figures + "\n\n## Protection ##\n\nIt arrested 98 suspects.",
		"bold Markdown":       "It convicted 99.\n\n**PROSECUTION**\n\n" + figures + "\n\n**PROTECTION**\n\nIt arrested 98 suspects.",
		"colon":               "It convicted 99.\nProsecution:\n" + figures + "\nProtection:\nIt arrested 98 suspects.",
		"run in":              "It convicted 99.\n\nProsecution\nThe government did. " + figures + "\n\nProtection\nThe government arrested 98 suspects.",
		"run in on a line":    "It convicted 99.\n\nProsecution The government did. " + figures + "\n\nProtection The government arrested 98 suspects.",
		"run in with a stop":  "It convicted 99.\n\nProsecution. The government did. " + figures + "\n\nProtection. The government arrested 98 suspects.",
		"run in with a dash":  "It convicted 99.\n\nProsecution \u2014 " + figures + "\n\nProtection \u2014 It arrested 98 suspects.",
		"numbered":            "1. Scope\nIt convicted 99.\n2. Prosecution\n" + figures + "\n3. Protection\nIt arrested 98 suspects.",
		"table of contents":   "Prosecution\nProtection\nPrevention\n\nIt convicted 99.\n\nProsecution\n\n" + figures + "\n\nProtection\n\nIt arrested 98 suspects.",
		"new page":            "It convicted 99.\fPROSECUTION\n" + figures + "\n\fPROTECTION\nIt arrested 98 suspects.",
		"an agency, wrapped":  figures + " The Public\nProsecution Service did. The Child\nProtection Agency did.",
		"an agency in bold":   figures + " The Public <b>Prosecution</b> Service did. The <b>Protection</b> Agency did.",
		"profile next":        "PROSECUTION\n" + figures + "\nTRAFFICKING PROFILE\nIt arrested 98 suspects.",
		"CRLF":                "It convicted 99.\r\n\r\nPROSECUTION\r\n\r\n" + figures + "\r\n\r\nPROTECTION\r\n\r\nIt arrested 98 suspects.",
	} {
		r, err := Extract(text, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if len(r.Statements) != 1 || r.Statements[0].Value != 12 {
			t.Errorf("%s: section %q, %+v", name, text[r.Section.Start:r.Section.End], r.Statements)
		}
		checkReading(t, text, r)
		checkDigits(t, text, r)
	}
}

// TestOtherSectionsAlone: a text of another section has no figures, and its numbers are outside.
func TestOtherSectionsAlone(t *testing.T) {
	text := "PROTECTION\n\nIt arrested 98 suspects.\n\nPREVENTION\n\nIt did."
	r, err := Extract(text, Options{})
	if err != nil || len(r.Statements) > 0 || len(r.Numbers) != 1 || r.Numbers[0].Class != Outside {
		t.Errorf("%+v, %v", r, err)
	}
}
