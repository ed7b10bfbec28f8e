package event

import "rapporteur/internal/news"

// What stands here finds the name of those whom a noun or pronoun only describes:
// beside it, or before the clause that is about them.

// byBearer adds whom noun t describes right beside his name: "Ilan Trask, [a
// trader] held in Lutava", "the militant [group] Red Dawn", "her [counterpart] Mira
// Dovan".
func (p *parties) byBearer(t news.TokenID, r news.Role) bool {
	f := p.f
	if f.UPOS(t) != news.NOUN {
		return false
	}
	m := f.a.Mention(f.bearer(t))
	if m == nil || m.Chain == 0 || m.Form != news.Name || m.Kind == news.Place || m.Kind == "" {
		return false
	}
	p.put(news.Participant{Party: news.Party{Chain: m.Chain, Span: m.Span}, Role: r})
	return true
}

// bearer is the name that noun t is an apposition to, or that follows it; 0 for none.
func (f *finder) bearer(t news.TokenID) news.MentionID {
	if f.Rel(t) == news.Appos {
		m := f.a.Mention(f.NamedAt(f.Head(t)))
		if m != nil && (m.Kind == news.Person) == f.forPerson(t) {
			return f.NamedAt(f.Head(t))
		}
		return 0
	}
	for k := f.Kid(t); k != 0; k = f.Next(k) {
		if r := f.Rel(k); k == t+1 && (r == news.Flat || r == news.NmodDesc) {
			return f.MentionOf(k)
		}
	}
	return 0
}

// forPerson reports whether noun t in the singular is said of one person.
func (f *finder) forPerson(t news.TokenID) bool {
	return f.Tag(t).XPOS == news.NN && !f.lex.in("organ", f.Lemma(t)) && (f.is("person", t) || f.isOffice(t) || f.is("captive", t))
}

// whose is the state or body that stands before the relative clause in which noun t
// is its people: "Varnia, whose [leaders] called for it"; nil for none.
func (f *finder) whose(t news.TokenID) *news.Mention {
	k, v := f.Child(t, news.NmodPoss), f.Head(t)
	if l := f.Lemma(k); l != "whose" && l != "who" || !f.is("person", t) {
		return nil
	}
	n := f.Head(v)
	if f.Rel(v) != news.AclRelcl && k > 2 && f.Word(k-1) == "," { // hung elsewhere
		n = k - 2
	}
	m := f.a.Mention(f.NamedAt(n))
	if m == nil || m.Kind == news.Person || m.Kind == news.Place {
		return nil
	}
	return m
}

// ofWhom is subject s of clause t, or for "both of whom" the noun before the clause.
func (f *finder) ofWhom(s, t news.TokenID) news.TokenID {
	k := f.Oblique(s, "of")
	if l := f.Lemma(k); (l == "whom" || l == "which" || l == "who") && f.Rel(t) == news.AclRelcl {
		return f.Head(t)
	}
	return s
}

// theirs adds those whom the verb above a meeting names, where the meeting is "theirs":
// "warned the envoy during their talks".
func (p *parties) theirs(c *candidate) {
	f := p.f
	k := f.Child(c.token, news.NmodPoss)
	if c.Class != "CONSULT" || f.Lemma(k) != "they" && f.Lemma(k) != "their" {
		return
	}
	if m := f.a.Mention(f.MentionOf(k)); m != nil && m.Chain != 0 && !f.loose(m) {
		return
	}
	g := f.predicateOver(c.token)
	q := parties{f: f}
	q.add(f.doers(g), news.Actor)
	q.add(f.sufferers(g), news.Actor)
	if len(q.out) > 1 {
		for _, x := range q.out {
			p.put(x)
		}
	}
}

// toldBehind is the verb of the clause right behind noun t that says who did it, also
// where the tree hangs that elsewhere: "the test that Varnia [conducted]"; 0 for none.
func (f *finder) toldBehind(t news.TokenID, class string) news.TokenID {
	last := min(f.a.Sentence(f.sent).Last, t+9)
	if t >= last || f.Lemma(t+1) != "that" && f.Lemma(t+1) != "which" {
		return 0
	}
	for k := t + 2; k <= last && f.UPOS(k) != news.PUNCT; k++ {
		if f.UPOS(k) != news.VERB {
			continue
		}
		if o := f.Object(k); f.light(f.Lemma(k), class) && !f.lex.in("plan", f.Lemma(k)) && (o == 0 || o == t+1) && !f.Passive(k) && !f.Negated(k) && f.Modal(k) == "" {
			return k
		}
		return 0
	}
	return 0
}

// claimant is who says that he did what infinitive t tells: "[the state]'s claim to
// have tested a bomb"; 0 for none.
func (f *finder) claimant(t news.TokenID) news.TokenID {
	if !f.infinitive(t) {
		return 0
	}
	return f.Child(f.claimed(t), news.NmodPoss)
}

// lastSubject is the last of several subjects before verb t: the first was hung on
// it though it ends the clause before; 0 where there are not two.
func (f *finder) lastSubject(t news.TokenID) (last news.TokenID) {
	first := news.TokenID(0)
	for k := f.Kid(t); k != 0 && k < t; k = f.Next(k) {
		if r := f.Rel(k); r != news.Nsubj && r != news.NsubjPass || f.UPOS(k) == news.DET || f.UPOS(k) == news.PRON {
			continue
		}
		if last = k; first == 0 {
			first = k
		}
	}
	for k := first + 1; k < last; k++ {
		if f.Word(k) == "," {
			return last
		}
	}
	return 0
}

// Passive reports whether verb t is passive. One taken for a participle of the noun
// before it is none where what it is done to follows: "a court [sentenced] ousted
// minister Trask".
func (f *finder) Passive(t news.TokenID) bool {
	if f.chargedWith(t) {
		return true
	}
	if !f.View.Passive(t) {
		return false
	}
	if f.Child(t, news.AuxPass, news.OblAgent) != 0 {
		return true
	}
	if f.Rel(t) == news.Root && f.Lemma(t) == "call" && (f.Lemma(t+1) == "on" || f.Lemma(t+1) == "for") {
		return false // "the secretary general, meanwhile, called on them", taken for a participle
	}
	return f.Rel(t) != news.Acl || f.Head(t) != t-1 || !f.nounFollows(t+1)
}

// chargedWith reports whether t says of the subject of the verb above it that he is
// charged with something: "appeared in court [charged] with fraud".
func (f *finder) chargedWith(t news.TokenID) bool {
	if l := f.Lemma(t); l != "charge" && l != "accuse" || f.Lemma(t+1) != "with" && f.Lemma(t+1) != "of" {
		return false
	}
	return f.Child(t, news.Nsubj, news.NsubjPass, news.Obj, news.Aux) == 0 && f.UPOS(f.Head(t)) == news.VERB && f.Rel(t) != news.Conj && f.Rel(t) != news.AclRelcl
}

// attributive reports whether participle t only says more of the noun behind it, which
// the verb before it governs: "sentenced [ousted] minister Trask".
func (f *finder) attributive(t news.TokenID) bool {
	h := f.Head(t)
	return f.Rel(t) == news.Acl && f.Tag(t).XPOS == news.VBN && h == t-1 && f.UPOS(h) == news.VERB && f.Object(t) != 0
}

// nounFollows reports whether a noun phrase with an article or a participle begins at k.
func (f *finder) nounFollows(k news.TokenID) bool {
	if k >= f.a.Sentence(f.sent).Last || f.TimeOf(k) != 0 {
		return false
	}
	u := f.UPOS(k + 1)
	return f.UPOS(k) == news.DET || f.Tag(k).XPOS == news.VBN && (u == news.NOUN || u == news.PROPN || u == news.ADJ)
}
