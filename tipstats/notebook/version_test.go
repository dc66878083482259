package notebook

import (
	"regexp"
	"testing"
	"time"
)

func TestVersion(t *testing.T) {
	if !regexp.MustCompile(`^(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)(-[0-9A-Za-z.-]+)?$`).MatchString(Version) {
		t.Errorf("%q is no semantic version", Version)
	}
	if _, err := time.Parse(time.DateOnly, Released); err != nil {
		t.Error(err)
	}
}
