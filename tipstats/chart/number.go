package chart

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/tipstats/tip/tipstats"
)

// whole writes a whole number with a comma every three digits, as the prose of a notebook does: "813", "1,343", "430,000".
func whole(n int) string {
	return grouped(strconv.Itoa(n))
}

// grouped puts a comma every three digits before the point of a number.
func grouped(digits string) string {
	digits, fraction, pointed := strings.Cut(digits, ".")
	if pointed {
		fraction = "." + fraction
	}
	if len(strings.TrimPrefix(digits, "-")) < 4 {
		return digits + fraction
	}
	for i := len(digits) - 3; i > 0 && digits[i-1] != '-'; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits + fraction
}

// counted writes a count in words with its number grouped: "89", "at least 44", "about 430,000", "not reported".
func counted(c tipstats.Count) string {
	words := strings.Fields(c.String())
	for i, word := range words {
		if word[0] >= '0' && word[0] <= '9' {
			words[i] = grouped(word)
		}
	}
	return strings.Join(words, " ")
}

// percent writes a proportion to one decimal: "55.6 %". What is neither 0 nor 1 never becomes 0.0 or 100.0.
func percent(v float64) string {
	text := percentDigits(v)
	switch {
	case v > 0 && text == "0.0":
		return "less than 0.1 %"
	case v < 1 && text == "100.0":
		return "more than 99.9 %"
	}
	return text + " %"
}

// percentDigits is a proportion in percent to one decimal, without the sign.
func percentDigits(v float64) string {
	return strconv.FormatFloat(100*v, 'f', 1, 64)
}

// ratio writes a ratio to three significant digits, without an exponent: "1.93", "0.127", "12.7", "1,500", "2,150,000".
func ratio(v float64) string {
	if math.IsInf(v, 1) {
		return "infinity"
	}
	scientific := strconv.FormatFloat(v, 'e', 2, 64)
	_, exponent, _ := strings.Cut(scientific, "e")
	power, err := strconv.Atoi(exponent)
	if err != nil || v == 0 {
		return "0"
	}
	rounded, _ := strconv.ParseFloat(scientific, 64)
	return grouped(strconv.FormatFloat(rounded, 'f', max(0, 2-power), 64))
}

// exactly writes a computed number for the table beside a figure, to twelve significant digits: further ones would depend on
// the processor.
func exactly(v float64) string {
	switch {
	case math.IsInf(v, 1):
		return "Inf"
	case math.IsNaN(v):
		return ""
	}
	return strconv.FormatFloat(v, 'g', 12, 64)
}

// boundCells are the columns value and bound of a count for the table beside a figure, in the words of the datasets; the
// value of a range is its ends with a hyphen between.
func boundCells(c tipstats.Count) (value, bound string) {
	lo, hi, known := c.Bounds()
	switch _, single := c.Value(); {
	case c == tipstats.NotReported:
		return "NR", ""
	case !known:
		return "", ""
	case c.IsApproximate():
		return strconv.Itoa(int(lo)), "approx"
	case single:
		return strconv.Itoa(int(lo)), "exact"
	case math.IsInf(hi, 1):
		return strconv.Itoa(int(lo)), "at_least"
	case lo == 0:
		return strconv.Itoa(int(hi)), "at_most"
	}
	return fmt.Sprintf("%d-%d", int(lo), int(hi)), "between"
}

// listed joins words as a sentence does: "sex", "sex and labor", "sex, labor and other".
func listed(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " and " + words[last]
}

// uncapitalised is a text that goes on within a sentence; an acronym and a number stay as they are.
func uncapitalised(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	second, _ := utf8.DecodeRuneInString(s[size:])
	if first == utf8.RuneError || !unicode.IsLower(second) && second != ' ' {
		return s
	}
	return string(unicode.ToLower(first)) + s[size:]
}

// capitalised begins a sentence.
func capitalised(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if first == utf8.RuneError {
		return s
	}
	return string(unicode.ToUpper(first)) + s[size:]
}
