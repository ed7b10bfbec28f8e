package event

import (
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
		if tr.frame == gain {
			return n.group == "party" && len(f.givers(t, tr.markers)) > 0 || f.anyIs(n.group, f.givers(t, tr.markers))
		}
		at := f.marked(t, tr.markers)
		if o := f.Object(t); o != 0 && f.objectMarks(tr) {
			at = append(at, f.marked(o, tr.markers)...) // "wrote a letter [to Trask]"
		}
		if n.group == "party" {
			return len(at) > 0
		}
		if f.onStrike(t) {
			at = append(at, f.Subject(t))
		}
		return f.anyIs(n.group, at)
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
		return f.modifiedBy(t, n.group) || n.group == "overseer" && f.is(n.group, f.Oblique(t, "of")) || n.group == "weapon" && f.armed && (f.isDefinite(t) || f.timeUnder(t, t) != 0)
	case "behind":
		return f.behindIt(t, n.group)
	case "thither":
		return len(f.marked(t, tr.markers)) > 0
	case "termed":
		return f.termed(t)
	case "dated":
		return f.onDay(f.timeOf(t))
	case "harmless":
		return !f.harms(f.deed(t))
	case "target":
		return f.anyIs(n.group, f.sufferers(t)) && f.aimedAt(t, tr.markers)
	case "toverb":
		return f.toVerb(t)
	case "closing":
		return f.says(t)
	}
	return false
}

// onStrike reports whether people are "on" noun t, a strike.
func (f *finder) onStrike(t news.TokenID) bool {
	return f.UPOS(t) == news.NOUN && f.Marker(t) == "on" && f.Child(t, news.Cop) != 0
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
		if r := f.Rel(k); (r == news.Xcomp || r == news.Ccomp) && f.Child(k, news.Mark) != 0 && (f.infinitive(k) || f.Lemma(t) != "tell") {
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
		if l == "opposition" && m == nil && f.Child(t, news.Det) == 0 && f.Oblique(t, "from", "to", "by") != 0 {
			return false // "battled stiff opposition from the media"
		}
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
		return m != nil && m.Kind == news.State && !f.lex.in("crowd", l) // the people of a state are none
	case "captive", "foreigner", "ruler", "officer":
		return m != nil && m.Kind == news.Person && m.Form == news.Name && f.eventNoun(m.Last) == nil
	case "place", "locality", "township":
		return m != nil && (m.Kind == news.Place || m.Kind == news.State)
	case "weapon":
		return f.standsFor(t, group) || f.modifiedBy(t, group) || f.UPOS(t) == news.PROPN && f.Lemma(f.Child(t, news.Det)) == "a" // "tested a Kestrel 3"
	case "emergency", "act", "outlet", "rescuer", "overseer", "mediation":
		return f.modifiedBy(t, group)
	case "restriction":
		return l == "state" && f.lex.in(group, f.Lemma(f.Oblique(t, "of")))
	}
	return false
}

// standsFor reports whether "that" or "the one" at t, of which a participle tells more,
// is one of the group that its sentence named before: "like [that] fired over Ostrel".
func (f *finder) standsFor(t news.TokenID, group string) bool {
	if f.toldOf(t+1) != t {
		return false
	}
	for k := t - 1; k >= f.a.Sentence(f.sent).First; k-- {
		if f.UPOS(k) == news.NOUN && f.lex.in(group, f.Lemma(k)) {
			return true
		}
	}
	return false
}

// toldOf is the "that" or "one" under a preposition right before the past form at t, which
// is a participle whatever the tagger says: "similar to [that] fired over Ostrel"; 0 for none.
func (f *finder) toldOf(t news.TokenID) news.TokenID {
	h := t - 1
	if f.Rel(t) != news.Acl || f.Head(t) != h || f.Child(h, news.Case) == 0 || f.Object(t) != 0 || f.Child(t, news.Nsubj) != 0 {
		return 0
	}
	switch f.Word(h) {
	case "that", "one":
		return h
	}
	return 0
}

// elsewise reports whether what is done at t was done in another case than the one
// that is told of: "sentenced in two other trials", "in a separate case, ... was jailed".
func (f *finder) elsewise(t news.TokenID) bool {
	another := func(k news.TokenID) bool {
		return f.Marker(k) == "in" && f.lex.in("elsewise", f.Lemma(k)) && (f.modifiedBy(k, "other") || f.lex.in("other", f.Lemma(f.Child(k, news.Det))))
	}
	last := min(f.a.Sentence(f.sent).Last, t+reach)
	for k := t + 1; k <= last && f.UPOS(k) != news.VERB; k++ {
		if f.UPOS(k) == news.NOUN && another(k) {
			return true // wherever the parser hung it
		}
	}
	for i := 0; t != 0 && i < 5; i++ {
		for k := f.Kid(t); k != 0; k = f.Next(k) {
			if another(k) {
				return true
			}
		}
		if m := f.Lemma(f.Child(t, news.Mark)); f.Rel(t) == news.Advcl && (m == "after" || m == "before") && f.Child(t, news.Nsubj, news.NsubjPass) != 0 {
			return false // "was tried in two other cases after they [ousted] him"
		}
		t = f.Head(t)
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
