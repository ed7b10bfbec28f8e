// Package token cuts a report into words and marks, as Universal Dependencies
// cuts English.
//
//	He didn't meet Gen. Aldo Brightwater's pro-war wing (at 5:30pm).
//	He|did|n't|meet|Gen.|Aldo|Brightwater|'s|pro-war|wing|(|at|5:30|pm|)|.
//
// In goes the text of a report; out come tokens in order that cover every
// byte but white space, each inside one block. It knows words.txt and the
// shape of figures, addresses and abbreviations; it does not know sentences,
// and it never changes a byte. Time is linear in the text.
package token

import (
	"rapporteur/internal/news"
	"rapporteur/internal/text"
	"unicode"
	"unicode/utf8"
)

// Tokens reads Doc; returns the Tokens layer.
func Tokens(a *news.Analysis) []news.Token {
	c := cutter{txt: a.Doc.Text, out: make([]news.Token, 0, len(a.Doc.Text)/5+8)}
	at := 0
	for _, b := range a.Doc.Blocks {
		if !b.Span.Fits(c.txt) || int(b.Span.Start) < at {
			continue
		}
		c.block(at, int(b.Span.Start))
		c.block(int(b.Span.Start), int(b.Span.End))
		at = int(b.Span.End)
	}
	c.block(at, len(c.txt))
	return c.out
}

// cutter walks over one text.
type cutter struct {
	txt   string
	out   []news.Token
	fresh bool // an address may start here
	quote bool // a single quotation mark has been opened in this block and not closed
}

// block cuts txt[from:to] at white space and each piece into tokens.
func (c *cutter) block(from, to int) {
	c.quote = false
	for i := from; i < to; {
		start := skip(c.txt, i, to, true)
		end := skip(c.txt, start, to, false)
		if start < end {
			c.piece(start, end)
		}
		i = end
	}
}

// skip is the first place at or after i where white space ends (space) or begins.
func skip(txt string, i, to int, space bool) int {
	for i < to {
		b := txt[i]
		if b < utf8.RuneSelf {
			if isSpaceByte[b] != space {
				return i
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(txt[i:to])
		if unicode.IsSpace(r) != space {
			return i
		}
		i += n
	}
	return to
}

var isSpaceByte = [utf8.RuneSelf]bool{' ': true, '\t': true, '\n': true, '\r': true, '\v': true, '\f': true}

func (c *cutter) add(start, end int) {
	c.out = append(c.out, news.Token{Span: text.At(start, end)})
}

func (c *cutter) addGlued(start, end int) {
	c.out = append(c.out, news.Token{Span: text.At(start, end), Glued: true})
}

// piece cuts the unbroken txt[i:end].
func (c *cutter) piece(i, end int) {
	if plainWord(c.txt[i:end]) {
		c.word(i, end, 0)
		return
	}
	c.fresh = true
	for i < end {
		i = c.next(i, end)
	}
}

// next adds the token that starts at i and returns where it ends.
func (c *cutter) next(i, end int) int {
	s := c.txt[i:end]
	if c.fresh {
		if n := address(s); n > 0 {
			c.add(i, i+n)
			c.fresh = false
			return i + n
		}
	}
	if n := marks(s); n > 0 {
		c.mark(i, i+n, end)
		return i + n
	}
	n := wordLen(s)
	if n < len(s) && s[n] == '.' && c.numbers(i, i+n, end) {
		n++
	}
	c.word(i, i+n, 0)
	c.fresh = false
	return i + n
}

// numbers reports whether txt[i:j] is an abbreviation for what a figure
// behind it counts: "No. 3". The piece ends at end, with the full stop.
func (c *cutter) numbers(i, j, end int) bool {
	if end != j+1 || !numbered.has(c.txt[i:j]) {
		return false
	}
	next := skip(c.txt, end, min(end+4, len(c.txt)), true)
	return class[c.txt[min(next, len(c.txt)-1)]] == digit
}

// mark adds the punctuation txt[i:j] of a piece that ends at end.
func (c *cutter) mark(i, j, end int) {
	c.fresh = c.txt[i] != '-'
	n := apostrophe(c.txt, i)
	if n != j-i && c.txt[i:j] != "‘" {
		c.add(i, j)
		return
	}
	if n > 0 && !c.quote && c.possessive(i, j, end) {
		c.addGlued(i, j)
		return
	}
	c.quote = j < end && at(c.txt[:end], j) == letter
	c.add(i, j)
}

// possessive reports whether the apostrophe txt[i:j] ends a plural: "workers'".
func (c *cutter) possessive(i, j, end int) bool {
	if len(c.out) == 0 || int(c.out[len(c.out)-1].Span.End) != i || j < end && at(c.txt[:end], j) != other {
		return false
	}
	b := c.txt[i-1] | 0x20
	return b == 's' || b == 'z' || b == 'x'
}

// plainWord reports whether s is nothing but ASCII letters, the common case.
func plainWord(s string) bool {
	for i := 0; i < len(s); i++ {
		if class[s[i]] != letter {
			return false
		}
	}
	return true
}

// mostClitics bounds how many clitics one word can shed ("couldn't've").
const mostClitics = 2

// word adds txt[i:j], a word, in as many tokens as it has clitics; shed says
// how many it has lost already.
func (c *cutter) word(i, j, shed int) {
	w := c.txt[i:j]
	if cut := contraction(w); cut != nil {
		c.parts(i, cut)
		return
	}
	if n := figureLen(w); n > 0 {
		c.add(i, i+n)
		c.add(i+n, j)
		return
	}
	if n := clitic(w); n > 0 && shed < mostClitics {
		c.word(i, j-n, shed+1)
		c.addGlued(j-n, j)
		return
	}
	c.add(i, j)
}

// parts adds a contraction: the first part, then the others glued to it.
func (c *cutter) parts(i int, lens []int) {
	c.add(i, i+lens[0])
	i += lens[0]
	for _, n := range lens[1:] {
		c.addGlued(i, i+n)
		i += n
	}
}

func contraction(w string) []int {
	var buf [32]byte
	b, ok := lower(&buf, w)
	if !ok || len(b) < 2 {
		return nil
	}
	return contractions[string(b)]
}
