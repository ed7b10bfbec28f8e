// Package sentence groups tokens into sentences.
//
//	[Ballots|were|burnt|.] ["|We|saw|smoke|,|"|said|Gen.|Okoro|.]
//
// In go the text, its blocks and its tokens; out come sentences that tile the
// tokens in order. A sentence never leaves its block, and the headline is one
// sentence whatever stands in it. Nothing is known here but marks, capitals
// and white space: what abbreviation ends a sentence is asked of the token
// before it. Time is linear in the tokens.
package sentence

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// Sentences reads Doc and Tokens; returns the Sentences layer by the rules
// alone. Splitter does better where a writer does not keep to them.
func Sentences(a *news.Analysis) []news.Sentence {
	g := grouper{a: a}
	return group(a, func(i, _, last int) bool { return g.ends(i, last) })
}

// group cuts every block of a at the tokens behind which ends holds; first and
// last are the block's own.
func group(a *news.Analysis, ends func(i, first, last int) bool) []news.Sentence {
	g := grouper{a: a, out: make([]news.Sentence, 0, len(a.Tokens)/16+1)}
	block := 0
	for first := 0; first < len(a.Tokens); {
		at := a.Tokens[first].Span.Start
		for block+1 < len(a.Doc.Blocks) && a.Doc.Blocks[block+1].Span.Start <= at {
			block++
		}
		last := first
		for last+1 < len(a.Tokens) && a.Tokens[last+1].Span.Start < g.blockEnd(block) {
			last++
		}
		g.block(first, last, int32(block), ends)
		first = last + 1
	}
	return g.out
}

// grouper walks over the tokens of one report.
type grouper struct {
	a   *news.Analysis
	out []news.Sentence
}

// blockEnd is where the block after b starts, so that stray text between
// blocks stays with the block before it.
func (g *grouper) blockEnd(b int) int32 {
	if b+1 < len(g.a.Doc.Blocks) {
		return g.a.Doc.Blocks[b+1].Span.Start
	}
	return int32(len(g.a.Doc.Text)) + 1
}

// block cuts tokens first to last, all of one block.
func (g *grouper) block(first, last int, block int32, ends func(i, first, last int) bool) {
	whole := int(block) < len(g.a.Doc.Blocks) && g.a.Doc.Blocks[block].Kind == news.Headline
	start := first
	if d := g.dateline(first, last); d >= 0 && !whole {
		g.add(first, d, block)
		start = d + 1
	}
	for i := start; i < last && !whole; i++ {
		if ends(i, first, last) {
			g.add(start, i, block)
			start = i + 1
		}
	}
	g.add(start, last, block)
}

// longest is how many tokens a sentence may have. Nobody writes one that long;
// what has no marks at all is cut here, so that what later stages do within a
// sentence, and quote of it, stays bounded.
const longest = 400

func (g *grouper) add(first, last int, block int32) {
	for ; last-first >= longest; first += longest {
		g.one(first, first+longest-1, block)
	}
	g.one(first, last, block)
}

func (g *grouper) one(first, last int, block int32) {
	from, to := g.a.Tokens[first].Span.Start, g.a.Tokens[last].Span.End
	g.out = append(g.out, news.Sentence{
		Span:  text.Span{Start: from, End: to},
		First: news.TokenID(first + 1), Last: news.TokenID(last + 1),
		Block: block,
	})
}

func (g *grouper) word(i int) string { return g.a.Tokens[i].Span.Of(g.a.Doc.Text) }

// gap reports whether white space stands behind token i.
func (g *grouper) gap(i int) bool {
	return g.a.Tokens[i].Span.End < g.a.Tokens[i+1].Span.Start
}

// ends reports whether a sentence ends behind token i; token last ends the block.
func (g *grouper) ends(i, last int) bool {
	w := g.word(i)
	if closes(w) && i > 0 { // the mark stands before the closing quote or bracket
		return g.gap(i) && terminal(g.word(i-1)) && g.opens(i+1)
	}
	if !terminal(w) {
		return dotted(w) && g.gap(i) && g.abbreviationEnds(i)
	}
	next := g.word(i + 1)
	if !g.gap(i) && closes(next) && (i+2 > last || i+1 < last && g.gap(i+1)) {
		return false // the closing mark is still to come
	}
	if !g.gap(i) && !strings.ContainsAny(w, "!?") {
		return false
	}
	if w == "..." || w == "…" || w == ".." {
		return upper(next)
	}
	return g.opens(i + 1)
}

// opens reports whether token i could be the first of a sentence.
func (g *grouper) opens(i int) bool {
	w := g.word(i)
	r, _ := utf8.DecodeRuneInString(w)
	return !unicode.IsLower(r) && !strings.ContainsRune(",;:)]}.?!%", r)
}

// abbreviationEnds reports whether the abbreviation at token i also ends its
// sentence: only when a word that starts sentences more often than names
// follows.
func (g *grouper) abbreviationEnds(i int) bool {
	_, ok := openers[g.word(i+1)]
	return ok
}

// openers are capitalised words that, behind an abbreviation, start a new sentence.
var openers = func() map[string]struct{} {
	m := map[string]struct{}{}
	for _, w := range strings.Fields("The A An In On At But And He She They We It I This That These Those There If When While As For However His Her Their Our My What Who Why How Yes No Not So Then Still Yet After Before Since Although Though Also") {
		m[w] = struct{}{}
	}
	return m
}()

// terminal reports whether w is a mark that can end a sentence.
func terminal(w string) bool {
	switch w[0] {
	case '.', '!', '?':
		return strings.Trim(w, ".!?") == ""
	}
	return w == "…" || w == "。"
}

// closes reports whether w closes a quotation or a bracket.
func closes(w string) bool {
	switch w {
	case "\"", "''", "'", "”", "’", ")", "]", "»":
		return true
	}
	return false
}

// dotted reports whether w is an abbreviation with its full stop.
func dotted(w string) bool { return len(w) > 1 && w[len(w)-1] == '.' }

func upper(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}
