package poisson

import (
	"fmt"
	"math"
	"testing"

	"github.com/tipstats/tip/tipstats/infer"
	"pgregory.net/rapid"
)

func TestDispersionTestAgainstR(t *testing.T) {
	// R 4.2.2: chisq.test(c(44, 89, 71)); chisq.test(c(233, 89, 29), p = c(10, 8, 6)/24).
	for _, c := range []struct {
		counts       []int
		exposures    []float64
		statistic, p float64
	}{
		{[]int{44, 89, 71}, nil, 15.08823529411765, 0.0005292140126948508},
		{[]int{44, 89, 71}, []float64{7, 7, 7}, 15.08823529411765, 0.0005292140126948508},
		{[]int{233, 89, 29}, []float64{10, 8, 6}, 97.4917378917379, 6.759866220553194e-22},
	} {
		test, err := DispersionTest(c.counts, c.exposures, infer.Greater)
		if err != nil {
			t.Fatal(err)
		}
		fitAgrees(t, fmt.Sprint(c.counts), []float64{test.Statistic, test.P, math.Exp(test.LogP)}, []float64{c.statistic, c.p, c.p}, 1e-12)
	}
}

func TestDispersionTestProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 12).Draw(t, "n")
		counts := rapid.SliceOfN(rapid.IntRange(0, 100), n, n).Draw(t, "counts")
		exposures := rapid.SliceOfN(rapid.Float64Range(0.1, 10), n, n).Draw(t, "exposures")
		p := map[infer.Alternative]float64{}
		statistic := 0.0
		for _, alt := range []infer.Alternative{infer.TwoSided, infer.Less, infer.Greater} {
			test, err := DispersionTest(counts, exposures, alt)
			if err != nil {
				t.Fatal(err)
			}
			p[alt], statistic = test.P, test.Statistic
			if !(test.P >= 0 && test.P <= 1) {
				t.Errorf("%v: P = %v", alt, test.P)
			}
		}
		events := 0
		for _, x := range counts {
			events += x
		}
		if events == 0 {
			return
		}
		two := math.Min(1, 2*math.Min(p[infer.Less], p[infer.Greater]))
		if math.Abs(p[infer.Less]+p[infer.Greater]-1) > 1e-12 || math.Abs(p[infer.TwoSided]-two) > 1e-12*two+1e-300 {
			t.Errorf("p-values %v", p)
		}
		// Neither the order nor the unit of exposure matters.
		turned, scaled := make([]int, n), make([]float64, n)
		for i := range n {
			turned[n-1-i], scaled[n-1-i] = counts[i], exposures[i]*1e-300
		}
		test, err := DispersionTest(turned, scaled, infer.Greater)
		if err != nil {
			t.Fatal(err)
		}
		if !fitClose(test.Statistic, statistic, 1e-11) && math.Abs(test.Statistic-statistic) > 1e-11 {
			t.Errorf("statistic %v, of the turned counts %v", statistic, test.Statistic)
		}
		// It is the Pearson chi-squared of the model with one rate.
		m := Model{Design: ones(n), Family: Poisson}
		for i, x := range counts {
			m.Counts, m.Offset = append(m.Counts, float64(x)), append(m.Offset, math.Log(exposures[i]))
		}
		if r := fitMust(t, m); math.Abs(r.PearsonChiSquared-statistic) > 1e-9*(1+statistic) {
			t.Errorf("Pearson's chi-squared of the fit is %v, of the test %v", r.PearsonChiSquared, statistic)
		}
	})
}

func TestDispersionTestReportsAllProblems(t *testing.T) {
	_, err := DispersionTest([]int{-3}, []float64{0, math.NaN(), math.Inf(1)}, infer.Alternative(5))
	fitRefused(t, err, "1 counts: a dispersion needs at least 2", "3 exposures for 1 counts", "counts[0] is -3", "exposures[0] is 0",
		"exposures[1] is NaN", "exposures[2] is +Inf", "unknown alternative 5")
	test, err := DispersionTest([]int{0, 0}, nil, infer.Greater)
	if err != nil || test.P != 1 || test.LogP != 0 || len(test.Warnings) != 1 {
		t.Errorf("no events: %+v, %v", test, err)
	}
	if test, _ := DispersionTest([]int{1, 0, 0}, nil, infer.Greater); len(test.Warnings) != 1 {
		t.Errorf("small expected counts: %+v", test)
	}
}

func TestDeanTestAgainstR(t *testing.T) {
	m := warpbreaks()
	m.Family = Poisson
	// R 4.2.2: the formula of Dean (1992) with fitted and hatvalues of glm.
	test, err := fitMust(t, m).DispersionTest(infer.Greater)
	if err != nil {
		t.Fatal(err)
	}
	fitAgrees(t, "P_B", []float64{test.Statistic, test.P}, []float64{17.17387832028299, 2.083142499434915e-66}, 1e-10)
	m.Weights = make([]float64, len(m.Counts))
	double := Model{Family: Poisson, Counts: append(append([]float64(nil), m.Counts...), m.Counts...)}
	for i := range m.Weights {
		m.Weights[i] = 2
	}
	double.Design = stackedTwice(m)
	weighted, err1 := fitMust(t, m).DispersionTest(infer.Greater)
	twice, err2 := fitMust(t, double).DispersionTest(infer.Greater)
	if err1 != nil || err2 != nil {
		t.Fatal(err1, err2)
	}
	fitAgrees(t, "weighted", []float64{weighted.Statistic}, []float64{twice.Statistic}, 1e-11)
	_, err = fitMust(t, quine()).DispersionTest(infer.Alternative(4))
	fitRefused(t, err, "already has a dispersion of its own", "unknown alternative 4")
}

func FuzzDispersionTest(f *testing.F) {
	f.Add(44, 89, 71, 1.0, 2.0, 3.0, 0)
	f.Add(0, 0, 1, 1e-300, 1e300, 1.0, 2)
	f.Add(1<<31-1, 0, 1, 5e-324, 5e-324, 1.7e308, 1)
	f.Fuzz(func(t *testing.T, x1, x2, x3 int, t1, t2, t3 float64, alt int) {
		test, err := DispersionTest([]int{x1, x2, x3}, []float64{t1, t2, t3}, infer.Alternative(alt%3))
		if err == nil && !(test.P >= 0 && test.P <= 1 && test.LogP <= 0 && test.Statistic >= 0) {
			t.Errorf("%+v", test)
		}
	})
}

// Convictions in Peru in three years: do they vary more than Poisson counts?
func ExampleDispersionTest() {
	test, err := DispersionTest([]int{29, 233, 89}, nil, infer.Greater)
	fmt.Printf("X2 = %.1f, p = %.0e %v\n", test.Statistic, test.P, err)
	// Output: X2 = 187.9, p = 2e-41 <nil>
}

func ExampleFitResult_DispersionTest() {
	model := LogLinear([]float64{2020, 2021, 2022}, []float64{29, 233, 89})
	model.Family = Poisson
	result, err := Fit(model)
	if err != nil {
		fmt.Println(err)
		return
	}
	test, err := result.DispersionTest(infer.Greater)
	fmt.Printf("z = %.1f %v\n", test.Statistic, err)
	// Output: z = 71.6 <nil>
}
