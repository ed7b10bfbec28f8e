// Package quote finds reported speech and says whose it is.
//
//	"We will not sign," Brenn told reporters, adding that talks had failed.
//	 [content 1      ]  [speaker] [venue    ] [cue 2]     [content 2      ]
//	1: direct, by Brenn, cue "tell"      2: indirect, by Brenn, cue "add"
//
// In come tokens, sentences, mentions, chains and times, and tags and arcs
// where they are there. Out come quotes by place: direct ones between marks,
// indirect ones without, mixed ones with some words between marks. What stands
// between marks and is nobody's (a title, a term, a nickname) is no quote. A
// speaker that cannot be told stays unknown.
//
// The unit of work is a sentence, or the several that one quotation joins. In
// a unit the cues outside quotation marks are found first, then who speaks,
// then what is said: what follows the cue, what stands before it, or both.
// Quotations that no cue claims continue the speaker before them, or are
// dropped. Rules are named in docs/rules.md.
package quote

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/internal/annotate/grammar"
	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// Quotes reads all layers up to Times; returns the Quotes layer.
func Quotes(a *news.Analysis) []news.Quote {
	if len(a.Tokens) == 0 || len(a.Sentences) == 0 {
		return nil
	}
	f := newFinder(a)
	f.findCues()
	f.findScript()
	for first := 0; first < len(a.Sentences); {
		u := f.unitAt(first)
		if !f.labelled(&u) {
			f.read(&u)
		}
		first = u.lastSentence + 1
	}
	f.carryBack()
	return f.finish()
}

// finder is the work on one report. Token numbers in it start at 0.
type finder struct {
	a        *news.Analysis
	v        *grammar.View // nil without arcs
	lex      *lex.Lexicon
	word     func(int) string
	low      []string
	sentence []int32
	starts   [][]int32 // mentions that start at a token, longest first (1-based)
	ends     [][]int32 // mentions that end at a token, longest first (1-based)

	quoteds []quoted
	inside  []int32 // 1 + the outermost quoted that covers a token, marks included
	claimed []bool  // the quoteds that are part of a quote
	cues    []cue   // by place
	cueFrom int     // first cue that the next unit may hold

	counts map[string]int // see phrases

	turn   *turn           // the block that is all somebody's words
	script map[int32]int32 // the blocks that a speaker's name and a colon open: the colon's token

	out  []draft
	last int // the last attributed draft, -1 none
}

// draft is a quote in the making.
type draft struct {
	news.Quote
	quoted  int // 1 + the quoted that it is, 0 for other content
	relayed int // 1 + the draft whose relay it is and nothing else
	block   int32
	from    int // tokens of its whole content
	to      int
}

func newFinder(a *news.Analysis) *finder {
	n := len(a.Tokens)
	f := &finder{a: a, lex: lex.Default(), low: make([]string, n), sentence: make([]int32, n), inside: make([]int32, n),
		starts: make([][]int32, n), ends: make([][]int32, n), quoteds: outermost(a.Doc.Text, quoteds(a.Doc)), last: -1}
	f.word = func(i int) string { return a.Tokens[i].Span.Of(a.Doc.Text) }
	for i := range n {
		f.low[i] = lower(f.word(i))
	}
	for s := range a.Sentences {
		for i := int(a.Sentences[s].First) - 1; i >= 0 && i < int(a.Sentences[s].Last) && i < n; i++ {
			f.sentence[i] = int32(s)
		}
	}
	f.claimed = make([]bool, len(f.quoteds))
	f.indexMentions()
	f.coverQuoteds()
	if a.Done&news.Arcs != 0 && len(a.Arcs) == n {
		f.v = grammar.New(a)
	}
	return f
}

// outermost keeps the quoteds that stand in no other: what is quoted inside a
// quotation is the speaker's own affair. Nicknames go too.
func outermost(txt string, all []quoted) []quoted {
	out := all[:0]
	for _, q := range all {
		if q.depth == 0 && !nickname(txt, q) && !title(q.inner.Of(txt)) && !titled(txt, q) {
			out = append(out, q)
		}
	}
	return out
}

// works stand before the title of one.
var works = list("works")

// titled reports whether a quoted is a title behind a word for what has titles,
// with the sentence's own comma or full stop inside the marks.
func titled(txt string, q quoted) bool {
	before := strings.TrimRight(txt[:q.outer.Start], " ")
	word := lower(before[strings.LastIndexAny(before, " \n")+1:])
	s := strings.TrimRight(q.inner.Of(txt), ".,")
	return s != "" && title(s) && (works[word] || strings.HasSuffix(word, "'s") || strings.HasSuffix(word, "’s"))
}

// title reports whether s is written as titles of works are: two to eight
// words, each with a capital but for small ones, and no mark at the end.
func title(s string) bool {
	words := strings.Fields(s)
	if len(words) < 2 || len(words) > 8 || strings.IndexByte(",.?!", s[len(s)-1]) >= 0 {
		return false
	}
	capital := 0
	for i, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		switch {
		case unicode.IsUpper(r):
			capital++
		case i == 0 || len(w) > 4:
			return false
		}
	}
	return capital >= 2 && strings.ToUpper(s) != s
}

// nickname reports whether a quoted stands inside a name: Ada “Sunny” Brenn.
func nickname(txt string, q quoted) bool {
	before, after := strings.TrimRight(txt[:q.outer.Start], " "), strings.TrimLeft(txt[q.outer.End:], " ")
	s := q.inner.Of(txt)
	if before == "" || after == "" || strings.Count(s, " ") > 1 || strings.IndexByte(",.?!", s[len(s)-1]) >= 0 {
		return false
	}
	word := before[strings.LastIndexAny(before, " \n")+1:]
	first, _ := utf8.DecodeRuneInString(word)
	last, _ := utf8.DecodeLastRuneInString(word)
	inner, _ := utf8.DecodeRuneInString(s)
	next, _ := utf8.DecodeRuneInString(after)
	return unicode.IsUpper(first) && unicode.IsLetter(last) && unicode.IsUpper(inner) && unicode.IsUpper(next)
}

func (f *finder) indexMentions() {
	for i := range f.a.Mentions {
		m := &f.a.Mentions[i]
		if m.First < 1 || m.Last < m.First || int(m.Last) > len(f.low) {
			continue
		}
		f.starts[m.First-1] = append(f.starts[m.First-1], int32(i+1))
		f.ends[m.Last-1] = append(f.ends[m.Last-1], int32(i+1))
	}
}

// coverQuoteds notes for every token the quoted that it stands in.
func (f *finder) coverQuoteds() {
	i := 0
	for q := range f.quoteds {
		outer := f.quoteds[q].outer
		for i < len(f.low) && f.a.Tokens[i].Span.End <= outer.Start {
			i++
		}
		for ; i < len(f.low) && f.a.Tokens[i].Span.Start < outer.End; i++ {
			f.inside[i] = int32(q + 1)
		}
	}
}

func (f *finder) n() int { return len(f.low) }

func (f *finder) span(first, last int) text.Span {
	return text.Span{Start: f.a.Tokens[first].Span.Start, End: f.a.Tokens[last].Span.End}
}

// finish puts the quotes in order of place.
func (f *finder) finish() []news.Quote {
	out := make([]news.Quote, 0, len(f.out))
	for i := range f.out {
		if q := f.out[i].Quote; len(q.Parts) > 0 {
			out = append(out, q)
		}
	}
	slices.SortStableFunc(out, func(x, y news.Quote) int {
		return cmp.Or(cmp.Compare(x.Parts[0].Start, y.Parts[0].Start), cmp.Compare(y.Span().End, x.Span().End))
	})
	return out
}
