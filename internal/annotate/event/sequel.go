package event

import (
	"slices"

	"rapporteur/internal/news"
)

// resumeDays gives undated deeds the day of the event that the sentence before tells
// once more, in the same paragraph and by the same doer: "A court charged Trask on
// Monday ... The court charged him with theft. It extended his remand."
func (f *finder) resumeDays(kept []candidate) {
	for i := range kept {
		c := &kept[i]
		if c.Time != 0 || !f.goesOn(c) {
			continue
		}
		r := f.rootOf(f.a.Sentence(c.Sentence - 1))
		if e := f.tellingAt(kept, r); e != nil && f.onDay(e.Time) && e.Status == news.Held && f.doer(c) && f.doer(e) && f.actorsAgree(e, c) {
			c.Time = e.Time
		}
	}
}

// goesOn reports whether c is a past deed of the main clause of a sentence, with a
// pronoun for its subject, behind another of the same paragraph that is past too.
func (f *finder) goesOn(c *candidate) bool {
	if c.trigger.noun || c.Status != news.Held || c.Sentence < 2 || f.Rel(c.token) != news.Root || f.Tag(c.token).XPOS != news.VBD {
		return false
	}
	here, before := f.a.Sentence(c.Sentence), f.a.Sentence(c.Sentence-1)
	return f.UPOS(f.Subject(c.token)) == news.PRON && f.oneBlock(before, here) && f.Tag(f.rootOf(before)).XPOS == news.VBD
}

// tellingAt is the event that the word at t tells of, nil for none.
func (f *finder) tellingAt(kept []candidate, t news.TokenID) *candidate {
	s := f.Span(t)
	for i := range kept {
		if e := &kept[i]; e.Trigger == s || slices.Contains(e.More, s) {
			return e
		}
	}
	return nil
}

// outcomes gives day and place of what the sentence before tells to what came of it and
// is told without its own, in the same paragraph: "Crowds stormed the mill on Monday.
// Forty people were arrested"; and those of an attack to what it did: "the attack killed
// nine".
func (f *finder) outcomes(kept []candidate) {
	for i := range kept {
		c := &kept[i]
		if c.Time != 0 || c.Status != news.Held || c.trigger.noun || !f.lex.in("bodily", c.Class) {
			continue
		}
		e := f.tellingAt(kept, f.Subject(c.token))
		if e == nil {
			e = f.cause(kept, c)
		}
		if e == nil || e == c || e.Status != news.Held || e.Background || !f.onDay(e.Time) {
			continue
		}
		c.Time = e.Time
		if c.Place.IsZero() {
			c.Place = e.Place
		}
	}
}

// cause is the attack, protest or arrest of the sentence before that c, of a sentence
// with no doer of its own, came of; nil for none, or for several.
func (f *finder) cause(kept []candidate, c *candidate) (cause *candidate) {
	if f.doer(c) || f.Rel(c.token) != news.Root || !f.Passive(c.token) || f.Tag(f.Child(c.token, news.AuxPass)).XPOS != news.VBD || c.Sentence < 2 || f.anyNamed(c.Participants) || f.afterwards(c.token) {
		return nil
	}
	here, before := f.a.Sentence(c.Sentence), f.a.Sentence(c.Sentence-1)
	if !f.oneBlock(before, here) {
		return nil
	}
	for i := range kept {
		e := &kept[i]
		if e != c && (f.lex.in("bodily", e.Class) || e.Class == "PROTEST") && f.tells(e, before) {
			if cause != nil && !f.sameDays(cause, e) {
				return nil
			}
			cause = e
		}
	}
	return cause
}

// tells reports whether event e is told of in sentence s.
func (f *finder) tells(e *candidate, s *news.Sentence) bool {
	return s.Span.Contains(e.Trigger) || slices.ContainsFunc(e.More, s.Span.Contains)
}

// afterwards reports whether an adverb of verb t, or one that opens its sentence, says that
// it was some time after what was told.
func (f *finder) afterwards(t news.TokenID) bool {
	for k := f.Kid(t); k != 0; k = f.Next(k) {
		if f.Rel(k) == news.Advmod && f.lex.in("afterwards", f.Lemma(k)) {
			return true
		}
	}
	return f.lex.in("afterwards", f.Lemma(f.a.Sentence(f.SentenceOf(t)).First))
}
