package notebook

import "testing"

func TestFenceIsLongerThanThoseInside(t *testing.T) {
	if got := fence("go", "a ```` b\n"); got != "`````go\na ```` b\n`````" {
		t.Errorf("%q", got)
	}
}

func TestCodeSpan(t *testing.T) {
	for _, source := range []string{"go run .", "a `b` c", "`", "a `` b"} {
		if text, tags := rendered(t, codeSpan(source)); text != source+"\n" || tags != "<p><code></code></p>" {
			t.Errorf("%q came out as %q with %s", source, text, tags)
		}
	}
}
