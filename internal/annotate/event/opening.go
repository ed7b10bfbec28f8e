package event

import (
	"strings"

	"rapporteur/internal/news"
)

// What stands here reads the phrases that open a sentence, before its subject: "On
// Sunday, in the northern town of Prell, two men ...". They hold for what the
// sentence tells in its main clause, however the parser hung them.

// opening is a phrase that opens a sentence, up to its comma.
type opening struct{ first, last news.TokenID }

// openings are the phrases of time and place that open the sentence, apart by commas.
func (f *finder) openings() (out []opening) {
	s := f.a.Sentence(f.sent)
	for at := s.First; len(out) < maxOpenings; {
		end := f.phraseTo(at, s.Last)
		if end == 0 {
			break
		}
		out = append(out, opening{at, end})
		at = end + 2
	}
	return out
}

// maxOpenings is how many phrases open a sentence at most, and openingLength how
// many words are in one.
const maxOpenings, openingLength = 3, 14

// phraseTo is the last token of the phrase that begins at the token first with a
// preposition or a time and that a comma ends; 0 where it is none, or holds a clause.
func (f *finder) phraseTo(first, last news.TokenID) news.TokenID {
	if first >= last || f.UPOS(first) != news.ADP && f.TimeOf(first) == 0 {
		return 0
	}
	for k := first; k <= last && k < first+openingLength; k++ {
		switch u := f.UPOS(k); {
		case f.Word(k) == "," && f.TimeOf(k) == 0:
			if k == first {
				return 0
			}
			return k - 1
		case u == news.PRON && f.TimeOf(k-1) != 0:
			return k - 1 // "two years ago she was filmed"
		case u == news.VERB && f.Rel(k) != news.Amod, u == news.SCONJ, u == news.PRON && f.Rel(k) != news.NmodPoss, u == news.PUNCT && f.TimeOf(k) == 0 && f.Word(k) != "-":
			return 0
		}
	}
	return 0
}

// openingTime is the time that opens the sentence, where it is verb t's: "Two years
// ago, she was filmed biting ...", "On Friday, ...". What comes "after Monday's
// attack" or "in the wake of" it has no time from that.
func (f *finder) openingTime(t news.TokenID) news.TimeID {
	os := f.openings()
	if !f.opened(t, os) {
		return f.openingClauseTime(t)
	}
	for _, o := range os {
		k := o.first
		for k <= o.last && f.TimeOf(k) == 0 && (f.UPOS(k) == news.DET || f.UPOS(k) == news.ADV || f.lex.in("dating", f.Lemma(k))) {
			k++
		}
		if id := f.usable(f.TimeOf(k)); k <= o.last && id != 0 && !f.sinceThen(id) && f.TokenAt(f.a.Time(id).Span.End-1) == o.last {
			return id
		}
	}
	return 0
}

// openingClauseTime is the time of the past clause with "when" that opens the sentence,
// for past verb t behind its comma: "When reforms began in 2010, she was freed".
func (f *finder) openingClauseTime(t news.TokenID) news.TimeID {
	s := f.a.Sentence(f.sent)
	if l := f.Lemma(s.First); l != "when" && l != "while" || !f.past(t) || !f.inMain(t) {
		return 0
	}
	verb := news.TokenID(0)
	var id news.TimeID
	for k := s.First + 1; k < t && k < s.First+reach; k++ {
		switch {
		case verb != 0 && f.Word(k) == "," && f.TimeOf(k) == 0:
			return id
		case f.UPOS(k) == news.VERB && verb == 0:
			if verb = k; !f.past(k) {
				return 0
			}
		case verb != 0 && id == 0:
			id = f.usable(f.TimeOf(k))
		}
	}
	return 0
}

// past reports whether verb t is a past form.
func (f *finder) past(t news.TokenID) bool {
	x := f.Tag(t).XPOS
	return x == news.VBD || x == news.VBN && f.Passive(t)
}

// openingPlace is the place that opens the sentence, where it is verb t's: "In the
// northern town of Prell, ...", "At a rally in Lutava, ...".
func (f *finder) openingPlace(t news.TokenID) news.Party {
	os := f.openings()
	if !f.opened(t, os) {
		return news.Party{}
	}
	for _, o := range os {
		for k := o.first; k < o.last; k++ {
			if f.UPOS(k) != news.ADP || !f.lex.in("locative", f.Lemma(k)) {
				continue
			}
			if k > o.first && !f.lex.in("occasion", f.Lemma(k-1)) {
				break
			}
			if at, p := f.placeBehind(k, o.last); at != 0 {
				return p
			}
			if at := f.Head(k); f.Rel(k) == news.Case && at > k && at <= o.last {
				if p := f.placeAt(at); !p.IsZero() {
					return p
				}
			}
		}
	}
	return news.Party{}
}

// opened reports whether the phrases os that open the sentence hold for verb t, behind
// them: it is of the main clause, or the parser took one of them for the sentence and
// nothing between says that a clause begins.
func (f *finder) opened(t news.TokenID, os []opening) bool {
	if len(os) == 0 || t <= os[len(os)-1].last {
		return false
	}
	if f.inMain(t) {
		return true
	}
	end := os[len(os)-1].last
	if f.rootOf(f.a.Sentence(f.sent)) > end {
		return false
	}
	for k := end + 1; k < t; k++ {
		if u := f.UPOS(k); u == news.SCONJ || f.Tag(k).XPOS == news.WDT || strings.HasPrefix(f.Lemma(k), "who") || u == news.VERB && f.lex.in("speech", f.Lemma(k)) {
			return false
		}
	}
	return true
}

// inMain reports whether verb t is of the main clause of its sentence: the root, a
// verb or participle joined to it, or words that come before "he said". What somebody
// says, what is told in a relative clause, and what was "after" are not.
func (f *finder) inMain(t news.TokenID) bool {
	for i := 0; t != 0 && i < 6; i++ {
		h := f.Head(t)
		switch f.Rel(t) {
		case news.Root:
			return true
		case news.Conj, news.Parataxis:
			if f.Modal(t) != "" && f.Modal(h) == "" {
				return false // "on Friday, he met them and will leave"
			}
		case news.Advcl:
			if m := f.Child(t, news.Mark); m != 0 && !f.lex.in("meanwhile", f.Lemma(m)) || m == 0 && f.Tag(t).XPOS != news.VBG {
				return false
			}
		case news.Ccomp:
			return h > t && f.lex.in("speech", f.Lemma(h))
		default:
			if !f.shares(t) {
				return false
			}
		}
		if f.lex.in("speech", f.Lemma(h)) && f.Rel(t) != news.Conj && h < t {
			return false
		}
		t = h
	}
	return false
}
