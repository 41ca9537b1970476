package read

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// errNotText is what a file of NULs and control characters ends with.
var errNotText = errors.New("the file is not text")

// decodeText turns the bytes of a text file into UTF-8: a byte order mark is
// taken off, UTF-16 and Windows-1252 (of which Latin-1 is a part) are
// recognised, and single bytes that are no UTF-8 are replaced.
func decodeText(b []byte) (string, error) {
	if enc := utf16Of(b); enc != nil {
		out, err := enc.NewDecoder().Bytes(b)
		if err != nil {
			return "", err
		}
		b = out
	}
	b = bytes.TrimPrefix(b, []byte("\ufeff"))
	if !isText(b[:min(len(b), 8192)]) {
		return "", errNotText
	}
	if utf8.Valid(b) {
		return string(b), nil
	}
	if mostlyUTF8(b) {
		return string(bytes.ToValidUTF8(b, []byte("\ufffd"))), nil
	}
	out, err := charmap.Windows1252.NewDecoder().Bytes(b)
	return string(out), err
}

// textReader decodes a stream as decodeText does a whole file, by what its
// first bytes tell; single bytes that are no UTF-8 are left to the caller.
func (in *Input) textReader() (io.Reader, error) {
	r := bufio.NewReaderSize(in.R, sniffSize)
	head, err := r.Peek(sniffSize)
	if err != nil && err != io.EOF {
		return nil, err
	}
	if enc := utf16Of(head); enc != nil {
		return transform.NewReader(r, enc.NewDecoder()), nil
	}
	if !isText(head[:min(len(head), 8192)]) {
		return nil, errNotText
	}
	if bytes.HasPrefix(head, []byte("\ufeff")) {
		r.Discard(3)
		return r, nil
	}
	for cut := 0; cut < 4 && len(head) > 0 && !utf8.RuneStart(head[len(head)-1]); cut++ {
		head = head[:len(head)-1] // a rune that the buffer cut
	}
	if len(head) > 0 && head[len(head)-1] >= utf8.RuneSelf {
		head = head[:len(head)-1]
	}
	if utf8.Valid(head) || mostlyUTF8(head) {
		return r, nil
	}
	return transform.NewReader(r, charmap.Windows1252.NewDecoder()), nil
}

// utf16Of recognises UTF-16 by its byte order mark or, without one, by the
// zero bytes that every second place of a Latin text holds; nil: it is none.
func utf16Of(b []byte) encoding.Encoding {
	switch {
	case bytes.HasPrefix(b, []byte{0xFF, 0xFE}), bytes.HasPrefix(b, []byte{0xFE, 0xFF}):
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case len(b) < 4:
		return nil
	}
	head := b[:min(len(b), 1024)&^1]
	if bytes.IndexByte(head, 0) < 0 {
		return nil
	}
	var zeros [2]int
	for i, c := range head {
		if c == 0 {
			zeros[i&1]++
		}
	}
	half := len(head) / 2
	switch {
	case zeros[1] > half*3/4 && zeros[0] < half/10+1:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case zeros[0] > half*3/4 && zeros[1] < half/10+1:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	}
	return nil
}

// isText tells a text's first bytes from those of a binary file: no NUL and
// hardly any control character but tab, line end, form feed and escape.
func isText(b []byte) bool {
	if bytes.IndexByte(b, 0) >= 0 {
		return false
	}
	controls := 0
	for _, c := range b {
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1b && c != '\v' {
			controls++
		}
	}
	return controls*50 <= len(b)
}

// mostlyUTF8 tells a UTF-8 text with a few broken bytes from one in an 8-bit
// encoding, where accented letters hardly ever form a valid sequence.
func mostlyUTF8(b []byte) bool {
	valid, broken := 0, 0
	for len(b) > 0 {
		if b[0] < utf8.RuneSelf {
			b = b[1:]
			continue
		}
		r, n := utf8.DecodeRune(b)
		if r == utf8.RuneError && n == 1 {
			broken++
		} else {
			valid++
		}
		b = b[n:]
	}
	return valid > broken
}
