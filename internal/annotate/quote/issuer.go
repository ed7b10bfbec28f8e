package quote

import (
	"strings"

	"rapporteur/internal/news"
)

// issuerReach is how many paragraphs back a paper may have been named of which
// words go on to be quoted.
const issuerReach = 4

// issuer is the quote before from a paper of that name, whose speaker's "the
// statement said" is too: the last one whose venue it is, or where none is, that
// of a body in the paragraph before. nil for none.
func (f *finder) issuer(paper string, block int32) *draft {
	for i := len(f.out) - 1; i >= 0 && block-f.out[i].block <= issuerReach; i-- {
		if m := f.handedOut(int(f.out[i].Sentence)-1, paper); m != nil {
			return &draft{Quote: news.Quote{Speaker: f.partyOf(m, f.beginOf(m))}}
		}
		if q := &f.out[i]; q.Speaker.Chain != 0 && (strings.Contains(lower(q.Venue.Of(f.a.Doc.Text)), paper) || f.tellsOf(int(q.Sentence)-1, paper)) {
			return q
		}
	}
	if q := &f.out[f.last]; block-q.block <= 1 && q.Speaker.Chain != 0 {
		if c := f.a.Chain(q.Speaker.Chain); c.Kind == news.Organization || c.Kind == news.Person && c.Named {
			return q
		}
	}
	return nil
}

// tellsOf reports whether a sentence has the word outside quotation marks.
func (f *finder) tellsOf(sentence int, word string) bool {
	if sentence < 0 || sentence >= len(f.a.Sentences) {
		return false
	}
	s := &f.a.Sentences[sentence]
	for i := int(s.First) - 1; i < int(s.Last) && i < f.n(); i++ {
		if f.inside[i] == 0 && f.low[i] == word {
			return true
		}
	}
	return false
}

// handedOut is whoever brings out the paper in a sentence that another tells:
// "The Orn Times said [Brenn] provided a written statement". nil for none.
func (f *finder) handedOut(sentence int, paper string) *news.Mention {
	s := &f.a.Sentences[sentence]
	first, last := int(s.First)-1, min(int(s.Last), f.n())
	for i := first + 1; i < last; i++ {
		if !issuing[f.low[i]] || f.inside[i] != 0 || !f.finite(i) {
			continue
		}
		for k := i + 1; k < min(last, i+6); k++ {
			if m := f.mentionEnding(i-1, first); f.low[k] == paper && m != nil && m.Form == news.Name && m.Chain != 0 && f.canSpeak(m) {
				return m
			}
		}
	}
	return nil
}
