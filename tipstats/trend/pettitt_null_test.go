package trend

import (
	"strings"
	"testing"
)

// eachOrder calls f with every order of y, equal values told apart.
func eachOrder(y []float64, f func([]float64)) {
	var place func(k int)
	place = func(k int) {
		if k == len(y) {
			f(y)
			return
		}
		for i := k; i < len(y); i++ {
			y[k], y[i] = y[i], y[k]
			place(k + 1)
			y[k], y[i] = y[i], y[k]
		}
	}
	place(0)
}

// The largest exact case: 20 values in order have K = 100 split in halves, and of the 20! orders
// 2 (10!)^2 do.
func TestPettittLargestExact(t *testing.T) {
	r, err := Pettitt(years(1, 20))
	want := 2.0
	for i := 1.0; i <= 10; i++ {
		want *= i / (10 + i)
	}
	if err != nil || r.K != 100 || r.Index != 10 || !r.Exact || !pettittClose(r.P, want, 1e-12) || r.P != r.MinP {
		t.Errorf("%+v, %v, want P = %v", r, err, want)
	}
	longer, err := Pettitt(years(1, 21))
	if err != nil || longer.Exact || !strings.Contains(longer.Method, "approximate") {
		t.Errorf("%+v, %v", longer, err)
	}
}
