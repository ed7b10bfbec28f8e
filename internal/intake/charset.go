package intake

import (
	"bytes"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/gogs/chardet"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// encodingOf decides in which encoding text is written: a mark at its start,
// then what a page declares of itself, then whether it is valid UTF-8, then
// how its bytes are distributed. name is "utf-8" when nothing needs decoding.
//
// A declaration is not believed where the bytes are valid UTF-8 with
// characters beyond ASCII: no other encoding gives that by chance.
func encodingOf(sample []byte) (e encoding.Encoding, name string) {
	if w := wide(sample); w == "utf-16le" {
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), w
	} else if w == "utf-16be" {
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM), w
	}
	if validStart(sample) {
		return encoding.Nop, "utf-8"
	}
	if label := declared(sample); label != "" {
		if e, name := charset.Lookup(label); e != nil && name != "utf-8" {
			return e, name
		}
	}
	return guess(sample)
}

// validStart reports whether sample is valid UTF-8 but for a character that its
// end cuts.
func validStart(sample []byte) bool {
	for range utf8.UTFMax {
		if utf8.Valid(sample) {
			return true
		}
		if last := len(sample) - 1; last >= 0 && sample[last] >= 0x80 {
			sample = sample[:last]
			continue
		}
		return false
	}
	return utf8.Valid(sample)
}

// declared is the encoding that a page or an XML file names near its start.
func declared(sample []byte) string {
	head := strings.ToLower(string(sample[:min(len(sample), 4096)]))
	for _, mark := range [...]string{"charset=", "encoding="} {
		_, rest, found := strings.Cut(head, mark)
		if !found {
			continue
		}
		rest = strings.TrimLeft(rest, ` "'`)
		if end := strings.IndexAny(rest, ` "'>;/?`); end > 0 {
			return rest[:end]
		}
	}
	return ""
}

const guessed = 64 << 10 // bytes that the detector looks at

// guess asks the detector, unless the text is UTF-8 but for a few bytes.
func guess(sample []byte) (encoding.Encoding, string) {
	if whole, broken := sequences(sample); whole > 2*broken {
		return encoding.Nop, "utf-8"
	}
	best, err := chardet.NewTextDetector().DetectBest(sample[:min(len(sample), guessed)])
	if err != nil {
		return encoding.Nop, "utf-8"
	}
	e, name := charset.Lookup(best.Charset)
	if e == nil || name == "utf-8" {
		return encoding.Nop, "utf-8"
	}
	return e, name
}

// sequences counts the characters beyond ASCII that are whole UTF-8, which
// text in other encodings has next to none of, and the bytes that are not.
func sequences(sample []byte) (whole, broken int) {
	for len(sample) > 0 {
		r, n := utf8.DecodeRune(sample)
		switch {
		case r == utf8.RuneError && n == 1:
			broken++
		case n > 1:
			whole++
		}
		sample = sample[n:]
	}
	return whole, broken
}

// decode brings a whole file to UTF-8. Bytes that are no text become U+FFFD.
func decode(data []byte) string {
	e, name := encodingOf(data)
	if name != "utf-8" {
		if out, err := e.NewDecoder().Bytes(data); err == nil {
			data = out
		}
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if utf8.Valid(data) {
		return string(data)
	}
	return strings.ToValidUTF8(string(data), "\ufffd")
}

// decodeAs is decode for bytes whose server declared their encoding. Bytes that
// are valid UTF-8 are that, whatever was declared.
func decodeAs(data []byte, label string) string {
	e, name := charset.Lookup(label)
	if e == nil || name == "utf-8" || utf8.Valid(data) || wide(data) != "" {
		return decode(data)
	}
	out, err := e.NewDecoder().Bytes(data)
	if err != nil {
		return decode(data)
	}
	return strings.ToValidUTF8(string(out), "\ufffd")
}

// decoding is r in UTF-8, with the encoding told from sample, its start.
func decoding(r io.Reader, sample []byte) io.Reader {
	e, name := encodingOf(sample)
	if name == "utf-8" {
		return r
	}
	return transform.NewReader(r, e.NewDecoder())
}
