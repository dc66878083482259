package proportion

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/tipstats/tip/tipstats/infer"
)

// R's prop.test, example of smokers (Fleiss 1981).
func TestHomogeneityPublished(t *testing.T) {
	test, err := Homogeneity([]int{73, 90, 114, 75}, []int{86, 93, 136, 82})
	if err != nil {
		t.Fatal(err)
	}
	if math.Abs(test.Statistic/11.11938768628861-1) > 1e-14 || math.Abs(test.P/.011097511366581344-1) > 1e-13 {
		t.Errorf("%+v", test)
	}
}

func TestHomogeneityProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := drawTwoGroups(t, 1000)
		test, err := Homogeneity([]int{g.x1, g.x2}, []int{g.n1, g.n2})
		if err != nil {
			t.Fatal(err)
		}
		score := mustCompare(t, g, infer.TwoSided, Score)
		if !twoGroupsClose(test.P, score.P, 1e-12) || !twoGroupsClose(test.Statistic, score.Statistic*score.Statistic, 1e-12) {
			t.Fatalf("%+v: %+v, Pearson's test of two groups %+v", g, test, score)
		}
		third := rapid.IntRange(0, 50).Draw(t, "x3")
		one, err1 := Homogeneity([]int{g.x1, g.x2, third}, []int{g.n1, g.n2, 50})
		two, err2 := Homogeneity([]int{third, g.x1, g.x2}, []int{50, g.n1, g.n2})
		if err1 != nil || err2 != nil || !twoGroupsClose(one.P, two.P, 1e-12) || !(one.P >= 0 && one.P <= 1) {
			t.Fatalf("%+v: order matters: %v, %v", g, one, two)
		}
	})
}

func TestHomogeneityOfSilentAndSparseData(t *testing.T) {
	test, err := Homogeneity([]int{0, 0, 0}, []int{5, 6, 7})
	if err != nil || test.P != 1 || test.LogP != 0 || len(test.Warnings) != 1 {
		t.Errorf("%+v, %v", test, err)
	}
	test, err = Homogeneity([]int{1, 0, 2}, []int{5, 6, 7})
	if err != nil || len(test.Warnings) != 1 || !strings.Contains(test.Warnings[0], "expected counts") {
		t.Errorf("%+v, %v", test, err)
	}
}

// P underflows, log P does not.
func TestHomogeneitySmallP(t *testing.T) {
	test, err := Homogeneity([]int{0, 5000, 5000}, []int{5000, 5000, 5000})
	// Statistic 15000 with 2 degrees of freedom: log P = -7500.
	if err != nil || test.P != 0 || math.Abs(test.LogP+7500) > 1e-8 {
		t.Errorf("%+v, %v", test, err)
	}
}

func TestHomogeneityRefuses(t *testing.T) {
	for _, c := range []struct {
		x, n []int
		says string
	}{
		{nil, nil, "0 groups"},
		{[]int{1}, []int{2}, "1 groups"},
		{[]int{1, 2}, []int{2}, "2 numerators and 1 denominators"},
		{[]int{1, 2}, []int{2, 0}, "group 2 is 0"},
		{[]int{-1, 2}, []int{2, 1}, "group 1 is -1"},
	} {
		if _, err := Homogeneity(c.x, c.n); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%+v: error %v, want %q", c, err, c.says)
		}
	}
}

// The share of sex trafficking in Peru in 2022 among cases under investigation, newly
// prosecuted, and prosecuted since earlier years.
func ExampleHomogeneity() {
	test, err := Homogeneity([]int{298, 58, 24}, []int{813, 103, 45})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%.2f, P = %.5f, %s\n", test.Statistic, test.P, test.Method)
	// Output: 18.53, P = 0.00009, Pearson chi-squared, degrees of freedom: 2
}
