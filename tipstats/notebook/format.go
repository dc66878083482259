package notebook

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/tipstats/tip/tipstats"
)

// A Format writes a value for prose. It is an error to give it a value that it cannot write: a number that is missing, NaN
// or infinite, or a text where a number is expected. [Whole], [Year], [Words] and [Text] are formats, and [Decimal] and
// [Percent] make one; a notebook may bring its own.
//
// The numeric formats take every Go integer and float and a [tipstats.Count], whose qualifier is kept: "at least 44",
// "about 120". A count that was not reported or not found is an error, since no number may stand for it. A negative number
// has a true minus sign.
type Format func(value any) (string, error)

// Whole writes a whole number with a comma every three digits: 1,266. A number with a fraction is an error: round it, or
// use [Decimal].
func Whole(value any) (string, error) { return formatNumber(value, whole) }

// Year writes a whole number without commas: 2022.
func Year(value any) (string, error) {
	return formatNumber(value, func(x float64) (string, error) {
		text, err := whole(x)
		return strings.ReplaceAll(text, ",", ""), err
	})
}

// Words writes a whole number below one hundred in words, "thirty-nine", and any other as [Whole] does.
func Words(value any) (string, error) { return formatNumber(value, words) }

// Decimal writes a number with a fixed number of decimals, rounded: Decimal(1) writes 18.8.
func Decimal(decimals int) Format {
	return func(value any) (string, error) {
		return formatNumber(value, func(x float64) (string, error) { return fixed(x, decimals), nil })
	}
}

// Percent writes a fraction as a percentage with a fixed number of decimals, rounded: Percent(1) writes 0.55625 as
// "55.6 %". The number of a percentage point is written by Decimal.
func Percent(decimals int) Format {
	return func(value any) (string, error) {
		return formatNumber(value, func(x float64) (string, error) { return fixed(100*x, decimals) + " %", nil })
	}
}

// Text writes a text as it is, with any run of white space as one space. Characters that mean something in Markdown or
// HTML come out as themselves.
func Text(value any) (string, error) {
	text, ok := value.(string)
	if !ok {
		return "", fmt.Errorf("Text writes a string, not %T", value)
	}
	text = strings.Map(func(r rune) rune {
		if !showable(r) || r == mark {
			return '\uFFFD'
		}
		return r
	}, strings.ToValidUTF8(text, "\uFFFD"))
	text = strings.Join(strings.Fields(text), " ")
	if text == "" {
		return "", errors.New("the text is empty")
	}
	return text, nil
}

// formatNumber writes a number, or each number of a count with the words that qualify it.
func formatNumber(value any, write func(float64) (string, error)) (string, error) {
	if count, ok := value.(tipstats.Count); ok {
		return formatCount(count, write)
	}
	x, ok := number(value)
	if !ok {
		return "", fmt.Errorf("a number is expected, not %T", value)
	}
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return "", fmt.Errorf("%v is no number that prose can state", x)
	}
	return write(x)
}

func formatCount(count tipstats.Count, write func(float64) (string, error)) (string, error) {
	lo, hi, known := count.Bounds()
	if !known {
		return "", fmt.Errorf("the count is %v: no number may stand for it, so say it in words", count)
	}
	switch {
	case math.IsInf(hi, 1):
		text, err := write(lo)
		return "at least " + text, err
	case lo == hi && count.IsApproximate():
		text, err := write(lo)
		return "about " + text, err
	case lo == hi:
		return write(lo)
	case lo == 0:
		text, err := write(hi)
		return "at most " + text, err
	}
	low, err := write(lo)
	if err != nil {
		return "", err
	}
	high, err := write(hi)
	return "between " + low + " and " + high, err
}

// number is a Go number as a float64. Every count is below 2^53, where the conversion is exact.
func number(value any) (float64, bool) {
	switch v := value.(type) {
	case float64:
		return v, true
	case float32:
		return float64(v), true
	case int:
		return float64(v), true
	case int8:
		return float64(v), true
	case int16:
		return float64(v), true
	case int32:
		return float64(v), true
	case int64:
		return float64(v), true
	case uint:
		return float64(v), true
	case uint8:
		return float64(v), true
	case uint16:
		return float64(v), true
	case uint32:
		return float64(v), true
	case uint64:
		return float64(v), true
	}
	return 0, false
}

// digits is to how many significant digits a number is rounded before it is written. Processors differ in the last
// of the 17 digits that a float64 has, and what is written must not.
const digits = 13

// rounded is the number to which all processors agree.
func rounded(x float64) float64 {
	y, err := strconv.ParseFloat(strconv.FormatFloat(x, 'e', digits-1, 64), 64)
	if err != nil {
		return x // only where rounding overflows: beyond any number that is written
	}
	return y
}

func whole(x float64) (string, error) {
	x = rounded(x)
	if x != math.Trunc(x) || math.Abs(x) > 1<<53 {
		return "", fmt.Errorf("%v is no whole number", x)
	}
	return fixed(x, 0), nil
}

// fixed writes a number with so many decimals, with a comma every three digits.
func fixed(x float64, decimals int) string {
	text := strconv.FormatFloat(math.Abs(rounded(x)), 'f', max(decimals, 0), 64)
	integer, fraction, _ := strings.Cut(text, ".")
	for i := len(integer) - 3; i > 0; i -= 3 {
		integer = integer[:i] + "," + integer[i:]
	}
	if fraction != "" {
		integer += "." + fraction
	}
	if x < 0 && strings.Trim(text, "0.") != "" {
		return "\u2212" + integer
	}
	return integer
}

var (
	ones = strings.Fields("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen " +
		"sixteen seventeen eighteen nineteen")
	tens = strings.Fields("twenty thirty forty fifty sixty seventy eighty ninety")
)

func words(x float64) (string, error) {
	text, err := whole(x)
	if err != nil || x < 0 || rounded(x) >= 100 {
		return text, err
	}
	n := int(rounded(x))
	switch {
	case n < 20:
		return ones[n], nil
	case n%10 == 0:
		return tens[n/10-2], nil
	}
	return tens[n/10-2] + "-" + ones[n%10], nil
}
