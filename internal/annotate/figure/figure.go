// Package figure finds numbers that count something.
//
//	at least 150,000 troops   value 150000, bound "at least", low 150000, no high, of "troops"
//	12 or 13 wounded          value 12, low 12, high 13, of "wounded"
//	around 20% of Varnia      value 20, unit "%", bound "about", of "Varnia"
//	dozens of houses          vague, low 24, of "houses"
//
// In go all layers up to Events; out comes the Figures layer. Ages, dates,
// ordinals, scores, telephone numbers and numbers that are names ("Resolution
// 12", "G20") are no figures. Which figures of several reports are one, and
// whether they contradict, is not decided here.
package figure

import (
	"strings"

	"rapporteur/internal/annotate/grammar"
	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// Figures reads all layers up to Events, through their index v; returns the
// Figures layer.
func Figures(v *grammar.View) []news.Figure {
	a := v.A
	f := finder{View: v, a: a, data: load()}
	f.quotes = coverage(len(a.Doc.Text), a.Quotes)
	for s := range a.Sentences {
		f.sentence(news.SentenceID(s+1), &a.Sentences[s])
	}
	return f.out
}

type finder struct {
	*grammar.View
	a      *news.Analysis
	data   *data
	quotes quoteIndex
	out    []news.Figure
	list   bool // the sentence at hand is of a kind whose numbers are seldom news
}

// sentence finds the figures of one sentence, left to right.
func (f *finder) sentence(id news.SentenceID, s *news.Sentence) {
	f.list = f.aside(s)
	for t := s.First; t <= s.Last; {
		n, ok := f.quantity(t, s.Last)
		if !ok {
			t++
			continue
		}
		if !f.isName(t, n, s) && !f.isTime(n) && !f.isAge(n, s) && !f.isScore(n, s) && !f.isMark(n, s) {
			f.add(id, s, n)
		}
		t = n.last + 1
	}
}

// add makes a Figure of quantity n unless it counts nothing.
func (f *finder) add(id news.SentenceID, s *news.Sentence, n quantity) {
	f.unit(&n, s.Last)
	f.laterUnit(&n)
	bound, first := f.bound(n, s)
	of := f.counted(n, first, s)
	if of.IsZero() && n.unit == "" || f.isIdle(n, first, s) {
		return
	}
	fig := news.Figure{
		Span: f.Cover(first, n.last), Value: n.value, Vague: n.vague, Bound: bound, Unit: n.unit,
		Of: of, Sentence: id, Rule: n.rule(), Confidence: n.confidence(),
	}
	if f.list || f.compound(n) || f.idleCount(n, of) {
		fig.Confidence = listConfidence
	}
	fig.Low, fig.High, fig.NoHigh = n.interval(bound)
	fig.SaidBy = f.quotes.speaker(f.a, f.Span(n.first))
	f.attach(&fig, n)
	f.out = append(f.out, fig)
}

// listConfidence is what a number in a list or table is worth, or one that
// describes a thing ("an eight-page letter"): it counts something, but what, or
// whether anybody wants to know, the words beside it do not say.
const listConfidence = 0.4

// compound reports whether the number is tied to a noun by a hyphen and
// describes another: "an eight-page letter", but not "a 101-metre ship".
func (f *finder) compound(n quantity) bool {
	return n.unit == "" && f.Word(n.last+1) == "-" && f.Span(n.last).End == f.Span(n.last+1).Start && f.UPOS(n.last+2) == news.NOUN
}

// isList reports whether s is no sentence but a line of a list or table: no verb,
// cells between bars or semicolons, or a number in every fourth place. A headline may do without a verb.
func (f *finder) isList(s *news.Sentence) bool {
	if f.a.Doc.Headline.Contains(s.Span) && !f.a.Doc.Headline.IsZero() {
		return false
	}
	verbs, numbers, bars := 0, 0, 0
	for t := s.First; t <= s.Last; t++ {
		switch f.UPOS(t) {
		case news.VERB, news.AUX:
			verbs++
		case news.NUM:
			numbers++
		}
		if w := f.Word(t); w == "|" || w == ";" && t > s.First && (f.numeric(t-1) || f.Word(t-1) == ")" && f.numeric(t-2) || f.Span(t).End == f.Span(t+1).Start) {
			bars++
		}
	}
	return bars >= 2 || verbs == 0 || numbers >= 3 && numbers*4 >= int(s.Last-s.First+1)
}

// attach ties the figure to the event whose clause it stands in, and takes
// time and place from there.
func (f *finder) attach(fig *news.Figure, n quantity) {
	for i := range f.a.Events {
		e := &f.a.Events[i]
		if e.Leaning() || e.Sentence != fig.Sentence || !f.under(n.first, e.Trigger) {
			continue
		}
		fig.Event, fig.Time, fig.Place = news.EventID(i+1), e.Time, e.Place
		return
	}
}

// under reports whether token t hangs, at whatever depth, from the token at trigger.
func (f *finder) under(t news.TokenID, trigger text.Span) bool {
	for i := 0; t != 0 && i < 12; i++ {
		if f.Span(t).Start == trigger.Start {
			return true
		}
		t = f.Head(t)
	}
	return false
}

// lower is the word of t in lower case.
func (f *finder) lower(t news.TokenID) string { return strings.ToLower(f.Word(t)) }

// quoteIndex tells which quote a byte of the text stands in, by start.
type quoteIndex []struct {
	span text.Span
	id   news.QuoteID
}

func coverage(size int, quotes []news.Quote) (out quoteIndex) {
	for i := range quotes {
		for _, p := range quotes[i].Parts {
			out = append(out, struct {
				span text.Span
				id   news.QuoteID
			}{p, news.QuoteID(i + 1)})
		}
	}
	return out
}

// speaker is who says the words at s, as the shortest quote over it has it.
func (q quoteIndex) speaker(a *news.Analysis, s text.Span) (p news.Party) {
	best := int(^uint(0) >> 1)
	for i := range q {
		if q[i].span.Contains(s) && q[i].span.Len() < best {
			best, p = q[i].span.Len(), a.Quote(q[i].id).Speaker
		}
	}
	return p
}
