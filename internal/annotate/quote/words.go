package quote

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/internal/news"
)

func lower(w string) string { return strings.ToLower(w) }

// is reports whether token i is in range and one of the words, in lower case.
func (f *finder) is(i int, ws ...string) bool {
	return i >= 0 && i < f.n() && slices.Contains(ws, f.low[i])
}

func (f *finder) upper(i int) bool {
	r, _ := utf8.DecodeRuneInString(f.word(i))
	return unicode.IsUpper(r)
}

func (f *finder) tagged() bool { return f.a.Done&news.Tags != 0 && len(f.a.Tags) == f.n() }

// upos is the tag of token i; NoUPOS out of range and without tags.
func (f *finder) upos(i int) news.UPOS {
	if i < 0 || i >= f.n() || !f.tagged() {
		return news.NoUPOS
	}
	return f.a.Tags[i].UPOS
}

func (f *finder) xpos(i int) news.XPOS {
	if i < 0 || i >= f.n() || !f.tagged() {
		return 0
	}
	return f.a.Tags[i].XPOS
}

func (f *finder) genitive(i int) bool {
	return f.is(i, "'s", "’s", "'", "’") && f.a.Tokens[i].Glued
}

// wordless reports whether token i is a mark.
func (f *finder) wordless(i int) bool {
	r, _ := utf8.DecodeRuneInString(f.low[i])
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '$' && r != '%' && r != '\'' && r != '’' || r == '\'' && len(f.low[i]) == 1
}

// before is the last token left of i, at or after begin, that is no adverb or
// auxiliary; neg and hedge say what was passed over.
type group struct {
	first         int // first token of the verb group
	negated       bool
	hedged        bool
	passive       bool
	infinitive    bool // "to say"
	modal         bool
	participleHas bool
}

var auxiliaries = list("auxiliaries")

var adverbs = list("adverbs")

var prepositions = list("prepositions")

// lyNouns end in -ly and are no adverbs.
var lyNouns = list("lyNouns")

var negations = list("negations")

var hedges = list("hedges")

// groupOf walks left from verb i over its auxiliaries and adverbs.
func (f *finder) groupOf(i, begin int) group {
	g := group{first: i}
	for j := i - 1; j >= begin && f.inside[j] == 0; j-- {
		w := f.low[j]
		switch {
		case negations[w]:
			g.negated = true
		case hedges[w]:
			g.hedged = true
		case w == "to":
			g.infinitive = true
		case f.auxiliary(j):
			switch w {
			case "is", "are", "was", "were", "been", "be", "being", "am", "'re", "’re":
				g.passive = true
			case "may", "might", "could", "would", "should", "can", "ca":
				g.modal = true
			case "has", "have", "had", "'ve", "’ve":
				g.participleHas = true
			}
		case adverbs[w], len(w) > 5 && strings.HasSuffix(w, "ly") && !lyNouns[w] && !f.upper(j), f.upos(j) == news.ADV && !f.is(j, "so", "here", "there", "when", "where", "why", "how", "ago"):
		default:
			return g
		}
		g.first = j
	}
	return g
}

// auxiliary reports whether token i is a helping verb; "'s" only where the
// tags do not take it for a genitive.
func (f *finder) auxiliary(i int) bool {
	if !auxiliaries[f.low[i]] {
		return false
	}
	if f.genitive(i) {
		return f.upos(i) == news.AUX || f.upos(i) == news.VERB
	}
	return true
}

// finite reports whether token i is a verb that can head a clause, as far as
// can be told.
func (f *finder) finite(i int) bool {
	switch f.upos(i) {
	case news.AUX:
		return true
	case news.VERB:
		x := f.xpos(i)
		return x == news.VBD || x == news.VBP || x == news.VBZ || x == news.VBN || x == news.VB
	case news.NoUPOS:
		return auxiliaries[f.low[i]] || strings.HasSuffix(f.low[i], "ed")
	}
	return false
}

// anyFinite reports whether a clause can be seen in from..to.
func (f *finder) anyFinite(from, to int) bool {
	for i := from; i <= to; i++ {
		if f.finite(i) {
			return true
		}
	}
	return false
}
