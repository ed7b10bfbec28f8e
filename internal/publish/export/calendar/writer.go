package calendar

import (
	"bufio"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxLine is how many bytes a line may have without its end (RFC 5545, 3.1).
const maxLine = 75

// writer writes content lines.
type writer struct {
	w   *bufio.Writer
	err error
}

func newWriter(w io.Writer) *writer { return &writer{w: bufio.NewWriter(w)} }

// words writes a property of type TEXT.
func (w *writer) words(name, value string) { w.line(name, escape(value)) }

// line writes a property whose value needs no escape, folded at 75 bytes and
// never within a character.
func (w *writer) line(name, value string) {
	rest := name + ":" + clean(value)
	room := maxLine
	for len(rest) > room {
		at := room
		for at > 0 && !utf8.RuneStart(rest[at]) {
			at--
		}
		w.put(rest[:at] + "\r\n ")
		rest = rest[at:]
		room = maxLine - 1
	}
	w.put(rest + "\r\n")
}

func (w *writer) put(s string) {
	if w.err == nil {
		_, w.err = w.w.WriteString(s)
	}
}

func (w *writer) flush() error {
	if w.err != nil {
		return w.err
	}
	return w.w.Flush()
}

var escapes = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\r\n", `\n`, "\n", `\n`)

// escape is a value of type TEXT (RFC 5545, 3.3.11).
func escape(s string) string { return escapes.Replace(s) }

// clean takes away what a value may not have: control characters and bytes
// that are no text.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
}
