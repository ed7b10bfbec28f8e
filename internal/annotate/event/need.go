package event

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur/internal/news"
)

// needs reports whether all that the trigger asks for is there.
func (f *finder) needs(t news.TokenID, tr *trigger) bool {
	for i := range tr.needs {
		if !f.meets(t, tr, tr.needs[i]) {
			return false
		}
	}
	return true
}

// meets reports whether need n of trigger tr at t is met.
func (f *finder) meets(t news.TokenID, tr *trigger, n need) bool {
	switch n.kind {
	case "party":
		return true // asked once participants are known
	case "object":
		if n.group == "goodwill" || n.group == "concern" { // of "outrage and sympathy" the first says what it is
			o := f.sufferers(t)
			return f.anyIs(n.group, o[:min(len(o), 1)])
		}
		return f.anyIs(n.group, f.sufferers(t)) && (n.group != "captive" || f.Lemma(f.Oblique(t, "from")) != "hospital")
	case "undergone":
		h := f.Head(t)
		return f.UPOS(h) == news.VERB && f.lex.in("undergo", f.Lemma(h)) && (f.Rel(t) == news.Obj || f.Marker(t) == "on")
	case "whom":
		return len(f.sufferers(t)) > 0
	case "hurt":
		return !f.atPolls(t) && slices.ContainsFunc(f.sufferers(t), func(k news.TokenID) bool { return f.is(n.group, k) && !f.isSide(k) })
	case "arrival":
		return f.anyIs("traveller", f.doers(t)) && !f.anyIs("armed", f.doers(t)) && f.reaches(t)
	case "planned":
		if tr.mode == "visit" && !f.anyIs("traveller", f.doers(t)) {
			return false
		}
		s, ok := f.status(t, tr)
		return ok && (s == news.Planned || s == news.UnderWay && f.ahead(f.timeOf(t))) && (n.group == "party" || f.anyIs(n.group, f.sufferers(t)))
	case "movable":
		o := f.sufferers(t)
		if k := f.Oblique(t, "from", "of", "out"); k != 0 && (f.eventNoun(k) != nil || f.lex.in("treaty", f.Lemma(k)) || f.lex.in("talk", f.Lemma(k))) {
			return false // "pulled out of the summit", "withdrew from the pact"
		}
		return len(o) == 0 || f.anyIs(n.group, o) || f.anyIs("person", o)
	case "subject":
		return f.anyIs(n.group, f.doers(t))
	case "with":
		if n.group == "party" {
			return len(f.marked(t, tr.markers)) > 0
		}
		return f.anyIs(n.group, f.marked(t, tr.markers))
	case "scene":
		return f.anyIs(n.group, f.marked(t, scenes))
	case "rousing":
		return f.rousing(t)
	case "doer":
		return f.anyIs("person", f.doers(t)) || f.anyIs("explosive", f.doers(t))
	case "owned":
		return f.Child(t, news.NmodPoss) != 0 || f.Oblique(t, "by", "from") != 0 || f.Rel(t) == news.Obj && f.lex.in("light", f.Lemma(f.Head(t)))
	case "sought":
		return f.sought(t)
	case "joint":
		d := f.doers(t)
		return len(d) > 1 || len(d) == 1 && f.Tag(d[0]).XPOS == news.NNS && f.is("chief", d[0])
	case "politic":
		return f.politic(t, tr)
	case "objectless":
		return f.Object(t) == 0
	case "active":
		return !f.Passive(t)
	case "denied":
		return f.Negated(t)
	case "settled":
		return f.settled(t)
	case "custodial":
		return f.Passive(t) && !f.HasWord(t, "responsible") && !f.HasWord(t, "accountable") && !f.HasWord(t, "liable") && !f.HasWord(t, "hostage") ||
			!f.Passive(t) && f.anyIs("organ", f.doers(t)) || !f.Passive(t) && f.anyIs("nation", f.doers(t))
	case "vile":
		return f.vile(t)
	case "deed":
		return f.does(f.deed(t), n.group)
	case "of":
		return f.modifiedBy(t, n.group) || n.group == "weapon" && f.armed && (f.isDefinite(t) || f.timeUnder(t, t) != 0)
	case "target":
		return f.anyIs(n.group, f.sufferers(t)) && f.aimedAt(t, tr.markers)
	case "toverb":
		return f.toVerb(t)
	}
	return false
}

// sought reports whether what verb t is to settle is a question, and somebody is at
// it: "is trying to determine how they got in".
func (f *finder) sought(t news.TokenID) bool {
	if h := f.Head(t); !f.infinitive(t) || !f.lex.in("trying", f.Lemma(h)) && f.Rel(t) != news.Advcl {
		return false
	}
	for k := t + 1; k <= t+2; k++ {
		switch f.Lemma(k) {
		case "how", "what", "why", "whether", "who", "if", "where":
			return true
		}
	}
	return f.lex.in("question", f.Lemma(f.Object(t)))
}

// aimedAt reports whether people, a state or a place stand under the markers behind verb t
// or what it governs: "fired rockets at Varnia".
func (f *finder) aimedAt(t news.TokenID, markers []string) bool {
	at := f.marked(t, markers)
	for _, o := range f.sufferers(t) {
		at = append(at, f.marked(o, markers)...)
	}
	return f.anyIs("person", at) || f.anyIs("place", at)
}

// settled reports whether agreement t was reached, by the word behind it or its time:
// "the deal struck with Varnia", "last year's accord".
func (f *finder) settled(t news.TokenID) bool {
	return f.settlement(t) != 0 || f.timeUnder(t, t) != 0
}

// settlement is the participle right behind agreement t that says that it was
// reached, 0 for none.
func (f *finder) settlement(t news.TokenID) news.TokenID {
	if t < f.a.Sentence(f.sent).Last && f.Tag(t+1).XPOS == news.VBN && f.lex.in("sealing", f.Lemma(t+1)) {
		return t + 1
	}
	return 0
}

// toVerb reports whether somebody is told or let to do something by verb t: "asked
// him [to go]".
func (f *finder) toVerb(t news.TokenID) bool {
	if f.Object(t) == 0 && f.rightOf(t) == 0 {
		return f.askedFor(t) != 0
	}
	for k := f.Kid(t); k != 0; k = f.Next(k) {
		if r := f.Rel(k); (r == news.Xcomp || r == news.Ccomp) && f.Child(k, news.Mark) != 0 {
			return true
		}
	}
	return f.askedFor(t) != 0
}

// askedFor is who is to do what verb t asks for: "pressed for [Varnia] to withdraw";
// 0 for none.
func (f *finder) askedFor(t news.TokenID) news.TokenID {
	for k := f.Kid(t); k != 0; k = f.Next(k) {
		if r := f.Rel(k); k > t && (r == news.Xcomp || r == news.Ccomp || r == news.Advcl) && f.infinitive(k) {
			if s := f.Child(k, news.Nsubj); s > t && f.Marker(s) == "for" || s > t && f.Lemma(f.Child(k, news.Mark)) == "for" {
				return s
			}
		}
	}
	return 0
}

// politic reports whether somebody in public life attacks another person at t in
// words: nothing in hand, and nobody hurt.
func (f *finder) politic(t news.TokenID, tr *trigger) bool {
	doers, whom := f.doers(t), f.sufferers(t)
	if tr.noun {
		doers, whom = f.joined(f.Child(t, news.NmodPoss)), f.joined(f.Oblique(t, "on", "against"))
	}
	person := func(k news.TokenID) bool {
		m := f.a.Mention(f.MentionOf(k))
		return m != nil && m.Kind == news.Person
	}
	return f.anyIs("traveller", doers) && len(whom) > 0 && !slices.ContainsFunc(whom, func(k news.TokenID) bool { return !person(k) }) && f.Oblique(t, "with", "in", "at") == 0
}

// atPolls reports whether verb t tells of a game or a vote: "beat him by 18 points",
// "in the primary", "51% to 36%".
func (f *finder) atPolls(t news.TokenID) bool {
	k := f.Oblique(t, "by")
	return k != 0 && f.Child(k, news.Nummod) != 0 || f.lex.in("contest", f.Lemma(f.Oblique(t, "in", "at"))) || f.scored(t)
}

// scored reports whether two numbers stand side by side behind verb t.
func (f *finder) scored(t news.TokenID) bool {
	last := min(f.a.Sentence(f.sent).Last, t+reach)
	before := news.TokenID(0)
	for k := t + 1; k <= last; k++ {
		switch {
		case f.UPOS(k) != news.NUM || f.TimeOf(k) != 0:
		case before != 0 && k-before <= 3:
			return true
		default:
			before = k
		}
	}
	return false
}

// isSide reports whether noun t names a state, people or body: whom one beats in a
// game or a vote, not with fists.
func (f *finder) isSide(t news.TokenID) bool {
	m := f.a.Mention(f.MentionOf(t))
	return m != nil && m.Kind != news.Person && (m.Form == news.Name || m.Form == news.Demonym)
}

// reaches reports whether verb t of motion ends at a place: "flew to Lutava", not
// "flew over" or "from" it.
func (f *finder) reaches(t news.TokenID) bool {
	k := f.Oblique(t, "to", "in", "at", "into")
	return k != 0 && !f.placeAt(k).IsZero()
}

// doers are who does what verb t says.
func (f *finder) doers(t news.TokenID) []news.TokenID {
	if f.Passive(t) && !f.lex.in("marching", f.Lemma(t)) {
		return f.joined(f.Agent(t))
	}
	if k := f.claimant(t); k != 0 {
		return f.joined(k)
	}
	if k := f.lastSubject(t); k != 0 {
		return f.joined(k)
	}
	if s := f.Subject(f.finiteTwin(t)); s != 0 && f.TimeOf(s) == 0 {
		if f.lex.in("paper", f.Lemma(s)) && f.Rel(t) == news.Acl && f.Rel(s) == news.Obj {
			return f.joined(f.Subject(f.Head(s))) // "issued a declaration demanding"
		}
		if k := f.Child(s, news.NmodPoss); f.lex.in("paper", f.Lemma(s)) && f.Rel(t) == news.Acl && k != 0 {
			return f.joined(k) // "in his statement condemning"
		}
		return f.joined(f.ofWhom(s, t))
	}
	if e := f.Child(t, news.Expl); e != 0 { // "says [it] is willing", taken for nobody
		return f.joined(f.speakersSubject(e))
	}
	if k := f.laterDoer(t); k != 0 {
		return f.joined(k)
	}
	return f.joined(f.leftOf(t))
}

// addressed is who stands before the subject of headline verb t and a comma, taken for
// somebody spoken to: "[Trask], rivals meet by the lake"; 0 for none.
func (f *finder) addressed(t news.TokenID) news.TokenID {
	k := f.Child(t, news.Vocative)
	if k == 0 || k > t || !f.headline() && f.sent > 1 || f.QuoteOf(k) != 0 {
		return 0
	}
	return k
}

// sufferers are whom or what verb t is done to.
func (f *finder) sufferers(t news.TokenID) []news.TokenID {
	if f.Passive(t) {
		s := cmp.Or(f.lastSubject(t), f.ofWhom(f.Subject(t), t))
		if s == 0 {
			s = f.leftOf(t)
		}
		if o := f.Child(t, news.Obj); f.lex.in("prize", f.Lemma(o)) {
			return append(f.joined(s), o) // "was given a prize"
		}
		return f.joined(s)
	}
	o := f.Object(t)
	if o == 0 || f.TimeOf(o) != 0 {
		o = f.rightOf(t)
	}
	if o == 0 {
		o = f.lostObject(t)
	}
	if k := t + 2; o == 0 && f.Head(k) == t && f.Rel(k) == news.Conj && f.UPOS(k) == news.VERB && f.Rel(t+1) == news.Cc {
		o = f.Object(k) // "arrested and charged two men", hung on the second
	}
	if w := f.named(o); w != 0 {
		o = w
	}
	if l := f.Lemma(o); f.Rel(t) == news.AclRelcl && (l == "which" || l == "that" || l == "whom") {
		o = f.Head(t) // "the bridge, which Varnia closed"
	}
	out := append(f.joined(o), f.joined(f.Child(t, news.Iobj))...)
	for k := f.Kid(t); k != 0; k = f.Next(k) {
		if f.Rel(k) == news.Obj && k > o && o != 0 && f.TimeOf(k) == 0 {
			out = append(out, k) // "awarded her [a prize]"
		}
	}
	return out
}

// named is the noun that "what it said was a rocket" is said to be, 0 where o
// opens no such clause.
func (f *finder) named(o news.TokenID) news.TokenID {
	if f.Lemma(o) != "what" {
		return 0
	}
	for k := o + 1; k <= min(o+9, f.a.Sentence(f.sent).Last); k++ {
		if f.Lemma(k) == "be" && f.Rel(k) == news.Cop || f.Lemma(k) == "as" && f.UPOS(k-1) == news.VERB {
			for k++; k < f.Len() && (f.UPOS(k) != news.NOUN || f.UPOS(k+1) == news.NOUN); k++ {
				if u := f.UPOS(k); u != news.DET && u != news.ADJ && u != news.NOUN && u != news.PROPN {
					return 0
				}
			}
			return k
		}
	}
	return 0
}

// marked are the dependents of t under one of the markers.
func (f *finder) marked(t news.TokenID, markers []string) (out []news.TokenID) {
	for k := f.Kid(t); k != 0; k = f.Next(k) {
		if r := f.Rel(k); r != news.Obl && r != news.Nmod && r != news.OblAgent && r != news.Advcl {
			continue
		}
		if o := f.Oblique(k, "of"); f.Lemma(k) == "front" && f.Marker(k) == "in" && o != 0 && slices.Contains(markers, "before") {
			out = append(out, f.joined(o)...) // "in front of the committee"
		} else if slices.Contains(markers, f.Marker(k)) {
			out = append(out, f.joined(k)...)
		} else if m := f.a.Mention(f.MentionOf(k)); m == nil { // "spoke by phone [with B]", hung one too low
			for d := f.Kid(k); d != 0; d = f.Next(d) {
				if f.Rel(d) == news.Nmod && f.Marker(d) == "with" && slices.Contains(markers, "with") {
					out = append(out, f.joined(d)...)
				}
			}
		}
	}
	if len(out) == 0 && slices.Contains(markers, "with") {
		return f.joined(f.withBelow(f.Object(t)))
	}
	return out
}

// withBelow is the noun under a "with" that the parser hung on the end of what verb
// is about: "discussed the sale of ships [with Varnia]"; 0 for none.
func (f *finder) withBelow(o news.TokenID) news.TokenID {
	for i := 0; i < 3 && o != 0; i++ {
		if k := f.Oblique(o, "with"); k != 0 {
			return k
		}
		o = f.Oblique(o, "of", "on", "about", "over", "for", "in")
	}
	return 0
}

func (f *finder) joined(t news.TokenID) []news.TokenID {
	if t == 0 {
		return nil
	}
	return f.Conjuncts(t)
}

// anyIs reports whether one of the tokens is in the group, itself, by a
// modifier ("ballistic missile test" is a weapon's), or by what it names.
func (f *finder) anyIs(group string, ts []news.TokenID) bool {
	return slices.ContainsFunc(ts, func(t news.TokenID) bool { return f.is(group, t) })
}

func (f *finder) is(group string, t news.TokenID) bool {
	l := f.Lemma(t)
	switch {
	case f.lex.in(group, l), strings.HasSuffix(l, "men") && f.lex.in(group, l[:len(l)-2]+"an"), // "militiamen"
		len(l) > 1 && l[len(l)-1] == 's' && f.UPOS(t) == news.PROPN && f.lex.in(group, l[:len(l)-1]): // "Nurses", taken for a name
		return true
	case f.UPOS(t) == news.ADV && len(l) > 1 && l[len(l)-1] == 's' && f.lex.in(group, l[:len(l)-1]): // "Looters", taken for an adverb
		return true
	}
	if f.UPOS(t) == news.SYM { // "$5 million in aid"
		return f.lex.in(group, "dollar") || f.is(group, f.Oblique(t, "in", "of", "for"))
	}
	m := f.a.Mention(f.MentionOf(t))
	if m == nil {
		m = f.a.Mention(f.NamedAt(t)) // "Mr" of "Mr Trask"
	}
	if f.UPOS(t) == news.NUM && (group == "person" || group == "crowd") {
		return f.TimeOf(t) == 0 // "about 150 protested"
	}
	if o := f.unbatched(t); o != t { // "hundreds of thousands of workers", "a set of measures"
		t, m = o, f.a.Mention(f.MentionOf(o))
	}
	if f.lex.in(group, f.Lemma(t)) {
		return true
	}
	switch group {
	case "crowd":
		return m != nil && m.Form == news.Demonym && f.Tag(t).Feats&news.NumberSing == 0 && f.UPOS(t) != news.ADJ // "a hundred Varnians"
	case "person":
		if o := f.Child(t, news.NmodPoss); o != 0 && (f.lex.in("body", f.Lemma(t)) || f.lex.in("vehicle", f.Lemma(t))) {
			return f.is("person", o)
		}
		if f.UPOS(t) == news.PRON && (f.lex.in("nobody", l) || l == "it" && (m == nil || m.Kind == news.Person)) {
			return false // "called it quits", "recognising this", "to protect itself"
		}
		return m != nil && m.Kind != "" && m.Kind != news.Place || f.UPOS(t) == news.PRON
	case "traveller":
		if m != nil && m.Chain != 0 && m.Kind == news.Person && l != "it" {
			return f.political(m.Chain)
		}
		return f.isOffice(t) && !f.lex.in("private", l) || l == "delegation"
	case "aimed":
		return f.is("person", t) || f.is("place", t) || f.is("property", t) || f.is("ship", t)
	case "public":
		return m != nil && m.Chain != 0 && f.political(m.Chain) || f.lex.in("organ", l) || f.lex.in("armed", l) || f.lex.in("lawful", l) || f.lex.in("traveller", l)
	case "named":
		return m != nil && m.Kind == news.Person && m.Form == news.Name
	case "nation":
		return m != nil && m.Kind == news.State
	case "captive", "foreigner", "ruler":
		return m != nil && m.Kind == news.Person && m.Form == news.Name && f.eventNoun(m.Last) == nil
	case "place", "locality":
		return m != nil && (m.Kind == news.Place || m.Kind == news.State)
	case "weapon":
		return f.modifiedBy(t, group) || f.UPOS(t) == news.PROPN && f.Lemma(f.Child(t, news.Det)) == "a" // "tested a Kestrel 3"
	case "emergency", "act":
		return f.modifiedBy(t, group)
	case "restriction":
		return l == "state" && f.lex.in(group, f.Lemma(f.Oblique(t, "of")))
	}
	return false
}

// modifiedBy reports whether noun t has a compound, adjective or "of" phrase
// in the group.
func (f *finder) modifiedBy(t news.TokenID, group string) bool {
	for k := f.Kid(t); k != 0; k = f.Next(k) {
		switch f.Rel(k) {
		case news.Compound, news.Amod, news.Nmod, news.NmodPoss, news.NmodDesc:
			if f.lex.in(group, f.Lemma(k)) {
				return true
			}
		}
	}
	return false
}
