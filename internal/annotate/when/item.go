package when

import (
	"unicode/utf8"

	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// item is what the grammar reads: a token, or a part of one that hyphens,
// dashes or slashes hold together ("24-hour", "2014-15", "mid-April").
type item struct {
	span  text.Span
	class class
	hint  hint
	n     int32  // value of a number, month, weekday, ordinal
	shift int16  // see lexeme
	unit  byte   // see lexeme
	code  string // see lexeme
	token news.TokenID
	width uint8 // how many digits, when it is all digits or digits and a half
	mark  byte  // the mark that it is, '-' for every dash; 0 for a word
	upper bool  // begins with a capital letter
	caps  bool  // two or more letters, all capitals
	gap   bool  // white space before it
	fresh bool  // first of a sentence or a paragraph
}

func (x *item) is(c class) bool { return x.class&c != 0 }

// itemize makes items of the tokens, in order.
func itemize(a *news.Analysis) []item {
	txt := a.Doc.Text
	out := make([]item, 0, len(a.Tokens)+len(a.Tokens)/8+2)
	next := 0 // next sentence
	end := int32(0)
	for i := range a.Tokens {
		sp := a.Tokens[i].Span
		if !sp.Fits(txt) || sp.Len() == 0 || sp.Start < end {
			continue
		}
		from := len(out)
		out = cut(out, txt, sp, news.TokenID(i+1))
		out[from].gap = sp.Start > end || from == 0
		out[from].fresh = from == 0
		for next < len(a.Sentences) && a.Sentences[next].Span.Start <= sp.Start {
			out[from].fresh = true
			next++
		}
		end = sp.End
	}
	return out
}

// cut appends the items of one token.
func cut(out []item, txt string, sp text.Span, id news.TokenID) []item {
	w := sp.Of(txt)
	x := item{span: sp, token: id}
	if x.read(w) {
		return append(out, x)
	}
	from := 0
	for i := 0; i < len(w); {
		n := joiner(w[i:])
		if n == 0 {
			i++
			continue
		}
		out = piece(out, txt, sp, id, from, i)
		out = piece(out, txt, sp, id, i, i+n)
		i += n
		from = i
	}
	return piece(out, txt, sp, id, from, len(w))
}

func piece(out []item, txt string, sp text.Span, id news.TokenID, from, to int) []item {
	if from >= to {
		return out
	}
	x := item{span: text.Span{Start: sp.Start + int32(from), End: sp.Start + int32(to)}, token: id}
	x.read(x.span.Of(txt))
	return append(out, x)
}

// joiner is the length of the hyphen, dash or slash that s begins with.
func joiner(s string) int {
	switch s[0] {
	case '-', '/':
		return 1
	case 0xe2: // U+2010 to U+2015
		if len(s) >= 3 && s[1] == 0x80 && s[2] >= 0x90 && s[2] <= 0x95 {
			return 3
		}
	}
	return 0
}

// read classifies w; it reports false when w is to be cut at joiners.
func (x *item) read(w string) bool {
	c := w[0]
	switch {
	case c >= '0' && c <= '9':
		return x.figures(w)
	case len(w) == 1 && !letter(c):
		x.class, x.mark = mark, c
		return true
	case joiner(w) == len(w):
		x.class, x.mark = mark, '-'
		return true
	}
	x.upper = c >= 'A' && c <= 'Z' || c >= utf8.RuneSelf && c != 0xe2 // not a typographic apostrophe
	return x.lookUp(w)
}

func letter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= utf8.RuneSelf }

// lookUp finds w in the lexicon; it reports false when w holds a joiner and is
// no word of its own.
func (x *item) lookUp(w string) bool {
	var buf [16]byte
	caps, joined := lowered(buf[:], w)
	x.caps = caps && len(w) > 1
	if len(w) > len(buf) {
		if !joined && !x.upper && w[len(w)-2:] == "ed" {
			x.hint = past
		}
		return !joined
	}
	k := buf[:len(w)]
	l := words().find(k)
	if l == nil && k[len(k)-1] == '.' {
		l = words().find(k[:len(k)-1])
		if l != nil && l.class&(monthShort|weekdayShort|unit|units|era|halfDay|about) == 0 {
			l = nil
		}
	}
	if l == nil {
		if !joined && isEd(k) && !x.upper {
			x.hint = past
		}
		return !joined
	}
	x.hint = l.hint
	if l.hint&(notPast|due) == 0 && isEd(k) {
		x.hint |= past
	}
	x.class, x.n, x.shift, x.unit, x.code = l.class, int32(l.n), l.shift, l.unit, l.code
	return true
}

// lowered writes w into buf in small letters, as far as it goes, and reports
// whether w has none and whether it holds a joiner.
func lowered(buf []byte, w string) (caps, joined bool) {
	caps = true
	for i := 0; i < len(w); i++ {
		c := w[i]
		caps = caps && (c < 'a' || c > 'z')
		joined = joined || joiner(w[i:]) > 0
		if c >= 'A' && c <= 'Z' {
			c |= 0x20
		}
		if i < len(buf) {
			buf[i] = c
		}
	}
	return caps, joined
}

// isEd reports whether w looks like a regular past form.
func isEd(w []byte) bool {
	n := len(w)
	return n > 4 && w[n-1] == 'd' && w[n-2] == 'e' && w[n-3] != 'e'
}

// figures reads a token that begins with a digit; false when it is to be cut.
func (x *item) figures(w string) bool {
	n, i := 0, 0
	for ; i < len(w) && w[i] >= '0' && w[i] <= '9'; i++ {
		if n < 1e8 {
			n = n*10 + int(w[i]-'0')
		}
	}
	rest := w[i:]
	if rest == "" {
		x.class, x.n, x.width = digits, int32(n), uint8(min(i, 255))
		return true
	}
	switch rest {
	case "st", "nd", "rd", "th":
		if i <= 2 {
			x.class, x.n = ordinal, int32(n)
		}
		return true
	}
	if len(rest) == 4 && rest[0] == ',' && i <= 3 { // "1,200"
		if m, ok := small(rest[1:]); ok {
			x.class, x.n = cardinal, int32(n*1000+m)
			return true
		}
	}
	if rest == ".5" || rest == ".0" {
		x.n, x.width = int32(n), uint8(min(i, 255)) // no digits: a count with a half
		return true
	}
	for j := range rest {
		if joiner(rest[j:]) > 0 {
			return false
		}
	}
	return true
}

// small reads up to four digits.
func small(s string) (n int, ok bool) {
	if len(s) == 0 || len(s) > 4 {
		return 0, false
	}
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
	}
	return n, true
}
