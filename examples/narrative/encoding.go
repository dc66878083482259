package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// decode turns a file into text: UTF-8, UTF-16 with or without its mark, or Windows-1252, which the note then says. What is none of these
// is an error that names the byte.
func decode(data []byte) (text, note string, err error) {
	if order := utf16Order(data); order != nil {
		text, err = decodeUTF16(data, order)
		return text, "read as UTF-16", err
	}
	if kind := binaryKind(data); kind != "" {
		return "", "", fmt.Errorf("this is %s: save its text as UTF-8 and read that", kind)
	}
	if i := bytes.IndexFunc(data, isControl); i >= 0 {
		return "", "", fmt.Errorf("byte %d is %#02x, which no text has: save the text as UTF-8 and read it again", i, data[i])
	}
	text = string(data)
	if utf8.Valid(data) {
		return strings.TrimPrefix(text, "\ufeff"), "", nil
	}
	i, several := firstInvalid(text)
	if several {
		return "", "", fmt.Errorf("byte %d is %#02x, which is not UTF-8, though text before or after it is: the file is damaged, or two files in one", i, data[i])
	}
	text, err = decodeWindows1252(data)
	return text, fmt.Sprintf("not UTF-8 (byte %d is %#02x), read as Windows-1252", i, data[i]), err
}

// binaryKind names the kind of a file that is often taken for a text.
func binaryKind(data []byte) string {
	for _, k := range []struct{ begins, kind string }{
		{"%PDF-", "a PDF"}, {"PK\x03\x04", "a Word document or an archive"}, {"\xd0\xcf\x11\xe0", "an old Word document"}, {"{\\rtf", "a document in RTF"}, {"\x1f\x8b", "an archive"},
	} {
		if bytes.HasPrefix(data, []byte(k.begins)) {
			return k.kind
		}
	}
	return ""
}

// isControl reports whether a character stands in no text.
func isControl(r rune) bool {
	return r < ' ' && r != '\t' && r != '\n' && r != '\r' && r != '\f' && r != '\v'
}

// firstInvalid finds the first byte that is not UTF-8, and reports whether characters of more than one byte that are stand in the text.
func firstInvalid(text string) (at int, several bool) {
	at = -1
	for i, r := range text {
		_, size := utf8.DecodeRuneInString(text[i:])
		if r == utf8.RuneError && size == 1 {
			if at < 0 {
				at = i
			}
		} else if size > 1 {
			several = true
		}
	}
	return at, several
}

// utf16Order is the byte order of a text in UTF-16: by its mark, or by the zeros that stand in every other byte of an English text. It
// is nil for another text.
func utf16Order(data []byte) binary.ByteOrder {
	switch {
	case bytes.HasPrefix(data, []byte{0xff, 0xfe}):
		return binary.LittleEndian
	case bytes.HasPrefix(data, []byte{0xfe, 0xff}):
		return binary.BigEndian
	}
	head := data[:min(len(data), 400)/2*2]
	zeros := [2]int{}
	for i, b := range head {
		if b == 0 {
			zeros[i%2]++
		}
	}
	switch {
	case len(head) < 8:
	case zeros[1] > len(head)/3 && zeros[0] == 0:
		return binary.LittleEndian
	case zeros[0] > len(head)/3 && zeros[1] == 0:
		return binary.BigEndian
	}
	return nil
}

func decodeUTF16(data []byte, order binary.ByteOrder) (string, error) {
	if len(data)%2 != 0 {
		return "", fmt.Errorf("byte %d ends a text in UTF-16 in the middle of a character", len(data)-1)
	}
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = order.Uint16(data[2*i:])
	}
	text := string(utf16.Decode(units))
	for i, r := range utf16.Decode(units) {
		if r == utf8.RuneError || isControl(r) {
			return "", fmt.Errorf("character %d is %U, which no text in UTF-16 has: save the text as UTF-8 and read it again", i, r)
		}
	}
	return strings.TrimPrefix(text, "\ufeff"), nil
}

// windows1252 are the characters of the bytes from 0x80 to 0x9f, in which it differs from Latin-1; five have none.
var windows1252 = [32]rune{
	0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017d, 0,
	0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0, 0x017e, 0x0178,
}

func decodeWindows1252(data []byte) (string, error) {
	var b strings.Builder
	for i, c := range data {
		r := rune(c)
		if c >= 0x80 && c < 0xa0 {
			r = windows1252[c-0x80]
		}
		if r == 0 {
			return "", fmt.Errorf("byte %d is %#02x, which is neither UTF-8 nor Windows-1252: save the text as UTF-8 and read it again", i, c)
		}
		b.WriteRune(r)
	}
	return b.String(), nil
}
