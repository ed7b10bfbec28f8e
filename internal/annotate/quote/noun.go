package quote

import (
	"strings"

	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// sayings are nouns for what somebody says or thinks: a clause with "that"
// behind one of them is his.
var sayings = list("sayings")

// longestGenitive bounds the words between an owner and his noun: "Brenn's
// [repeated public] claim".
const longestGenitive = 4

// nouns finds what nouns for speech report in the unit:
//
//	Tovia's claim that the dam had burst      the complaint by Brenn, that it had
//	[owner]       [clause              ]                      [owner]       [clause]
//
// A noun without an owner reports nobody's words.
func (f *finder) nouns(u *unit) {
	if f.v == nil {
		return
	}
	for i := u.first; i < u.last; i++ {
		if f.inside[i] != 0 || !sayings[f.low[i]] || f.upos(i) != news.NOUN || f.trailing(u, i) {
			continue
		}
		owner, that := f.ownerOf(u, i)
		if owner.IsZero() {
			continue
		}
		if last := f.clauseAt(that, u.last); last > that+1 && !f.drafted(u, that+1) {
			f.pushNoun(u, i, owner, that+1, last)
		}
	}
}

// trailing reports whether token i stands in what trails a cue: "said in his
// [statement] that", whose content the cue reports.
func (f *finder) trailing(u *unit, i int) bool {
	for _, ci := range u.cues {
		if c := &f.cues[ci]; c.begins <= i && i <= c.ends {
			return true
		}
	}
	return false
}

// ownerOf is whose the noun at token i is, and the "that" behind it.
func (f *finder) ownerOf(u *unit, i int) (owner news.Party, that int) {
	that = f.thatBehind(u, i)
	switch {
	case that == 0:
		return owner, 0
	case f.is(i+1, "by", "from"):
		last := that - 1
		if f.is(last, ",") {
			last--
		}
		return f.speaker(f.mentionEnding(last, i+2)), that
	}
	return f.possessor(u, i), that
}

// thatBehind is the "that" which brings in what the noun at token i says: right
// behind it, behind who said it, or hung on it over a phrase, "claims in a
// lawsuit that". 0 for none.
func (f *finder) thatBehind(u *unit, i int) int {
	for k := i + 1; k < min(u.last, i+longestAside) && f.inside[k] == 0; k++ {
		switch {
		case f.is(k, "that"):
			h := int(f.v.Head(f.v.Head(news.TokenID(k+1)))) - 1
			if k == i+1 || f.is(i+1, "by", "from") || h == i || h > i && h < k && venueNouns()[f.low[h]] {
				return k
			}
			return 0
		case f.finite(k):
			return 0
		}
	}
	return 0
}

// speaker is m as a party; none where it cannot speak.
func (f *finder) speaker(m *news.Mention) (p news.Party) {
	if m == nil || m.Chain == 0 || !f.canSpeak(m) {
		return p
	}
	return f.partyOf(m, f.beginOf(m))
}

// possessor is the mention whose genitive, possessive or people stands before
// the noun at token i: "its claim", "the president's latest claim", "Tovian
// claims", or the people in plain words there: "the judges' statement".
func (f *finder) possessor(u *unit, i int) (p news.Party) {
	for k := i - 1; k >= max(u.first, i-1-longestGenitive) && f.inside[k] == 0; k-- {
		m := f.mentionEnding(k, u.first)
		switch {
		case f.genitive(k):
			if p = f.speaker(f.mentionEnding(k-1, u.first)); p.IsZero() && f.xpos(k-1) == news.NNS {
				if first := f.phraseTo(k-1, u.first); first < k && f.people(first, k-1) {
					p = news.Party{Span: f.span(first, k-1), Anonymous: true}
				}
			}
			return p
		case m != nil && (m.Form == news.Demonym || f.is(k, "his", "her", "its", "their")):
			return f.speaker(m)
		case f.upos(k) != news.ADJ && f.upos(k) != news.NOUN && f.xpos(k) != news.VBN:
			return p
		}
	}
	return p
}

// clauseAt is the last token of the clause that "that" at token i brings in; 0
// where it brings in none: "the claim that won".
func (f *finder) clauseAt(i, end int) int {
	if i == 0 || f.upos(i) != news.SCONJ || f.finite(i+1) {
		return 0
	}
	verb := f.v.Head(news.TokenID(i + 1))
	if int(verb)-1 <= i || int(verb)-1 > end {
		return 0
	}
	clause, last := f.v.Clause(verb), 0
	for k := i + 1; k <= end && f.a.Tokens[k].Span.End <= clause.End; k++ {
		last = k
	}
	return last
}

// drafted reports whether a quote of the unit begins at token i already.
func (f *finder) drafted(u *unit, i int) bool {
	for k := len(f.out) - 1; k >= 0 && f.out[k].block == u.block; k-- {
		if f.out[k].from == i {
			return true
		}
	}
	return false
}

// pushNoun writes down what noun i says in tokens from..to.
func (f *finder) pushNoun(u *unit, i int, owner news.Party, from, to int) {
	span, _ := f.partSpan(from, to)
	if span.Len() <= 0 {
		return
	}
	d := draft{block: u.block, from: from, to: to}
	d.Parts = []text.Span{span}
	d.Form = news.Indirect
	if f.containsQuoted(from, to) {
		d.Form = news.Mixed
	}
	f.claim(from, to)
	d.Speaker = owner
	d.Cue, d.CueLemma = f.span(i, i), strings.TrimSuffix(f.low[i], "s")
	d.Sentence = news.SentenceID(f.sentence[i] + 1)
	d.Rule, d.Confidence = "quote.noun-that", 0.6
	f.out = append(f.out, d)
}
