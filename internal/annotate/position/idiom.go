package position

import (
	"slices"

	"rapporteur/internal/annotate/grammar"
	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// Positions taken in phrases: "poured cold water on the plan", "put it on ice".

// addIdiom reads a line of idioms.txt, which has the columns of acts.txt.
func (l *lexicon) addIdiom(f []string) error {
	return l.idioms.Add(lex.List(f[0]), func(phrase string, idiom *grammar.Idiom) (*entry, error) {
		e, err := newEntry(phrase, f)
		if err == nil {
			e.idiom = idiom
		}
		return e, err
	})
}

// idiomatic makes positions of the phrase that opens at t; true when there is one,
// so that its verb takes none by itself.
func (f *finder) idiomatic(t news.TokenID) bool {
	for _, e := range f.lex.idioms[f.Lemma(t)] {
		m, ok := f.Idiom(t, e.idiom)
		if !ok {
			continue
		}
		stance, ok := f.idiomStance(m, e)
		if !ok {
			return true
		}
		told := *e
		told.match, told.lemma = m, m.Said
		if f.issues(m.At, &told, stance) {
			return true
		}
	}
	return false
}

// idiomStance is the stance of idiom e at m, with negation counted; ok is false as
// in stance.
func (f *finder) idiomStance(m grammar.Match, e *entry) (news.Stance, bool) {
	if f.hypothetical(m.At) || e.stance == news.Deny && f.Rel(m.At) == news.AclRelcl || f.infinitive(m.At) && f.Rel(m.At) == news.Acl {
		return "", false // "states that had nothing to do with it", "efforts to keep their distance"
	}
	denied := f.Negated(m.At) || f.infinitive(m.At) && f.Negated(f.Head(m.At))
	if m.No || denied && !e.idiom.Denies {
		return e.negated, e.negated != ""
	}
	return e.stance, true
}

// slotOf is what stands in slot of act e at t.
func (f *finder) slotOf(t news.TokenID, e *entry, slot string) []news.TokenID {
	if e.idiom == nil {
		all := f.slot(t, slot)
		if len(all) == 0 && slot == "obj" {
			all = f.behindParticle(t, e)
		}
		return all
	}
	m := e.match
	switch slot {
	case "obj":
		if o := f.inGap(m); o != 0 {
			return slices.DeleteFunc(f.Conjuncts(o), func(k news.TokenID) bool { return k > m.End })
		}
		if o := f.direct(t); m.Converted || o > t && o <= m.End {
			return nil // a word of the phrase itself
		}
		return f.slot(t, slot)
	case "need":
		return nil
	}
	h, opens := f.opened(m, slot)
	switch {
	case h != 0 && f.Predicate(h):
		return f.clauses(h)
	case h != 0 && slot != "xcomp" && slot != "ccomp":
		return f.Conjuncts(h)
	case slot == "xcomp" && len(e.target) > 0:
		return f.clauses(f.infinitiveAfter(m.End))
	case opens || slot == "xcomp":
		return nil
	}
	return f.slot(t, slot)
}

// inGap is the head of what stands in the "~" of an idiom, 0 for nothing or a pronoun.
func (f *finder) inGap(m grammar.Match) news.TokenID {
	for k := m.From; k <= m.To && k != 0; k++ {
		if h := f.Head(k); h >= m.From && h <= m.To {
			continue
		}
		if u := f.UPOS(k); u == news.NOUN || u == news.PROPN {
			return k
		}
	}
	return 0
}

// opened is the head of what the preposition, "to" or "that" of slot opens right
// behind an idiom; opens tells whether the word is there at all.
func (f *finder) opened(m grammar.Match, slot string) (h news.TokenID, opens bool) {
	want := slot
	switch slot {
	case "xcomp":
		want = "to"
	case "ccomp":
		want = "that"
	}
	k := m.End + 1
	for k <= f.Len() && k <= m.End+4 && f.Lemma(k) != want && (f.UPOS(k) == news.ADV || f.TimeOf(k) != 0) {
		k++
	}
	if k > f.Len() || f.Lemma(k) != want || f.SentenceOf(k) != f.SentenceOf(m.End) {
		return 0, false
	}
	h = f.Head(k)
	if h <= k || f.TimeOf(h) != 0 {
		return 0, true
	}
	verb := f.Tag(h).XPOS == news.VB
	if slot == "to" && verb || slot == "xcomp" && !verb {
		return 0, false // "to talk" is no "to talks"
	}
	return h, true
}

// infinitiveAfter is the infinitive behind the target of an idiom that ends at t:
// "brought pressure to bear on Kenya to [sign]"; 0 for none.
func (f *finder) infinitiveAfter(t news.TokenID) news.TokenID {
	for k := t + 1; k <= f.Len() && k <= t+8 && f.UPOS(k) != news.VERB && f.UPOS(k) != news.PUNCT; k++ {
		if h := f.Head(k); f.Lemma(k) == "to" && h > k && f.Tag(h).XPOS == news.VB {
			return h
		}
	}
	return 0
}

// agentBehind is the "by" of a passive that stands behind an idiom, wherever the tree
// hangs it; 0 for none and for other acts.
func (f *finder) agentBehind(e *entry) news.TokenID {
	if e.idiom == nil {
		return 0
	}
	for k := e.match.End + 1; k < f.Len() && k <= e.match.End+8 && f.UPOS(k) != news.VERB && f.UPOS(k) != news.PUNCT; k++ {
		if h := f.Head(k); f.Lemma(k) == "by" && h > k && f.TimeOf(h) == 0 {
			return h
		}
	}
	return 0
}

// withoutIdiom is issue s, headed by h, without the words of the idiom of e.
func (f *finder) withoutIdiom(s text.Span, h news.TokenID, e *entry) text.Span {
	m := e.match
	switch {
	case e.idiom == nil:
	case m.From != 0 && h >= m.From && h <= m.To:
		s.Start, s.End = max(s.Start, f.Span(m.From).Start), min(s.End, f.Span(m.To).End)
	case h > m.End && s.Start <= f.Span(m.End).Start:
		k := m.End + 1
		for k < h && f.UPOS(k) != news.ADP {
			k++
		}
		s.Start = f.Span(min(k+1, h)).Start
	}
	return s
}
