package trend

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func pettittClose(got, want, tolerance float64) bool {
	return math.Abs(got-want) <= tolerance*math.Abs(want)
}

func TestPettittCloseCanFail(t *testing.T) {
	if pettittClose(1, 1+1e-9, 1e-10) || pettittClose(math.NaN(), 1, 1) {
		t.Error("pettittClose holds what differs")
	}
}

// PUBLISHED.md: U 1617, K 28 (1898), p 3.59102217694e-7.
func TestPettittNile(t *testing.T) {
	r, err := Pettitt(nile)
	if err != nil {
		t.Fatal(err)
	}
	if r.K != 1617 || r.U != 1617 || r.Index != 28 || r.Exact || !pettittClose(r.P, 3.59102217694e-7, 1e-11) || !pettittClose(math.Exp(r.LogP), r.P, 1e-12) {
		t.Errorf("%+v", r)
	}
}

// slowPettitt returns U(t) of the first largest |U(t)|, and t, from the definition.
func slowPettitt(y []float64) (u, index int) {
	for t := 1; t < len(y); t++ {
		sum := 0
		for _, before := range y[:t] {
			for _, after := range y[t:] {
				switch {
				case before > after:
					sum++
				case before < after:
					sum--
				}
			}
		}
		if max(sum, -sum) > max(u, -u) {
			u, index = sum, t
		}
	}
	return u, index
}

func TestPettittAgainstAllOrders(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var y []float64
		n := rapid.IntRange(2, 7).Draw(t, "n")
		for range n {
			y = append(y, float64(rapid.IntRange(0, 9).Draw(t, "y")))
		}
		u, index := slowPettitt(y)
		r, err := Pettitt(y)
		if err != nil {
			t.Fatal(err)
		}
		if r.U != u || r.Index != index || r.K != max(u, -u) || !r.Exact {
			t.Fatalf("%+v, want U = %d at %d", r, u, index)
		}
		reaching, all, largest := 0, 0, 0
		counts := map[int]int{}
		eachOrder(append([]float64(nil), y...), func(order []float64) {
			v, _ := slowPettitt(order)
			k := max(v, -v)
			counts[k]++
			all++
			largest = max(largest, k)
			if k >= r.K {
				reaching++
			}
		})
		if !pettittClose(r.P, float64(reaching)/float64(all), 1e-12) || !pettittClose(r.MinP, float64(counts[largest])/float64(all), 1e-12) {
			t.Fatalf("P %v, MinP %v, want %d/%d and %d/%d", r.P, r.MinP, reaching, all, counts[largest], all)
		}
	})
}

func TestPettittProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		y := rapid.SliceOfN(rapid.Float64Range(-1e6, 1e6), 2, 40).Draw(t, "y")
		r, err := Pettitt(y)
		if err != nil {
			t.Fatal(err)
		}
		turned, grown := make([]float64, len(y)), make([]float64, len(y))
		for i, v := range y {
			turned[i], grown[i] = -v, v/2-7e6
		}
		a, _ := Pettitt(turned)
		b, _ := Pettitt(grown)
		if a.U != -r.U || a.P != r.P || a.Index != r.Index {
			t.Fatalf("turned: %+v, was %+v", a, r)
		}
		if b.K > r.K+len(y)*len(y)/4 || !(r.P >= r.MinP && r.P <= 1) {
			t.Fatalf("%+v, grown %+v", r, b)
		}
	})
}

func TestPettittWarnings(t *testing.T) {
	for _, c := range []struct {
		y    []float64
		says string
	}{
		{[]float64{5, 5, 5}, "all values are equal"},
		{[]float64{1, 2, 3, 4}, "cannot reach p = 0.05"},
		{[]float64{1, 2, 3}, "after value 2 as after value 1"},
	} {
		r, err := Pettitt(c.y)
		if err != nil || !strings.Contains(strings.Join(r.Warnings, "; "), c.says) {
			t.Errorf("%v: %q, %v, want %q", c.y, r.Warnings, err, c.says)
		}
	}
	if r, err := Pettitt([]float64{5, 5, 5}); err != nil || r.P != 1 || r.MinP != 1 || r.Index != 0 {
		t.Errorf("%+v, %v", r, err)
	}
}

func TestPettittRefuses(t *testing.T) {
	for _, y := range [][]float64{nil, {1}, {1, math.NaN()}, {math.Inf(1), 2}} {
		if _, err := Pettitt(y); err == nil {
			t.Errorf("no error for %v", y)
		}
	}
}

func FuzzPettitt(f *testing.F) {
	f.Add(29.0, 233.0, 89.0, 29.0, 5)
	f.Fuzz(func(t *testing.T, a, b, c, d float64, n int) {
		y := []float64{a, b, c, d}
		for i := range min(max(n, 0), 25) {
			y = append(y, y[i]-y[i+1])
		}
		if r, err := Pettitt(y); err == nil && !(r.P >= 0 && r.P <= 1 && r.LogP <= 0 && r.MinP <= r.P && r.Index >= 0 && r.Index < len(y)) {
			t.Fatalf("%+v", r)
		}
	})
}

func BenchmarkPettitt(b *testing.B) {
	for _, n := range []int{10, 20, 1000, 10_000, 100_000} {
		y := make([]float64, n)
		for i := range y {
			y[i] = math.Sin(float64(i * i))
		}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Pettitt(y); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// Convictions in Peru, 2020 to 2022: three years cannot show a change of level.
func ExamplePettitt() {
	r, err := Pettitt([]float64{29, 233, 89})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("change after value %d, p = %.2f\n", r.Index, r.P)
	fmt.Println(r.Warnings[0])
	// Output:
	// change after value 1, p = 1.00
	// 3 values cannot reach p = 0.05: the smallest attainable p-value is 1
}
