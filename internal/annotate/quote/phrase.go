package quote

import (
	"strings"

	"rapporteur/internal/news"
)

// phraseFrom is the last token of a noun phrase that starts at i; i-1 for none.
func (f *finder) phraseFrom(i, end int) int {
	last := i - 1
	for j := i; j <= end && f.inside[j] == 0 && j-i < 20; j++ {
		if last >= i && f.upos(j) != news.ADJ && f.timeAt(&cue{}, j) > j {
			return last
		}
		if m := f.phraseMention(j, i, last); m != nil {
			last = int(m.Last) - 1
			j = last
			if f.phraseEnds(m, j+1) {
				return last
			}
			continue
		}
		switch f.phrasePart(j, i, last) {
		case partHead:
			last = j
		case partAlone:
			return j
		case partNone:
			return last
		}
	}
	return last
}

// phraseMention is a mention that continues a noun phrase at token j, nil for none.
func (f *finder) phraseMention(j, i, last int) *news.Mention {
	if len(f.starts[j]) == 0 || last >= i && last >= j-1 && f.upos(j) != news.NOUN {
		return nil
	}
	m := f.a.Mention(news.MentionID(f.starts[j][0]))
	if m.Form == news.Demonym || m.Form == news.Pronoun {
		return nil
	}
	return m
}

// phraseEnds reports whether a noun phrase ends with mention m since another
// begins at token j.
func (f *finder) phraseEnds(m *news.Mention, j int) bool {
	if j >= f.n() {
		return true
	}
	u := f.upos(j)
	return len(f.starts[j]) > 0 || f.titledFrom(j) != 0 || m.Form == news.Name && (u == news.ADJ || u == news.NUM || u == news.DET)
}

// part is what a token is to a noun phrase.
type part int8

const (
	partNone  part = iota // ends it before itself
	partInner             // may stand in it
	partHead              // may end it
	partAlone             // is all of it
)

// phrasePart says what token j is to a noun phrase that starts at i and whose
// last noun so far is last.
func (f *finder) phrasePart(j, i, last int) part {
	switch f.upos(j) {
	case news.NOUN, news.PROPN, news.NUM:
		return partHead
	case news.NoUPOS:
		return pick(f.upper(j) || j == i, partHead)
	case news.PRON:
		if j == i && !f.is(j, "his", "her", "its", "their") {
			return partAlone
		}
		return pick(j == i, partInner)
	case news.DET:
		return pick(last != j-1 || last < i, partInner)
	case news.ADJ, news.PART, news.SYM, news.X:
		return pick(!f.is(j, "to"), partInner)
	case news.ADP: // a word that is no preposition is a noun that the tags take for one
		return pick(!prepositions[f.low[j]] || last >= i && f.is(j, "of", "in", "for", "from", "at", "by", "with"), partInner)
	case news.PUNCT:
		return pick(f.is(j, "-", "/", "'", "’"), partInner)
	case news.VERB: // "a televised address", "a news briefing"
		if (f.xpos(j) == news.VBG || f.xpos(j) == news.VB || f.xpos(j) == news.VBP) && last == j-1 && last >= i && venueNouns()[f.low[j]] {
			return partHead
		}
		return pick((j > i || f.xpos(j) == news.VBG && f.upos(j+1) == news.NOUN) && last < i && (f.xpos(j) == news.VBN || f.xpos(j) == news.VBG), partInner)
	}
	return partNone
}

func pick(ok bool, p part) part {
	if ok {
		return p
	}
	return partNone
}

// goesOnAfter reports whether a clause goes on behind a quotation that opens
// it: `said the “caravan” would turn back`.
func (f *finder) goesOnAfter(i, to int) bool {
	if i > to || f.inside[i] != 0 {
		return false
	}
	return !f.is(i, ",", ";", ".", "and", "but", "while", "as", "when", "after", "in", "on", "at", "during", "before", "–", "—", "(", "to", "by") || f.is(i, "and") && (f.is(i+1, "that") || f.inside[min(i+1, f.n()-1)] != 0)
}

func (f *finder) quotedLong(q int) bool {
	return len(strings.Fields(f.quoteds[q-1].inner.Of(f.a.Doc.Text))) > 4
}
