package tipstats

import "errors"

// The reasons for which a rate or a comparison is refused, for [errors.Is]. The message of the error that wraps them
// names the figures.
var (
	ErrUnits       = errors.New("cases and persons are never divided by each other")
	ErrCohorts     = errors.New("figures of different cohorts (new, ongoing, new and ongoing together) are not compared")
	ErrNotReported = errors.New("not reported, as the source itself says")
	ErrNotFound    = errors.New("not found in any source")
	ErrPeriods     = errors.New("a rate relates figures of one year")
	ErrCountries   = errors.New("a rate relates figures of one country")
	ErrPart        = errors.New("a part is larger than the whole that it belongs to")
	ErrSame        = errors.New("a figure over itself is no rate")
	ErrZero        = errors.New("the denominator is or can be zero, so the rate has no value")
	ErrRange       = errors.New("known only as a range")
)
