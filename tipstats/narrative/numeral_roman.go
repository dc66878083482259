package narrative

import "strings"

// romanDigits are the digits of the numbers that reports write in the Roman way, up to 39 ("Chapter XIV").
var romanDigits = map[byte]int{'I': 1, 'V': 5, 'X': 10}

// romanNumber reads a Roman number in capitals. One letter is none: "I" is a word.
func romanNumber(s string) int {
	if len(s) < 2 || len(s) > 8 {
		return 0
	}
	sum := 0
	for i := range len(s) {
		digit := romanDigits[s[i]]
		if digit == 0 {
			return 0
		}
		if i+1 < len(s) && romanDigits[s[i+1]] > digit {
			digit = -digit
		}
		sum += digit
	}
	if sum < 1 || sum > 39 || roman(sum) != s {
		return 0
	}
	return sum
}

// roman writes a number below 40 in the Roman way.
func roman(n int) string {
	tens := strings.Repeat("X", n/10)
	return tens + []string{"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"}[n%10]
}
