package study

import (
	"embed"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/chart"
	"github.com/tipstats/tip/tipstats/figure"
	"github.com/tipstats/tip/tipstats/notebook"
)

//go:embed *.go
var source embed.FS

// level is the confidence level of every interval.
const level = 0.95

// inOneLine joins the lines of an error that has several reasons.
func inOneLine(err error) string { return strings.Join(strings.Split(err.Error(), "\n"), "; ") }

// study is the notebook while it is written.
type study struct {
	*notebook.Doc
	Options
	figures *tipstats.Dataset
	funnels []*tipstats.Funnel // the years in order
	shown   *tipstats.Funnel   // the year of the funnel
}

func (s study) write() error {
	s.figures = s.Dataset(s.File)
	if err := s.Err(); err != nil {
		return err
	}
	for _, year := range s.figures.Years(s.Country) {
		s.funnels = append(s.funnels, notebook.Must(s.figures.Funnel(s.Country, year)))
	}
	year := s.Year
	if year == 0 && len(s.funnels) > 0 {
		year = s.funnels[len(s.funnels)-1].Year
	}
	s.shown = notebook.Must(s.figures.Funnel(s.Country, year))
	s.answer()
	s.checks()
	s.funnel()
	s.rates()
	s.years()
	s.forms()
	return s.Err()
}

func (s study) credit() chart.Credit {
	return chart.Credit{Country: s.Name, Source: s.Source, Data: s.File}
}

// answer says what the conviction rate is, or why there is none.
func (s study) answer() {
	rate, err := s.shown.ConvictionRate()
	if err != nil {
		reason := strings.Replace(inOneLine(err), fmt.Sprintf("for %s %d", s.Country, s.shown.Year), fmt.Sprintf("for %s in %d", s.Name, s.shown.Year), 1)
		s.Value("reason", reason, notebook.Text)
		s.Text(`The figures carry {{reason}}.`)
		return
	}
	interval := notebook.Must(rate.Interval(level))
	s.Value("year", s.shown.Year, notebook.Year)
	s.Value("level", level, notebook.Percent(0))
	s.Value("low", interval.Lower, notebook.Percent(1))
	s.Value("high", interval.Upper, notebook.Percent(1))
	if value, ok := rate.Value(); ok {
		convicted, verdicts := rate.Counts()
		s.Value("rate", value, notebook.Percent(1))
		s.Value("convicted", convicted, notebook.Whole)
		s.Value("verdicts", verdicts, notebook.Whole)
		s.Text(`
			In {{year}}, {{convicted}} of {{verdicts}} defendants who got a verdict were convicted, as the sources state it: a
			conviction rate of **{{rate}}** ({{level}} interval {{low}} to {{high}}).`)
		return
	}
	least, most := rate.Bounds()
	s.Value("least", least, notebook.Percent(1))
	s.Value("most", most, notebook.Percent(1))
	s.Text(`
		In {{year}} the conviction rate lies between **{{least}}** and **{{most}}**, since a figure is known only as a range
		({{level}} interval over all that it allows: {{low}} to {{high}}).`)
}

// checks shows the rows, and those that do not agree.
func (s study) checks() {
	t := figure.Table{Columns: []string{"Year", "Report", "Stage", "Unit", "Cohort", "Form", "Slice", "Figure", "Source", "Where"}}
	for _, o := range s.figures.Observations() {
		if o.Country != s.Country {
			continue
		}
		count := o.Count.String()
		if o.Count.Known() && !o.Complete {
			count += " (may be incomplete)"
		}
		t.Rows = append(t.Rows, []string{strconv.Itoa(o.Year), strconv.Itoa(o.Report), string(o.Stage), o.Unit.Plural(), string(o.Cohort),
			string(o.Form), o.Slice, count, o.Source, o.Locator})
	}
	s.Text("## The figures")
	s.Table("observations", "What the sources state", t)
	findings := figure.Table{Columns: []string{"Kind", "Where", "What does not agree"}}
	for _, f := range s.figures.Check() {
		findings.Rows = append(findings.Rows, []string{string(f.Kind), fmt.Sprintf("%s, line %d", f.File, f.Lines[0]), f.Message})
	}
	if len(findings.Rows) == 0 {
		s.Text("No two rows contradict each other, and where two parts of a total or more are stated, they add up to it.")
		return
	}
	s.Text("These rows do not agree. Hold them against the source before any figure below is used.")
	s.Table("findings", "Rows that do not agree", findings)
}

func (s study) funnel() {
	s.Text(`
		## From investigation to verdict

		Cases and persons are counted apart; a figure in the one unit is never divided by a figure in the other.`)
	s.Figure(chart.Funnel(s.shown, s.credit()))
}

func (s study) rates() {
	s.Text(`
		## What can be called a conviction rate

		A *proportion* has a numerator that is part of its denominator. A *flow ratio* relates two flows of one year and is no
		probability. What divides persons by cases, or lacks a figure, is refused.`)
	var candidates []tipstats.Candidate
	const most = 5 // years, so that the figure stays on a page
	recent := s.funnels[max(0, len(s.funnels)-most):]
	for _, f := range slices.Backward(recent) {
		candidates = append(candidates, f.Candidates()...)
	}
	if len(recent) < len(s.funnels) {
		s.Value("recent", len(recent), notebook.Words)
		s.Text("Shown are the {{recent}} newest years.")
	}
	s.Figure(scrolled(chart.Rates(candidates, level, s.credit())))
}

func (s study) years() {
	if len(s.funnels) < 2 {
		return
	}
	s.Text(`
		## The years

		A year without a figure is a gap, never a zero. Figures of different cohorts are not joined.`)
	s.Figure(scrolled(chart.Years(s.figures, s.Country, s.funnels[0].Year, s.funnels[len(s.funnels)-1].Year, s.credit())))
}

// forms shows the years whose investigations the sources split by form.
func (s study) forms() {
	var split []*tipstats.Funnel
	var left []string
	for _, f := range s.funnels {
		if _, err := f.FormShare(f.Investigations, tipstats.Sex); err == nil {
			split = append(split, f)
		} else if f.Investigations.Count.Known() {
			left = append(left, strconv.Itoa(f.Year))
		}
	}
	if len(split) == 0 {
		return
	}
	s.Text(`
		## Forms of trafficking

		Where the source leaves the form of some cases open, the share of a form is bounded by counting none of them and all of
		them.`)
	if len(left) > 0 {
		s.Value("unsplit", strings.Join(left, ", "), notebook.Text)
		s.Text("Not shown, since the figures give no such share of the investigations: {{unsplit}}.")
	}
	s.Figure(scrolled(chart.Forms(split, tipstats.Investigation, s.credit())))
}

// scrolled lets a figure be as high as its years ask for: it is read on the notebook's page, which scrolls.
func scrolled(f *figure.Figure) *figure.Figure {
	f.Tall = true
	return f
}
