package figure

import (
	"reflect"
	"testing"
)

func TestStrokeDefaults(t *testing.T) {
	for _, c := range []struct{ in, want Stroke }{
		{Stroke{}, Stroke{Color: Ink, Width: 0.5}},
		{Stroke{Width: 0.001}, Stroke{Color: Ink, Width: 0.01}},
		{Stroke{Color: Sex, Width: 1.234, Dash: []float64{}}, Stroke{Color: Sex, Width: 1.23}},
		{Stroke{Dash: []float64{3}}, Stroke{Color: Ink, Width: 0.5, Dash: []float64{3, 3}}},
		{Stroke{Dash: []float64{1, 2, 3.004}}, Stroke{Color: Ink, Width: 0.5, Dash: []float64{1, 2, 3, 1, 2, 3}}},
	} {
		got, err := c.in.complete()
		if err != nil || !reflect.DeepEqual(got, c.want) {
			t.Errorf("%+v becomes %+v, %v; want %+v", c.in, got, err, c.want)
		}
	}
}

func TestStyleDefaults(t *testing.T) {
	if got, want := (Style{}).complete(Screen), (Style{Size: 10.5, Color: Ink}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
	full := Style{Size: 8, Bold: true, Color: Sex, Anchor: End, Angle: 90}
	if got := full.complete(Nature2); got != full {
		t.Errorf("%+v", got)
	}
}
