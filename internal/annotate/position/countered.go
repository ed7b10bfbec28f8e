package position

import (
	"rapporteur/internal/news"
)

// What the words of a quote take as a whole, or go on with.

// countered makes a position of quote q whose cue speaks against what another
// said, and whose words take none by themselves: "countered that it was safe".
func (f *finder) countered(q *news.Quote) {
	if !f.lex.countering[q.CueLemma] || q.Hedged || !f.known(q.Speaker) || f.hypothetical(f.TokenAt(q.Cue.Start)) {
		return
	}
	f.add(draft{holder: q.Speaker, stance: news.Reject, issue: f.unmarked(q.Parts[0]), at: f.TokenAt(q.Parts[0].Start), rule: "position/countered", grade: 0.4})
}

// andWill makes a promise of clause t, which goes on with what the speaker of q
// tells of his own side.
func (f *finder) andWill(q *news.Quote, t news.TokenID) {
	if f.lex.idle[f.Lemma(t)] || f.Passive(t) || f.foresees(q, t) || f.perfect(t) {
		return
	}
	d := draft{holder: q.Speaker, stance: news.Promise, issue: f.lone(t, false), at: t, rule: "position/and-will", grade: less}
	if f.Negated(t) {
		d.stance = news.Reject
	}
	f.add(d)
}

// behindQuote takes up what indirect quote q left outside behind "and" and a
// modal: "said it had opened a hall to those who are hurt [and would be offering]".
func (f *finder) behindQuote(q *news.Quote) {
	end := q.Parts[len(q.Parts)-1].End
	k := f.TokenAt(end)
	if q.Form == news.Direct || k < 2 || k+2 > f.Len() || f.UPOS(k) != news.CCONJ || f.SentenceOf(k) != f.SentenceOf(k-1) {
		return
	}
	for k++; f.UPOS(k) == news.ADV && k < f.Len(); k++ {
	}
	t := f.Head(k)
	if m := f.Lemma(k); f.Tag(k).XPOS != news.MD || m != "will" && m != "would" || t < k || f.Child(t, news.Nsubj, news.NsubjPass) != 0 {
		return
	}
	for first := f.TokenAt(q.Parts[0].Start); first < k; first++ {
		if f.SentenceOf(first) == f.SentenceOf(t) && f.Predicate(first) && f.Child(first, news.Nsubj) != 0 {
			if f.isSelf(q, first) {
				f.andWill(q, t)
			}
			return
		}
	}
}
