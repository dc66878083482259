package datasets

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// numberPattern finds numbers in digits ("1,266", "1.5 million", the 24 of "24-hour") and words that may
// be numbers ("Thirty-nine", "fifth").
var numberPattern = regexp.MustCompile(`(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)( million| thousand)?|\pL+(?:-\pL+)?`)

var numberWords = map[string]int{
	"no": 0, "one": 1, "single": 1, "once": 1, "first": 1, "two": 2, "twice": 2, "second": 2, "three": 3, "third": 3,
	"four": 4, "fourth": 4, "five": 5, "fifth": 5, "six": 6, "sixth": 6, "seven": 7, "seventh": 7, "eight": 8, "eighth": 8,
	"nine": 9, "ninth": 9, "ten": 10, "tenth": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
	"sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
	"sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}

// numbersIn returns the numbers of a text, in its order, those that stand in words among them.
func numbersIn(text string) []int {
	var list []int
	for _, match := range numberPattern.FindAllStringSubmatch(text, -1) {
		if match[1] == "" {
			if n, ok := wordNumber(match[0]); ok {
				list = append(list, n)
			}
			continue
		}
		scale := map[string]float64{"": 1, " thousand": 1e3, " million": 1e6}[match[2]]
		value, err := strconv.ParseFloat(strings.ReplaceAll(match[1], ",", ""), 64)
		if err == nil && value*scale == float64(int(value*scale)) {
			list = append(list, int(value*scale))
		}
	}
	return list
}

// wordNumber reads "two", "Thirty-nine" or "fifth"; of "two-year" it reads the first half.
func wordNumber(word string) (int, bool) {
	first, second, compound := strings.Cut(strings.ToLower(word), "-")
	n, ok := numberWords[first]
	if !ok {
		return 0, false
	}
	units, ok := numberWords[second]
	if compound && ok && n >= 20 && units < 10 {
		return n + units, true
	}
	return n, true
}

func TestNumbersIn(t *testing.T) {
	for text, want := range map[string][]int{
		"opened 1,266 cases – 24 new":                     {1266, 24},
		"Thirty-nine girls, two boys and no man":          {39, 2, 0},
		"an estimated $5 million, more than 1.5 million":  {5000000, 1500000},
		"approximately 430,000 people":                    {430000},
		"a 24-hour hotline, a 180-day reprieve":           {24, 180},
		"its fifth report, twice a year, a single case":   {5, 2, 1},
		"(2021-2030), COVID-19, Article 129":              {2021, 2030, 19, 129},
		"a two-year plan of twenty-first-century cooking": {2, 21},
		"another tone, often, nobody, northeast":          nil,
		"12 to 20 years’ imprisonment, 17.5 points":       {12, 20},
		"in 2022.": {2022},
	} {
		if got := numbersIn(text); !slices.Equal(got, want) {
			t.Errorf("numbersIn(%q) = %v, want %v", text, got, want)
		}
	}
}
