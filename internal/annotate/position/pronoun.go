package position

import (
	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// What a pronoun stands for where it is what somebody takes a position on:
// "farmers denounced [it]", "dismissed [that] as a trick".

// stoodFor is the issue that pronoun o, the object of act t, stands for: the words
// that it is called by, else the only thing before it that positions are taken on.
// Nothing within quotes, where "it" may be anything.
func (f *finder) stoodFor(t, o news.TokenID, e *entry) text.Span {
	switch f.Lemma(o) {
	case "it", "that", "this", "they", "them", "these", "those":
	default:
		return text.Span{}
	}
	if o < t || f.QuoteOf(t) != 0 || e.weak || f.Child(o, news.Acl, news.AclRelcl, news.Nmod) != 0 {
		return text.Span{}
	}
	if m := f.a.Mention(f.MentionOf(o)); m != nil && m.Chain != 0 {
		return text.Span{}
	}
	if as := f.Oblique(t, "as"); as > o && f.UPOS(as) == news.NOUN {
		return f.Cover(o, o).Cover(f.Phrase(as))
	}
	if l := f.Lemma(o); l == "this" || l == "that" {
		if k := f.commaBefore(t); k != 0 {
			if c := f.clauseUpTo(k - 1); !c.IsZero() {
				return c // "the land is [occupied], although Varnia disputes this"
			}
		}
	}
	if k := f.antecedent(t, o); k != 0 {
		return f.upToComma(f.Phrase(k), k)
	}
	return text.Span{}
}

// pronounIssue adds d for the pronoun that is the object of act e at t; false where
// there is none, or none knows what it stands for.
func (f *finder) pronounIssue(t news.TokenID, e *entry, d draft) bool {
	o := f.Object(t)
	if f.UPOS(o) != news.PRON && !f.pointing(o) || f.lex.ruling[e.lemma] {
		return false
	}
	if d.issue = f.stoodFor(t, o, e); d.issue.IsZero() {
		return false
	}
	if d.issue.Start < f.Span(o).Start {
		d.grade = min(d.grade, 0.55)
	}
	f.add(d)
	f.together(d)
	return true
}

// pointing reports whether t is a "that" or "this" that stands alone as an object,
// whatever it was tagged.
func (f *finder) pointing(t news.TokenID) bool {
	l := f.Lemma(t)
	return (l == "that" || l == "this") && f.Rel(t) == news.Obj && f.Kid(t) == 0
}

// antecedent is the last thing that positions are taken on before act t whose number
// pronoun o has, in the clauses before it or in the sentence before; 0 where there
// are two of different names.
func (f *finder) antecedent(t, o news.TokenID) news.TokenID {
	own := f.a.Sentence(f.SentenceOf(t))
	if k, any := f.onlyThing(own.First, t-1, o); any || f.SentenceOf(t) < 2 {
		return k
	}
	before := f.a.Sentence(f.SentenceOf(t) - 1)
	k, _ := f.onlyThing(before.First, before.Last, o)
	return k
}

// onlyThing is the last noun from first to last that positions are taken on and that
// has the number of pronoun o, 0 where none is or others of another name are there;
// any tells whether there are some.
func (f *finder) onlyThing(first, last, o news.TokenID) (found news.TokenID, any bool) {
	tag := news.NN
	if l := f.Lemma(o); l != "it" && l != "that" && l != "this" {
		tag = news.NNS
	}
	for k := first; k <= last; k++ {
		l := f.Lemma(k)
		if f.Tag(k).XPOS != tag || f.Rel(k) == news.Compound || f.QuoteOf(k) != 0 || !f.lex.ruled[l] && !f.lex.assailable[l] || f.TimeOf(k) != 0 {
			continue
		}
		if any && f.Lemma(found) != l {
			return 0, true
		}
		found, any = k, true
	}
	return found, any
}

// lightened is issue s of noun h, or where that noun only takes up the clause before its
// comma or dash, the words of that: "[recognise the border], a step that Kenya opposes".
func (f *finder) lightened(s text.Span, h news.TokenID) text.Span {
	if f.Child(h, news.NmodPoss) != 0 {
		return s // "his decision" is a thing of its own
	}
	if det := f.Lemma(f.Child(h, news.Det)); !f.lex.light[f.Lemma(h)] && (!f.lex.alleged[f.Lemma(h)] || det != "a" && det != "an") {
		return s // but "[failing to pay], a charge that they deny"
	}
	k := f.TokenAt(s.Start)
	first := f.a.Sentence(f.SentenceOf(h)).First
	if k <= first+2 {
		return s
	}
	switch f.Word(k - 1) {
	case ",", "-", "–", "—":
	default:
		return s
	}
	if c := f.clauseUpTo(k - 2); !c.IsZero() {
		return c
	}
	return s
}

// commaBefore is the comma before the clause of act t, 0 for none.
func (f *finder) commaBefore(t news.TokenID) news.TokenID {
	first := f.a.Sentence(f.SentenceOf(t)).First
	for k := t - 1; k > first+2 && k+6 > t; k-- {
		if f.Word(k) == "," {
			return k
		}
	}
	return 0
}

// clauseUpTo is the words from the last verb before token last on up to that, within
// one clause of the text of the report itself; none where it has no verb.
func (f *finder) clauseUpTo(last news.TokenID) text.Span {
	first := f.a.Sentence(f.SentenceOf(last)).First
	for v := last; v >= first && v > 0; v-- {
		switch w := f.Word(v); {
		case f.outspoken(v) || w == "," || w == ";" || w == "–" || w == "—":
			return text.Span{}
		case f.UPOS(v) == news.VERB && last > v:
			switch h := f.Head(v); f.Lemma(h) {
			case "fail", "try", "attempt", "refuse":
				if f.Rel(v) == news.Xcomp && h < v && h >= first {
					v = h // "[failing] to pay"
				}
			}
			return f.Cover(v, last)
		}
	}
	return text.Span{}
}
