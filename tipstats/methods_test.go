package tipstats_test

import (
	"fmt"
	"math"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/tipstats/tip/tipstats/bounds"
	"github.com/tipstats/tip/tipstats/infer"
	"github.com/tipstats/tip/tipstats/poisson"
	"github.com/tipstats/tip/tipstats/proportion"
	"github.com/tipstats/tip/tipstats/trend"
)

// statement is a piece of METHODS.md that holds numbers, with each of them computed here: by
// hand where the page works it out by hand, and by the function that it recommends.
type statement struct{ name, text string }

func sure[T any](t *testing.T) func(T, error) T {
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

// agree holds what the page works out by hand against the function that it recommends.
func agree(t *testing.T, what string, byHand, byFunction float64) {
	t.Helper()
	if !(math.Abs(byHand-byFunction) <= 1e-12*math.Abs(byHand)) {
		t.Errorf("%s is %v by hand and %v by the function", what, byHand, byFunction)
	}
}

func percent(iv infer.Interval) string {
	return fmt.Sprintf("%.1f %% to %.1f %%", 100*iv.Lower, 100*iv.Upper)
}

const z = 1.959963984540054 // normal quantile of 0.975, from tables

func proportionStatements(t *testing.T) []statement {
	const x, n = 89., 160.
	row := func(name string, m proportion.Method) statement {
		return statement{name, fmt.Sprintf("| %s | %s |", name, percent(sure[infer.Interval](t)(proportion.Interval(89, 160, 0.95, m))))}
	}
	half, root := z*z/2, math.Sqrt(x*(n-x)/n+z*z/4)
	coverage := func(m proportion.Method) float64 { return sure[float64](t)(proportion.Coverage(m, 160, 0.95, 0.95)) }
	below := sure[infer.Interval](t)(proportion.LowerBound(89, 160, 0.95, proportion.Wilson))
	none := sure[infer.Interval](t)(proportion.UpperBound(0, 29, 0.95, proportion.ClopperPearson))
	agree(t, "the exact bound for none of 29", 1-math.Pow(0.05, 1./29), none.Upper)
	wilson := sure[infer.Interval](t)(proportion.Interval(89, 160, 0.95, proportion.Wilson))
	agree(t, "Wilson's lower limit", (x+half-z*root)/(n+z*z), wilson.Lower)
	agree(t, "Wilson's upper limit", (x+half+z*root)/(n+z*z), wilson.Upper)
	return []statement{
		{"89 of 160", fmt.Sprintf("%d convicted and %d acquitted in 2022, so that %.0f of %.0f were convicted, %.1f %%", 89, 71, x, n, 100*x/n)},
		{"z", fmt.Sprintf("z = %.2f", z)},
		{"x + z^2/2", fmt.Sprintf("x + z²/2 = %.0f + %.2f = %.2f", x, half, x+half)},
		{"n + z^2", fmt.Sprintf("n + z² = %.0f + %.2f = %.2f", n, z*z, n+z*z)},
		{"wilson root", fmt.Sprintf("z √(x(n-x)/n + z²/4) = %.2f × √(%.2f + %.2f) = %.2f", z, x*(n-x)/n, z*z/4, z*root)},
		{"wilson lower", fmt.Sprintf("lower limit (%.2f - %.2f)/%.2f = %.4f", x+half, z*root, n+z*z, (x+half-z*root)/(n+z*z))},
		{"wilson upper", fmt.Sprintf("upper limit (%.2f + %.2f)/%.2f = %.4f", x+half, z*root, n+z*z, (x+half+z*root)/(n+z*z))},
		row("Wilson", proportion.Wilson),
		row("ClopperPearson", proportion.ClopperPearson),
		row("Blaker", proportion.Blaker),
		row("MidP", proportion.MidP),
		row("Jeffreys", proportion.Jeffreys),
		row("Wald", proportion.Wald),
		{"coverage", fmt.Sprintf("with a true share of %.0f %%, intervals of level %.0f %% from %.0f verdicts would contain it in %.1f %% of all cases by Wilson, %.1f %% by Clopper-Pearson and %.1f %% by Wald",
			95., 95., n, 100*coverage(proportion.Wilson), 100*coverage(proportion.ClopperPearson), 100*coverage(proportion.Wald))},
		{"bound", fmt.Sprintf("at least %.1f %% with %.0f %% confidence", 100*below.Lower, 95.)},
		{"level", "the level 95 %"},
		{"none of 29", "none of 29 verdicts"},
		{"zero", fmt.Sprintf("1 - %.2f^(1/%.0f) = %.1f %%, near 3/%.0f = %.1f %%", 0.05, 29., 100*none.Upper, 29., 100*3./29)},
	}
}

func groupStatements(t *testing.T) []statement {
	fresh, old := 58./75, 24./37
	score := sure[infer.Interval](t)(proportion.Difference(58, 75, 24, 37, 0.95, proportion.MiettinenNurminen))
	newcombe := sure[infer.Interval](t)(proportion.Difference(58, 75, 24, 37, 0.95, proportion.Newcombe))
	ratio := sure[infer.Interval](t)(proportion.RiskRatio(58, 75, 24, 37, 0.95, proportion.MiettinenNurminenRatio))
	p := func(m proportion.TestMethod) float64 {
		return sure[infer.Test](t)(proportion.Compare(58, 75, 24, 37, infer.TwoSided, m)).P
	}
	pooled := 82. / 112
	se := math.Sqrt(pooled * (1 - pooled) * (1./75 + 1./37))
	agree(t, "the p-value of the score test", math.Erfc((fresh-old)/se/math.Sqrt2), p(proportion.Score))
	if !score.Contains(0) || !newcombe.Contains(0) {
		t.Error("METHODS.md says that the interval contains a difference of 0, but it does not")
	}
	adjusted := sure[[]float64](t)(proportion.Adjust([]float64{0.01, 0.02, 0.04}, proportion.Holm))
	return []statement{
		{"58 of 75", fmt.Sprintf("%d of the %d = %d + %d new prosecutions of a stated form were for sex trafficking, and %d of the %d = %d + %d continued ones: %.1f %% and %.1f %%", 58, 58+17, 58, 17, 24, 24+13, 24, 13, 100*fresh, 100*old)},
		{"difference", fmt.Sprintf("The difference is %.1f percentage points, with limits %.1f and %.1f (Newcombe: %.1f and %.1f)", 100*(fresh-old), 100*score.Lower, 100*score.Upper, 100*newcombe.Lower, 100*newcombe.Upper)},
		{"risk ratio", fmt.Sprintf("the risk ratio is %.2f (%.2f to %.2f)", fresh/old, ratio.Lower, ratio.Upper)},
		{"pooled", fmt.Sprintf("p = (58 + 24)/(75 + 37) = %.4f", pooled)},
		{"score by hand", fmt.Sprintf("z = (%.4f - %.4f)/√(%.4f × %.4f × (1/75 + 1/37)) = %.4f/%.4f = %.2f", fresh, old, pooled, 1-pooled, fresh-old, se, (fresh-old)/se)},
		{"score p", fmt.Sprintf("p = %.2f; with N - 1 it is %.2f", math.Erfc((fresh-old)/se/math.Sqrt2), p(proportion.ScoreN1))},
		{"exact p", fmt.Sprintf("Boschloo's exact test gives p = %.2f, Fisher's, which is more cautious, p = %.2f", p(proportion.Boschloo), p(proportion.FisherExact))},
		{"no difference", "The interval contains a difference of 0, as it must"},
		{"holm", fmt.Sprintf("%.2f, %.2f and %.2f become, by Holm, 3 × %.2f = %.2f, 2 × %.2f = %.2f and %.2f", 0.01, 0.02, 0.04, 0.01, adjusted[0], 0.02, adjusted[1], adjusted[2])},
	}
}

func rateStatements(t *testing.T) []statement {
	garwood := sure[infer.Interval](t)(poisson.Interval(29, 1, 0.95, poisson.Garwood))
	root := z * math.Sqrt(29+z*z/4)
	byar := func(x, sign float64) float64 { return x * math.Pow(1-1/(9*x)+sign*z/(3*math.Sqrt(x)), 3) }
	begun := sure[infer.Interval](t)(poisson.Ratio(103, 1, 813, 1, 0.95, poisson.ExactCentral))
	const a, b = 103., 813.
	sum := a*b + z*z/2*(a+b)
	scoreRoot := z * math.Sqrt((a+b)*(a*b+z*z/4*(a+b)))
	flow := sure[infer.Interval](t)(poisson.Ratio(233, 1, 121, 1, 0.95, poisson.ExactCentral))
	fell := sure[infer.Interval](t)(poisson.Ratio(89, 1, 233, 1, 0.95, poisson.ExactCentral))
	test := sure[infer.Test](t)(poisson.Compare(89, 1, 233, 1, infer.TwoSided, poisson.ExactConditional))
	mean := (29. + 233 + 89) / 3
	spread := (math.Pow(29-mean, 2) + math.Pow(233-mean, 2) + math.Pow(89-mean, 2)) / mean
	dispersion := sure[infer.Test](t)(poisson.DispersionTest([]int{29, 233, 89}, nil, infer.Greater))
	score := sure[infer.Interval](t)(poisson.Interval(29, 1, 0.95, poisson.Score))
	agree(t, "the lower score limit", 29+z*z/2-root, score.Lower)
	agree(t, "the upper score limit", 29+z*z/2+root, score.Upper)
	cubes := sure[infer.Interval](t)(poisson.Interval(29, 1, 0.95, poisson.Byar))
	agree(t, "Byar's lower limit", byar(29, -1), cubes.Lower)
	agree(t, "Byar's upper limit", byar(30, 1), cubes.Upper)
	scoreRatio := sure[infer.Interval](t)(poisson.Ratio(103, 1, 813, 1, 0.95, poisson.ScoreRatio))
	agree(t, "the lower score limit of the ratio", (sum-scoreRoot)/b/b, scoreRatio.Lower)
	agree(t, "the upper score limit of the ratio", (sum+scoreRoot)/b/b, scoreRatio.Upper)
	agree(t, "the index of dispersion", spread, dispersion.Statistic)
	return []statement{
		{"29", fmt.Sprintf("%d convicted in 2020", 29)},
		{"garwood", fmt.Sprintf("a rate of %.1f to %.1f a year by Garwood", garwood.Lower, garwood.Upper)},
		{"score interval", fmt.Sprintf("the score interval is 29 + %.2f ± %.2f × √(29 + %.2f), that is %.1f to %.1f", z*z/2, z, z*z/4, 29+z*z/2-root, 29+z*z/2+root)},
		{"byar lower", fmt.Sprintf("lower limit 29 (1 - 1/261 - %.2f/(3 √29))³ = %.1f", z, byar(29, -1))},
		{"byar upper", fmt.Sprintf("upper limit 30 (1 - 1/270 + %.2f/(3 √30))³ = %.1f", z, byar(30, 1))},
		{"begun", fmt.Sprintf("%.0f prosecutions begun to %.0f investigations opened in 2022 are a ratio of %.4f (%.4f to %.4f)", a, b, a/b, begun.Lower, begun.Upper)},
		{"score ratio", fmt.Sprintf("(%.0f + %.0f - %.0f)/813² = %.4f and (%.0f + %.0f + %.0f)/813² = %.4f", a*b, z*z/2*(a+b), scoreRoot, (sum-scoreRoot)/b/b, a*b, z*z/2*(a+b), scoreRoot, (sum+scoreRoot)/b/b)},
		{"flow", fmt.Sprintf("%d convicted in 2021 to %d newly prosecuted in 2021 are a ratio of %.2f (%.2f to %.2f)", 233, 121, 233./121, flow.Lower, flow.Upper)},
		{"fell", fmt.Sprintf("%d convictions in 2022 to %d in 2021 are a ratio of %.2f (%.2f to %.2f), p = %.0e", 89, 233, 89./233, fell.Lower, fell.Upper, test.P)},
		{"dispersion", fmt.Sprintf("%d, %d and %d convictions have the mean %.0f, and ((29 - %.0f)² + (233 - %.0f)² + (89 - %.0f)²)/%.0f = %.1f", 29, 233, 89, mean, mean, mean, mean, mean, spread)},
		{"dispersion index", fmt.Sprintf("%.1f/2 = %.0f", dispersion.Statistic, spread/2)},
		{"dispersion factor", fmt.Sprintf("√%.0f = %.1f times as long", spread/2, math.Sqrt(spread/2))},
	}
}

func trendStatements(t *testing.T) []statement {
	years, counts := []float64{2020, 2021, 2022}, []float64{29, 233, 89}
	kendall := sure[trend.MannKendallResult](t)(trend.MannKendall(counts, infer.TwoSided))
	slope := sure[trend.Slope](t)(trend.TheilSen(years, counts, 0.95))
	share := sure[bounds.Proportion](t)(bounds.ShareOf(bounds.Exactly(298), bounds.Exactly(194), bounds.Exactly(321), bounds.Exactly(813))).Region()
	before := sure[bounds.Proportion](t)(bounds.PartOf(bounds.Exactly(336), bounds.Exactly(354))).Region()
	open := sure[bounds.Region](t)(bounds.Ratio(bounds.Exactly(29), bounds.AtLeast(44)))
	if !math.IsInf(slope.Lower, -1) || !math.IsInf(slope.Upper, 1) {
		t.Errorf("METHODS.md says that three values give no interval for the slope, not %v to %v", slope.Lower, slope.Upper)
	}
	return []statement{
		{"mann-kendall", fmt.Sprintf("1 + 1 - 1 = %d, p = %.0f", kendall.S, kendall.P)},
		{"min p", fmt.Sprintf("The smallest p-value that three values can reach is 1/%.0f", 1/kendall.MinP)},
		{"slopes", fmt.Sprintf("%d - %d = %d, %d - %d = %d and (%d - %d)/2 = %d", 233, 29, 204, 89, 233, -144, 89, 29, 30)},
		{"theil-sen", fmt.Sprintf("median, %.0f a year", slope.Slope)},
		{"open", fmt.Sprintf("%d convicted in 2020 to \"at least %d\" prosecuted: the ratio is at most %d/%d = %.3f", 29, 44, 29, 44, open.Upper)},
		{"share", fmt.Sprintf("%d of %d investigations were for sex trafficking, %d for labor trafficking, and %d of a form that the report does not state: the share is between %d/%d = %.1f %% and (%d + %d)/%d = %.1f %%",
			298, 813, 194, 321, 298, 813, 100*share.Lower, 298, 321, 813, 100*share.Upper)},
		{"fall", fmt.Sprintf("%d/%d = %.1f %%, so that it fell by at least %.1f percentage points", 336, 354, 100*before.Upper, 100*(before.Lower-share.Upper))},
	}
}

// methodsPage returns METHODS.md with single spaces.
func methodsPage(t *testing.T) string {
	t.Helper()
	data, err := os.ReadFile("METHODS.md")
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(strings.Fields(string(data)), " ")
}

// unchecked returns the numbers of a page that no statement holds, apart from the years that
// figures are of, and those of references, which stand in brackets.
func unchecked(page string, statements []statement) []string {
	statements = slices.Clone(statements)
	slices.SortFunc(statements, func(a, b statement) int { return len(b.text) - len(a.text) })
	for _, s := range statements {
		page = strings.ReplaceAll(page, s.text, " ")
	}
	page = regexp.MustCompile(`\((?:[A-Z][^()]* )?(?:1[89]|20)\d\d(?:, (?:1[89]|20)\d\d)*\)`).ReplaceAllString(page, " ")
	page = regexp.MustCompile(`\b(?:[Ii]n|[Ff]or|the) 20\d\d\b`).ReplaceAllString(page, " ")
	return regexp.MustCompile(`.{0,30}\d[\d.,]*`).FindAllString(page, -1)
}

// unsaid returns the statements that a page does not hold.
func unsaid(page string, statements []statement) []statement {
	return slices.DeleteFunc(slices.Clone(statements), func(s statement) bool { return strings.Contains(page, s.text) })
}

// Every number in METHODS.md is one that this test computes.
func TestMethodsPage(t *testing.T) {
	page := methodsPage(t)
	var all []statement
	for _, of := range []func(*testing.T) []statement{proportionStatements, groupStatements, rateStatements, trendStatements} {
		all = append(all, of(t)...)
	}
	for _, s := range unsaid(page, all) {
		t.Errorf("METHODS.md does not say what was computed (%s):\n%s", s.name, s.text)
	}
	for _, number := range unchecked(page, all) {
		t.Errorf("METHODS.md has a number that no statement computes: %q", number)
	}
}

// The intervals of the table belong to their methods: no two that differ can change places.
func TestMethodsPageTiesIntervalsToMethods(t *testing.T) {
	page, statements := methodsPage(t), proportionStatements(t)
	cells := regexp.MustCompile(`\| [A-Z]\w+ \| (\d[\d.]* % to \d[\d.]* %) \|`).FindAllStringSubmatchIndex(page, -1)
	if len(cells) != 6 {
		t.Fatalf("METHODS.md has %d intervals in its table, want 6", len(cells))
	}
	for i, a := range cells {
		for _, b := range cells[i+1:] {
			first, second := page[a[2]:a[3]], page[b[2]:b[3]]
			swapped := page[:a[2]] + second + page[a[3]:b[2]] + first + page[b[3]:]
			if first != second && len(unsaid(swapped, statements)) == 0 {
				t.Errorf("%s and %s may change places", first, second)
			}
		}
	}
}

func TestUncheckedNumbersAreFound(t *testing.T) {
	computed := []statement{{"share", "55.6 %"}}
	if got := unchecked("the share is 55.6 % (Wilson 1927)", computed); len(got) != 0 {
		t.Errorf("reports %q", got)
	}
	for _, page := range []string{"the share is 55.7 %", "the share is 55.6 % of 160", "in 1927"} {
		if len(unchecked(page, computed)) == 0 {
			t.Errorf("accepts %q", page)
		}
	}
}

// Every function and constant that METHODS.md names as code exists.
func TestMethodsPageNamesWhatExists(t *testing.T) {
	for _, m := range regexp.MustCompile("`(proportion|poisson|trend|bounds)\\.(\\w+)`").FindAllStringSubmatch(methodsPage(t), -1) {
		if !declares(t, m[1], m[2]) {
			t.Errorf("METHODS.md names %s.%s, which package %s does not declare", m[1], m[2], m[1])
		}
	}
	if declares(t, "proportion", "NoSuchName") {
		t.Error("the check finds a name that does not exist")
	}
}

// declares reports whether a package declares an exported name, in one of its files.
func declares(t *testing.T, pkg, name string) bool {
	t.Helper()
	entries, err := os.ReadDir(pkg)
	if err != nil {
		t.Fatal(err)
	}
	declaration := regexp.MustCompile(`(?m)^(?:func ` + name + `\(|type ` + name + ` |\t` + name + `(?: +\w+ = iota)?$)`)
	for _, entry := range entries {
		if file := entry.Name(); strings.HasSuffix(file, ".go") && !strings.HasSuffix(file, "_test.go") {
			source, err := os.ReadFile(pkg + "/" + file)
			if err != nil {
				t.Fatal(err)
			}
			if declaration.Match(source) {
				return true
			}
		}
	}
	return false
}
