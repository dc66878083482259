package tipstats

import (
	"strings"
	"testing"
)

// peruCSV are the figures on law enforcement of the Peru narrative in the 2023 report, without locators.
const peruCSV = `country,report,year,stage,cohort,form,unit,value,bound,slice,complete,source,locator,note
PER,2023,2022,investigation,new,all,case,813,exact,,true,tip2023,,
PER,2023,2022,investigation,new,sex,case,298,exact,,true,tip2023,,
PER,2023,2022,investigation,new,labor,case,194,exact,,true,tip2023,,
PER,2023,2022,investigation,new,unspecified,case,321,exact,,true,tip2023,,
PER,2023,2021,investigation,new,all,case,354,exact,,true,tip2023,,
PER,2023,2021,investigation,new,sex,case,336,exact,,true,tip2023,,
PER,2023,2021,investigation,new,labor,case,18,exact,,true,tip2023,,
PER,2023,2022,prosecution,new,all,case,103,exact,,true,tip2023,,
PER,2023,2022,prosecution,ongoing,all,case,45,exact,,true,tip2023,,
PER,2023,2022,prosecution,both,all,person,241,exact,,true,tip2023,,
PER,2023,2022,conviction,unstated,all,person,89,exact,,true,tip2023,,
PER,2023,2022,conviction,unstated,sex,person,61,exact,,true,tip2023,,
PER,2023,2022,conviction,unstated,labor,person,21,exact,,true,tip2023,,
PER,2023,2022,conviction,unstated,unspecified,person,7,exact,,true,tip2023,,
PER,2023,2022,acquittal,unstated,all,person,71,exact,,true,tip2023,,
PER,2023,2022,arrest,unstated,all,person,NR,exact,,true,tip2023,,
PER,2023,2021,prosecution,new,all,person,121,exact,,true,tip2023,,
PER,2023,2021,conviction,unstated,all,person,233,exact,,true,tip2023,,
PER,2023,2020,prosecution,unstated,all,person,44,at_least,,false,tip2023,,
PER,2023,2020,conviction,unstated,all,person,29,exact,,false,tip2023,,
`

func read(t *testing.T, csv string) *Dataset {
	t.Helper()
	d, err := ReadCSV(strings.NewReader(csv))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func peru(t *testing.T, year int) *Funnel {
	t.Helper()
	f, err := read(t, peruCSV).Funnel("PER", year)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// withRows is a dataset of the header and the given rows, each without its source, locator and note.
func withRows(t *testing.T, rows ...string) *Dataset {
	t.Helper()
	header, _, _ := strings.Cut(peruCSV, "\n")
	return read(t, header+"\n"+strings.Join(rows, ",s,,\n")+",s,,\n")
}

func must[T any](t *testing.T) func(T, error) T {
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}
