package datasets

import (
	"errors"
	"strings"
	"testing"

	"github.com/tipstats/tip/tipstats/frame"
)

func TestEveryFigureHasASource(t *testing.T) {
	if err := CheckReferences(); err != nil {
		t.Error(err)
	}
	for _, r := range described(t) {
		if r.Name != "sources" && len(r.Schema.ForeignKeys) == 0 {
			t.Errorf("%s refers to no source", r.Path)
		}
	}
}

func TestReferenceThatLeadsNowhere(t *testing.T) {
	err := checkReferences(edited(t, "peru2023/victims.csv", "tip-2023-peru", "tip-2032-peru"))
	var found frame.Problems
	if !errors.As(err, &found) || len(found) != 1 || found[0].Line != 2 || found[0].Name != "source" ||
		!strings.Contains(err.Error(), `datasets/peru2023/victims.csv, line 2, column 13 (source): read "tip-2032-peru", expected a value of id in datasets/sources.csv`) {
		t.Errorf("error %v", err)
	}
	if err := checkReferences(edited(t, "sources.csv", "tip-2023-peru", "other")); !errors.As(err, &found) || len(found) < 100 {
		t.Errorf("without the source: error %v", err)
	}
	for old, replacement := range map[string]string{
		`"resource": "sources"`:                 `"resource": "source"`,
		"\"fields\": [\n                \"id\"": "\"fields\": [\n                \"ident\"",
	} {
		err := checkReferences(edited(t, descriptor, old, replacement))
		if err == nil || errors.As(err, new(frame.Problems)) || !strings.Contains(err.Error(), "datasets/datapackage.json") {
			t.Errorf("%s: error %v", replacement, err)
		}
	}
}
