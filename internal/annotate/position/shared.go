package position

import (
	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// Who shares what another holds: "the ruling must stand, a view echoed by Kenya",
// "Brenn echoed the criticism".

// shared gives the position that a view, call or charge takes up to whoever is told to
// echo it too.
func (f *finder) shared() {
	n := len(f.out)
	for t := news.TokenID(2); t <= f.Len(); t++ {
		if f.lex.sharing[f.Lemma(t)] && f.UPOS(t) == news.VERB && !f.outspoken(t) && !f.Negated(t) && !f.hypothetical(t) {
			f.share(t, n)
		}
	}
}

// outspoken reports whether t stands in direct speech.
func (f *finder) outspoken(t news.TokenID) bool {
	q := f.a.Quote(f.QuoteOf(t))
	return q != nil && q.Form == news.Direct
}

// share adds the position among the first n that verb t takes up, with who shares it.
func (f *finder) share(t news.TokenID, n int) {
	noun, who := f.Object(t), f.Subject(t)
	passive := f.Tag(t).XPOS == news.VBN && f.Agent(t) > t
	if passive {
		noun, who = f.Head(t), f.Agent(t)
	}
	if !f.lex.sharedView[f.Lemma(noun)] || !passive && !f.pointsBack(noun, t) {
		return
	}
	holder := f.party(who)
	i := f.heldBefore(noun, passive, n)
	if holder.IsZero() || i < 0 || sameParty(holder, f.out[i].Holder) {
		return
	}
	p := f.out[i]
	f.add(draft{holder: holder, stance: p.Stance, issue: p.Issue, target: p.Target, at: t, rule: "position/shared", grade: min(p.Confidence, 0.6)})
}

// pointsBack reports whether noun, the object of verb t, only takes up what was said
// before: "echoed [that view]", not "echoed calls for a truce".
func (f *finder) pointsBack(noun, t news.TokenID) bool {
	if noun < t || f.Child(noun, news.Nmod, news.Acl, news.AclRelcl, news.NmodPoss) != 0 || f.Child(t, news.Obl) != 0 && f.Oblique(t, "for", "that", "of") != 0 {
		return false
	}
	switch f.Lemma(f.Child(noun, news.Det)) {
	case "the", "that", "this", "those", "these":
		return true
	}
	return false
}

// heldBefore is which of the first n positions noun takes up: the last one that is
// taken before it in its sentence, or else, where it points back, in the sentence
// before; -1 for none.
func (f *finder) heldBefore(noun news.TokenID, within bool, n int) int {
	best, at := -1, news.TokenID(0)
	for i := range n {
		d := f.SentenceOf(noun) - f.SentenceOf(f.acted[i])
		if f.acted[i] < noun && f.acted[i] > at && (d == 0 && within || d == 1 && !within) {
			best, at = i, f.acted[i]
		}
	}
	return best
}

// unshared is issue s without the view that it is said to be behind its last comma: "the
// ruling must stand[, a view echoed by Kenya]".
func (f *finder) unshared(s text.Span) text.Span {
	first := f.TokenAt(s.Start)
	for k := first + 2; k+3 <= f.Len() && f.Span(k+3).End <= s.End; k++ {
		if f.Word(k) != "," || f.UPOS(k+1) != news.DET {
			continue
		}
		for v := k + 2; v < k+5 && v < f.Len(); v++ {
			if f.lex.sharedView[f.Lemma(v)] && f.lex.sharing[f.Lemma(v+1)] {
				s.End = f.Span(k - 1).End
				return s
			}
		}
	}
	return s
}
