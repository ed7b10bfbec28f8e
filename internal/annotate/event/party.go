package event

import (
	"slices"
	"strings"

	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// parties gathers the participants of one event.
type parties struct {
	f   *finder
	out []news.Participant
}

// ofVerb gathers subject, object and marked dependents of a verb.
func (p *parties) ofVerb(c *candidate) {
	f, t := p.f, c.token
	done, suffering := news.Actor, news.Recipient
	if c.trigger.frame == mutual {
		suffering = news.Actor
	}
	switch c.trigger.frame {
	case suffer:
		done = news.Recipient
	case gain:
		p.ofGain(c)
		return
	}
	if !f.result(t) && f.toldOf(t) == 0 {
		p.one(f.addressed(t), done)
		p.add(f.doers(t), done)
		p.byDeed(c, done)
		if c.Status == news.Planned {
			p.one(f.announcer(t), done)
		}
		if len(p.out) == 0 {
			p.leftParty(t, done)
		}
		if len(p.out) == 0 && f.Rel(t) == news.Root {
			p.one(f.behindOpener(t), done)
		}
		if len(p.out) == 0 && c.Class == "COERCE" {
			p.one(f.releaser(t), done)
		}
	}
	if c.Class != "RETREAT" || c.Mode != "withdraw" {
		p.addObjects(f.victims(c), suffering, c.Class)
	}
	if (f.lex.in("verbal", c.Class) && c.trigger.frame != mutual || c.trigger.about("custody")) && !c.trigger.about("prize") && !slices.ContainsFunc(p.out, func(q news.Participant) bool { return q.Role == news.Recipient }) {
		p.behind(f.sufferers(t), c.trigger.about("custody"))
	}
	if c.trigger.asks("deed") {
		p.ofDeed(f.deed(t))
	}
	if d := f.deed(t); d != 0 && !p.suffers() && (c.Class == "AGREE" || c.Class == "THREATEN" || c.Class == "REJECT") {
		p.below(d)
	}
	if c.trigger.about("deal") || c.trigger.about("drill") { // "a truce [between the two states] was signed"
		for _, o := range f.sufferers(t) {
			p.add(f.marked(o, []string{"between", "with"}), suffering)
		}
	}
	if f.objectMarks(c.trigger) && f.Object(t) != 0 { // "struck a deal [with the council]"
		p.add(f.marked(f.Object(t), c.trigger.markers), suffering)
	}
	p.add(f.behindIdiom(c.trigger), suffering)
	for _, k := range f.marked(t, c.trigger.markers) {
		if f.lex.in("audience", f.Lemma(k)) {
			continue
		}
		n := len(p.out)
		p.one(k, suffering)
		if o := f.Oblique(k, "from", "of"); len(p.out) == n && o != 0 { // "a duty on timber from Ostrel"
			p.one(o, suffering)
		}
	}
	if c.Class == "CONSULT" && c.trigger.frame == mutual {
		p.withNext(c)
	}
	p.further(c)
	if c.Class == "AGREE" && c.trigger.lemma == "agree" && len(p.out) == 1 {
		for _, k := range f.marked(t, []string{"to"}) {
			p.aimedAt(k) // "agreed to [Varnian] mediation"
		}
	}
	if f.lex.in("verbal", c.Class) && !p.suffers() {
		p.behind(f.marked(t, c.trigger.markers), false) // "complained over two [Varnian] raids"
		if f.Object(t) != 0 && !f.Passive(t) {
			p.known(f.joined(f.Oblique(t, "by")), news.Recipient) // "investigates crimes by [Varnian soldiers]", hung on the verb
		}
	}
	if c.Mode == "boycott" && !p.suffers() {
		p.aimedAtAll(f.sufferers(t))
	}
}

// victims are the objects of the verb of c but for what is driven into people: "ploughed
// a lorry into them".
func (f *finder) victims(c *candidate) []news.TokenID {
	ts := f.sufferers(c.token)
	if f.toldOf(c.token) != 0 {
		return nil // "that fired over Ostrel" is a thing
	}
	if c.Mode == "unconventional" {
		ts = slices.DeleteFunc(slices.Clone(ts), func(t news.TokenID) bool { return f.lex.in("car", f.Lemma(t)) })
	}
	return ts
}

// objectMarks reports whether what stands under the markers of a trigger may hang on its
// object: "wrote a letter [to Trask]", "drove a van [into shoppers]".
func (f *finder) objectMarks(tr *trigger) bool {
	return strings.Contains(tr.lemma, " ") || tr.mode == "unconventional"
}

// result reports whether "killing" at t tells what came of a clause in which
// nobody attacks: "it has faced attacks, killing dozens".
func (f *finder) result(t news.TokenID) bool {
	h := f.Head(t)
	if f.Lemma(t) != "kill" || f.Tag(t).XPOS != news.VBG || f.Rel(t) != news.Advcl || f.UPOS(h) != news.VERB {
		return false
	}
	for _, tr := range f.lex.verbs[f.Lemma(h)] {
		if tr.class == "ASSAULT" && tr.frame == act {
			return false
		}
	}
	return true
}

// behind adds the states, bodies and persons whose act, thing or custody the objects are.
func (p *parties) behind(ts []news.TokenID, custody bool) {
	for _, t := range ts {
		for k := p.f.Kid(t); k != 0; k = p.f.Next(k) {
			switch p.f.Rel(k) {
			case news.NmodPoss, news.Amod, news.Compound, news.Nmod, news.Nsubj:
				if p.f.Rel(k) == news.Nsubj && !custody {
					continue
				}
				m := p.f.InnerMention(k)
				if mk := p.f.Marker(k); mk == "on" || mk == "against" || mk == "with" && p.f.Word(p.f.Child(k, news.Case)-1) == "," {
					continue // "oppose sanctions on Varnia": against others; "rejected it, with Trask calling it"
				}
				if m != nil && m.Form == news.Name && p.f.Rel(k) == news.Compound && p.f.isCity(k) {
					continue // "investigates the Lutava attacks"
				}
				if m != nil && m.Chain != 0 && (m.Form != news.Pronoun || custody) && m.Kind != news.Place && m.Kind != "" {
					p.put(news.Participant{Party: news.Party{Chain: m.Chain, Span: m.Span}, Role: news.Recipient})
				}
			}
		}
		if k := p.f.Oblique(t, "by"); k != 0 && !custody && !p.suffers() { // "investigates crimes by [Varnian soldiers]"
			p.known(p.f.joined(k), news.Recipient)
		}
	}
}

// addObjects leaves out objects that are things, not parties ("fired a missile"), and
// but for an assault who is told of things in public.
func (p *parties) addObjects(ts []news.TokenID, r news.Role, class string) {
	for _, t := range ts {
		if p.f.captured(t) {
			if m := p.f.InnerMention(p.f.Child(t, news.Nsubj, news.Compound, news.Amod)); m != nil && m.Chain != 0 {
				p.put(news.Participant{Party: news.Party{Chain: m.Chain, Span: m.Span}, Role: r}) // "took [Varnians] hostage", one hung on the other
			}
			continue
		}
		if o := p.f.Child(t, news.NmodPoss); o != 0 && (p.f.lex.in("body", p.f.Lemma(t)) || p.f.lex.in("vehicle", p.f.Lemma(t))) {
			if f := p.f; f.UPOS(o) == news.PRON && f.Oblique(f.Head(t), "into") != 0 {
				continue // "rammed his car into a crowd"
			}
			t = o // "bit a soldier's hand", "shot at the envoy's car"
		}
		if len(p.out) > 0 && class == "MOBILIZE" && p.f.lex.in("armed", p.f.Lemma(t)) {
			continue // "flew bombers over the coast"
		}
		if l := p.f.Lemma(t); p.f.lex.in("weapon", l) && !p.f.lex.in("person", l) || p.f.lex.in("audience", l) && !p.f.lex.in("bodily", class) && p.f.NamedAt(t) == 0 && !(p.f.lex.in("chamber", l) && p.f.statesBefore(t)) {
			continue
		}
		n := len(p.out)
		p.one(t, r)
		if o := p.f.Oblique(t, "of", "for"); len(p.out) == n && o != 0 && !p.f.lex.in("unreal", p.f.Lemma(t)) && !p.f.insidePlace(o) {
			p.one(o, r) // "attacked a convoy of the army"
		}
	}
}

// captured reports whether object t is what somebody beside it is taken: "took him [hostage]".
func (f *finder) captured(t news.TokenID) bool {
	return f.lex.in("captivity", f.Lemma(t)) && f.Child(t, news.Det, news.NmodPoss, news.Nummod) == 0 && f.Tag(t).XPOS == news.NN
}

func (p *parties) add(ts []news.TokenID, r news.Role) {
	for _, t := range ts {
		p.one(t, r)
	}
}

// one adds what stands at noun or pronoun t: a name, the states of "Varnian
// and Ostrelian officials", or the words for people without a name.
func (p *parties) one(t news.TokenID, r news.Role) {
	f := p.f
	if t == 0 || f.TimeOf(t) != 0 {
		return
	}
	if s := f.speakersSubject(t); s != 0 {
		t = s
	}
	p.included(t, r)
	if f.NamedAt(t) == 0 && (p.byBearer(t, r) || p.byName(t, r) || p.bothSides(t, r)) {
		return
	}
	if m := f.a.Mention(f.NamedAt(t)); m != nil {
		p.put(news.Participant{Party: news.Party{Chain: m.Chain, Span: m.Span}, Role: r})
		p.apposed(t, r)
		return
	}
	if p.statesOf(t, r) {
		return
	}
	if p.pair(t, r) {
		return
	}
	if m := f.a.Mention(f.MentionOf(t)); m != nil && m.Chain != 0 && !f.loose(m) {
		p.unnamedPeople(t, m, r)
		p.put(news.Participant{Party: f.PartyAt(m), Role: r})
		return
	}
	if q := f.a.Quote(f.QuoteOf(t)); q != nil && f.UPOS(t) == news.PRON && !q.Speaker.IsZero() && (q.Form == news.Indirect || f.Tag(t).Feats&news.Person1 != 0) {
		p.put(news.Participant{Party: q.Speaker, Role: r})
		return
	}
	if f.UPOS(t) == news.ADV && !f.lex.in("asked", f.Lemma(t)) || (f.UPOS(t) == news.NOUN || f.opensAsVerb(t)) && (f.is("person", t) || f.lex.in("crowd", f.Lemma(t)) || f.isOffice(t) || r == news.Actor && f.lex.in("craft", f.Lemma(t))) || f.UPOS(t) == news.NUM || f.UnknownName(t) {
		p.put(news.Participant{Party: news.Party{Span: f.Phrase(t)}, Role: r})
	}
}

// opensAsVerb reports whether the first word of a sentence was taken for a verb though it
// is a subject: "[Nurses] at the hospital walked out".
func (f *finder) opensAsVerb(t news.TokenID) bool {
	r := f.Rel(t)
	return t == f.a.Sentence(f.sent).First && f.Tag(t).XPOS == news.VBZ && (r == news.Nsubj || r == news.NsubjPass)
}

// unnamedPeople adds the peoples in front of mention m of noun t that nobody
// took for a name: "[Varnian] and Ostrelian officials".
func (p *parties) unnamedPeople(t news.TokenID, m *news.Mention, r news.Role) {
	for k := p.f.Kid(t); k != 0 && k < m.First; k = p.f.Next(k) {
		if w := p.f.Word(k); p.f.Rel(k) == news.Amod && w[0] >= 'A' && w[0] <= 'Z' && p.f.MentionOf(k) == 0 {
			p.put(news.Participant{Party: news.Party{Span: p.f.Span(k)}, Role: r})
		}
	}
}

// loose reports whether m is a plural pronoun tied to one named party: more
// likely a slip than a body speaking of itself.
func (f *finder) loose(m *news.Mention) bool {
	c := f.a.Chain(m.Chain)
	if m.Form != news.Pronoun || c == nil || c.Plural || c.Kind == news.Group {
		return false
	}
	switch text.Fold(m.Span.Of(f.a.Doc.Text)) {
	case "they", "them", "their", "theirs":
		return true
	}
	return false
}

// pair adds the two persons named last before t in its sentence, when t
// speaks of two: "when the pair met".
func (p *parties) pair(t news.TokenID, r news.Role) bool {
	f := p.f
	switch f.Lemma(t) {
	case "pair", "duo", "both", "two":
	default:
		return false
	}
	var two []*news.Mention
	for k := t - 1; k >= f.a.Sentence(f.sent).First && len(two) < 2; k-- {
		m := f.a.Mention(f.MentionOf(k))
		if c := f.a.Chain(chainOf(m)); c != nil && c.Kind == news.Person && c.Named && m.Form == news.Name && (len(two) == 0 || two[0].Chain != m.Chain) {
			two = append(two, m)
		}
	}
	if len(two) < 2 {
		return false
	}
	for _, m := range [2]*news.Mention{two[1], two[0]} {
		p.put(news.Participant{Party: news.Party{Chain: m.Chain, Span: m.Span}, Role: r})
	}
	return true
}

func chainOf(m *news.Mention) news.ChainID {
	if m == nil {
		return 0
	}
	return m.Chain
}

// apposed adds names that the parser hung on a name as apposition or list
// though they are further parties ("A, the minister, and envoy B").
func (p *parties) apposed(t news.TokenID, r news.Role) {
	f := p.f
	for k := f.Kid(t); k != 0; k = f.Next(k) {
		if f.Rel(k) != news.Appos && f.Rel(k) != news.List {
			continue
		}
		for _, d := range f.Conjuncts(k) {
			if m := f.a.Mention(f.NamedAt(d)); m != nil && m.Kind == news.Person && f.NamedAt(d) != f.NamedAt(t) {
				p.put(news.Participant{Party: news.Party{Chain: m.Chain, Span: m.Span}, Role: r})
			}
		}
	}
}

// thing reports whether the words at s are no party: the public that is told
// of things, or a weapon.
func (p *parties) thing(s text.Span) bool {
	for t := p.f.TokenAt(s.Start); t <= p.f.Len() && p.f.Span(t).End <= s.End; t++ {
		if l := p.f.Lemma(t); p.f.lex.in("audience", l) || p.f.lex.in("weapon", l) && !p.f.lex.in("person", l) && !p.f.lex.in("craft", l) || l == "one" && p.f.Tag(t).XPOS == news.NNS {
			return true
		}
	}
	return false
}

// put adds q unless its chain, or its words, are there already, or it is the
// public that is told of things.
func (p *parties) put(q news.Participant) {
	if q.Chain == 0 && p.thing(q.Span) {
		return
	}
	for i := range p.out {
		if q.Chain != 0 && p.out[i].Chain == q.Chain || q.Chain == 0 && p.out[i].Span == q.Span {
			return
		}
	}
	p.out = append(p.out, q)
}

// anyNamed reports whether a participant is a chain.
func (f *finder) anyNamed(ps []news.Participant) bool {
	return slices.ContainsFunc(ps, func(p news.Participant) bool { return p.Chain != 0 })
}

// anyKnown is anyNamed, or a participant whose words say of which people or
// state he is ("Varnian militiamen"), or that he is a public body ("the force").
func (f *finder) anyKnown(ps []news.Participant) bool {
	return f.anyNamed(ps) || slices.ContainsFunc(ps, func(p news.Participant) bool {
		if f.lex.in("organ", f.Lemma(f.headOf(p.Party))) {
			return true
		}
		for t := f.TokenAt(p.Span.Start); t <= f.Len() && f.Span(t).End <= p.Span.End; t++ {
			if m := f.InnerMention(t); m != nil && m.Chain != 0 && m.Form != news.Pronoun {
				return true
			}
		}
		return false
	})
}

// near reports whether no verb stands between tokens a and b, but for a participle
// before its noun ("the ousted minister").
func (f *finder) near(a, b news.TokenID) bool {
	if a > b {
		a, b = b, a
	}
	for t := a + 1; t < b; t++ {
		if f.UPOS(t) == news.VERB && f.Rel(t) != news.Amod && !f.asPlanned(t) && !f.asObject(t) || f.Word(t) == ";" { // "will open as planned on Monday"
			return false
		}
	}
	return true
}
