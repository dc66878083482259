package poisson

import (
	"encoding/csv"
	"errors"
	"fmt"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"

	"gonum.org/v1/gonum/mat"
)

// fitAgrees reports each value that is not within a relative distance of what is wanted.
func fitAgrees(t fitTester, what string, got, want []float64, tolerance float64) {
	t.Helper()
	if len(got) != len(want) {
		t.Errorf("%s: %d values, want %d", what, len(got), len(want))
		return
	}
	for i := range got {
		if !fitClose(got[i], want[i], tolerance) {
			t.Errorf("%s[%d] = %.16g, want %.16g", what, i, got[i], want[i])
		}
	}
}

func fitClose(got, want, tolerance float64) bool {
	return got == want || math.Abs(got-want) <= tolerance*math.Abs(want)
}

func TestFitCloseCanFail(t *testing.T) {
	if fitClose(1, 1+1e-11, 1e-12) || fitClose(math.NaN(), 1, 1) || fitClose(1, math.NaN(), 1) {
		t.Error("fitClose takes different values for equal")
	}
}

// fitTester is what tests and property tests have in common.
type fitTester interface {
	Helper()
	Errorf(format string, args ...any)
	Fatal(args ...any)
}

func fitMust(t fitTester, m Model) *FitResult {
	t.Helper()
	r, err := Fit(m)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// doctors are the British doctors of Doll and Hill (1966), in Breslow and Day (1987): deaths from
// coronary disease, person-years; smokers and then non-smokers, in five age groups.
func doctors() Model {
	years := []float64{52407, 43248, 28612, 12663, 5317, 18790, 10673, 5710, 2585, 1462}
	m := Model{
		Counts: []float64{32, 104, 206, 186, 102, 2, 12, 28, 28, 31},
		Names:  []string{"intercept", "smoking", "age 45", "age 55", "age 65", "age 75"},
		Family: Poisson,
	}
	design := mat.NewDense(10, 6, nil)
	for i, y := range years {
		design.Set(i, 0, 1)
		if i < 5 {
			design.Set(i, 1, 1)
		}
		if age := i % 5; age > 0 {
			design.Set(i, 1+age, 1)
		}
		m.Offset = append(m.Offset, math.Log(y))
	}
	m.Design = design
	return m
}

// fitTable reads a table of testdata, and makes columns of 0 and 1 for levels, given as
// "column=level"; the column of counts is named.
func fitTable(name, counts string, levels ...string) Model {
	file, err := os.Open("testdata/" + name)
	if err != nil {
		panic(err)
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		panic(err)
	}
	at := map[string]int{}
	for k, column := range rows[0] {
		at[column] = k
	}
	m := Model{Names: append([]string{"intercept"}, levels...)}
	design := mat.NewDense(len(rows)-1, 1+len(levels), nil)
	for i, row := range rows[1:] {
		y, err := strconv.ParseFloat(row[at[counts]], 64)
		if err != nil {
			panic(err)
		}
		m.Counts = append(m.Counts, y)
		design.Set(i, 0, 1)
		for k, level := range levels {
			column, value, _ := strings.Cut(level, "=")
			if row[at[column]] == value {
				design.Set(i, 1+k, 1)
			}
		}
	}
	m.Design = design
	return m
}

// quine are the days of absence from school of Quine, in Venables and Ripley (2002), from R's
// MASS.
func quine() Model {
	m := fitTable("quine.csv", "Days", "Eth=N", "Sex=M", "Age=F1", "Age=F2", "Age=F3", "Lrn=SL")
	m.Family = NegativeBinomial
	return m
}

// warpbreaks are from R's datasets (Tippett 1950).
func warpbreaks() Model {
	return fitTable("warpbreaks.csv", "breaks", "wool=B", "tension=M", "tension=H")
}

func TestFitBritishDoctors(t *testing.T) {
	r := fitMust(t, doctors())
	// R 4.2.2, glm with epsilon 1e-15. What R computes with the weights of the last iteration but
	// one, and so to 12 digits only, is from mpmath with 40: standard errors, dispersion, sandwich.
	fitAgrees(t, "smoking", []float64{r.Coefficients[1], r.StandardErrors[1], r.Deviance, r.Dispersion},
		[]float64{0.3545356372531925, 0.107374118188672139, 12.13236639628792, 2.7888332993699837}, 1e-13)
	fitAgrees(t, "coefficients", r.Coefficients, []float64{-7.9193257118594538, 0.3545356372531925, 1.4840070063470496,
		2.6275051184951237, 3.3504927851981527, 3.7000964518617945}, 1e-13)
	fitAgrees(t, "fit", []float64{r.LogLikelihood, r.AIC}, []float64{-33.60015344052127, 79.20030688104254}, 1e-13)
	fitAgrees(t, "fitted", r.Fitted, []float64{27.167064470763275, 98.881602516415825, 205.263913298588960, 187.193407119112550,
		111.494012595120154, 6.832935529236908, 17.118397483584335, 28.736086701411182, 26.806592880887720, 21.505987404879939}, 1e-13)
	fitAgrees(t, "Pearson residuals", r.Residuals.Pearson, []float64{0.92723463411518936, 0.51472618384966873, 0.05137746468464007,
		-0.08722547632652465, -0.89913319302880146, -1.84887410660901907, -1.23709330357664227, -0.13731410764131505,
		0.23049834683599221, 2.04724637113803398}, 1e-12)
	fitAgrees(t, "deviance residuals", r.Residuals.Deviance, []float64{0.90160010448978667, 0.51037868370235717, 0.05134680344778648,
		-0.08731840427780109, -0.91236910579960129, -2.17978032345495043, -1.30800011026117535, -0.13790668088633620, 0.22881904605617884, 1.91901951748567634}, 1e-12)
	// mpmath; R's vcovHC of types HC0 and HC1 agrees to 11 digits.
	for kind, want := range map[Sandwich][]float64{
		HC0: {0.23810885892169669, 0.116837949244285468, 0.209841437751973045, 0.199440037351613807, 0.199605706614559065, 0.225090982263004788},
		HC1: {0.376483162628132871, 0.184737018377545456, 0.331788445390338972, 0.315342387330077744, 0.315604333434671918, 0.355900092357828478},
	} {
		covariance, err := r.RobustCovariance(kind)
		if err != nil {
			t.Fatal(err)
		}
		for j, se := range want {
			if got := math.Sqrt(covariance.At(j, j)); !fitClose(got, se, 1e-12) {
				t.Errorf("%v standard error %d = %.16g, want %.16g", kind, j, got, se)
			}
		}
	}
}

func TestFitThreeYears(t *testing.T) {
	m := LogLinear([]float64{2020, 2021, 2022}, []float64{44, 89, 71})
	m.Family = Poisson
	r := fitMust(t, m)
	// R 4.2.2, and PUBLISHED.md.
	fitAgrees(t, "fit", []float64{r.Coefficients[1], r.StandardErrors[1], r.Deviance},
		[]float64{0.19984830433000, 0.08660595921012, 10.34932809129093}, 1e-13)
	iv, err := r.ProfileInterval(1, 0.95)
	if err != nil {
		t.Fatal(err)
	}
	// mpmath, 40 digits. (R's confint interpolates the profile by a spline: .030852700961 and
	// .370751254048, wrong from the sixth decimal on.)
	fitAgrees(t, "profile interval", []float64{iv.Lower, iv.Upper}, []float64{0.030852137896354551999, 0.37074881493417656174}, 1e-12)
}

func TestFitWarpbreaks(t *testing.T) {
	m := warpbreaks()
	r := fitMust(t, m)
	if r.Family != QuasiPoisson {
		t.Errorf("the family by dispersion is %v, want quasi-Poisson", r.Family)
	}
	// mpmath, 40 digits; R 4.2.2 agrees, to 10 digits for the dispersion (4.26152188399892).
	fitAgrees(t, "fit", []float64{r.Deviance, r.Dispersion}, []float64{210.3918887624538, 4.26152188396443694}, 1e-13)
	fitAgrees(t, "coefficients", r.Coefficients, []float64{3.6919631449407935, -0.205988442638620941, -0.32132043160061071, -0.518488496511559807}, 1e-13)
	fitAgrees(t, "standard errors", r.StandardErrors, []float64{0.0937435639000575427, 0.106460857231588466, 0.124409667227809249, 0.13203453893021378}, 1e-13)
	if !math.IsNaN(r.LogLikelihood) || !math.IsNaN(r.AIC) {
		t.Errorf("a quasi-likelihood has log-likelihood %v and AIC %v", r.LogLikelihood, r.AIC)
	}
	m.Weights = make([]float64, len(m.Counts))
	for i := range m.Weights {
		m.Weights[i] = []float64{1, 2, 0.5}[i%3]
	}
	m.Family = Poisson
	r = fitMust(t, m)
	fitAgrees(t, "weighted", r.Coefficients, []float64{3.58528696930358411, -0.147218723607020218, -0.226515637214293497, -0.552553611691136053}, 1e-13)
	fitAgrees(t, "weighted fit", []float64{r.Deviance, r.LogLikelihood, r.AIC}, []float64{268.1967955059685, -292.2730698606096, 592.5461397212191}, 1e-13)
	covariance, _ := r.RobustCovariance(HC0)
	for j, want := range []float64{0.158847326273091769, 0.133384916478174896, 0.16671900287766725, 0.153095526277473854} {
		if got := math.Sqrt(covariance.At(j, j)); !fitClose(got, want, 1e-12) {
			t.Errorf("weighted HC0 standard error %d = %.16g, want %.16g", j, got, want)
		}
	}
}

func TestFitQuine(t *testing.T) {
	r := fitMust(t, quine())
	// mpmath, 40 digits: the root of all derivatives. R's glm.nb agrees to its tolerance: theta
	// 1.274892645053613, and a standard error of theta, .16103517877, that is one step old.
	fitAgrees(t, "theta", []float64{r.Theta, r.ThetaStandardError}, []float64{1.27489264506228525, 0.161035661714980526}, 1e-12)
	fitAgrees(t, "coefficients", r.Coefficients, []float64{2.89457999024920084, -0.56937169735795107, 0.082320284145745778,
		-0.448428149877480514, 0.0880801521141309857, 0.356900971429476461, 0.292109157033755834}, 2e-11)
	fitAgrees(t, "standard errors", r.StandardErrors, []float64{0.228424614781201841, 0.153333359282265248, 0.159915014647778637,
		0.239746592554559319, 0.236193028652866952, 0.248324362798706828, 0.186474710099784367}, 1e-12)
	fitAgrees(t, "twice the log-likelihood", []float64{2 * r.LogLikelihood}, []float64{-1093.15101828998316}, 1e-14)
	// R 4.2.2, glm.nb and sandwich.
	fitAgrees(t, "R", []float64{r.Deviance, r.AIC, r.PearsonChiSquared}, []float64{167.9518008205849, 1109.151018289984, 137.7760368456836}, 1e-9)
	covariance, _ := r.RobustCovariance(HC0)
	fitAgrees(t, "HC0", []float64{math.Sqrt(covariance.At(0, 0)), math.Sqrt(covariance.At(6, 6))}, []float64{0.2212376414646298, 0.1981968528678402}, 1e-9)
	for j, want := range map[int][]float64{1: {-0.881644191223556218, -0.258917412575567428}, 2: {-0.24275939089582632, 0.407990028231401101}} {
		iv, err := r.ProfileInterval(j, 0.95)
		if err != nil {
			t.Fatal(err)
		}
		fitAgrees(t, "profile interval", []float64{iv.Lower, iv.Upper}, want, 1e-11)
	}
}

// A slow oracle: the coefficients and theta that no small change improves.
func TestFitIsAMaximum(t *testing.T) {
	logLikelihood := func(m Model, b []float64, theta float64) float64 {
		sum := 0.0
		for i, y := range m.Counts {
			eta := 0.0
			for j := range b {
				eta += m.Design.At(i, j) * b[j]
			}
			mean := math.Exp(eta)
			a, _ := math.Lgamma(y + theta)
			c, _ := math.Lgamma(theta)
			d, _ := math.Lgamma(y + 1)
			sum += a - c - d + theta*math.Log(theta/(theta+mean)) + y*math.Log(mean/(theta+mean))
		}
		return sum
	}
	m := quine()
	r := fitMust(t, m)
	best := logLikelihood(m, r.Coefficients, r.Theta)
	if !fitClose(best, r.LogLikelihood, 1e-12) {
		t.Errorf("log-likelihood %.15g, by the formula %.15g", r.LogLikelihood, best)
	}
	for j := range r.Coefficients {
		for _, change := range []float64{-1e-3, 1e-3} {
			b := append([]float64(nil), r.Coefficients...)
			b[j] += change
			if logLikelihood(m, b, r.Theta) >= best {
				t.Errorf("coefficient %d is better by %v", j, change)
			}
		}
	}
	if logLikelihood(m, r.Coefficients, r.Theta*1.001) >= best || logLikelihood(m, r.Coefficients, r.Theta/1.001) >= best {
		t.Error("theta is not at its maximum")
	}
}

func BenchmarkFit(b *testing.B) {
	const n = 10000
	m := Model{Counts: make([]float64, n)}
	design := mat.NewDense(n, 5, nil)
	state := uint64(1)
	uniform := func() float64 {
		state = state*6364136223846793005 + 1442695040888963407
		return (float64(state>>11) + 0.5) / (1 << 53)
	}
	for i := range n {
		eta := 1.0
		design.Set(i, 0, 1)
		for j := 1; j < 5; j++ {
			x := uniform() - 0.5
			design.Set(i, j, x)
			eta += x / 2
		}
		// A gamma-Poisson mixture with theta = 2, its count by inversion.
		mean := -math.Exp(eta) * (math.Log(uniform()) + math.Log(uniform())) / 2
		mass := math.Exp(-mean)
		for u, sum := uniform(), mass; u > sum && m.Counts[i] < 500; sum += mass {
			m.Counts[i]++
			mass *= mean / m.Counts[i]
		}
	}
	m.Design = design
	for _, family := range []Family{Poisson, NegativeBinomial} {
		m.Family = family
		b.Run(fmt.Sprintf("%v n=%d columns=5", family, n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Fit(m); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// Peru's convictions in the three years for which the report states a number: 29 in 2020, 233 in
// 2021, 89 in 2022. They are over-dispersed, and the default says so.
func ExampleFit() {
	result, err := Fit(LogLinear([]float64{2020, 2021, 2022}, []float64{29, 233, 89}))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(result.Family)
	fmt.Printf("dispersion %.0f, factor a year %.2f, standard error of its logarithm %.2f\n",
		result.Dispersion, math.Exp(result.Coefficients[1]), result.StandardErrors[1])
	// Output:
	// quasi-Poisson
	// dispersion 186, factor a year 1.30, standard error of its logarithm 0.91
}

func ExampleFit_negativeBinomial() {
	model := LogLinear([]float64{2020, 2021, 2022}, []float64{29, 233, 89})
	model.Family = NegativeBinomial
	result, err := Fit(model)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("theta %.1f, factor a year %.2f, standard error of its logarithm %.2f\n",
		result.Theta, math.Exp(result.Coefficients[1]), result.StandardErrors[1])
	// Output:
	// theta 2.0, factor a year 1.73, standard error of its logarithm 0.51
}

// A group without events has no finite rate ratio.
func ExampleFit_separation() {
	_, err := Fit(Model{
		Counts: []float64{29, 233, 0, 0},
		Design: mat.NewDense(4, 2, []float64{1, 0, 1, 0, 1, 1, 1, 1}),
		Names:  []string{"intercept", "region B"},
	})
	fmt.Println(errors.Is(err, ErrSeparation))
	fmt.Println(strings.Contains(err.Error(), `"region B" to -Inf`))
	// Output:
	// true
	// true
}

func ExampleLogLinear() {
	model := LogLinear([]float64{2020, 2021, 2022}, []float64{29, 233, 89})
	model.Family = Poisson
	result, err := Fit(model)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("a factor of %.2f a year\n", math.Exp(result.Coefficients[1]))
	fmt.Println(result.Warnings[0][:73])
	// Output:
	// a factor of 1.30 a year
	// the counts are over-dispersed (dispersion 186, above 1.5): the Poisson st
}

func ExampleFamily_String() {
	fmt.Println(Poisson, QuasiPoisson, NegativeBinomial)
	// Output: Poisson quasi-Poisson negative binomial
}

func ExampleSandwich_String() {
	fmt.Println(HC1, HC0)
	// Output: HC1 HC0
}
