package frame

import (
	"bytes"
	"errors"
	"reflect"
	"strings"
	"testing"
)

// FuzzRead: no input makes Read panic; what it refuses, it refuses with problems in the order of the
// lines, those of the whole file last; what it takes comes back the same from Write, and by way of gota.
func FuzzRead(f *testing.F) {
	for _, text := range []string{
		"", "\ufeff", "\n", header, header + "PER,2022,investigation,813,true,\n",
		header + "PER,2022,investigation,NR,false,\"a \"\"b\"\",\r\nc\"\r\n",
		header + "PER,2022,\"inv", header + ",,,,,\n", strings.Repeat(",", 2000), "country;year\n", "\xff\xfe",
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		table, err := Read(bytes.NewReader(data), courts)
		if err != nil {
			checkProblems(t, err)
			return
		}
		var written bytes.Buffer
		if err := Write(&written, table.Columns(), records(table)); err != nil {
			t.Fatalf("%q was read but not written: %v", data, err)
		}
		again, err := Read(&written, courts)
		if err != nil || !reflect.DeepEqual(again.cells, table.cells) {
			t.Fatalf("%q was not read back: %v", data, err)
		}
		if strings.Contains(string(data), "NaN") {
			return // gota takes this text for a missing value
		}
		back, err := FromDataFrame(table.DataFrame(), courts)
		if err != nil || !reflect.DeepEqual(back.cells, table.cells) {
			t.Fatalf("%q did not come back from gota: %v", data, err)
		}
	})
}

func checkProblems(t *testing.T, err error) {
	t.Helper()
	var found Problems
	if !errors.As(err, &found) || len(found) == 0 || len(found) > MaxProblems {
		t.Fatalf("error %v", err)
	}
	line := 0
	for _, p := range found {
		if p.Line < line && p.Line > 0 || p.Expected == "" || p.File != "input" {
			t.Fatalf("problem %+v after line %d", p, line)
		}
		line = p.Line
	}
	if message := err.Error(); strings.Count(message, "\n") > MaxProblems || message == "" {
		t.Fatalf("message %q", message)
	}
}
