package trend

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/tipstats/tip/tipstats/infer"
)

// agrees reports whether got is want to the relative tolerance. NaN agrees with nothing.
func agrees(got, want, tolerance float64) bool {
	return got == want || math.Abs(got-want) <= tolerance*math.Abs(want)
}

func TestAgreesCanFail(t *testing.T) {
	if agrees(1+1e-12, 1, 1e-13) || agrees(math.NaN(), 1, 1) || agrees(1e-300, 0, 1) {
		t.Error("agrees does not see a difference")
	}
}

func mustMannKendall(t interface{ Fatal(...any) }, y []float64, alt infer.Alternative) MannKendallResult {
	r, err := MannKendall(y, alt)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// says fails unless the error says each of the given things.
func says(t *testing.T, err error, what ...string) {
	t.Helper()
	if err == nil {
		t.Errorf("no error, want one that says %q", what)
		return
	}
	for _, s := range what {
		if !strings.Contains(err.Error(), s) {
			t.Errorf("error %q does not say %q", err, s)
		}
	}
}

// R 4, Kendall and trend: the normal p-value, since n = 100 with ties.
func TestMannKendallNile(t *testing.T) {
	r := mustMannKendall(t, nile, infer.TwoSided)
	if r.S != -1387 || r.N != 100 || r.Exact || r.Statistic != -1387 {
		t.Errorf("S = %d, N = %d, exact %v", r.S, r.N, r.Exact)
	}
	for _, c := range []struct {
		name            string
		got, want, near float64
	}{
		{"variance", r.Variance, 112728.333333, 1e-11},
		{"z", r.Z, -4.1280665228441, 1e-13},
		{"p", r.P, 3.65826292166e-5, 1e-11},
		{"tau", r.Tau, -.280741334724613, 1e-14},
	} {
		if !agrees(c.got, c.want, c.near) {
			t.Errorf("%s = %.15g, want %.15g", c.name, c.got, c.want)
		}
	}
}

// Two-sided by permutation of all orders, published with the digits shown.
func TestMannKendallPublishedTies(t *testing.T) {
	for _, c := range []struct {
		y    []float64
		want float64
	}{
		{[]float64{3, 3, 5, 8}, .1666667},
		{[]float64{1, 2, 2, 4, 4}, .0666667},
		{[]float64{10, 9, 12, 15, 14}, .2333333},
	} {
		if r := mustMannKendall(t, c.y, infer.TwoSided); math.Abs(r.P-c.want) > 5e-8 || !r.Exact {
			t.Errorf("%v: p = %v (exact %v), want %v", c.y, r.P, r.Exact, c.want)
		}
	}
}

func TestMannKendallThreeValues(t *testing.T) {
	r := mustMannKendall(t, []float64{29, 233, 89}, infer.TwoSided)
	if r.S != 1 || r.P != 1 || !agrees(r.MinP, 1./3, 1e-15) || !agrees(r.Tau, 1./3, 1e-15) || !r.Exact {
		t.Errorf("%+v", r)
	}
	if len(r.Warnings) != 1 || !strings.Contains(r.Warnings[0], "3 values cannot reach") || !strings.Contains(r.Warnings[0], "0.333") {
		t.Errorf("warnings %q do not say that three values cannot reach 0.05", r.Warnings)
	}
	if one := mustMannKendall(t, []float64{29, 233, 89}, infer.Greater); !agrees(one.P, .5, 1e-15) || !agrees(one.MinP, 1./6, 1e-15) {
		t.Errorf("one-sided: %+v", one)
	}
	two := mustMannKendall(t, []float64{44, 29}, infer.TwoSided)
	if two.S != -1 || two.P != 1 || two.MinP != 1 {
		t.Errorf("two values: %+v", two)
	}
}

func TestMannKendallAllEqual(t *testing.T) {
	for _, n := range []int{2, 5, 400} {
		r := mustMannKendall(t, make([]float64, n), infer.TwoSided)
		if r.S != 0 || r.P != 1 || r.MinP != 1 || r.Tau != 0 || r.Z != 0 || len(r.Warnings) != 1 {
			t.Errorf("%d equal values: %+v", n, r)
		}
	}
}

// slowS counts S from its definition.
func slowS(y []float64) int {
	s := 0
	for i := range y {
		for j := i + 1; j < len(y); j++ {
			switch {
			case y[j] > y[i]:
				s++
			case y[j] < y[i]:
				s--
			}
		}
	}
	return s
}

// permuted calls f with every order of y.
func permuted(y []float64, f func([]float64)) {
	y = slices.Clone(y)
	var walk func(k int)
	walk = func(k int) {
		if k == len(y) {
			f(y)
			return
		}
		for i := k; i < len(y); i++ {
			y[k], y[i] = y[i], y[k]
			walk(k + 1)
			y[k], y[i] = y[i], y[k]
		}
	}
	walk(0)
}

// drawValues draws a short or long series with few or many ties.
func drawValues(t *rapid.T, most int) []float64 {
	kinds := rapid.IntRange(1, 2*most).Draw(t, "kinds")
	return rapid.SliceOfN(rapid.Map(rapid.IntRange(0, kinds), func(v int) float64 { return float64(v) / 4 }), 2, most).Draw(t, "y")
}

func TestMannKendallAgainstAllOrders(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		y := drawValues(t, 6)
		s := slowS(y)
		var all, low, high, far, strongest float64
		top := 0
		permuted(y, func(order []float64) { top = max(top, slowS(order)) })
		permuted(y, func(order []float64) {
			v := slowS(order)
			all++
			if v <= s {
				low++
			}
			if v >= s {
				high++
			}
			if max(v, -v) >= max(s, -s) {
				far++
			}
			if v == top {
				strongest++
			}
		})
		for _, c := range []struct {
			alt     infer.Alternative
			p, minP float64
		}{
			{infer.Less, low / all, strongest / all},
			{infer.Greater, high / all, strongest / all},
			{infer.TwoSided, far / all, math.Min(1, 2*strongest/all)},
		} {
			r := mustMannKendall(t, y, c.alt)
			if r.S != s || !r.Exact || !agrees(r.P, c.p, 1e-14) || !agrees(r.MinP, c.minP, 1e-14) {
				t.Fatalf("%v, %v: S = %d, p = %v, smallest %v; by permutation %d, %v, %v", y, c.alt, r.S, r.P, r.MinP, s, c.p, c.minP)
			}
		}
	})
}

func TestMannKendallProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		y := drawValues(t, 300)
		before := slices.Clone(y)
		r := mustMannKendall(t, y, infer.TwoSided)
		if !slices.Equal(y, before) {
			t.Fatal("the input was changed")
		}
		if r.S != slowS(y) {
			t.Fatalf("S = %d, by definition %d", r.S, slowS(y))
		}
		less, greater := mustMannKendall(t, y, infer.Less), mustMannKendall(t, y, infer.Greater)
		smaller := math.Min(less.P, greater.P)
		if r.Z != 0 && !agrees(r.P, math.Min(1, 2*smaller), 1e-12) {
			t.Fatalf("two-sided %v, one-sided %v and %v", r.P, less.P, greater.P)
		}
		if !(r.MinP <= r.P*(1+1e-12) && r.P <= 1 && math.Abs(r.Tau) <= 1) {
			t.Fatalf("p = %v, smallest %v, tau = %v", r.P, r.MinP, r.Tau)
		}
		moved, mirrored := make([]float64, len(y)), make([]float64, len(y))
		for i, v := range y {
			moved[i], mirrored[i] = 3*v+7, -v
		}
		if again := mustMannKendall(t, moved, infer.TwoSided); again.P != r.P || again.S != r.S {
			t.Fatal("a change of units changes the test")
		}
		if back := mustMannKendall(t, mirrored, infer.Less); back.S != -r.S || back.P != greater.P {
			t.Fatal("falling is not the mirror image of rising")
		}
	})
}

func TestMannKendallLong(t *testing.T) {
	rising := make([]float64, 200000)
	for i := range rising {
		rising[i] = float64(i)
	}
	if math.MaxInt == math.MaxInt32 {
		_, err := MannKendall(rising, infer.TwoSided)
		says(t, err, "more pairs than an int")
		return
	}
	r := mustMannKendall(t, rising, infer.TwoSided)
	if r.Tau != 1 || r.P != 0 || !(r.LogP < -60000) || math.IsInf(r.LogP, 0) {
		t.Errorf("tau = %v, p = %v, log p = %v", r.Tau, r.P, r.LogP)
	}
}

func TestMannKendallReportsAllProblems(t *testing.T) {
	for _, y := range [][]float64{nil, {}, {1}} {
		_, err := MannKendall(y, infer.TwoSided)
		says(t, err, "at least 2")
	}
	_, err := MannKendall([]float64{1, math.NaN(), 3, math.Inf(-1)}, 5)
	says(t, err, "y[1] is NaN", "y[3] is -Inf", "unknown alternative 5")
	bad := make([]float64, 250)
	for i := range bad {
		bad[i] = math.NaN()
	}
	_, err = MannKendall(bad, infer.TwoSided)
	says(t, err, "y[99] is NaN", "150 more values")
	if strings.Contains(err.Error(), "y[100]") {
		t.Error("more than 100 problems listed")
	}
}

func FuzzMannKendall(f *testing.F) {
	f.Add([]byte{29, 233, 89}, 0)
	f.Add([]byte{1, 1}, 2)
	f.Fuzz(func(t *testing.T, data []byte, alt int) {
		y := make([]float64, min(len(data), 400))
		for i := range y {
			y[i] = float64(data[i])
		}
		r, err := MannKendall(y, infer.Alternative(alt))
		if valid := len(y) >= 2 && alt >= 0 && alt <= 2; valid != (err == nil) {
			t.Fatalf("%v, %d: error %v", y, alt, err)
		}
		if err == nil && !(r.P >= 0 && r.P <= 1 && r.MinP >= 0 && r.MinP <= r.P*(1+1e-12) && r.LogP <= 0 && math.Abs(r.Tau) <= 1 && !math.IsNaN(r.Z)) {
			t.Errorf("%v: %+v", y, r)
		}
	})
}

func BenchmarkMannKendall(b *testing.B) {
	for _, n := range []int{10, 100, 10_000, 100_000, 1_000_000} {
		y := make([]float64, n)
		state := uint64(1)
		for i := range y {
			state = state*6364136223846793005 + 1442695040888963407
			y[i] = float64(state >> 20)
		}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := MannKendall(y, infer.TwoSided); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// Convictions in Peru, 2020 to 2022.
func ExampleMannKendall() {
	r, err := MannKendall([]float64{29, 233, 89}, infer.TwoSided)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("S = %d, p = %.2f\n%s\n", r.S, r.P, r.Warnings[0])
	// Output:
	// S = 1, p = 1.00
	// 3 values cannot reach p = 0.05: the smallest attainable p-value (two-sided) is 0.333
}
