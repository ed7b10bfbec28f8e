package position

import (
	"cmp"
	"strings"

	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/news"
)

// holder is who takes the position at t and how sure that is: the subject of
// the verb, the agent of its passive, or the author of what takes it ("terms
// that rule out"). Named holders outside of quotes are surest.
func (f *finder) holder(t news.TokenID, e *entry) (p news.Party, grade float32) {
	grade = 0.8
	switch {
	case f.lex.due[e.lemma]:
		if q := f.a.Quote(f.QuoteOf(t)); q != nil && f.partisan(q.Speaker) { // "they warrant an inquiry": the speaker wants it
			p, grade = q.Speaker, 0.6
		}
		return p, grade
	case e.adj:
		p, grade = f.party(f.subject(t)), 0.75
	case f.passive(t) && !f.verbless(t):
		if p = f.party(cmp.Or(f.Agent(t), f.agentBehind(e))); p.IsZero() {
			p, grade = f.nearby(t, e), 0.6
		}
		if q := f.a.Quote(f.QuoteOf(t)); p.IsZero() && e.lemma == "suspect" && q != nil && f.partisan(q.Speaker) {
			p, grade = q.Speaker, 0.6 // "he is suspected of fraud, police said"
		}
		if q := f.a.Quote(f.QuoteOf(t)); p.IsZero() && (e.lemma == "invite" || e.lemma == "offer") && q != nil && q.Form != news.Direct && f.governs(q.Speaker) && f.Child(t, news.AuxPass) != 0 {
			p, grade = q.Speaker, 0.6 // "two have been invited to join, the company said"
		}
	case f.suffered(t, e):
		return p, 0
	default:
		if p = f.blamed(t); p.IsZero() {
			p = f.doer(t)
		}
		if s := f.Child(t, news.Nsubj); p.IsZero() && f.quantity(s) {
			return news.Party{Span: f.Phrase(s)}, 0.3
		}
		if p.IsZero() {
			p, grade = f.carried(f.Child(t, news.Nsubj)), 0.55
		}
		if p.IsZero() {
			p, grade = f.author(t), 0.65
		}
		if p.IsZero() {
			p, grade = f.teller(t), 0.65
		}
		if p.IsZero() {
			p, grade = f.nearby(t, e), 0.6
		}
		if q := f.a.Quote(f.QuoteOf(t)); p.IsZero() && q != nil && f.lex.calling[f.Lemma(t)] && f.Child(t, news.Nsubj) != 0 && !f.lex.prescribing[f.Lemma(f.Child(t, news.Nsubj))] {
			p, grade = q.Speaker, 0.65 // "this demands a response": the speaker demands it
		}
	}
	if q := f.a.Quote(f.QuoteOf(t)); q != nil && (p.IsZero() && f.isIt(q, f.Subject(t)) || f.isThey(q, f.Subject(t))) {
		p = q.Speaker // "Varnia says it is willing to"
	}
	if e.weak {
		grade -= 0.15
	}
	if f.QuoteOf(t) != 0 {
		grade -= 0.1
	}
	if f.isTerm(p) {
		grade -= 0.2
	}
	if !f.political(p) {
		grade -= 0.2
		if f.QuoteOf(t) != 0 {
			grade -= 0.05 // told of somebody by another
		}
	}
	return p, grade
}

// doer is whom active clause t is said of.
func (f *finder) doer(t news.TokenID) news.Party {
	s := cmp.Or(f.decider(t), f.astray(t), f.subject(t))
	if w := f.authorOf(s); w != 0 && f.beyondName(s, t) == s {
		if p := f.party(cmp.Or(f.ahead(w, s), w)); !p.IsZero() {
			return p
		}
	}
	if m := f.bodyBefore(t); m != nil {
		return f.PartyAt(m)
	}
	return f.party(f.beyondName(cmp.Or(f.ofWhom(s, t), f.oneOf(s, t), s), t))
}

// ofWhom is the first of those whom subject s of relative clause t counts: "[A], B
// and C, all of whom opposed it"; 0 for any other subject.
func (f *finder) ofWhom(s, t news.TokenID) news.TokenID {
	if w := f.Lemma(f.Child(s, news.Nmod)); s < 3 || w != "whom" && w != "which" {
		return 0
	}
	switch f.Lemma(s) {
	case "all", "both", "each", "none", "neither", "most":
	default:
		return 0
	}
	h := f.Head(t)
	if f.Rel(t) != news.AclRelcl {
		for h = s - 2; h > 1 && h+8 > s && f.Word(h+1) != "("; h-- { // behind a bracket
			if f.Word(h) != ")" && f.Word(s-2) != ")" {
				break
			}
		}
		m := f.a.Mention(f.MentionOf(h))
		if f.Word(s-1) != "," || m == nil {
			return 0
		}
		for h = m.Last; h > m.First && f.Head(h) >= m.First && f.Head(h) <= m.Last; h-- {
		}
	}
	for i := 0; i < 8 && f.Rel(h) == news.Conj && f.MentionOf(f.Head(h)) != 0; i++ {
		h = f.Head(h)
	}
	return h
}

// oneOf is who is said to be one of those whom relative clause t tells of: "[Vask]
// was one of three senators who opposed it", 0 where s is no such plural.
func (f *finder) oneOf(s, t news.TokenID) news.TokenID {
	one := f.Head(s)
	switch m := f.Marker(s); {
	case f.Rel(t) != news.AclRelcl || f.Head(t) != s && f.Lemma(s) != "who":
		return 0
	case m == "among" && f.Child(s, news.Cop) != 0:
		return f.Child(s, news.Nsubj)
	case m != "of" || f.Lemma(one) != "one":
		return 0
	case f.Child(one, news.Cop) != 0 && !f.Negated(one):
		return f.Child(one, news.Nsubj)
	case f.Rel(one) == news.Appos:
		return f.Head(one)
	}
	return 0
}

// carried is whom pronoun s, which was linked to nobody, goes on about: those who
// are the subject of the sentence before, where "they" stands alone behind a plural.
func (f *finder) carried(s news.TokenID) news.Party {
	id := f.SentenceOf(s)
	if s == 0 || id < 2 || f.Lemma(s) != "they" || f.MentionOf(s) != 0 && f.a.Mention(f.MentionOf(s)).Chain != 0 || f.QuoteOf(s) != 0 {
		return news.Party{}
	}
	before := f.a.Sentence(id - 1)
	for k := before.First; k <= before.Last; k++ {
		if f.Rel(k) == news.Root {
			if n := f.Child(k, news.Nsubj); f.Tag(n).XPOS == news.NNS && f.QuoteOf(n) == 0 {
				return f.party(n)
			}
			break
		}
	}
	return news.Party{}
}

// quantity reports whether s stands for some of those told of before: "many
// disagreed", who are not those who tell of it.
func (f *finder) quantity(s news.TokenID) bool {
	switch f.Lemma(s) {
	case "many", "some", "most", "few", "several", "other", "others", "both", "all":
		return s != 0
	}
	return false
}

// isTerm reports whether p is a party as contracts call it: a common noun with a
// capital that names nobody, "the Tenant".
func (f *finder) isTerm(p news.Party) bool {
	w := p.Span.Of(f.a.Doc.Text)
	t := f.TokenAt(p.Span.Start) + 1
	return (strings.HasPrefix(w, "the ") || strings.HasPrefix(w, "The ")) && t <= f.Len() && f.UPOS(t) == news.PROPN && f.MentionOf(t) == 0 && f.Span(t).End == p.Span.End
}

// passive reports whether t is a passive that shows it: a past tense that was
// taken for a participle, without "be" and agent, is none.
func (f *finder) passive(t news.TokenID) bool {
	if !f.Passive(t) {
		return false
	}
	r := f.Rel(t)
	return f.Child(t, news.AuxPass, news.OblAgent) != 0 || r != news.Root && r != news.Parataxis && r != news.Ccomp
}

// suffered reports whether accusing verb t, without an object, is the passive of
// a headline: "players [accused] of theft".
func (f *finder) suffered(t news.TokenID, e *entry) bool {
	if e.lemma != "accuse" && e.lemma != "charge" || !f.told(t) || f.Object(t) != 0 {
		return false
	}
	c := f.Child(t, news.Ccomp)
	return c == 0 || f.Subject(c) == 0 // "players accused of theft [left]": what they did
}

// beyondName is subject s of t, or the plural noun right behind it that a name
// only tells more of: "Brenn [supporters] threaten".
func (f *finder) beyondName(s, t news.TokenID) news.TokenID {
	if n := f.a.Mention(f.MentionOf(s + 1)); s != 0 && f.UPOS(s) == news.NOUN && n != nil && n.First == s+1 && n.Last < t && f.untilVerb(n.Last+1, f.firstVerb(s, t)) && n.Form == news.Name {
		return n.Last // "the rebel [Brenn Movement] blamed"
	}
	if s != 0 && f.Tag(s+1).XPOS == news.POS { // "Norway's prime minister [Orlen Vask] was ..., calling", hung on the state
		for k := s + 2; k < t && k < s+7; k++ {
			if n := f.a.Mention(f.MentionOf(k)); n != nil && n.Kind == news.Person && n.Form == news.Name {
				return n.Last
			}
		}
	}
	m := f.a.Mention(f.NamedAt(s))
	if s == 0 || m == nil || m.Last+1 >= t || f.Tag(m.Last+1).XPOS != news.NNS || !f.lex.holder[f.Lemma(m.Last+1)] {
		return s
	}
	return m.Last + 1
}

// firstVerb is the verb that subject s stands at, where t is joined to it: "the People's
// Union [voted] but has distanced itself".
func (f *finder) firstVerb(s, t news.TokenID) news.TokenID {
	if h := f.Head(s); f.Rel(s) == news.Nsubj && h > s && h < t && f.Rel(t) == news.Conj {
		return h
	}
	return t
}

// untilVerb reports whether only auxiliaries and adverbs stand between token k and verb t.
func (f *finder) untilVerb(k, t news.TokenID) bool {
	for ; k < t; k++ {
		if u := f.UPOS(k); u != news.AUX && u != news.ADV {
			return false
		}
	}
	return true
}

// blamed is who does what "-ing" form t says where another is blamed or praised
// for it: "criticised [the ministers] for seeking".
func (f *finder) blamed(t news.TokenID) news.Party {
	h := f.Head(t)
	if f.Tag(t).XPOS != news.VBG || f.Rel(t) != news.Advcl || h == 0 || h > t {
		return news.Party{}
	}
	for k := f.Kid(t); k != 0 && k < t; k = f.Next(k) {
		if l := f.Lemma(k); f.Rel(k) == news.Mark && (l == "for" || l == "of" || l == "from" || l == "over") {
			return f.party(f.Object(h))
		}
	}
	return news.Party{}
}

// political reports whether a holder is a state, a body or group, or somebody
// with an office or of a side: whose wishes are positions and not whims.
func (f *finder) political(p news.Party) bool {
	c := f.a.Chain(p.Chain)
	if c == nil || !c.Named && c.Kind == "" {
		h := f.headIn(p.Span)
		return !p.Span.IsZero() && !f.lex.private[f.Lemma(h)] && (f.lex.self[f.Lemma(h)] || f.isBody(h)) // "both sides", "the minister"
	}
	if c.Kind != "" && c.Kind != news.Person || c.Of != 0 {
		return true
	}
	for i := range c.Offices {
		title := c.Offices[i].Title
		if !f.lex.private[title[strings.LastIndexByte(title, ' ')+1:]] {
			return true
		}
	}
	return false
}

// partisan reports whether p has a side: one whose wishes are positions, or
// people who speak as such, like critics and supporters.
func (f *finder) partisan(p news.Party) bool {
	if f.political(p) {
		return true
	}
	c := f.a.Chain(p.Chain)
	if c != nil && c.Named {
		return c.Kind == news.Person && len(c.Offices) == 0 && f.QuoteOf(f.TokenAt(p.Span.Start)) == 0 && f.public
	}
	h := f.headIn(p.Span)
	return f.lex.holder[f.Lemma(h)] && !f.lex.private[f.Lemma(h)] || f.lex.notice[f.Lemma(h)]
}

// affairs reports whether the report is about public affairs: at least two states,
// bodies or holders of office are named in it, so that whoever else speaks has a side.
func (f *finder) affairs() bool {
	n := 0
	for i := range f.a.Chains {
		c := &f.a.Chains[i]
		if c.Kind == news.State || c.Kind == news.Person && len(c.Offices) > 0 && c.Of != 0 {
			n++
		}
	}
	return n > 2
}

// author is who made the statement, plan or terms whose relative clause t is.
func (f *finder) author(t news.TokenID) news.Party {
	if f.Rel(t) != news.AclRelcl {
		return news.Party{}
	}
	h := f.Head(t)
	for i := 0; h != 0 && i < 5; i++ {
		if f.UPOS(h) == news.VERB {
			if o := f.Object(h); f.lex.authored[f.Lemma(o)] {
				return f.party(f.Subject(h))
			}
			return news.Party{}
		}
		h = f.Head(h)
	}
	return news.Party{}
}

// target is whom the act is aimed at.
func (f *finder) target(t news.TokenID, e *entry) news.Party {
	for _, slot := range e.target {
		var k news.TokenID
		if slot == "obj" {
			if k = f.Object(t); k == 0 {
				k = f.Child(t, news.Iobj)
			}
			if f.bestowed(t) != 0 {
				k = f.Child(t, news.NsubjPass)
			}
		} else {
			k = f.Oblique(t, slot)
			if o := f.Object(t); k == 0 && o != 0 {
				k = f.Oblique(o, slot) // "expects an answer [from the envoy]"
			}
		}
		if p := f.party(k); !p.IsZero() {
			return p
		}
	}
	return news.Party{}
}

// isBody reports whether noun t is an office, role or body that can hold a
// position.
func (f *finder) isBody(t news.TokenID) bool {
	o := lex.Default().LookupOffice(f.Lemma(t))
	if o == nil {
		o = lex.Default().LookupOffice(f.Word(t))
	}
	return o != nil
}
