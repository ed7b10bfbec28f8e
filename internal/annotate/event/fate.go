package event

import (
	"cmp"

	"rapporteur/internal/news"
)

// fate is the end of the plan for meeting t that the next verb of the sentence
// tells, when the parser hung it elsewhere: "a meeting of ministers, due on
// Friday, has been put back".
func (f *finder) fate(t news.TokenID, tr *trigger) news.Status {
	if !tr.noun || tr.class != "CONSULT" && tr.class != "RETREAT" && tr.class != "PROTEST" || f.Rel(t) == news.Obj || f.Rel(t) == news.Obl {
		return ""
	}
	last := min(f.a.Sentence(f.sent).Last, t+reach)
	for k := t + 1; k < last; k++ {
		if end := f.asideEnd(k, last); end != 0 {
			k = end // "a rally, which was to have been held today, has been dropped"
			continue
		}
		switch l := f.Lemma(k); {
		case l == "fall" && f.UPOS(k) == news.VERB && f.endOf(k) != "":
			return news.Cancelled
		case (l == "will" || l == "would") && f.Negated(k+2) && f.takesPlace(k+2):
			return news.Cancelled
		case f.UPOS(k) == news.VERB && f.lex.in("plan", l) && f.Word(k-1) == ",":
			continue // "the meeting, planned for Friday, will not take place"
		case l == "be" && f.Tag(k).XPOS != news.VBG && f.Tag(k+1).XPOS == news.VBN && f.Head(t) != k+1:
			return f.endOf(k + 1)
		case f.UPOS(k) == news.VERB && l != "due" && f.Tag(k).XPOS != news.VBN, f.UPOS(k) == news.SCONJ, l == "that", l == "which", l == "who", l == "not":
			return ""
		}
	}
	return ""
}

// asideEnd is the comma that closes the relative clause that opens at k, behind a comma,
// where a finite verb follows it; 0 where none opens or closes.
func (f *finder) asideEnd(k, last news.TokenID) news.TokenID {
	if l := f.Lemma(k); f.Word(k-1) != "," || l != "which" && l != "that" {
		return 0
	}
	for k++; k < last; k++ {
		if f.Word(k) == "," && (f.UPOS(k+1) == news.AUX || f.Tag(k+1).XPOS == news.VBD) {
			return k
		}
	}
	return 0
}

// takesPlace reports whether verb t says that something comes about.
func (f *finder) takesPlace(t news.TokenID) bool {
	switch f.Lemma(t) {
	case "take":
		return f.HasWord(t, "place")
	case "go":
		return f.HasWord(t, "ahead")
	case "happen", "proceed", "occur":
		return true
	}
	return false
}

// noneHeld reports whether a meeting is said not to be: "no meeting between them is
// planned", "no talks took place".
func (f *finder) noneHeld(t news.TokenID) bool {
	g := f.Head(t)
	if f.Lemma(f.Child(t, news.Det)) != "no" || f.UPOS(g) != news.VERB || !f.patient(t, g) && f.Rel(t) != news.Nsubj || f.conditional(g) || f.Modal(g) == "can" || f.Modal(g) == "could" {
		return false
	}
	l := f.Lemma(g)
	return f.Rel(t) != news.Obj && (f.lex.in("plan", l) || l == "hold" || f.passes(g)) || l == "take" && f.HasWord(g, "place")
}

// endOf is the status that the participle at t gives a plan: called off, put
// back; "" for any other verb.
func (f *finder) endOf(t news.TokenID) news.Status {
	switch l := f.Lemma(t); {
	case f.lex.in("relocate", l) && f.elsewhereTo(t):
		return ""
	case f.lex.in("cancel", l) && (l != "call" || f.HasWord(t, "off")):
		return news.Cancelled
	case l == "fall" && f.HasWord(t, "through"):
		return news.Cancelled
	case (l == "hold" || l == "carry") && f.HasWord(t, "over"):
		return news.Postponed
	case f.lex.in("postpone", l) && (l != "put" && l != "push" && l != "shove" && l != "bring" || f.HasWord(t, "back") || f.HasWord(t, "off") || f.HasWord(t, "forward")):
		return news.Postponed
	}
	return ""
}

// ofEnding reports whether the time of a meeting that was called off or put back only says
// when that was done: "the meeting [was called off on Tuesday]".
func (f *finder) ofEnding(c *candidate) bool {
	tm := f.a.Time(c.Time)
	if tm == nil || !c.trigger.noun || c.Class != "CONSULT" || c.Status != news.Cancelled && c.Status != news.Postponed || f.a.Day().IsZero() {
		return false
	}
	_, to, ok := f.interval(c.Time)
	k := f.TokenAt(tm.Span.Start)
	switch f.Lemma(k - 1) {
	case "to", "until", "till", "from", "for", "by":
		return false // "brought forward to Wednesday"
	}
	return ok && to.Sub(f.a.Day()) <= 1 && k > c.token && !f.Within(k, c.token) && f.isDone(f.predicateOver(c.token)) && f.Rel(k) != news.NmodPoss
}

// elsewhereTo reports whether verb t moves a meeting to another place: "the talks
// moved on Sunday to Lutava".
func (f *finder) elsewhereTo(t news.TokenID) bool {
	last := f.a.Sentence(f.sent).Last
	for k := t + 1; k < min(last, t+reach) && f.UPOS(k) != news.VERB && f.UPOS(k) != news.PUNCT; k++ {
		if l := f.Lemma(k); (l == "to" || l == "into") && f.TimeOf(k+1) == 0 {
			_, p := f.placeBehind(k, last)
			return !p.IsZero()
		}
	}
	return false
}

// known is Held for an attack that is spoken of as known, with whose it was
// ("its invasion of Varnia", "the Ostrelian raid") or what came of it ("after
// mass protests"); "" for any other noun.
func (f *finder) known(t news.TokenID, tr *trigger) news.Status {
	if tr.asks("settled") || tr.class == "COERCE" && f.Marker(t) == "under" && f.Tag(f.predicateOver(t)).XPOS == news.VBD {
		return news.Held // "the deal struck with them", "spent years under house arrest"
	}
	if tr.class == "PROTEST" || tr.class == "ASSAULT" {
		if v := cmp.Or(f.Child(t, news.Acl), f.Head(t)); f.lex.in("erupting", f.Lemma(v)) && (f.Tag(v).XPOS == news.VBD || f.Tag(v).XPOS == news.VBN) {
			return news.Held // "protests erupted"
		}
	}
	switch f.preposed(t) {
	case "after", "since", "following", "during":
		if tr.class == "ASSAULT" || tr.class == "PROTEST" || (tr.class == "COERCE" || tr.class == "RETREAT") && f.isDone(f.predicateOver(t)) {
			return news.Held // "after the crackdown, they left"
		}
	}
	if g := f.Head(t); tr.class == "ACCUSE" && f.Rel(t) == news.Obj && f.lex.in("drawing", f.Lemma(g)) && (f.Tag(g).XPOS == news.VBD || f.Tag(g).XPOS == news.VBN) {
		return news.Held // "drew criticism from the union"
	}
	if m := f.Marker(t); tr.class == "CONSULT" && (m == "during" || m == "after" || m == "following") {
		if g := f.predicateOver(t); f.Tag(g).XPOS == news.VBD && f.Modal(g) == "" && !f.Negated(g) {
			return news.Held // "questioned the choice during calls with them"
		}
	}
	if g := f.predicateOver(t); f.Lemma(g) == "follow" && f.isDone(g) && f.Rel(t) != news.Nsubj && tr.class != "REQUEST" {
		return news.Held // "it followed a night of telephone diplomacy"
	}
	if v := f.levelled(t); tr.class == "ACCUSE" && tr.lemma == "attack" && v != 0 && f.isDone(v) {
		return news.Held // "an attack that he levelled at her"
	}
	if tr.class == "ASSAULT" && f.wrought(t) != 0 {
		return news.Held // "blamed them for an attack that left two dead"
	}
	if m := f.Marker(t); f.Child(t, news.Cop) != 0 && (tr.mode == "martial-law" || m == "in" && tr.class == "CONSULT" || m == "on" && tr.class == "MOBILIZE") {
		return news.UnderWay
	}
	if tr.class != "ASSAULT" || !f.isDefinite(t) {
		return f.disclosed(t, tr)
	}
	if f.Child(t, news.NmodPoss) != 0 {
		return news.Held
	}
	for k := f.Kid(t); k != 0 && k < t; k = f.Next(k) {
		for d := k; d < t; d++ {
			if m := f.InnerMention(d); m != nil && m.Form == news.Demonym {
				return news.Held
			}
		}
	}
	return ""
}

// wrought is the past verb of the clause right behind attack t that says what came of it,
// whatever the parser hung it on: "which [left] two dead"; 0 for none.
func (f *finder) wrought(t news.TokenID) news.TokenID {
	last := min(f.a.Sentence(f.sent).Last-1, t+reach/2)
	for k := t + 1; k <= last; k++ {
		if f.UPOS(k) == news.VERB || f.eventNoun(k) != nil {
			return 0
		}
		if l := f.Lemma(k); (l == "which" || l == "that") && f.UPOS(k+1) == news.VERB && f.Tag(k+1).XPOS != news.VBG && f.Tag(k+1).XPOS != news.VBZ {
			if f.lex.in("effect", f.Lemma(k+1)) {
				return k + 1
			}
			return 0
		}
	}
	return 0
}

// isDone reports whether verb g is told as past and as done.
func (f *finder) isDone(g news.TokenID) bool {
	return (f.Tag(g).XPOS == news.VBD || f.Tag(g).XPOS == news.VBN) && f.Modal(g) == "" && !f.Negated(g)
}

// preposed is the preposition of noun t, also where it is taken for an adjective:
// "following mass protests".
func (f *finder) preposed(t news.TokenID) string {
	for k := f.Kid(t); k != 0 && k < t; k = f.Next(k) {
		if l := f.Lemma(k); l == "following" || l == "follow" && f.Tag(k).XPOS == news.VBG {
			return "following"
		}
	}
	return f.Marker(t)
}

// undone reports whether verb lemma tells of the end of a plan: "a planned
// dinner was called off".
func (f *finder) undone(lemma string) bool {
	return f.lex.in("cancel", lemma) || f.lex.in("postpone", lemma) || f.lex.in("deny", lemma)
}

// adjective reads the status off a word before the noun: "planned talks".
func (f *finder) adjective(t news.TokenID) (news.Status, bool) {
	for k := f.Kid(t); k != 0; k = f.Next(k) {
		if r := f.Rel(k); r != news.Amod && r != news.Compound {
			continue
		}
		switch l := f.Lemma(k); {
		case f.lex.in("planned", l):
			return news.Planned, true
		case f.lex.in("possible", l):
			return news.Possible, true
		case f.lex.in("ongoing", l):
			return news.UnderWay, true
		}
	}
	if f.happening(t) {
		return news.UnderWay, true
	}
	return "", false
}

// happening reports whether a clause of noun t says that it goes on: "drills, which
// are happening now", "exercises currently being held".
func (f *finder) happening(t news.TokenID) bool {
	for k := f.Kid(t); k != 0; k = f.Next(k) {
		if r := f.Rel(k); r != news.AclRelcl && r != news.Acl || f.Negated(k) || !f.passes(k) {
			continue
		}
		x := f.Child(k, news.Aux, news.AuxPass)
		if now := f.HasWord(k, "now") || f.HasWord(k, "currently"); f.Tag(k).XPOS == news.VBG && f.Lemma(x) == "be" && f.Tag(x).XPOS != news.VBD || now {
			return true
		}
	}
	return false
}

// passes reports whether verb t says that what it is told of comes about or is held.
func (f *finder) passes(t news.TokenID) bool {
	l := f.Lemma(t)
	return f.lex.in("setting", l) || l == "unfold" || l == "proceed" || f.lex.in("light", l)
}

// tobe reports whether a relative clause says that noun t is yet to be:
// "talks that were to resume on Friday", "a meeting due to open".
func (f *finder) tobe(t news.TokenID) bool {
	for k := f.Kid(t); k != 0; k = f.Next(k) {
		if r := f.Rel(k); r != news.AclRelcl && r != news.Acl || !f.lex.in("setting", f.Lemma(k)) {
			continue
		}
		if f.Lemma(k) == "due" || f.Modal(k) == "will" || f.infinitive(k) && f.beforeIt(k, "be") {
			return true
		}
	}
	return false
}

// purpose is the status of what somebody goes or gathers for: not yet held,
// even where the going is past.
func (f *finder) purpose(g news.TokenID, tr *trigger) (news.Status, bool) {
	s, ok := f.verbStatus(g, tr, 0)
	if s == news.Held {
		s = news.UnderWay
	}
	return s, ok
}

// beforeIt reports whether a form of lemma stands within three words in front
// of the "to" of infinitive g: "is to include", "are still to meet".
func (f *finder) beforeIt(g news.TokenID, lemma string) bool {
	for t := g - 1; t > 0 && t >= g-4; t-- {
		if f.Lemma(t) == lemma {
			return true
		}
	}
	return false
}

// announcer is who, in public life, says that what passive verb t tells would be
// done, where nobody is named as doing it: he or those he speaks for will; 0 for none.
func (f *finder) announcer(t news.TokenID) news.TokenID {
	if !f.Passive(t) || f.Agent(t) != 0 || f.conditional(t) {
		return 0
	}
	h := f.Head(t)
	for i := 0; i < 4 && h != 0 && h < t && !f.lex.in("announcing", f.Lemma(h)); i++ {
		h = f.Head(h)
	}
	if !f.lex.in("announcing", f.Lemma(h)) || f.Tag(h).XPOS != news.VBD || h > t {
		return 0
	}
	s := f.Subject(h)
	if m := f.a.Mention(f.NamedAt(s)); m != nil && m.Chain != 0 && f.political(m.Chain) {
		return s
	}
	return 0
}

// announced reports whether t is what "was announced" would be done, by whomever.
func (f *finder) announced(t news.TokenID) bool {
	h := f.Head(t)
	return f.Rel(t) == news.Ccomp && h < t && f.lex.in("announcing", f.Lemma(h)) && f.Tag(h).XPOS == news.VBN && f.Child(h, news.AuxPass) != 0 && !f.Negated(h) && !f.conditional(t)
}
