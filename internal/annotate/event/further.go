package event

import (
	"slices"

	"rapporteur/internal/news"
)

// further adds whom grammar hangs deeper, where nobody has been found that the
// deed is done to: those under the object ("sent aid [to Ostrel]", "demands [from
// the rebels]"), whose act is demanded ("demanded that [Ostrel] withdraw"), whom a
// protest is about.
func (p *parties) further(c *candidate) {
	f, t := p.f, c.token
	if c.trigger.frame != act || c.Class == "CONSULT" {
		return
	}
	if c.Class == "PROTEST" {
		p.rousedBy(t)
		p.defied(t)
	}
	if p.suffers() {
		return
	}
	for _, o := range f.sufferers(t) {
		o = f.unbatched(o)
		p.known(f.marked(o, c.trigger.markers), news.Recipient)
		p.wares(c, append(f.marked(o, c.trigger.markers), f.marked(t, c.trigger.markers)...))
		if k := f.Oblique(o, "of"); k != 0 { // "tons of food [to refugees]"
			p.known(f.marked(k, c.trigger.markers), news.Recipient)
		}
		if k := f.Child(o, news.Acl, news.Ccomp); c.Class == "REQUEST" && k > o && !f.infinitive(k) { // "repeated its demand that [Ostrel] withdraw"
			p.known(f.joined(f.Child(k, news.Nsubj)), news.Recipient)
		}
		if k := f.Child(o, news.Compound, news.NmodDesc); c.Class == "AID" && k != 0 { // "gave [Ostrel] five million dollars"
			p.known([]news.TokenID{k}, news.Recipient)
		}
		if c.Class == "AID" && !p.suffers() {
			p.given(t, o)
		}
	}
	if c.Class == "SANCTION" || c.Class == "AID" {
		p.aimedAtMarked(c)
	}
	if c.Class == "REQUEST" && !p.suffers() {
		p.known(f.joined(f.askedFor(t)), news.Recipient)
	}
	if c.Mode == "investigate" && !p.suffers() {
		for _, o := range f.sufferers(t) {
			for _, k := range f.marked(o, []string{"into", "of"}) { // "an inquiry into crimes committed by [Varnian soldiers]"
				p.known(f.joined(f.Agent(f.Child(k, news.Acl))), news.Recipient)
			}
		}
	}
	if c.Class == "COERCE" && c.trigger.about("protest") && !p.suffers() {
		for _, o := range f.sufferers(t) { // "stopped a march held by [students]"
			p.known(f.joined(f.Agent(f.Child(o, news.Acl))), news.Recipient)
			p.known(f.marked(o, []string{"by", "of"}), news.Recipient)
		}
	}
	if c.Mode == "investigate" && !p.suffers() {
		for _, o := range f.sufferers(t) { // "probes claims that [the minister] took bribes"
			if k := f.Child(o, news.Acl, news.Ccomp, news.AclRelcl); f.lex.in("account", f.Lemma(o)) && k > o {
				p.known(f.joined(f.Child(k, news.Nsubj)), news.Recipient)
			}
		}
	}
	if k := f.Child(t, news.Ccomp); (c.Class == "REQUEST" || c.Mode == "investigate") && k > t && !p.suffers() { // "is investigating whether [the driver] slept"
		p.known(f.joined(f.Child(k, news.Nsubj)), news.Recipient)
	}
	if c.Class == "REQUEST" && !p.suffers() {
		p.demanded(t)
	}
}

// given adds whom verb t gives object o, named between the two and taken for a part of it:
// "gave the [Amber Coast] 5.1 million dollars".
func (p *parties) given(t, o news.TokenID) {
	k := t + 1
	for ; k < o && p.f.UPOS(k) == news.DET; k++ {
	}
	if m := p.f.InnerMention(k); m != nil && m.First == k && m.Last+1 < o && m.Form == news.Name && m.Chain != 0 && (m.Kind == news.State || m.Kind == news.Organization || m.Kind == news.Person) && p.f.UPOS(m.Last+1) == news.NUM {
		p.put(news.Participant{Party: news.Party{Chain: m.Chain, Span: m.Span}, Role: news.Recipient})
	}
}

// wares adds the states whose goods or trades a penalty is on: "tariffs on Varnian
// steel makers".
func (p *parties) wares(c *candidate, ts []news.TokenID) {
	if c.Class != "SANCTION" || p.suffers() {
		return
	}
	for _, k := range ts {
		for d := p.f.Kid(k); d != 0 && d < k; d = p.f.Next(d) {
			if m := p.f.InnerMention(d); m != nil && m.Chain != 0 && (m.Form == news.Demonym || m.Kind == news.State) {
				p.put(news.Participant{Party: news.Party{Chain: m.Chain, Span: m.Span}, Role: news.Recipient})
			}
		}
	}
}

// included adds the persons, bodies and states that people without a name are
// said to have among them: "five defendants, including [the singer Lena Moss]",
// "artists like [Ona Berg]".
func (p *parties) included(t news.TokenID, r news.Role) {
	f := p.f
	k := f.Oblique(t, "including", "include", "like", "such")
	if k == 0 {
		return
	}
	for _, d := range f.Conjuncts(k) {
		if m := f.a.Mention(f.NamedAt(d)); m != nil && m.Kind != news.Place {
			p.put(news.Participant{Party: news.Party{Chain: m.Chain, Span: m.Span}, Role: r})
		}
	}
}

// suffers reports whether a recipient is known.
func (p *parties) suffers() bool {
	return slices.ContainsFunc(p.out, func(q news.Participant) bool { return q.Role == news.Recipient })
}

// known adds those of ts that have a name, a people, or stand for people.
func (p *parties) known(ts []news.TokenID, r news.Role) {
	for _, k := range ts {
		m := p.f.a.Mention(p.f.NamedAt(k))
		if m != nil && m.Kind != news.Place || m == nil && (p.f.statesBefore(k) || p.f.is("person", k)) {
			p.one(k, r)
		}
	}
}

// roused are the prepositions of what a protest is for or against.
var roused = []string{"from", "by", "of", "for", "against", "at", "over"}

// rousedBy adds whom the demand or charge beside protest t names: "to demand the
// resignation of [the president]".
func (p *parties) rousedBy(t news.TokenID) {
	f := p.f
	for _, v := range [3]news.TokenID{t, f.Head(t), f.Object(t)} {
		for k := f.Kid(v); k != 0; k = f.Next(k) {
			if r := f.Rel(k); k < t || f.UPOS(k) != news.VERB || r != news.Advcl && r != news.Acl && r != news.Xcomp || !f.lex.in("verbal", f.classOf(k)) && f.Lemma(k) != "protest" {
				continue
			}
			for _, o := range append(f.sufferers(k), f.marked(k, roused)...) {
				if f.Lemma(k) == "protest" && !p.suffers() {
					p.aimedAt(o) // "to protest [Ostrel]'s decision"
				}
				p.known([]news.TokenID{o}, news.Recipient)
				p.known(f.marked(o, []string{"of", "by", "from"}), news.Recipient)
				p.known(f.joined(f.Child(o, news.NmodPoss)), news.Recipient)
			}
		}
	}
}

// leftParty adds whoever stands right before the finite verb t where the grammar
// gives it nobody: a name, or words that end in a noun for people.
func (p *parties) leftParty(t news.TokenID, r news.Role) {
	f := p.f
	first := f.a.Sentence(f.sent).First
	if f.Passive(t) || !f.finite(t) && f.Rel(t) != news.Root {
		return
	}
	at := t
	if t > 2 && f.Word(t-1) == "-" {
		at = t - 2 // "test-fired", of which the last word is the verb
	}
	k := f.skipBack(at-1, first)
	if k < first {
		return
	}
	if m := f.InnerMention(k); m != nil && m.Form == news.Name && m.Last == k && m.Chain != 0 && m.Kind != news.Place {
		if b := f.nameStart(m.First, first); b > first && f.UPOS(b-1) == news.VERB {
			return // "the man shouting [Long Live Keld] kills": what is shouted
		}
		if f.Child(m.First, news.Case) == 0 || f.Rel(m.First) == news.Nmod && m.Kind == news.Organization {
			p.put(news.Participant{Party: news.Party{Chain: m.Chain, Span: m.Span}, Role: r})
		}
		return
	}
	if f.Child(k, news.Case) != 0 || f.UPOS(k) == news.PRON || !f.is("person", k) && (f.UPOS(k) != news.PROPN || f.MentionOf(k) != 0) {
		return
	}
	a := k
	for a > first && (f.UPOS(a-1) == news.ADJ || f.UPOS(a-1) == news.NOUN || f.UPOS(a-1) == news.PROPN || f.UPOS(a-1) == news.NUM || f.UPOS(a-1) == news.DET) {
		a--
	}
	if f.UPOS(a-1) == news.VERB && a > first {
		return
	}
	p.put(news.Participant{Party: news.Party{Span: f.Cover(a, k)}, Role: r})
}

// nameStart is the first of the capitalised words that end before or at k.
func (f *finder) nameStart(k, first news.TokenID) news.TokenID {
	for k > first && f.UPOS(k-1) == news.PROPN {
		k--
	}
	return k
}

// byName adds the bodies or states that noun t is then named as: "the bloc, [the
// Western Union]", "its allies, [Varnia and Ostrel]".
func (p *parties) byName(t news.TokenID, r news.Role) (found bool) {
	f := p.f
	k := f.Child(t, news.Appos)
	if f.UPOS(t) != news.NOUN || k == 0 {
		return false
	}
	for _, d := range f.Conjuncts(k) {
		m := f.a.Mention(f.MentionOf(d))
		if d > t && m != nil && m.Chain != 0 && m.Form == news.Name && (m.Kind == news.Organization || m.Kind == news.State || m.Kind == news.Group || m.Kind == news.Place && r == news.Recipient && f.lex.in("township", f.Lemma(t))) {
			p.put(news.Participant{Party: news.Party{Chain: m.Chain, Span: m.Span}, Role: r})
			found = true
		}
	}
	return found
}

// releaser is who lets go of what the participle at t says was taken: "freed the crew
// of a boat captured in January" is said of who took it; 0 for none.
func (f *finder) releaser(t news.TokenID) news.TokenID {
	n := f.Head(t)
	if f.Rel(t) != news.Acl || f.Tag(t).XPOS != news.VBN {
		return 0
	}
	for i := 0; i < 3 && f.Rel(n) == news.Nmod; i++ {
		n = f.Head(n)
	}
	v := f.Head(n)
	if f.Rel(n) != news.Obj || !slices.ContainsFunc(f.lex.verbs[f.Lemma(v)], func(tr *trigger) bool { return tr.mode == "release" }) {
		return 0
	}
	return f.Subject(v)
}

// longList is the number of tokens within which the names of those who meet are told.
const longList = 28

// withNext adds the persons named right behind "with", wherever the parser hung them: "a
// call with Ilan Trask on Monday morning", "a meeting in the morning with A and B".
func (p *parties) withNext(c *candidate) {
	f := p.f
	last := f.a.Sentence(f.sent).Last
	k := f.pastTime(c.token+1, last)
	if c.Class != "CONSULT" || f.Lemma(k) != "with" && (c.Mode != "phone" || f.Lemma(k) != "to") {
		return
	}
	if f.Lemma(k+1) == "both" { // "phone calls to both A and B"
		k++
	}
	for end := min(k+longList, last); k < end; {
		k++
		if m := f.a.Mention(f.MentionOf(k)); m != nil && m.Form == news.Name && m.Chain != 0 && m.Kind == news.Person {
			p.put(news.Participant{Party: news.Party{Chain: m.Chain, Span: m.Span}, Role: news.Actor})
			k = m.Last
			if f.Lemma(k+1) != "and" && f.Word(k+1) != "," {
				return
			}
			k++
			continue
		}
		if u := f.UPOS(k); u != news.PROPN && u != news.NOUN && u != news.ADJ && u != news.DET && f.Rel(k) != news.NmodPoss && (f.Rel(k) != news.Case || u == news.ADP && f.Lemma(k) != "of") {
			return // "with Varnia over its ports under Trask"
		}
	}
}

// pastTime is the first token from k on that stands in no time or place and opens none:
// "with" of "in the morning with her", "in Lutava on Monday with her".
func (f *finder) pastTime(k, last news.TokenID) news.TokenID {
	at := k
	for ; k <= last && k < at+5; k++ {
		if m := f.InnerMention(k); f.TimeOf(k) != 0 || m != nil && m.Form == news.Name && (m.Kind == news.Place || m.Kind == news.State) && f.UPOS(k-1) == news.ADP && f.Lemma(k-1) != "with" {
			at = k + 1
		} else if u := f.UPOS(k); u != news.ADP && u != news.DET {
			break
		}
	}
	return at
}
