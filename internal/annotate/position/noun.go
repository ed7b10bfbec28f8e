package position

import (
	"cmp"

	"rapporteur/internal/news"
)

// noun makes positions of noun t when it names one whose holder stands beside
// it: "Varnia's refusal to sign", "the Varnian demand for", "a call by Ostrel
// for", "it repeated its offer to".
func (f *finder) noun(t news.TokenID) {
	f.sided(t)
	f.advocate(t)
	f.putForward(t)
	f.besieged(t)
	f.critics(t)
	e := cmp.Or(f.lex.nouns[f.Lemma(t)], f.lex.nouns[f.Word(t)])
	if e == nil || f.Negated(t) {
		return
	}
	if f.given(t) {
		if h := f.Head(t); f.Lemma(h) == "have" {
			if p := f.party(f.Subject(h)); e.stance == news.Reject && f.partisan(p) && f.Lemma(f.Child(t, news.Det)) != "no" && !f.hypothetical(h) { // "I have doubts about it"
				f.spell(t, e, p, less)
			}
			f.met(t, e) // "has the support of the governor"
		}
		return
	}
	holder := f.owner(t)
	if holder.IsZero() {
		f.met(t, e)
		return
	}
	grade := float32(0.65)
	if !f.political(holder) {
		grade -= 0.2
	}
	if f.lex.tentative[e.lemma] {
		grade = min(grade, less)
	}
	before := len(f.out)
	defer func() {
		if len(f.out) == before {
			f.met(t, e)
		}
	}()
	f.spell(t, e, holder, grade)
}

// spell adds a position of holder for each issue of noun t.
func (f *finder) spell(t news.TokenID, e *entry, holder news.Party, grade float32) {
	for _, slot := range e.issue {
		if slot == "of" && (e.lemma == "support" || e.lemma == "backing") && f.Child(t, news.NmodPoss) == 0 {
			continue // "with the support of farmers": theirs
		}
		for _, h := range f.nounSlot(t, slot) {
			if f.lex.idleIssue[f.Lemma(h)] || f.lex.ambition[f.Lemma(h)] && e.stance == news.Demand {
				continue // "a request for comment"
			}
			f.add(draft{holder: holder, stance: e.stance, issue: f.issueSpan(h, slot), at: t, rule: "position/noun-" + e.lemma, grade: grade})
		}
	}
}

// met makes a position of noun t where what others think of is what is told to
// have met with it: "[the remark] drew criticism from artists", "agreed to
// [deploy them] over objections from Varnia".
func (f *finder) met(t news.TokenID, e *entry) {
	if e.stance != news.Accuse && e.stance != news.Reject && e.stance != news.Support {
		return
	}
	h := f.drawnBy(t)
	who := f.others(t, h)
	if g := f.Head(h); len(who) == 0 && f.Rel(t) == news.Conj {
		who = f.others(t, g)
	}
	if o := f.Oblique(t, "of"); len(who) == 0 && e.stance == news.Support && o > t && f.Rel(t) == news.Obj && f.lex.drawing[f.Lemma(h)] {
		who = f.Conjuncts(o) // "has the support of the governor"
	}
	if len(who) == 0 {
		return
	}
	if f.UPOS(h) == news.VERB && (f.Modal(h) != "" || f.marked(h)) {
		return // "may win the support of"
	}
	d := draft{stance: e.stance, at: t, rule: "position/met-" + e.lemma, grade: less}
	r := f.Rel(t)
	if f.UPOS(t) == news.VERB {
		r = news.Obj
	}
	if r == news.Conj && f.UPOS(h) == news.NOUN && h < t { // "drew condemnation from Norway and [praise] from Kenya"
		r, h = f.Rel(h), f.Head(h)
	}
	switch {
	case f.lex.drawing[f.Lemma(h)] && (r == news.Obj || r == news.Obl && f.Marker(t) == "with") && !f.Negated(h):
		s := f.subject(h)
		if s == 0 || s > t || f.UPOS(s) != news.NOUN && f.UPOS(s) != news.PROPN {
			return
		}
		d.issue = f.Phrase(s)
		if o := f.overWhat(t, who); o != 0 && e.stance != news.Support {
			d.issue = f.Phrase(o) // "criticism from farmers over [the tax]"
		}
		if e.stance == news.Support && f.Oblique(t, "for") > t {
			d.issue = f.Phrase(f.Oblique(t, "for"))
		}
	case f.lex.facing[f.Marker(t)]:
		for i := 0; i < 3 && f.UPOS(h) != news.VERB; i++ {
			h = f.Head(h)
		}
		if h == 0 || h > t {
			return
		}
		if x := f.infinitiveUnder(h); x != 0 && x < t {
			h = x
		}
		d.issue = f.lone(h, false)
		d.issue.End = min(d.issue.End, f.Span(f.Child(t, news.Case)).Start)
	default:
		return
	}
	for _, k := range who {
		d.holder = f.party(k)
		if o := f.Oblique(k, "over", "about"); o != 0 && d.holder.Chain == 0 && d.holder.Span.Contains(f.Span(o)) {
			d.holder.Span.End = f.Span(f.Child(o, news.Case)).Start
			d.holder.Span = d.holder.Span.Trim(f.a.Doc.Text)
		}
		if !d.holder.IsZero() {
			f.add(d)
		}
	}
}

// overWhat is what noun t, voiced by who, is about, wherever it hangs; 0 where nothing says.
func (f *finder) overWhat(t news.TokenID, who []news.TokenID) news.TokenID {
	for _, top := range append([]news.TokenID{t}, who...) {
		if o := f.Oblique(top, "over", "about"); o > t && f.TimeOf(o) == 0 {
			return o
		}
	}
	if h := f.Head(t); f.UPOS(h) == news.VERB {
		if o := f.Oblique(h, "over", "about"); o > t && f.TimeOf(o) == 0 {
			return o
		}
	}
	return 0
}

// drawnBy is the word above noun t, without an "-ing" form right before it that the tree
// took for a verb: "[faced] increasing attacks from".
func (f *finder) drawnBy(t news.TokenID) news.TokenID {
	h := f.Head(t)
	if h == t-1 && f.Tag(h).XPOS == news.VBG && f.lex.drawing[f.Lemma(f.Head(h))] && f.Head(h) < h {
		return f.Head(h)
	}
	return h
}

// others are the nouns behind "from", "by" or "among" that name who voices noun
// t, wherever under it or its verb h the tree hung them.
func (f *finder) others(t, h news.TokenID) []news.TokenID {
	for _, top := range [2]news.TokenID{t, h} {
		if k := f.Oblique(top, "from", "by", "among"); k > t && f.TimeOf(k) == 0 {
			return f.Conjuncts(k)
		}
	}
	return nil
}

// sided makes a position of "residents are against the road", told by the
// report itself; what is said of it in quotes, statement takes up.
func (f *finder) sided(t news.TokenID) {
	if f.QuoteOf(t) != 0 {
		return
	}
	d := draft{at: t}
	if !f.sides(&d, t) || d.holder.IsZero() {
		return
	}
	if !f.political(d.holder) {
		d.grade -= 0.2
	}
	f.add(d)
}

// given reports whether the position that t names is given up or not taken:
// "dropped its demand for", "withdrew the offer", "denied any threat to".
func (f *finder) given(t news.TokenID) bool {
	h := f.Head(t)
	if !f.lex.dropping[f.Lemma(h)] || f.Rel(t) != news.Obj && f.Rel(t) != news.NsubjPass {
		return false
	}
	return f.Lemma(h) != "consider" || !f.anothers(t, f.party(f.Subject(h)))
}

// anothers reports whether noun t is told to be somebody else's than p's: "is considering
// [Kenya's offer]".
func (f *finder) anothers(t news.TokenID, p news.Party) bool {
	k := f.Child(t, news.NmodPoss, news.Amod, news.Compound)
	if k == 0 || f.UPOS(k) == news.PRON {
		return false
	}
	o := f.owner(t)
	return !o.IsZero() && !sameParty(o, p)
}

// owner is whose position noun t names: its possessor, a people or body in
// front of it, whoever stands under "by" or "from", else the subject of the
// verb that voices it.
func (f *finder) owner(t news.TokenID) news.Party {
	for k := f.Kid(t); k != 0; k = f.Next(k) {
		switch f.Rel(k) {
		case news.NmodPoss, news.Amod, news.Compound:
			if m := f.InnerMention(k); m != nil && m.Chain != 0 {
				return f.PartyAt(m)
			}
		case news.Nmod:
			if p := f.giver(k); !p.IsZero() {
				return p
			}
		}
	}
	if p := f.possessor(t); !p.IsZero() {
		return p
	}
	if k := f.byWhom(t); k != 0 {
		return f.party(k)
	}
	if m := f.Marker(t); f.lex.manner[f.Lemma(t)] && (m == "in" || m == "with") {
		h := f.Head(t)
		for i := 0; i < 3 && h != 0 && h < t && f.UPOS(h) == news.NOUN; i++ {
			h = f.Head(h)
		}
		if x := f.Tag(h).XPOS; h < t && (x == news.VBD || x == news.VBN && f.Rel(h) == news.Root) && !f.Negated(h) && !f.Passive(h) {
			return f.party(f.subject(h)) // "walked out in protest at the map"
		}
	}
	if h := f.Head(t); f.Rel(t) == news.Obj && f.lex.voicing[f.Lemma(h)] && !f.Negated(h) && !f.hypothetical(h) {
		return f.party(f.Subject(h))
	}
	return news.Party{}
}

// byWhom is the noun behind a "by" or "from" that stands right behind noun t, wherever it
// hangs: "granted a request [by the challengers] to wait"; 0 for none.
func (f *finder) byWhom(t news.TokenID) news.TokenID {
	if t+2 > f.Len() || f.Lemma(t+1) != "by" && f.Lemma(t+1) != "from" || f.Rel(t+1) != news.Case || f.TimeOf(f.Head(t+1)) != 0 {
		return 0
	}
	return f.Head(t + 1)
}

// giver is whom noun k, under the noun of an act, names as its author: "a call
// [by Varnia]", "an offer of 50 tents [from Ostrel]".
func (f *finder) giver(k news.TokenID) news.Party {
	if m := f.Marker(k); m == "by" || m == "from" {
		return f.party(k)
	}
	if o := f.Oblique(k, "from"); o != 0 && f.Marker(k) == "of" {
		return f.party(o)
	}
	return news.Party{}
}

// nounSlot is what stands in one place of the noun's frame.
func (f *finder) nounSlot(t news.TokenID, slot string) []news.TokenID {
	for k := f.Kid(t); k != 0; k = f.Next(k) {
		if k < t {
			continue
		}
		switch r := f.Rel(k); {
		case slot == "xcomp" && (r == news.Acl || r == news.Xcomp) && f.infinitive(k):
			return f.clauses(k)
		case slot == "ccomp" && (r == news.Acl || r == news.Ccomp || r == news.AclRelcl) && f.Lemma(f.Child(k, news.Mark)) == "that":
			return f.clauses(k)
		case (r == news.Nmod || r == news.Obl) && f.Marker(k) == slot && f.TimeOf(k) == 0:
			if x := f.infinitiveBehind(t, k); x != 0 {
				return f.clauses(x) // "calls for the firms [to open their files]"
			}
			return []news.TokenID{k}
		}
	}
	if slot == "xcomp" {
		if x := f.infinitiveNext(t); x != 0 || f.byWhom(t) == 0 {
			return f.clauses(x)
		}
		return f.clauses(f.infinitiveNext(f.byWhom(t)))
	}
	for _, h := range [2]news.TokenID{t, f.Head(t)} { // "deepened its resistance to [arming] them", hung on the verb
		if g := f.gerundUnder(h, slot); len(g) > 0 && f.Tag(g[0]).XPOS == news.VBG && g[0] > t && g[0] <= t+4 {
			return g
		}
	}
	if h := f.Head(t); f.lex.manner[f.Lemma(t)] && f.Marker(t) == "in" {
		if o := f.Oblique(h, slot); o > t && f.TimeOf(o) == 0 {
			return []news.TokenID{o} // "resigned in protest at [the map]", hung on the verb
		}
	}
	return f.equated(t, slot)
}

// infinitiveNext is the infinitive right behind noun t, wherever it hangs: "has
// not carried out its threat [to fire]".
func (f *finder) infinitiveNext(t news.TokenID) news.TokenID {
	if t+2 > f.Len() || f.Lemma(t+1) != "to" {
		return 0
	}
	if h := f.Head(t + 1); h > t && f.infinitive(h) && f.Rel(t+1) == news.Mark {
		return h
	}
	return f.untagged(t)
}

// equated is what noun t is said to be for: "its preference is [for a treaty]".
func (f *finder) equated(t news.TokenID, slot string) []news.TokenID {
	h := f.Head(t)
	if f.Lemma(h) == "include" && f.Rel(t) == news.Nsubj && h > t && f.Object(h) != 0 { // "its demands include an apology"
		return f.Conjuncts(f.Object(h))
	}
	if r := f.Rel(t); r != news.Nsubj && r != news.NsubjOuter || h < t || f.Child(h, news.Cop) == 0 || f.Marker(h) != slot {
		return nil
	}
	return []news.TokenID{h}
}
