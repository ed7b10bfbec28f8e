package position

import (
	"slices"

	"rapporteur/internal/annotate/grammar"
	"rapporteur/internal/annotate/stance"
	"rapporteur/internal/news"
)

// What a speaker's clause amounts to where no rule knows: read by the model of
// package stance, and never shown as fact by that alone.

// Clauses are the clauses of the quotes of v by which their speakers may take a
// stance, quote by quote, in order: what a stance.Model reads and learns from.
func Clauses(v *grammar.View) (out []stance.Clause) {
	f := newFinder(v)
	for i := range v.A.Quotes {
		out = f.clausesOf(out, news.QuoteID(i+1))
	}
	return out
}

// clausesOf appends the clauses of quote id to out.
func (f *finder) clausesOf(out []stance.Clause, id news.QuoteID) []stance.Clause {
	q := f.a.Quote(id)
	for _, part := range q.Parts {
		n := len(out)
		for t := f.TokenAt(part.Start); t <= f.Len() && f.Span(t).End <= part.End; t++ {
			if f.QuoteOf(t) != id || !f.asserts(t) || !f.tops(t, part) || f.nested(q, t, part) {
				continue
			}
			at := t
			if c := f.held(q, t); c != 0 {
				at = c
			}
			out = append(out, f.clause(q, stance.Clause{View: f.View, Quote: id, Part: part, At: at}))
		}
		if len(out) == n && part.Len() > 0 {
			if t := f.headIn(part); f.UPOS(t) != news.PUNCT && f.QuoteOf(t) == id {
				out = append(out, f.clause(q, stance.Clause{View: f.View, Quote: id, Part: part, At: t})) // "an utter disgrace"
			}
		}
	}
	return out
}

// clause is c with what is known of it beside its grammar.
func (f *finder) clause(q *news.Quote, c stance.Clause) stance.Clause {
	c.Self = f.isSelf(q, c.At)
	f.toned(&c)
	return c
}

// toned counts the words of praise and blame in c.
func (f *finder) toned(c *stance.Clause) {
	first, last := c.Extent()
	for t := first; t <= last; t++ {
		switch l := f.Lemma(t); {
		case f.blames(l) || f.lex.affront[l] || f.lex.misdeed[l] || f.lex.reckless[l]:
			c.Bad++
		case f.lex.worth.good[l]:
			c.Good++
		}
	}
	switch f.does(c.At, f.subject(c.At)) {
	case praise:
		c.Good++
	case blame:
		c.Bad++
	}
}

// lean takes positions by the clauses that no rule has read.
func (f *finder) lean() {
	if f.stances == nil {
		return
	}
	unread, clauses := f.unread()
	odds := oddsOf(len(f.out), clauses)
	for i := range unread {
		f.leaning(&unread[i], odds)
	}
}

// unread are the clauses that no rule has read, and how many clauses there are.
func (f *finder) unread() (out []stance.Clause, clauses int) {
	read := f.readWords()
	for i := range f.a.Quotes {
		id := news.QuoteID(i + 1)
		if q := f.a.Quote(id); !f.speaks(q) || !f.takesSides(q.Speaker) {
			continue
		}
		n := len(out)
		out = f.clausesOf(out, id)
		clauses += len(out) - n
		rest := slices.DeleteFunc(out[n:], func(c stance.Clause) bool {
			first, last := c.Extent()
			return slices.Contains(read[first:last+1], true)
		})
		out = out[:n+len(rest)]
	}
	return out, clauses
}

// oddsOf is how likely it is, as odds, that a clause takes a stance in a report of so
// many clauses of which the rules have read so many positions: about as many again
// are left to be read. What the model learned from was half and half; reports of a
// match or a storm are not.
func oddsOf(positions, clauses int) float32 {
	share := min(0.5, (2*float32(positions)+1)/(float32(clauses)+10))
	return share / (1 - share)
}

// readWords says of every word whether it takes a position or stands in the issue of one.
func (f *finder) readWords() []bool {
	read := make([]bool, f.Len()+1)
	for i := range f.out {
		s := f.out[i].Issue
		read[f.acted[i]] = true
		for t := f.TokenAt(s.Start); t <= f.Len() && f.Span(t).Start < s.End; t++ {
			read[t] = true
		}
	}
	return read
}

// likely is how likely a stance must be to be kept as a doubtful position.
const likely = 0.5

// leaning takes the position that the model reads out of c, in a report in which a
// clause takes a stance by such odds.
func (f *finder) leaning(c *stance.Clause, odds float32) {
	s, p := f.stances.Read(c)
	if p *= odds / (p*odds + 1 - p); p >= likely {
		f.add(draft{holder: f.a.Quote(c.Quote).Speaker, stance: s, issue: f.withTopic(c.At), at: c.At, rule: "position/leaning", grade: less * p})
	}
}
