package tipstats

import (
	"slices"
	"strings"
	"testing"
)

func TestSchemaHasTheColumnsOfTheDesign(t *testing.T) {
	const want = "country,report,year,stage,cohort,form,unit,value,bound,slice,complete,source,locator,note"
	if got := strings.Join(Schema().Columns(), ","); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestSchemaKnowsTheWordsOfTheModel(t *testing.T) {
	for _, field := range Schema().Fields {
		var words []string
		switch field.Name {
		case "stage":
			for _, w := range Stages() {
				words = append(words, string(w))
			}
		case "unit":
			words = []string{"case", "person"}
		case "cohort":
			words = []string{"new", "ongoing", "both", "unstated"}
		case "form":
			words = []string{"all", "sex", "labor", "unspecified", "other"}
		case "bound":
			words = []string{"exact", "at_least", "at_most", "approx"}
		}
		if !slices.Equal(field.Constraints.Enum, words) {
			t.Errorf("%s: %v, want %v", field.Name, field.Constraints.Enum, words)
		}
	}
}

// TestSchemaIsTheCallersOwn holds that changing one copy changes no other.
func TestSchemaIsTheCallersOwn(t *testing.T) {
	Schema().Fields[3].Constraints.Enum[0] = "verdict"
	*Schema().Fields[7].Constraints.Maximum = 1
	if s := Schema(); s.Fields[3].Constraints.Enum[0] != "investigation" || *s.Fields[7].Constraints.Maximum != MaxCount {
		t.Error("the schema is shared")
	}
}
