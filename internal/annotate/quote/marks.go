package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// quoted is one stretch of a report between quotation marks.
//
//	“I will,” she said.      outer = “I will,”   inner = I will,
//
// A stretch that a paragraph leaves open and the next one opens again is one
// quoted a paragraph, the later ones with goesOn set.
type quoted struct {
	outer  text.Span // with its marks
	inner  text.Span // without them, trimmed; never empty
	block  int32
	family rune // '"' or '\'': marks of one family close each other
	depth  int8 // 0 outermost
	goesOn bool // continues the quoted before it, which its paragraph left open
	open   bool // no closing mark in its paragraph
}

// quoteds finds what stands between quotation marks in every block of doc, in
// order of their start. Linear in the text.
func quoteds(doc *news.Document) []quoted {
	m := machine{text: doc.Text}
	for i := range doc.Blocks {
		m.read(int32(i), doc.Blocks[i].Span)
	}
	return posts(doc, m.out)
}

// machine pairs marks, a block at a time. Its stack holds indexes into out of
// the stretches that are open.
type machine struct {
	text  string
	out   []quoted
	stack []int
	block int32
	span  text.Span
}

func (m *machine) read(block int32, span text.Span) {
	carried := m.carried()
	m.block, m.span, m.stack = block, span, m.stack[:0]
	s := span.Of(m.text)
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if family := familyOf(r); family != 0 {
			size = m.mark(s, i, size, r, family)
		}
		i += size
	}
	m.endBlock()
	m.carryOn(block, carried)
}

// carried is the outermost stretch that the block before left open, -1 for none.
func (m *machine) carried() int {
	if len(m.stack) == 0 {
		return -1
	}
	return m.stack[0]
}

// carryOn ties the first stretch of this block to one that the block before
// left open, when it opens where the block does. A stretch left open that
// nothing takes up lost its closing mark.
func (m *machine) carryOn(block int32, carried int) {
	if carried < 0 || block == 0 {
		return
	}
	for i := carried + 1; i < len(m.out); i++ {
		q := &m.out[i]
		if q.block != block {
			continue
		}
		if q.depth == 0 && q.family == m.out[carried].family && q.outer.Start == m.span.Start {
			q.goesOn = true
		}
		return
	}
}

// familyOf tells double marks ('"') from single ones ('\”), 0 for no mark.
func familyOf(r rune) rune {
	switch r {
	case '"', '“', '”', '„', '‟', '«', '»', '″', '＂':
		return '"'
	case '\'', '‘', '’', '‚', '‛', '`', '‹', '›':
		return '\''
	}
	return 0
}

// mark treats the mark of the given family at s[i] and returns its width: 2
// single marks in a row stand for a double one.
func (m *machine) mark(s string, i, size int, r, family rune) int {
	if family == '\'' {
		if n, sz := utf8.DecodeRuneInString(s[i+size:]); n == r && (r == '\'' || r == '`' || r == '’' || r == '‘') {
			size, family = size+sz, '"'
		}
	}
	before, after := around(s, i, size)
	if family == '\'' && isApostrophe(r, before, after, m.opened('\'')) {
		return size
	}
	switch direction(r, before, after, m.opened(family)) {
	case opening:
		m.open(s, i, size, family)
	case closing:
		m.close(i, size, family)
	}
	return size
}

// around gives the runes at either side of s[i:i+size], ' ' at the ends.
func around(s string, i, size int) (before, after rune) {
	before, after = ' ', ' '
	if i > 0 {
		before, _ = utf8.DecodeLastRuneInString(s[:i])
	}
	if i+size < len(s) {
		after, _ = utf8.DecodeRuneInString(s[i+size:])
	}
	return before, after
}

// isApostrophe reports whether a single mark stands inside or at the edge of a
// word: "don't", "the ministers' talks", "'90s".
func isApostrophe(r, before, after rune, open bool) bool {
	switch {
	case isWord(before) && isWord(after):
		return true
	case r == '‘' || r == '‹' || r == '›':
		return false
	case isWord(before) && !open: // a plural's genitive, or a clipped word
		return true
	case !isWord(before) && unicode.IsDigit(after): // '90s
		return true
	}
	return false
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

type side int8

const (
	neither side = iota
	opening
	closing
)

// direction says whether a mark opens or closes. Typographic marks say so
// themselves, unless their place belies them: ” at the start of a paragraph,
// “ after a full stop and before a space. Straight ones go by their place, and
// where that is undecided by whether one is open.
func direction(r, before, after rune, open bool) side {
	leads := (unicode.IsSpace(before) || opensAfter(before)) && !unicode.IsSpace(after)
	trails := !unicode.IsSpace(before) && (unicode.IsSpace(after) || closesBefore(after))
	switch r {
	case '“', '„', '«', '‘', '‚', '‹', '`':
		if trails && open && !leads {
			return closing
		}
		return opening
	case '”', '»', '’', '›', '‟':
		if leads && !open && isWord(after) {
			return opening
		}
		if !open {
			return neither
		}
		return closing
	}
	switch {
	case leads && !trails:
		return opening
	case trails && !leads, open:
		return closing
	case r == '\'' || r == '″':
		return neither
	}
	return opening
}

func opensAfter(r rune) bool { return strings.ContainsRune("([{-–—/:…“\"‘'", r) }

func closesBefore(r rune) bool { return strings.ContainsRune(".,;:!?)]}-–—/…”\"’'", r) }

// opened reports whether a stretch of the family is open.
func (m *machine) opened(family rune) bool {
	for _, i := range m.stack {
		if m.out[i].family == family {
			return true
		}
	}
	return false
}

// open begins a stretch. One of the same family that is open already is a
// quotation inside a quotation when the block still has a closing mark for
// each, and otherwise lost its own closing mark before this opening one.
func (m *machine) open(s string, i, size int, family rune) {
	if m.opened(family) && (endsSentence(s[:i]) || closers(s[i+size:], family) < 2) {
		m.cut(family, int(m.span.Start)+len(strings.TrimRightFunc(s[:i], unicode.IsSpace)))
	}
	at := m.span.Start + int32(i)
	m.out = append(m.out, quoted{
		outer: text.Span{Start: at, End: at}, inner: text.Span{Start: at + int32(size)},
		block: m.block, family: family, depth: int8(min(len(m.stack), 100)),
	})
	m.stack = append(m.stack, len(m.out)-1)
}

func endsSentence(s string) bool {
	s = strings.TrimRightFunc(s, unicode.IsSpace)
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?…", r)
}

// nearby bounds how far closers looks ahead.
const nearby = 600

// closers counts the marks ahead that can close the family, before the next
// that can only open it.
func closers(s string, family rune) int {
	n := 0
	s = s[:min(len(s), nearby)]
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if familyOf(r) == family {
			before, after := around(s, i, size)
			switch {
			case family == '\'' && isApostrophe(r, before, after, true):
			case direction(r, before, after, true) == closing:
				n++
			default:
				return n
			}
		}
		i += size
	}
	return n
}

// close ends the innermost stretch of the family and all that opened inside it.
func (m *machine) close(i, size int, family rune) {
	for k := len(m.stack) - 1; k >= 0; k-- {
		if m.out[m.stack[k]].family != family {
			continue
		}
		end := m.span.Start + int32(i)
		for _, j := range m.stack[k+1:] {
			m.finish(j, end, end, true)
		}
		m.finish(m.stack[k], end, end+int32(size), false)
		m.stack = m.stack[:k]
		return
	}
}

// cut ends the open stretches of the family at byte end: their closing mark is missing.
func (m *machine) cut(family rune, end int) {
	for k, j := range m.stack {
		if m.out[j].family == family {
			for _, l := range m.stack[k:] {
				m.finish(l, int32(end), int32(end), true)
			}
			m.stack = m.stack[:k]
			return
		}
	}
}

func (m *machine) finish(j int, inner, outer int32, open bool) {
	q := &m.out[j]
	q.inner.End, q.outer.End, q.open = max(inner, q.inner.Start), max(outer, q.inner.Start), open
	q.inner = q.inner.Trim(m.text)
}

// endBlock ends what is open at the block's end, drops what is empty or is a
// single mark gone astray, and keeps on the stack what may go on in the next.
func (m *machine) endBlock() {
	first := len(m.out)
	for first > 0 && m.out[first-1].block == m.block {
		first--
	}
	carried := -1
	for _, j := range m.stack {
		m.finish(j, m.span.End, m.span.End, true)
		if carried < 0 && m.out[j].family == '"' {
			carried = j
		}
	}
	w := first
	m.stack = m.stack[:0]
	for j := first; j < len(m.out); j++ {
		q := m.out[j]
		if q.inner.Len() <= 0 || q.family == '\'' && q.inner.Len() == 1 || (q.open && q.family == '\'') {
			continue
		}
		m.out[w] = q
		if j == carried {
			m.stack = append(m.stack, w)
		}
		w++
	}
	m.out = m.out[:w]
}
