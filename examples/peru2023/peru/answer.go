package peru

import (
	"errors"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/notebook"
)

// answer opens the notebook with what it finds, in three sentences.
func (s study) answer() {
	rate := notebook.Must(s.now.ConvictionRate())
	interval := notebook.Must(rate.Interval(level))
	_, verdicts := rate.Counts()
	ratio, _ := notebook.Must(s.year21.ConvictionsPerDefendant()).Value()
	before := notebook.Must(s.year21.FormShare(s.year21.Investigations, tipstats.Sex))
	after := notebook.Must(s.now.FormShare(s.now.Investigations, tipstats.Sex))
	change := notebook.Must(tipstats.ChangeBetween(before, after))
	shareBefore, _ := before.Value()
	shareLow, shareHigh := after.Bounds()
	_, err21 := s.year21.ConvictionRate()
	_, err20 := s.year20.ConvictionRate()
	s.holds("acquittals of the earlier years were not found", errors.Is(err21, tipstats.ErrNotFound) && errors.Is(err20, tipstats.ErrNotFound))
	s.holds("the share of sex trafficking fell", change.Direction() < 0)
	s.holds("persons convicted in the year before exceed those newly prosecuted", ratio > 1)

	s.Value("edition", s.now.Convictions.Report, notebook.Year)
	s.Value("year", s.now.Year, notebook.Year)
	s.Value("before", s.year21.Year, notebook.Year)
	s.Value("first", s.year20.Year, notebook.Year)
	s.Value("level", level, notebook.Percent(0))
	s.Value("convicted", s.now.Convictions.Count, notebook.Whole)
	s.Value("acquitted", s.now.Acquittals.Count, notebook.Whole)
	s.Value("verdicts", verdicts, notebook.Whole)
	s.Value("rate", interval.Estimate, notebook.Percent(1))
	s.Value("rate.low", interval.Lower, notebook.Percent(1))
	s.Value("rate.high", interval.Upper, notebook.Percent(1))
	s.Value("before.convicted", s.year21.Convictions.Count, notebook.Whole)
	s.Value("before.prosecuted", s.year21.Defendants.Count, notebook.Whole)
	s.Value("before.ratio", ratio, notebook.Decimal(2))
	s.Value("sex.before", shareBefore, notebook.Percent(1))
	s.Value("sex.low", shareLow, notebook.Percent(1))
	s.Value("sex.high", shareHigh, notebook.Percent(1))
	s.Value("sex.fall", -100*change.Upper, notebook.Decimal(1))
	s.Value("unspecified", s.now.Figure(tipstats.Investigation, tipstats.Case, tipstats.New, tipstats.Unspecified).Count, notebook.Whole)

	s.Text(`
		For {{year}} the {{edition}} report states {{convicted}} defendants convicted and {{acquitted}} acquitted, so that
		{{convicted}} of {{verdicts}} who got a verdict were convicted: a conviction rate of **{{rate}}** ({{level}} interval
		{{rate.low}} to {{rate.high}}). For {{before}} and {{first}} there is no conviction rate, since
		no source at hand states how many were acquitted; the {{before.convicted}} persons convicted in {{before}} for every
		{{before.prosecuted}} newly prosecuted make a ratio of **{{before.ratio}}**, which is not a probability. The share of
		investigations that were for sex trafficking was {{sex.before}} in {{before}} and lies between {{sex.low}} and
		{{sex.high}} in {{year}}: it **fell by at least {{sex.fall}} percentage points** however the {{unspecified}} cases of
		an unspecified form are classified.`)
}
