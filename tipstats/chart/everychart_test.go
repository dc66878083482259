package chart

import (
	"fmt"
	"strings"
	"testing"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/figure"
	"github.com/tipstats/tip/tipstats/panel"
)

// An ordeal is data of one awkward kind, of which every chart is made.
type ordeal struct {
	rows  int
	name  func(i int) string
	count func(i int) tipstats.Count
}

func plainName(i int) string { return fmt.Sprint("Region ", i+1) }

var ordeals = map[string]ordeal{
	"one row":       {1, plainName, func(int) tipstats.Count { return tipstats.Exactly(813) }},
	"forty rows":    {40, plainName, func(i int) tipstats.Count { return tipstats.Exactly(37 * (i%11 + 1)) }},
	"zeros":         {4, plainName, func(int) tipstats.Count { return tipstats.Exactly(0) }},
	"huge":          {4, plainName, func(i int) tipstats.Count { return tipstats.Exactly(tipstats.MaxCount - 123_456_789*(i%8)) }},
	"zero and huge": {4, plainName, func(i int) tipstats.Count { return tipstats.Exactly(i % 2 * tipstats.MaxCount) }},
	"not reported":  {4, plainName, func(int) tipstats.Count { return tipstats.NotReported }},
	"not found":     {4, plainName, func(int) tipstats.Count { return tipstats.NotFound }},
	"at least":      {4, plainName, func(i int) tipstats.Count { return tipstats.AtLeast(44 + 30*i) }},
	"at most, about": {4, plainName, func(i int) tipstats.Count {
		return []tipstats.Count{tipstats.AtMost(90), tipstats.Approximately(120)}[i%2]
	}},
	"long names": {6, func(i int) string {
		return []string{"The United Kingdom of Great Britain and Northern Ireland and the Associated Territories of Saint Helena, Ascension and Tristan da Cunha",
			strings.Repeat("Unterbringungsmöglichkeiten", 3)}[i%2] + fmt.Sprint(" ", i)
	}, func(i int) tipstats.Count { return tipstats.Exactly(40 + 17*i) }},
	"letters of many scripts": {4, func(i int) string {
		return []string{"Ελλάδα – Žižkov", "Київ, Ђорђе", "São Tomé e Príncipe", "<b>&amp;</b> “a” 'b' \"c\"", "≥ 95 % → ½ ∞ €"}[i%5]
	}, func(i int) tipstats.Count { return tipstats.Exactly(100 + 50*i) }},
}

// dataset is a dataset of all stages in three years, split by form.
func (o ordeal) dataset(t testing.TB) *tipstats.Dataset {
	t.Helper()
	var list []tipstats.Observation
	for year := 2020; year <= 2022; year++ {
		for i, stage := range tipstats.Stages() {
			unit, cohort := tipstats.Person, tipstats.UnstatedCohort
			if stage == tipstats.Investigation || stage == tipstats.Prosecution {
				unit, cohort = tipstats.Case, tipstats.New
			}
			add := func(form tipstats.Form, count tipstats.Count, cohort tipstats.Cohort, unit tipstats.Unit) {
				list = append(list, tipstats.Observation{Country: "PER", Report: 2023, Year: year, Stage: stage, Cohort: cohort, Form: form, Unit: unit,
					Count: count, Complete: year > 2020, Source: "s"})
			}
			add(tipstats.AllForms, o.count(i+year), cohort, unit)
			add(tipstats.Sex, o.count(i+year), cohort, unit)
			if stage == tipstats.Prosecution {
				add(tipstats.AllForms, o.count(i), tipstats.New, tipstats.Person)
				add(tipstats.AllForms, o.count(i), tipstats.Ongoing, tipstats.Case)
			}
		}
	}
	ds, err := tipstats.NewDataset(list)
	if err != nil {
		t.Fatal(err)
	}
	return ds
}

// charts are every chart of the package on the awkward data.
func (o ordeal) charts(t testing.TB) []*figure.Figure {
	t.Helper()
	ds := o.dataset(t)
	c := Credit{Country: o.name(0), Source: "A source, 2023", Data: "datasets/a.csv"}
	funnels := awkwardFunnels(ds)
	var candidates []tipstats.Candidate
	for _, f := range funnels {
		candidates = append(candidates, f.Candidates()...)
	}
	var pairs []Pair
	var groups []PopulationGroup
	var capacity []CapacityFigure
	var ranges []PenaltyRange
	var entries []ReportingEntry
	var years []AssistedYear
	var series []NamedSeries
	var cells []VictimCell
	whole := Branch{Name: o.name(0), Count: o.count(0)}
	for i := range o.rows {
		pairs = append(pairs, Pair{o.name(i), o.count(i), o.count(i + 1)})
		groups = append(groups, PopulationGroup{o.name(i), o.count(i), o.count(i + 1)})
		capacity = append(capacity, CapacityFigure{Label: o.name(i), Before: o.count(i), Count: o.count(i + 1), Note: o.name(i)},
			CapacityFigure{Label: o.name(i), Count: o.count(i), Whole: tipstats.Exactly(5000), Of: "places"}, CapacityFigure{Label: o.name(i), Count: o.count(i)})
		ranges = append(ranges, PenaltyRange{o.name(i), o.count(i), o.name(i)})
		years = append(years, AssistedYear{Year: 1983 + i, Count: o.count(i), Parts: []CountPart{{o.name(i), o.count(i)}}, Among: []CountPart{{o.name(i), o.count(i)}}})
		cells = append(cells, VictimCell{o.name(i), tipstats.Sex, o.count(i)}, VictimCell{o.name(i), tipstats.Labor, o.count(i + 1)})
		whole.Parts = append(whole.Parts, Branch{Name: o.name(i), Count: o.count(i)})
		series = append(series, NamedSeries{o.name(i), yearly(t, "PER", 2003, o.count(i), o.count(i+1), o.count(i+2), o.count(i+3))})
		for year := 2020; year <= 2022; year++ {
			entries = append(entries, ReportingEntry{Section: "Prosecution", Topic: o.name(i), Year: year, Status: Statuses()[(i+year)%4], Figure: counted(o.count(i)), Note: o.name(i)})
		}
	}
	list := []*figure.Figure{
		Years(ds, "PER", 2020, 2022, c), Forms(funnels, tipstats.Conviction, c), Rates(candidates, 0.95, c), Shares("share of sex trafficking", FormShares(tipstats.Sex, funnels...), c),
		Funnel(funnels[2], c), Dumbbell(years2003And2005, pairs, c), Slope(years2003And2005, pairs, c), Population(PopulationWords{"victims", o.name(0), "men"}, groups, c),
		Capacity(capacity, c), Penalties(o.name(0), ranges, []Sentence{{o.name(0), o.count(0), o.name(0)}}, c), Reporting(entries, c), Assisted("children assisted", years, c),
		Victims(VictimFigures{Year: 2022, Who: o.name(0), Total: o.count(0), Splits: []VictimSplit{{By: "region", Cells: cells}}}, c),
		Trend(series[0].Series, 0.95, c), Multiples("prosecutions", series, 0.95, c), Flow(whole, 2022, c),
	}
	if result := o.control(); result != nil {
		list = append(list, Control(result, ControlWords{Groups: "regions", Value: "value of " + o.name(0), Size: "prosecutions"}, c))
	}
	return list
}

// control is a result on the awkward data, or nil where they carry none.
func (o ordeal) control() *panel.Result {
	var groups []panel.Group
	for i := range o.rows {
		n, ok := o.count(i).Value()
		if !ok {
			return nil
		}
		groups = append(groups, panel.Group{Name: o.name(i), Events: n / (i + 2), Size: float64(max(n, 1))})
	}
	r, err := panel.Control(groups, panel.Proportions, panel.Options{})
	if err != nil {
		return nil
	}
	return r
}

// inEveryProfile renders a figure in every profile, which finds text that is clipped, overlaps or is too small, and looks for text
// that a mark hides or that hides a data point.
func inEveryProfile(t *testing.T, f *figure.Figure) {
	t.Helper()
	for _, p := range profiles {
		save := look(t, p)
		err := inProfile(f, p, func(r *figure.Rendered) {
			for _, problem := range coveredText(r.Marks()) {
				t.Errorf("%s: %s", p.Name, problem)
			}
			if save != nil {
				save(r)
			}
		})
		if err != nil && !(f.Name == "slope" && strings.Contains(err.Error(), "Dumbbell")) { // which refuses what it cannot label
			t.Error(err)
		}
	}
}

// coveredText finds texts that stand on a dot. That a later mark covers a text is an error of Render.
func coveredText(marks []figure.Mark) []string {
	var problems []string
	for _, m := range marks {
		if m.Kind != figure.TextMark || m.Style.Angle != 0 {
			continue
		}
		const inset = 0.8
		cap := 0.7 * m.Style.Size
		letters := figure.Box{X: m.Box.X + inset, Y: m.Points[0].Y - cap + inset, W: m.Box.W - 2*inset, H: cap - 2*inset}
		for _, other := range marks {
			opaque := other.Fill.A == 255 && other.Kind == figure.CircleMark
			b := other.Box
			if !opaque || b.X >= letters.Right() || letters.X >= b.Right() || b.Y >= letters.Bottom() || letters.Y >= b.Bottom() {
				continue
			}
			problems = append(problems, fmt.Sprintf("the text %q stands on the dot %q", m.Text, other.Role))
		}
	}
	return problems
}

func TestCoveredText(t *testing.T) {
	r, err := (&figure.Figure{Name: "f", Title: "t", Alt: "a", Height: 60, Draw: func(c *figure.Canvas) {
		c.As("below").Rect(0, 0, 50, 12, figure.Sex)
		c.Text(2, 9, "on a bar", figure.Style{})
		c.As("dot").Dot(104, 6, 6, figure.Circle, figure.Ink)
		c.Text(100, 9, "on a dot", figure.Style{})
		c.As("translucent").Rect(0, 0, 150, 60, figure.Faded(figure.Sex, 0.2))
	}}).Render()
	if err != nil {
		t.Fatal(err)
	}
	got := strings.Join(coveredText(r.Marks()), "; ")
	if want := `the text "on a dot" stands on the dot "dot"`; got != want {
		t.Errorf("got %s", got)
	}
}

// TestEveryChartOfRealData: as TestEveryChartOnAwkwardData, on the figures of the reports.
func TestEveryChartOfRealData(t *testing.T) {
	for _, f := range gallery(t) {
		t.Run(f.Name, func(t *testing.T) { inEveryProfile(t, f) })
	}
}

// TestEveryChartOnAwkwardData: every chart of every awkward kind of data is drawn in every profile, with no text clipped, covered or too
// small, and all three formats are written.
func TestEveryChartOnAwkwardData(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and of one goroutine: -short is for the race detector")
	}
	for name, o := range ordeals {
		t.Run(name, func(t *testing.T) {
			for _, f := range o.charts(t) {
				t.Run(f.Name, func(t *testing.T) {
					inEveryProfile(t, f)
					if problem := proseProblem(f); problem != "" {
						t.Errorf("%s in %q %q %q %q", problem, f.Title, f.Subtitle, f.Caption, f.Alt)
					}
				})
			}
		})
	}
}
