package event

import (
	"slices"

	"rapporteur/internal/news"
)

// ofNoun gathers who stands beside a noun and whom the verb above lends it.
func (p *parties) ofNoun(c *candidate) {
	f, t := p.f, c.token
	other := news.Recipient
	if c.trigger.frame == mutual {
		other = news.Actor
	}
	for k := f.Kid(t); k != 0; k = f.Next(k) {
		switch f.Rel(k) {
		case news.NmodPoss:
			p.add(f.Conjuncts(f.ownerAhead(c, k)), f.ownerRole(c, k))
		case news.Compound, news.Amod, news.NmodDesc:
			p.modifier(c, k)
		case news.Nmod, news.Obl, news.OblAgent:
			p.markedNoun(c, k, other)
		case news.Acl:
			p.servedBy(k, c.Class)
		case news.AclRelcl:
			if c.Class == "ASSAULT" {
				p.add(f.felled(k), news.Recipient)
			}
			if c.Class == "PROTEST" { // "an uprising that toppled the president"
				p.add(f.sufferers(k), news.Recipient)
			}
		case news.Nsubj:
			if f.UPOS(t) == news.VERB { // "Oll's phone calls", tagged a verb: Oll's is the phone's
				p.add(f.joined(f.Child(k, news.NmodPoss)), news.Actor)
			}
			if m := f.Marker(t); c.Mode == "martial-law" || f.Child(t, news.Cop) != 0 && (m == "in" && c.Class == "CONSULT" || f.onStrike(t) && (c.Class == "MOBILIZE" || c.Class == "PROTEST")) { // "the country is in a state of emergency", "is in dialogue with", "are on high alert"
				p.add(f.Conjuncts(k), news.Actor)
			}
		}
	}
	if c.Class == "PROTEST" && !p.suffers() {
		p.rousedBy(t) // "protests demanding the mayor's resignation"
		p.defied(t)
	}
	if v := f.levelled(t); v != 0 && c.Class == "ACCUSE" { // "an attack that [he] levelled at [her]"
		p.add(f.doers(v), news.Actor)
		p.levelledAt(v)
	}
	if c.trigger.asks("deed") {
		p.ofDeed(f.deed(t))
	}
	if v := f.settlement(t); v != 0 && c.trigger.asks("settled") {
		p.add(f.marked(v, c.trigger.markers), other)
	}
	if v := f.toldBehind(t, c.Class); v != 0 {
		p.add(f.doers(v), news.Actor)
	}
	if c.Class == "ASSAULT" && f.Child(t, news.AclRelcl) == 0 {
		p.add(f.felled(f.wrought(t)), news.Recipient)
	}
	p.theirs(c)
	p.denier(c)
	p.withNext(c)
	p.betweenNext(c)
	p.lent(c)
	p.beside(c)
	p.breach(c)
}

// ownerAhead is owner k of a noun, or whom the clause behind speaks of where the noun is
// what befell somebody, opens the sentence and calls him only "his": "Since his ouster,
// [Trask] has".
func (f *finder) ownerAhead(c *candidate, k news.TokenID) news.TokenID {
	first := f.a.Sentence(f.sent).First
	if c.trigger.frame != suffer || f.UPOS(k) != news.PRON || k != first+1 || f.UPOS(first) != news.ADP && f.UPOS(first) != news.SCONJ {
		return k
	}
	s := f.nextSubject(c.token)
	if m := f.a.Mention(f.NamedAt(s)); m != nil && m.Kind == news.Person && m.Form == news.Name {
		return s
	}
	return k
}

// ownerRole is what owner k of a noun is to it: "[Trask]'s arrest" is done to him,
// "[Varnia]'s arrest of Trask" by it.
func (f *finder) ownerRole(c *candidate, k news.TokenID) news.Role {
	m := f.a.Mention(f.MentionOf(k))
	if c.trigger.frame == suffer && f.Oblique(c.token, "of") == 0 && m != nil && (m.Kind == news.Person || m.Kind == "") {
		return news.Recipient
	}
	return news.Actor
}

// denier adds who denies that a meeting was: mostly one of those who would have
// been at it.
func (p *parties) denier(c *candidate) {
	if c.Status != news.Denied {
		return
	}
	f := p.f
	for h, i := f.Head(c.token), 0; h != 0 && i < 4; h, i = f.Head(h), i+1 {
		if f.lex.in("deny", f.Lemma(h)) && f.UPOS(h) == news.VERB {
			p.add(f.doers(h), news.Actor)
			return
		}
	}
}

// beside adds parties whose preposition the parser hung on the verb: "called
// off a meeting [with envoys]", "imposed sanctions [on Ostrel]".
func (p *parties) beside(c *candidate) {
	f := p.f
	g := f.Head(c.token)
	if f.UPOS(g) != news.VERB || f.Rel(c.token) != news.Obj && f.Rel(c.token) != news.NsubjPass {
		return
	}
	if c.Class == "CONSULT" && !f.Passive(g) && f.Rel(c.token) == news.Obj && f.undone(f.Lemma(g)) {
		p.add(f.doers(g), news.Actor) // "the mayor has called off the meeting"
	}
	other := news.Recipient
	if c.trigger.frame == mutual {
		other = news.Actor
	}
	for k := f.Kid(g); k != 0; k = f.Next(k) {
		if m := f.Marker(k); f.Rel(k) == news.Obl && k > c.token && (m == "with" || m == "on" || m == "against" || m == "between") && f.TimeOf(k) == 0 {
			p.markedNoun(c, k, other)
		}
	}
}

// served is what the agent of a passive verb does for a meeting.
func served(lemma string) news.Role {
	switch lemma {
	case "host", "organise", "organize", "arrange", "convene":
		return news.Host
	case "mediate", "broker", "facilitate":
		return news.Mediator
	}
	return news.Actor
}

// servedBy adds host and mediator of "talks hosted by C".
func (p *parties) servedBy(t news.TokenID, class string) {
	role, ok := map[string]news.Role{"host": news.Host, "mediate": news.Mediator, "broker": news.Mediator, "facilitate": news.Mediator,
		"chair": news.Actor, "lead": news.Actor, "attend": news.Actor}[p.f.Lemma(t)]
	if !ok && class == "MOBILIZE" && p.f.light(p.f.Lemma(t), class) {
		role, ok = news.Actor, true // "exercises mounted by Varnia"
	}
	if a := p.f.Agent(t); ok && a != 0 {
		p.add(p.f.Conjuncts(a), role)
	}
}

// markedNoun adds dependent k of a noun when its preposition says that it
// takes part: "between A and B", "with C", "of ministers", "by D".
func (p *parties) markedNoun(c *candidate, k news.TokenID, other news.Role) {
	f := p.f
	m := f.Marker(k)
	if !slices.Contains(c.trigger.markers, m) || f.lex.in("audience", f.Lemma(k)) && c.Class != "ASSAULT" {
		return
	}
	role := other
	if m == "by" || m == "from" && f.lex.in("verbal", c.Class) || m == "between" || m == "among" || m == "of" && !f.lex.in("aimedof", c.Label) && c.Class != "ASSAULT" && c.Class != "SANCTION" && c.Class != "COERCE" {
		role = news.Actor
	}
	before := len(p.out)
	p.add(f.joined(k), role)
	if role == news.Recipient && len(p.out) == before {
		p.add(f.joined(f.Child(k, news.NmodPoss)), role) // "protests against his rule"
		if c.Class == "PROTEST" && len(p.out) == before {
			p.behind([]news.TokenID{k}, false) // "against Varnian settlement policy"
		}
	}
	if m == "between" && len(f.Conjuncts(k)) == 1 {
		p.add(f.partner(k), role)
	}
}

// betweenNext adds those between whom somebody mediates, where the parser hung them on the
// day: "a mediation effort on Saturday between [Varnia and Ostrel]".
func (p *parties) betweenNext(c *candidate) {
	f := p.f
	if c.Mode != "third-party" || len(p.out) > 0 {
		return
	}
	k := f.pastTime(c.token+1, f.a.Sentence(f.sent).Last)
	if f.Lemma(k) == "between" && f.Rel(k) == news.Case {
		p.add(f.joined(f.Head(k)), news.Actor)
	}
}

// partner is the noun joined to k of "between k and ..." that the parser made
// the subject of the verb behind it.
func (f *finder) partner(k news.TokenID) []news.TokenID {
	last := min(f.a.Sentence(f.sent).Last, k+6)
	for t := k + 1; t <= last; t++ {
		if f.UPOS(t) == news.VERB || f.Word(t) == "," {
			return nil
		}
		if f.Lemma(t) != "and" {
			continue
		}
		for t++; t <= last; t++ {
			u, next := f.UPOS(t), f.UPOS(t+1)
			if (u == news.NOUN || u == news.PROPN) && next != news.NOUN && next != news.PROPN {
				return []news.TokenID{t}
			}
		}
	}
	return nil
}

// modifier adds a people or state in front of a noun: "the US-Varnian talks".
func (p *parties) modifier(c *candidate, k news.TokenID) {
	for d := p.f.Kid(k); d != 0 && p.f.UPOS(k) == news.NOUN; d = p.f.Next(d) {
		if p.f.Rel(d) == news.Amod { // "the [Varnian drone] attack"
			p.modifier(c, d)
		}
	}
	for _, t := range p.f.hyphened(p.f.Conjuncts(k)) {
		m := p.f.InnerMention(t)
		if m != nil && m.Form != news.Demonym && (p.f.isCity(t) || m.Kind == news.State && c.Class == "ASSAULT") {
			continue // "the Lutava talks", "the Varnia attack": where
		}
		if m != nil && m.Chain != 0 && (m.Form == news.Demonym || m.Kind == news.State || m.Kind == news.Organization || m.Kind == news.Person || m.Kind == news.Group) {
			p.put(news.Participant{Party: news.Party{Chain: m.Chain, Span: m.Span}, Role: news.Actor})
		}
	}
}

// hyphened is ts with the names that a hyphen joins to them and the tree does
// not: "Kenya-Norway talks" are of both.
func (f *finder) hyphened(ts []news.TokenID) []news.TokenID {
	for i := range ts {
		for _, d := range [2]int{-1, 1} {
			mark, other := ts[i]+news.TokenID(d), ts[i]+news.TokenID(2*d)
			if other < 1 || other > f.Len() || f.Word(mark) != "-" || f.SentenceOf(other) != f.SentenceOf(ts[i]) || slices.Contains(ts, other) {
				continue
			}
			if m, o := f.InnerMention(ts[i]), f.InnerMention(other); m != nil && o != nil && m != o && m.Kind == o.Kind && m.Form == o.Form {
				ts = append(ts, other)
			}
		}
	}
	return ts
}

// lent adds whom the verb above a noun lends it: the subject of "hold talks",
// of "take part in talks", the object of "the meeting will include".
func (p *parties) lent(c *candidate) {
	f, t := p.f, c.token
	if h := f.Head(t); f.Rel(t) == news.Nmod && f.Marker(t) == "of" && f.lex.in("spell", f.Lemma(h)) {
		t = h // "returned after two days of talks"
	}
	t = f.batch(t)
	g := f.Head(t)
	if f.lex.in("sharing", f.Lemma(g)) {
		p.add(f.joined(f.Child(g, news.NmodPoss)), news.Actor)
	}
	if c.Class == "CONSULT" && f.lex.in("during", f.Marker(t)) && f.Oblique(c.token, "with") != 0 && (f.UPOS(g) != news.VERB || f.Subject(g) == 0) {
		p.add(f.joined(f.nextSubject(c.token)), news.Actor)
	}
	if t > 2 && f.Lemma(t-1) == "in" && f.lex.in("sharing", f.Lemma(t-2)) && f.UPOS(g) == news.VERB {
		p.add(f.doers(g), news.Actor) // "is suspending its participation in talks"
	}
	if in := f.firstJoined(t); f.lex.in("involved", f.Lemma(f.Head(in))) && f.Marker(in) == "in" && c.Class != "CONSULT" {
		p.add(f.joined(f.Subject(f.Head(in))), news.Actor) // "was involved in raids and other attacks"
	}
	if h := f.Head(g); c.Class == "CONSULT" && f.lex.in("during", f.Marker(t)) && f.UPOS(g) == news.NOUN && f.UPOS(h) == news.VERB && f.Rel(g) == news.Obj && f.Oblique(c.token, "with") != 0 {
		p.add(f.doers(h), news.Actor) // "questioned the choice during calls with envoys", hung on the choice
	}
	if g == 0 || f.UPOS(g) != news.VERB {
		return
	}
	lemma := f.Lemma(g)
	if m := f.Marker(t); c.Mode == "visit" && (m == "during" || m == "on") && f.Rel(t) == news.Obl && len(p.out) < 2 && f.isFresh(t) && !f.Passive(g) && f.anyIs("traveller", f.doers(g)) && !f.doer(&candidate{Event: news.Event{Participants: p.out}}) {
		p.add(f.doers(g), news.Actor) // "during a visit to Lutava [she] praised"
	}
	if c.trigger.frame == suffer && f.Marker(t) == "under" && c.Class == "COERCE" && !f.is("person", f.Object(g)) {
		p.add(f.joined(f.Subject(g)), news.Recipient) // "spent years under house arrest"
		return
	}
	if a := f.Agent(g); a != 0 && f.Rel(t) == news.NsubjPass && c.Class == "CONSULT" { // "interrupted by the delegation"
		p.add(f.joined(a), served(lemma))
	}
	if (c.Class == "SANCTION" || c.Class == "ACCUSE") && f.lex.in("undergo", lemma) && (f.Rel(t) == news.Obj || f.Marker(t) == "on") {
		p.add(f.joined(f.Subject(g)), news.Recipient)
		return
	}
	if c.Class == "ACCUSE" && f.Rel(t) == news.Obj && f.lex.in("drawing", lemma) && !p.suffers() {
		n := len(p.out)
		p.add(f.doers(g), news.Recipient)
		if s := f.Subject(g); len(p.out) == n && s != 0 { // "[her] remarks drew criticism"
			p.add(f.joined(f.Child(s, news.NmodPoss)), news.Recipient)
		}
		return
	}
	if m := f.a.Mention(f.MentionOf(t)); (m != nil && m.Form == news.Name || (f.lex.in("meeting", c.Label) || f.lex.in("forum", c.Label)) && !f.lex.in("audience", c.Label)) && (lemma == "tell" || lemma == "address") && (f.Rel(t) == news.Obj || f.Rel(t) == news.Iobj) {
		p.add(f.doers(g), news.Actor) // "told the Lutava Dialogue"
		return
	}
	switch f.Rel(t) {
	case news.Obj, news.NsubjPass:
		if f.light(lemma, c.Class) {
			p.add(f.doers(g), hostOr(lemma, c))
			c.joins = f.lex.in("attend", lemma) && f.isDefinite(c.token)
		} else if f.attends(g, lemma) {
			p.add(f.doers(g), news.Actor)
			c.joins = f.isDefinite(c.token)
		}
	case news.Obl:
		if (c.Class == "CONSULT" || c.Class == "PROTEST" && !f.lex.in("since", f.preposed(t))) && f.attends(g, lemma) {
			p.add(f.doers(g), news.Actor)
			c.joins = f.isDefinite(c.token)
		} else if c.Class == "CONSULT" && f.lex.in("during", f.Marker(t)) && (f.Oblique(c.token, "with") != 0 || f.lex.in("homeward", lemma)) {
			p.add(f.doers(g), news.Actor)
		}
	case news.Nsubj, news.NsubjOuter:
		switch lemma {
		case "include", "involve", "feature", "gather":
			p.add(f.sufferers(g), news.Actor)
		case "leave":
			if c.Class == "ASSAULT" && f.hurtBehind(g) {
				p.add(f.sufferers(g), news.Recipient) // "the attack left [four officers] dead"
			}
		}
	}
}

// felled are those who died or were hurt by what clause t tells of an attack: "in which
// [38 people] died", "that killed [two]".
func (f *finder) felled(t news.TokenID) []news.TokenID {
	switch f.Lemma(t) {
	case "die", "perish":
		return f.joined(f.Subject(t))
	case "kill", "wound", "injure", "hurt":
		return f.sufferers(t)
	case "leave":
		if f.hurtBehind(t) {
			return f.sufferers(t)
		}
	}
	return nil
}

// hurtBehind reports whether verb t leaves somebody dead or hurt.
func (f *finder) hurtBehind(t news.TokenID) bool {
	last := min(f.a.Sentence(f.sent).Last, t+reach)
	for k := t + 1; k <= last; k++ {
		switch f.Lemma(k) {
		case "dead", "injured", "injure", "wounded", "wound", "hurt", "homeless":
			return true
		}
	}
	return false
}

// firstJoined is the first of the nouns that noun t is joined to, or t itself.
func (f *finder) firstJoined(t news.TokenID) news.TokenID {
	if h := f.Head(t); f.Rel(t) == news.Conj && h < t {
		return h
	}
	return t
}

// light reports whether a verb is light with a noun of class: its subject does
// what the noun says. Who calls a meeting or a strike makes one; who calls
// something an attack only names it.
func (f *finder) light(lemma string, class string) bool {
	return f.lex.in("light", lemma) && (lemma != "call" || class == "CONSULT" || class == "PROTEST")
}

func hostOr(lemma string, c *candidate) news.Role {
	if (lemma == "host" || lemma == "open") && c.Class == "CONSULT" {
		return news.Host
	}
	return news.Actor
}

// eventNoun is the trigger that noun t is, nil for none.
func (f *finder) eventNoun(t news.TokenID) *trigger {
	for _, tr := range f.lex.nouns[f.Lemma(t)] {
		if f.Lexical(t, tr.lemma) {
			return tr
		}
	}
	return nil
}
