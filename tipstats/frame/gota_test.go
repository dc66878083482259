package frame

import (
	"errors"
	"math"
	"reflect"
	"strings"
	"testing"

	"github.com/go-gota/gota/dataframe"
	"github.com/go-gota/gota/series"
)

func TestDataFrameKeepsMissingMissing(t *testing.T) {
	table := read(t, header+"PER,2022,investigation,813,true,\nPER,2021,prosecution,NR,false,x\nPER,2020,conviction,,true,\n")
	df := table.DataFrame()
	if df.Err != nil {
		t.Fatal(df.Err)
	}
	wantNames := []string{"country", "year", "stage", "value", "value.missing", "complete", "note"}
	wantTypes := []series.Type{series.String, series.Int, series.String, series.Int, series.String, series.Bool, series.String}
	if !reflect.DeepEqual(df.Names(), wantNames) || !reflect.DeepEqual(df.Types(), wantTypes) {
		t.Errorf("columns %v of types %v", df.Names(), df.Types())
	}
	value := df.Col("value")
	if value.Elem(0).Float() != 813 || !math.IsNaN(value.Elem(1).Float()) || !math.IsNaN(value.Elem(2).Float()) {
		t.Errorf("values %v", value)
	}
	if got := df.Col("value.missing").Records(); !reflect.DeepEqual(got, []string{"", "NR", ""}) {
		t.Errorf("kinds of missing %q", got)
	}
	back, err := FromDataFrame(df, courts)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(back.cells, table.cells) {
		t.Errorf("back from gota: %q, want %q", back.cells, table.cells)
	}
	if back.File() != "data frame" || back.Line(2) != 3 {
		t.Errorf("file %q, line %d", back.File(), back.Line(2))
	}
}

func TestDataFrameOfNoRows(t *testing.T) {
	table := read(t, header)
	back, err := FromDataFrame(table.DataFrame(), courts)
	if err != nil || back.Rows() != 0 {
		t.Errorf("%v, %v", back, err)
	}
}

// columns builds a data frame by hand, as a user of gota would.
func columns(value series.Series) dataframe.DataFrame {
	return dataframe.New(
		series.New([]string{"", "x"}, series.String, "note"), // not in the schema's order
		series.New([]string{"PER", "PER"}, series.String, "country"),
		series.New([]int{2021, 2022}, series.Int, "year"),
		series.New([]string{"conviction", "conviction"}, series.String, "stage"),
		value,
		series.New([]bool{true, false}, series.Bool, "complete"),
	)
}

func TestFromDataFrameTakesEachKindOfColumn(t *testing.T) {
	for name, value := range map[string]series.Series{
		"Int":    series.New([]any{233, nil}, series.Int, "value"),
		"Float":  series.New([]float64{233, math.NaN()}, series.Float, "value"),
		"String": series.New([]string{"233", ""}, series.String, "value"),
	} {
		table, err := FromDataFrame(columns(value), courts)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got := table.Strings("value"); !reflect.DeepEqual(got, []string{"233", ""}) {
			t.Errorf("%s: %q", name, got)
		}
	}
}

// doubled gives the second column the name of the first, which gota allows.
func doubled(df dataframe.DataFrame) dataframe.DataFrame {
	names := df.Names()
	names[1] = names[0]
	if err := df.SetNames(names...); err != nil {
		panic(err)
	}
	return df
}

// TestFromDataFrameWithoutAKindOfMissing: where the column of kinds is NaN too, the first kind holds.
func TestFromDataFrameWithoutAKindOfMissing(t *testing.T) {
	df := columns(series.New([]any{nil, 2}, series.Int, "value")).Mutate(series.New([]any{nil, nil}, series.String, "value.missing"))
	table, err := FromDataFrame(df, courts)
	if err != nil {
		t.Fatal(err)
	}
	if label, missing := table.Missing("value", 0); label != "not found" || !missing {
		t.Errorf("Missing = %q, %t", label, missing)
	}
}

func TestFromDataFrameProblems(t *testing.T) {
	good := series.New([]int{1, 2}, series.Int, "value")
	for _, tt := range []struct {
		name, message string
		frame         dataframe.DataFrame
	}{
		{"negative", `data frame, row 2, column 5 (value): read "-1", expected a whole number from 0`, columns(series.New([]int{1, -1}, series.Int, "value"))},
		{"fraction", `row 1, column 5 (value): read "1.5"`, columns(series.New([]float64{1.5, 2}, series.Float, "value"))},
		{"large", `row 1, column 5 (value): read "1e+300"`, columns(series.New([]float64{1e300, 2}, series.Float, "value"))},
		{"infinite", `row 1, column 5 (value): read "+Inf"`, columns(series.New([]float64{math.Inf(1), 2}, series.Float, "value"))},
		{"typo", `read "convicton", expected one of investigation, prosecution, conviction; did you mean conviction?`,
			columns(good).Mutate(series.New([]string{"convicton", "conviction"}, series.String, "stage"))},
		{"unknown column", `column 7: read "values", expected one of the columns`, columns(good).Mutate(series.New([]int{1, 2}, series.Int, "values"))},
		{"missing column", `expected a column "value"`, columns(good).Drop("value")},
		{"doubled key", `row 2, column 2 (country): read "PER", expected a key (country,year,stage) that no other row has; row 1 has the same`,
			columns(good).Mutate(series.New([]int{2022, 2022}, series.Int, "year"))},
		{"missing year", `row 1, column 3 (year): read "", expected a value`, columns(good).Mutate(series.New([]any{nil, 2022}, series.Int, "year"))},
		{"missing boolean", `row 1, column 6 (complete): read "", expected a value`, columns(good).Mutate(series.New([]any{nil, true}, series.Bool, "complete"))},
		{"doubled column", "column 2: read \"note\", expected a column once", doubled(columns(good))},
		{"kind of missing beside a value", `row 2, column 7 (value.missing): read "NR", expected an empty cell, for value is "2"`, columns(good).Mutate(series.New([]string{"", "NR"}, series.String, "value.missing"))},
		{"number as a kind of missing", `row 1, column 7 (value.missing): read "5", expected how the value is missing`, columns(series.New([]any{nil, 2}, series.Int, "value")).Mutate(series.New([]string{"5", ""}, series.String, "value.missing"))},
		{"unknown kind of missing", `row 1, column 7 (value.missing): read "NX"`, columns(series.New([]any{nil, 2}, series.Int, "value")).Mutate(series.New([]string{"NX", ""}, series.String, "value.missing"))},
	} {
		table, err := FromDataFrame(tt.frame, courts)
		var found Problems
		if !errors.As(err, &found) || table != nil || !strings.Contains(err.Error(), tt.message) {
			t.Errorf("%s: error %v, want one with %s", tt.name, err, tt.message)
		}
	}
	if _, err := FromDataFrame(dataframe.New(), courts); err == nil || errors.As(err, new(Problems)) {
		t.Errorf("an invalid data frame: error %v", err)
	}
	if _, err := FromDataFrame(columns(good), Schema{}); err == nil {
		t.Error("an empty schema was accepted")
	}
}

func TestFromDataFrameLeavesItsInputAlone(t *testing.T) {
	df := columns(series.New([]any{233, nil}, series.Int, "value"))
	before := df.Records()
	if _, err := FromDataFrame(df, courts); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(df.Records(), before) {
		t.Error("the data frame was changed")
	}
}
