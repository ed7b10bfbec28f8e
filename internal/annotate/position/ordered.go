package position

import (
	"strings"

	"rapporteur/internal/news"
)

// What the order of words says in a quote where the tree is at a loss: commands whose
// verb was taken for a noun, and what a step is said to bring.

// commands makes demands of those sentences of direct quote q that open with a verb in
// its bare form which the tagger took for something else: "Scrap the deal", "Free them".
func (f *finder) commands(id news.QuoteID) {
	q := f.a.Quote(id)
	if q.Form != news.Direct || !f.takesSides(q.Speaker) {
		return
	}
	for _, part := range q.Parts {
		for t := f.TokenAt(part.Start); t <= f.Len() && f.Span(t).End <= part.End; t++ {
			if !f.lex.worth.commanded[f.Lemma(t)] || !strings.EqualFold(f.Word(t), f.Lemma(t)) || f.Tag(t).XPOS == news.VB || f.took[f.SentenceOf(t)] == id || f.begins(t, part) != t {
				continue
			}
			s := f.a.Sentence(f.SentenceOf(t))
			if !f.commanding(t, s.Last) {
				continue
			}
			last := t
			for k := t + 1; k <= s.Last && f.Span(k).End <= part.End && !strings.Contains(",;.!?:—–\"”", f.Word(k)); k++ {
				last = k
			}
			if last > t {
				f.add(draft{holder: q.Speaker, stance: news.Demand, issue: f.Cover(t, last), at: t, rule: "position/imperative", grade: less})
			}
		}
	}
}

// commanding reports whether word t, which opens a sentence that ends at last, is a
// verb of command with what it is to be done to behind it.
func (f *finder) commanding(t, last news.TokenID) bool {
	if f.MentionOf(t) != 0 && f.a.Mention(f.MentionOf(t)).Form == news.Name || t >= last {
		return false
	}
	switch f.UPOS(t + 1) {
	case news.DET, news.PROPN, news.PRON:
	default:
		return false
	}
	for k := t + 1; k <= last && f.QuoteOf(k) == f.QuoteOf(t); k++ {
		switch f.Tag(k).XPOS {
		case news.VBD, news.VBZ, news.VBP, news.MD:
			return false
		}
		if f.Word(k) == "," || f.Word(k) == "?" {
			return f.Word(k) == ","
		}
	}
	return true
}

// bodes makes a threat or rejection of quote q, in which no clause took a position, of
// what it says that a step would bring or come to: "any move [by them to fill in land]
// would have consequences".
func (f *finder) bodes(q *news.Quote) {
	if !f.political(q.Speaker) || len(q.Parts) != 1 {
		return
	}
	first := f.TokenAt(q.Parts[0].Start)
	step := news.TokenID(0)
	for k := first; k <= f.Len() && f.Span(k).End <= q.Parts[0].End && f.SentenceOf(k) == f.SentenceOf(first); k++ {
		x, l := f.Tag(k).XPOS, f.Lemma(k)
		switch {
		case step == 0 && f.UPOS(k) == news.NOUN && k < first+4 && (f.lex.ruled[l] || f.lex.assailable[l] || l == "action" || l == "step" || f.lex.misdeed[l]):
			step = k
		case x == news.VBD || x == news.VBZ || x == news.VBP || f.UPOS(k) == news.PRON && step == 0:
			return
		case x == news.MD:
			if step != 0 && (l == "will" || l == "would") {
				f.bode(q, first, k+1)
			}
			return
		}
	}
}

// bode adds what verb t behind "would" says that the step told from first on brings.
func (f *finder) bode(q *news.Quote, first, t news.TokenID) {
	d := draft{holder: q.Speaker, at: t, grade: less}
	switch {
	case f.lex.failing[f.Lemma(t)]:
		d.stance, d.rule, d.issue = news.Reject, "position/would-fail", f.Cover(first, t)
	case f.lex.bringing[f.Lemma(t)]:
		for k := t + 1; k <= min(t+4, f.Len()); k++ {
			if f.lex.reprisal[f.Lemma(k)] {
				d.stance, d.rule, d.issue = news.Threaten, "position/consequence", f.Cover(first, k)
			}
		}
	}
	if d.stance != "" {
		f.add(d)
	}
}
