package chart

import (
	"errors"
	"math"
	"regexp"
	"strconv"
	"strings"

	"github.com/tipstats/tip/tipstats"
	"github.com/tipstats/tip/tipstats/infer"
)

// amount is a rate in words: "55.6 %", "1.93", "at most 0.659", "between 36.7 % and 76.1 %". A proportion is in percent, a flow
// ratio is a number.
func amount(r tipstats.Rate) string { return amountIn(r, quotient(r.Kind())) }

// amountIn is amount with a way to write a number of one's own.
func amountIn(r tipstats.Rate, write func(float64) string) string {
	if v, ok := r.Value(); ok {
		return write(v)
	}
	lo, hi := r.Bounds()
	openAbove := openAbove(r)
	switch {
	case lo == hi:
		return write(lo)
	case saysNothing(r):
		return "any value"
	case lo == 0:
		return "at most " + write(hi)
	case openAbove:
		return "at least " + write(lo)
	}
	return "between " + write(lo) + " and " + write(hi)
}

// openAbove reports whether nothing that the figures say bounds a rate from above.
func openAbove(r tipstats.Rate) bool {
	_, hi := r.Bounds()
	return math.IsInf(hi, 1) || r.Kind() == tipstats.Proportion && hi == 1
}

// saysNothing reports whether the figures of a rate allow any value of it.
func saysNothing(r tipstats.Rate) bool {
	lo, hi := r.Bounds()
	return lo == 0 && hi > 0 && openAbove(r)
}

// quotient is how a kind of rate is written.
func quotient(k tipstats.Kind) func(float64) string {
	if k == tipstats.Proportion {
		return percent
	}
	return ratio
}

// limits are the limits of an interval in the unit of the rate, without its sign: "47.9 to 63.1".
func limits(k tipstats.Kind, iv infer.Interval) string {
	if k == tipstats.Proportion {
		return percentDigits(iv.Lower) + " to " + percentDigits(iv.Upper)
	}
	return ratio(iv.Lower) + " to " + ratio(iv.Upper)
}

// levelWords is a confidence level, with as many digits as tell it from 100 %: "95 %", "99.99999 %".
func levelWords(level float64) string {
	text := "100"
	for digits := 6; text == "100" && digits <= 17; digits++ {
		text = strconv.FormatFloat(100*level, 'g', digits, 64)
	}
	return text + " %"
}

// intervalWords is an interval with its level: "95 % interval 47.9 to 63.1". It is empty if there is none.
func intervalWords(r tipstats.Rate, level float64) string {
	iv, err := r.Interval(level)
	if err != nil {
		return ""
	}
	return levelWords(level) + " interval " + limits(r.Kind(), iv)
}

// reasons are the reasons, in words, for which a rate was refused.
func reasons(err error) []string {
	inner := errors.Unwrap(err)
	if inner == nil {
		return []string{regrouped(err.Error())}
	}
	list := []error{inner}
	if joined, ok := inner.(interface{ Unwrap() []error }); ok {
		list = joined.Unwrap()
	}
	var texts []string
	for _, e := range list {
		text := e.Error()
		if errors.Is(e, tipstats.ErrUnits) {
			text = "units differ: cases and persons"
		}
		texts = append(texts, regrouped(text))
	}
	return texts
}

// refusal is all reasons in one line.
func refusal(err error) string {
	return strings.Join(reasons(err), "; ")
}

var number = regexp.MustCompile(`[0-9]+(\.[0-9]+)?`)

// regrouped writes the numbers of a text as every chart does.
func regrouped(text string) string {
	return number.ReplaceAllStringFunc(text, func(digits string) string {
		if len(digits) == 4 && (digits[:2] == "19" || digits[:2] == "20") {
			return digits // a year
		}
		return grouped(digits)
	})
}
