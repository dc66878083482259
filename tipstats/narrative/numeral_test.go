package narrative

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

type counted struct {
	tokens int
	value  float64
}

func TestReadNumeral(t *testing.T) {
	for text, want := range map[string]counted{
		"1,266 cases": {1, 1266}, "1,26 cases": {1, 1.26}, "12.5 percent": {1, 12.5}, "1.2 million euros": {2, 1.2e6}, "zero": {1, 0}, "nine": {1, 9}, "thirty-nine suspects": {1, 39}, "thirty nine": {2, 39},
		"one hundred": {2, 100}, "one hundred and twelve": {4, 112}, "one thousand two hundred": {4, 1200}, "two thousand three hundred and six": {6, 2306}, "twelve thousand": {2, 12000},
		"two hundred and six for forced labor": {2, 200}, "one and seven": {1, 1}, "ten eleven": {1, 10}, "hundred cases": {0, 0}, "cases": {0, 0}, "": {0, 0}, "Fifteen cases": {1, 15}, "one million": {2, 1e6},
	} {
		if got := readNumeral(tokenize(text)); (counted{got.tokens, got.value}) != want {
			t.Errorf("%q: %+v, want %+v", text, got, want)
		}
	}
}

// spelled writes a number below a million in words, as reports do.
func spelled(n int) string {
	small := map[int]string{}
	for w, v := range unitWords {
		small[v] = w
	}
	tens := map[int]string{20: "twenty", 30: "thirty", 40: "forty", 50: "fifty", 60: "sixty", 70: "seventy", 80: "eighty", 90: "ninety"}
	switch {
	case n < 20:
		return small[n]
	case n < 100 && n%10 == 0:
		return tens[n]
	case n < 100:
		return tens[n-n%10] + "-" + small[n%10]
	case n < 1000 && n%100 == 0:
		return small[n/100] + " hundred"
	case n < 1000:
		return small[n/100] + " hundred and " + spelled(n%100)
	case n%1000 == 0:
		return spelled(n/1000) + " thousand"
	}
	return spelled(n/1000) + " thousand " + spelled(n%1000)
}

func TestNumbersInWordsAndDigitsAreOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 999_999).Draw(t, "n")
		words := spelled(n)
		if got := readNumeral(tokenize(words)); got.value != float64(n) || got.tokens != len(strings.Fields(words)) {
			t.Fatalf("%q: %+v, want %d", words, got, n)
		}
		digits := fmt.Sprint(n)
		if n > 999 {
			digits = fmt.Sprintf("%d,%03d", n/1000, n%1000)
		}
		if got := readNumeral(tokenize(digits)); got != (numeral{tokens: 1, value: float64(n)}) {
			t.Fatalf("%q: %+v, want %d", digits, got, n)
		}
	})
}

// TestValueComesThrough: whatever the number and however it is written, the statement has its value.
func TestValueComesThrough(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.OneOf(rapid.IntRange(1, 99), rapid.IntRange(1, 999_999)).Draw(t, "n")
		form := rapid.SampledFrom([]string{fmt.Sprint(n), spelled(n)}).Draw(t, "form")
		if isYear(tokenize(form)[0]) {
			return // a year is never a count
		}
		text := "Courts convicted " + form + " traffickers."
		r, err := Extract(text, Options{})
		if err != nil || len(r.Statements) != 1 || r.Statements[0].Value != n {
			t.Fatalf("%q: %+v, %v", text, r, err)
		}
		if words := text[r.Statements[0].Words.Start:r.Statements[0].Words.End]; words != form+" traffickers" {
			t.Fatalf("%q: words %q", text, words)
		}
	})
}
