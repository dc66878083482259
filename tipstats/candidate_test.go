package tipstats

import (
	"errors"
	"testing"
)

func TestCandidatesOfPeru(t *testing.T) {
	for year, want := range map[int][]struct {
		kind   Kind
		reason error
	}{
		2022: {{Proportion, nil}, {FlowRatio, nil}, {0, ErrUnits}, {0, ErrUnits}},
		2021: {{0, ErrNotFound}, {FlowRatio, nil}, {0, ErrNotFound}, {0, ErrUnits}},
		2020: {{0, ErrNotFound}, {FlowRatio, nil}, {0, ErrNotFound}, {0, ErrNotFound}},
	} {
		got := peru(t, year).Candidates()
		if len(got) != len(want) {
			t.Fatalf("%d: %d candidates", year, len(got))
		}
		for i, c := range got {
			if c.Rate.Kind() != want[i].kind || !errors.Is(c.Err, want[i].reason) || (c.Err == nil) != (want[i].reason == nil) {
				t.Errorf("%d %s: %v, %v", year, c.Definition, c.Rate, c.Err)
			}
		}
	}
}
