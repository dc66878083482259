package proportion

import (
	"errors"
	"fmt"
	"math"

	"gonum.org/v1/gonum/mat"

	"github.com/tipstats/tip/tipstats/infer"
)

// Urinary tract infection and contraceptives (Heinze and Schemper 2002): all 7 women who used a
// diaphragm were cases, so that only Firth's correction has a finite odds ratio.
func ExampleLogistic() {
	model := infections()
	model.Firth = false
	_, err := Logistic(model)
	fmt.Println(errors.Is(err, ErrSeparation))
	model.Firth = true
	result, err := Logistic(model)
	if err != nil {
		fmt.Println(err)
		return
	}
	iv, err := result.ProfileInterval(6, 0.95)
	fmt.Printf("odds ratio of %s %.1f (%.1f to %.0f) %v\n", result.Names[6], math.Exp(iv.Estimate), math.Exp(iv.Lower), math.Exp(iv.Upper), err)
	// Output:
	// true
	// odds ratio of dia 22.1 (2.2 to 3073) <nil>
}

func ExampleLogisticResult_WaldInterval() {
	result, err := Logistic(LogisticModel{Successes: []int{89}, Trials: []int{160}, Design: mat.NewDense(1, 1, []float64{1})})
	if err != nil {
		fmt.Println(err)
		return
	}
	iv, err := result.WaldInterval(0, 0.95)
	fmt.Printf("log odds %.3f (%.3f to %.3f) %v\n", iv.Estimate, iv.Lower, iv.Upper, err)
	// Output: log odds 0.226 (-0.086 to 0.538) <nil>
}

func ExampleLogisticResult_ProfileInterval() {
	result, err := Logistic(infections())
	if err != nil {
		fmt.Println(err)
		return
	}
	iv, err := result.ProfileInterval(6, 0.95)
	fmt.Printf("%s: %.3f (%.3f to %.3f), %s %v\n", result.Names[6], iv.Estimate, iv.Lower, iv.Upper, iv.Method, err)
	// Output: dia: 3.096 (0.775 to 8.030), profile penalized likelihood <nil>
}

func ExampleLogisticResult_WaldTest() {
	result, err := Logistic(beetles())
	if err != nil {
		fmt.Println(err)
		return
	}
	test, err := result.WaldTest(1, infer.Greater)
	fmt.Printf("z = %.2f, log p = %.1f %v\n", test.Statistic, test.LogP, err)
	// Output: z = 11.77, log p = -72.6 <nil>
}

func ExampleLogisticResult_ProfileTest() {
	result, err := Logistic(infections())
	if err != nil {
		fmt.Println(err)
		return
	}
	test, err := result.ProfileTest(6, infer.TwoSided)
	fmt.Printf("p = %.4f %v\n", test.P, err)
	// Output: p = 0.0050 <nil>
}
