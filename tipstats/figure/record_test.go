package figure

import (
	"bytes"
	"testing"
)

const specimenRecord = `{"figure": "specimen", "data": "<a & b> 'é' ]]> </metadata>"}`

func recorded(record string) *Figure {
	f := specimen()
	f.Record = record
	return f
}

func TestRecordComesBackFromEveryFormat(t *testing.T) {
	for ending, file := range write(t, recorded(specimenRecord)) {
		got, err := ReadRecord(file)
		if err != nil {
			t.Fatalf("%s: %v", ending, err)
		}
		if got.Ending != ending || got.Record != specimenRecord || !got.Intact {
			t.Errorf("%s: read %+v", ending, got)
		}
	}
}

func TestRecordIsTheSameEachTime(t *testing.T) {
	first, second := write(t, recorded(specimenRecord)), write(t, recorded(specimenRecord))
	for ending := range first {
		if !bytes.Equal(first[ending], second[ending]) {
			t.Errorf("%s: two runs give other bytes", ending)
		}
	}
}

// TestContentLeavesTheRecordOut: two figures that differ in their record only have the same content, and no others.
func TestContentLeavesTheRecordOut(t *testing.T) {
	other := recorded("another")
	changed := recorded(specimenRecord)
	changed.Title = "Another title"
	a, b, c := write(t, recorded(specimenRecord)), write(t, other), write(t, changed)
	for ending := range a {
		var read [3]Carried
		for i, file := range [][]byte{a[ending], b[ending], c[ending]} {
			var err error
			if read[i], err = ReadRecord(file); err != nil {
				t.Fatal(err)
			}
		}
		if read[0].Content != read[1].Content {
			t.Errorf("%s: the record is part of the content", ending)
		}
		if read[0].Content == read[2].Content {
			t.Errorf("%s: the title is not part of the content", ending)
		}
	}
}

// TestContentIgnoresTheCompressor compresses the pixels of a PNG anew.
func TestContentIgnoresTheCompressor(t *testing.T) {
	file := write(t, recorded(specimenRecord))[".png"]
	chunks, err := pngChunks(file)
	if err != nil {
		t.Fatal(err)
	}
	for i, c := range chunks {
		if c.name == "IDAT" {
			chunks[i].data = deflatedAnew(t, c.data)
		}
	}
	again := pngFile(chunks)
	if bytes.Equal(again, file) {
		t.Fatal("the other compressor gives the same bytes: the test shows nothing")
	}
	read, err := ReadRecord(again)
	if err != nil || !read.Intact {
		t.Errorf("compressed anew: %+v, %v", read, err)
	}
}

func TestPDFWithRecordIsOfAVersionThatHasMetadata(t *testing.T) {
	f := recorded(specimenRecord)
	f.Draw = func(c *Canvas) { c.Rect(0, 0, 10, 10, Sex) } // no translucency, which asks for 1.4 as well
	if file := write(t, f)[".pdf"]; !bytes.HasPrefix(file, []byte("%PDF-1.4\n")) {
		t.Errorf("the file begins with %q", file[:9])
	}
}

func TestFigureWithoutRecordCarriesNone(t *testing.T) {
	for ending, file := range write(t, specimen()) {
		if bytes.Contains(file, []byte("seal")) {
			t.Errorf("%s holds a seal and no record", ending)
		}
	}
}

func TestRecordThatNoFileCanHold(t *testing.T) {
	if _, err := recorded("a\x00b").Render(); err == nil {
		t.Error("a record with a NUL is accepted")
	}
}
