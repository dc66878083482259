package trend

import (
	"fmt"
	"math"
	"math/bits"
	"strings"
	"testing"

	"github.com/tipstats/tip/tipstats/infer"
	"pgregory.net/rapid"
)

func coxStuartClose(got, want float64) bool { return math.Abs(got-want) <= 1e-12*math.Abs(want) }

func TestCoxStuartCloseCanFail(t *testing.T) {
	if coxStuartClose(0.5, 0.5+1e-9) || coxStuartClose(math.NaN(), 0.5) {
		t.Error("coxStuartClose holds what differs")
	}
}

// slowSignP counts the ways in which n pairs can rise or fall.
func slowSignP(rises, n int, alt infer.Alternative) float64 {
	reaching := 0
	for ways := range 1 << n {
		k := bits.OnesCount(uint(ways))
		switch alt {
		case infer.Less:
			if k <= rises {
				reaching++
			}
		case infer.Greater:
			if k >= rises {
				reaching++
			}
		default:
			if max(2*k-n, n-2*k) >= max(2*rises-n, n-2*rises) {
				reaching++
			}
		}
	}
	return float64(reaching) / float64(int(1)<<n)
}

func TestCoxStuartAgainstAllWays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var y []float64
		n := rapid.IntRange(2, 21).Draw(t, "n")
		for range n {
			y = append(y, float64(rapid.IntRange(0, 6).Draw(t, "y")))
		}
		alt := infer.Alternative(rapid.IntRange(0, 2).Draw(t, "alternative"))
		rises, falls := 0, 0
		for i, j := 0, n-n/2; j < n; i, j = i+1, j+1 {
			if y[j] > y[i] {
				rises++
			} else if y[j] < y[i] {
				falls++
			}
		}
		r, err := CoxStuart(y, alt)
		if err != nil {
			t.Fatal(err)
		}
		if r.Rises != rises || r.Falls != falls || r.Ties != n/2-rises-falls || r.N != n {
			t.Fatalf("%+v, want %d rises, %d falls", r, rises, falls)
		}
		untied := rises + falls
		extreme := untied
		if alt == infer.Less {
			extreme = 0
		}
		if !coxStuartClose(r.P, slowSignP(rises, untied, alt)) || !coxStuartClose(r.MinP, slowSignP(extreme, untied, alt)) {
			t.Fatalf("%+v, want P = %v", r, slowSignP(rises, untied, alt))
		}
		turned := make([]float64, n)
		for i, v := range y {
			turned[i] = -3 * v
		}
		other := map[infer.Alternative]infer.Alternative{infer.Less: infer.Greater, infer.Greater: infer.Less}[alt]
		if again, err := CoxStuart(turned, other); err != nil || again.P != r.P || again.Rises != r.Falls {
			t.Fatalf("turned: %+v, was %+v", again, r)
		}
	})
}

// Of the Nile's 50 pairs 13 rise; the p-value is R's binom.test(13, 50).
func TestCoxStuartNile(t *testing.T) {
	r, err := CoxStuart(nile, infer.TwoSided)
	if err != nil || r.Rises != 13 || r.Falls != 37 || math.Abs(r.P-0.00093622291085183) > 1e-16 {
		t.Errorf("%+v, %v", r, err)
	}
}

func TestCoxStuartBeyondUnderflow(t *testing.T) {
	r, err := CoxStuart(years(1, 4000), infer.Greater)
	if want := -2000 * math.Ln2; err != nil || r.P != 0 || !coxStuartClose(r.LogP, want) {
		t.Errorf("log p %v, %v, want %v", r.LogP, err, want)
	}
}

func TestCoxStuartWarns(t *testing.T) {
	for _, c := range []struct {
		y    []float64
		says string
	}{{[]float64{4, 4}, "no pair of values differs"}, {[]float64{29, 233, 89}, "cannot reach p = 0.05"}} {
		r, err := CoxStuart(c.y, infer.TwoSided)
		if err != nil || len(r.Warnings) != 1 || !strings.Contains(r.Warnings[0], c.says) || r.P != 1 {
			t.Errorf("%+v, %v, want a warning that says %q", r, err, c.says)
		}
	}
}

func TestCoxStuartReportsAllProblems(t *testing.T) {
	_, err := CoxStuart([]float64{math.NaN()}, 7)
	for _, what := range []string{"1 values", "y[0] is NaN", "unknown alternative 7"} {
		if err == nil || !strings.Contains(err.Error(), what) {
			t.Errorf("error %v, want it to say %q", err, what)
		}
	}
}

func FuzzCoxStuart(f *testing.F) {
	f.Add(29.0, 233.0, 89.0, 44.0, 1)
	f.Fuzz(func(t *testing.T, a, b, c, d float64, alt int) {
		r, err := CoxStuart([]float64{a, b, c, d, a, c}, infer.Alternative(alt))
		if err == nil && !(r.P > 0 && r.P <= 1 && r.LogP <= 0 && r.MinP <= r.P) {
			t.Fatalf("%+v", r)
		}
	})
}

// Convictions in Peru, 2020 to 2022: one pair, 29 and 89.
func ExampleCoxStuart() {
	r, err := CoxStuart([]float64{29, 233, 89}, infer.Greater)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%d rises, %d falls, p = %v\n", r.Rises, r.Falls, r.P)
	// Output: 1 rises, 0 falls, p = 0.5
}

func BenchmarkCoxStuart(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := CoxStuart(nile, infer.TwoSided); err != nil {
			b.Fatal(err)
		}
	}
}
