package event

import "rapporteur/internal/news"

// status says how far the event at t has come, by tense, modality and the
// verbs above it; ok is false when the event is negated or only wished for.
func (f *finder) status(t news.TokenID, tr *trigger) (news.Status, bool) {
	if tr.noun && tr.class == "CONSULT" && f.noneHeld(t) {
		return news.Denied, true
	}
	if f.Negated(t) && !tr.asks("denied") {
		return news.Cancelled, !tr.noun && tr.class == "PROTEST" && f.Modal(t) == "will" && f.timeUnder(t, t) != 0 // "will not walk out on Friday"
	}
	if s := f.fate(t, tr); s != "" {
		return s, true
	}
	if !tr.noun {
		if l := f.Lemma(t - 1); (l == "than" || l == "as") && f.Child(t, news.Nsubj, news.NsubjPass, news.Aux) == 0 {
			return "", false // "two fewer than agreed"
		}
		s, ok := f.verbStatus(t, tr, 0)
		if tr.about("march") && f.lex.in("calling", tr.lemma) && (s == news.Held || s == news.UnderWay) {
			s = news.Planned // "plan a march", "have called another for Friday"
		}
		return s, ok
	}
	if v := f.toldBehind(t, tr.class); v != 0 && tr.class != "CONSULT" {
		return f.verbStatus(v, tr, 0) // "doubted the test that Varnia conducted"
	}
	t = f.phase(f.batch(t), tr)
	if h := f.Head(t); f.Rel(t) == news.Nmod && f.lex.in("unreal", f.Lemma(h)) {
		if f.Rel(h) == news.Obj && f.lex.in("refusal", f.Lemma(f.Head(h))) {
			return "", false // "rejected an offer of talks"
		}
		return news.Possible, tr.class == "CONSULT" || tr.class == "MOBILIZE"
	}
	if x := f.Tag(f.Child(t, news.Aux, news.Cop)).XPOS; tr.class == "PROTEST" && f.onStrike(t) && f.Modal(t) == "" && (x == news.VBP || x == news.VBZ) {
		return news.UnderWay, true // "have been on strike since Monday"
	}
	g := f.predicateOver(t)
	if s, ok := f.adjective(t); ok && (g == 0 || f.Head(t) != g || !f.undone(f.Lemma(g)) && !f.lex.in("doubtful", f.Modal(g)) && !f.Negated(g)) {
		return s, true
	}
	if g == 0 {
		if k := f.Child(t, news.Cop); tr.class == "CONSULT" && f.Tag(k).XPOS == news.VBD && f.Modal(t) == "" && f.Marker(t) == "" {
			return news.Held, true // "it was the first encounter between them"
		}
		if h := f.Head(t); f.Rel(t) == news.Nsubj && f.Lemma(h) == "due" {
			return news.Planned, true
		}
		if h := f.Head(t); f.Rel(t) == news.Nsubj && f.Tag(f.Child(h, news.Cop)).XPOS == news.VBD && !f.Negated(h) {
			return news.Held, true // "their call was the first"
		}
		return f.known(t, tr), true
	}
	s, ok := f.nounStatus(t, g, tr)
	if s == "" && ok {
		s = f.known(t, tr)
	}
	return s, ok
}

// turnedDown reports whether noun t is what verb g, or the verb right before its article,
// turns down: "opposed [the deployment]".
func (f *finder) turnedDown(t, g news.TokenID) bool {
	if f.lex.in("opposing", f.Lemma(g)) && f.patient(t, g) {
		return true
	}
	k := t - 1
	for k > 1 && (f.UPOS(k) == news.DET || f.UPOS(k) == news.ADJ) {
		k--
	}
	return f.UPOS(k) == news.VERB && f.lex.in("opposing", f.Lemma(k)) && f.Tag(k).XPOS != news.VBN
}

// talkedOf reports whether noun t is what talks are about: "talks [on a pullback]".
func (f *finder) talkedOf(t news.TokenID) bool {
	h := f.Head(t)
	if m := f.Marker(t); m != "on" && m != "about" && m != "over" {
		return false
	}
	if o := f.Object(h); f.Rel(t) == news.Obl && o < t && o > h {
		h = o // "renewed talks [on a pullback]", hung on the verb
	}
	tr := f.eventNoun(h)
	return tr != nil && tr.class == "CONSULT"
}

// phase is the noun of a stretch of meeting t, or t itself: "[the end] of a day of talks".
func (f *finder) phase(t news.TokenID, tr *trigger) news.TokenID {
	for i := 0; tr.class == "CONSULT" && i < 3; i++ {
		h := f.Head(t)
		if f.Rel(t) != news.Nmod || f.Marker(t) != "of" || !f.lex.in("spell", f.Lemma(h)) && !f.lex.in("phase", f.Lemma(h)) {
			break
		}
		t = h
	}
	return t
}

// predicateOver is the verb that governs noun t, through other nouns if need be.
func (f *finder) predicateOver(t news.TokenID) news.TokenID {
	for i := 0; i < 5; i++ {
		r := f.Rel(t)
		t = f.Head(t)
		if t == 0 {
			return 0
		}
		if f.UPOS(t) == news.VERB {
			return t
		}
		if r != news.Nmod && r != news.Conj && r != news.NmodPoss && r != news.Compound && r != news.Appos {
			return 0
		}
	}
	return 0
}

// nounStatus reads the status of noun t off the verb g above it.
func (f *finder) nounStatus(t, g news.TokenID, tr *trigger) (news.Status, bool) {
	direct := f.Head(t) == g
	if direct && tr.class != "CONSULT" && f.Rel(t) == news.Obj && f.infinitive(g) && !f.light(f.Lemma(g), tr.class) {
		if s, ok := f.verbStatus(g, tr, 0); !ok {
			return s, false // "threatened to decree a curfew"
		}
	}
	if h := f.Head(g); f.Rel(g) == news.Advcl && (f.lex.in("cancel", f.Lemma(h)) || f.lex.in("postpone", f.Lemma(h))) && f.Child(h, news.Nsubj, news.NsubjPass) == 0 {
		g = h // "a summit, planned for May, has been postponed", hung on the wrong verb
	}
	l := f.Lemma(g)
	if direct && (tr.class == "SANCTION" || tr.class == "COERCE") && f.lex.in("easing", l) {
		return "", false // "lifted the curfew": the lifting is told
	}
	if direct && (tr.class == "SANCTION" || tr.class == "ACCUSE") && f.lex.in("undergo", l) && f.Rel(t) != news.Nsubj {
		if x := f.Tag(g).XPOS; l == "await" || f.Modal(g) != "" || l == "face" && x != news.VBD && x != news.VBN {
			return news.Possible, false // "faces a sentence"
		}
		return news.Held, !f.Negated(g)
	}
	if m := f.Marker(t); direct && tr.class == "CONSULT" && f.Rel(t) == news.Obl && f.lex.in("quitting", l) && (m == "of" || m == "from" || m == "out") {
		return "", false // "pulled out of a visit": that is told
	}
	switch {
	case f.lex.in("negotiable", tr.class) && (f.turnedDown(t, g) || f.talkedOf(t)):
		return "", false // "opposed the deployment", "talks on a pullback"
	case direct && f.lex.in("negotiable", tr.class) && (f.conditional(g) || f.Marker(t) == "for" && f.lex.in("appealing", l)):
		return "", false // "unless it signs a truce", "called for sanctions"
	case direct && l == "announce" && f.patient(t, g) && (tr.class == "SANCTION" || tr.class == "COERCE") && !f.infinitive(g) && f.Modal(g) == "":
		return ifNot(f.Negated(g), news.Held) // "announced a suspension of flights"
	case direct && tr.class == "CONSULT" && l == "agree" && f.Marker(t) == "to" && f.Modal(g) == "":
		return ifNot(f.Negated(g), news.Planned) // "agreed to the bloc's mediation"
	case direct && f.Rel(t) != news.Nsubj && tr.class != "CONSULT" && tr.class != "PROTEST" && tr.class != "MOBILIZE" && f.lex.in("wished", l):
		return "", false // "threatened new sanctions", "demanded the withdrawal"
	case direct && f.lex.in("cancel", l) && (l != "call" || f.HasWord(g, "off")) && f.patient(t, g):
		return ifNot(f.Negated(g), news.Cancelled)
	case direct && f.Rel(t) == news.Nsubj && l == "fall" && f.endOf(g) == news.Cancelled:
		return ifNot(f.Negated(g), news.Cancelled) // "the meeting fell through"
	case direct && l == "suspend" && tr.class == "SANCTION":
		return "", false // "suspended his sentence"
	case direct && f.patient(t, g) && (f.endOf(g) == news.Postponed || f.movedTo(t, func(k news.TokenID) bool { return f.TimeOf(k) != 0 }) != 0):
		return ifNot(f.Negated(g), news.Postponed)
	case direct && tr.class == "ACCUSE" && f.lex.in("deny", l) && l != "deny" && f.patient(t, g):
		return "", false // "dismissed the lawsuit": the dismissal is told
	case direct && f.lex.in("deny", l) && f.patient(t, g):
		return ifNot(f.Negated(g), news.Denied)
	case direct && f.lex.in("mulled", l) && tr.class != "CONSULT":
		return "", false
	case direct && l == "confirm" && f.Rel(t) == news.Obj && (tr.mode == "weapons" || tr.class == "ASSAULT") && !f.infinitive(g) && f.Modal(g) == "":
		return ifNot(f.Negated(g), news.Held) // "have confirmed another missile test"
	case direct && l == "announce" && f.patient(t, g) && (tr.mode == "resign" || tr.mode == "arrest") && !f.infinitive(g) && f.Modal(g) == "":
		return ifNot(f.Negated(g), news.Held) // "the resignation was announced"
	case direct && tr.class == "PROTEST" && f.Rel(t) != news.Nsubj && f.patient(t, g) && f.Tag(t).XPOS != news.NNS && f.lex.in("foiling", l):
		return ifNot(f.Negated(g) || !f.isDone(g), news.Cancelled) // "police prevented a march"
	case direct && tr.class == "PROTEST" && f.Rel(t) == news.Obj && f.isDone(g) && f.wrought(t) != 0:
		return news.Held, true // "have organised a strike that shut down the town"
	case direct && f.lex.in("plan", l) && f.patient(t, g):
		if h := f.Head(g); f.Rel(g) == news.Ccomp && f.lex.in("deny", f.Lemma(h)) {
			return news.Denied, tr.class == "CONSULT" && !f.Negated(h) // "denied that a meeting was planned"
		}
		return news.Planned, !f.Negated(g)
	case direct && f.lex.in("begin", l) && !(f.Rel(t) == news.Nsubj && l == "open" && f.Object(g) != 0):
		if s, ok := f.verbStatus(g, tr, 0); s == news.Planned || !ok {
			return s, ok
		}
		if l == "open" && f.Object(g) == t && f.Tag(g).XPOS == news.VBD {
			return news.Held, true // "the minister opened the meeting"
		}
		return news.UnderWay, true
	}
	if f.tobe(t) {
		return news.Planned, true
	}
	if tr.class == "CONSULT" && f.aheadOf(t) != 0 && !f.ended(t) {
		return news.Planned, true
	}
	if direct && f.Rel(t) == news.Obl && f.Marker(t) == "for" && f.lex.in("proposal", f.Lemma(f.Object(g))) && (f.lex.in("refusal", l) || f.lex.in("opposing", l)) {
		return "", false // "rejected an offer from Varnia for talks"
	}
	if direct && tr.class == "CONSULT" && f.Rel(t) == news.Obl && f.Marker(t) == "in" && f.infinitive(g) && f.Passive(g) {
		return f.known(t, tr), true // "a settlement to be reached in talks"
	}
	if direct && f.Rel(t) == news.Obl && f.Marker(t) == "for" && (tr.class == "CONSULT" || tr.class == "PROTEST") {
		return f.purpose(g, tr)
	}
	if direct && tr.class == "CONSULT" && f.Rel(t) == news.Obl && f.Tag(g).XPOS == news.VBD && f.lex.in("within", f.Marker(t)) && f.Modal(g) == "" && !f.Negated(g) && !f.lex.in("attend", l) {
		return news.Held, true // "said in a call with them", "after talks with"
	}
	comes := f.lex.in("attend", l) && f.Rel(t) != news.Nsubj // "the talks come amid" says nothing of how far they are
	if direct && f.Rel(t) == news.Nsubj && f.Object(g) != 0 && f.light(l, tr.class) {
		return "", !f.Negated(g) // "the launch would have had a range of": who or what the event has done
	}
	if direct && (f.light(l, tr.class) || comes || l == "take" || l == "occur" || l == "happen" || l == "go" && f.HasWord(g, "ahead") || f.lex.in("ended", l)) {
		if f.Negated(g) && f.Modal(g) == "will" && f.patient(t, g) && tr.class == "CONSULT" {
			return news.Cancelled, true // "the talks will not take place on Friday"
		}
		return f.verbStatus(g, tr, 0)
	}
	if direct && f.Rel(t) == news.Nsubj && l == "be" && f.Tag(g).XPOS == news.VBD && !f.Negated(g) && f.Child(g, news.Expl) != 0 {
		return news.Held, true // "there was a shooting"
	}
	if direct && f.Rel(t) == news.Nsubj && f.lex.in("bodily", tr.class) && f.came(g) && !f.Negated(g) {
		return news.Held, true // "the clashes left dozens hurt", "the truce came into force"
	}
	if direct && tr.class == "CONSULT" && f.Rel(t) == news.Nsubj && f.Tag(g).XPOS == news.VBD && f.Modal(g) == "" && f.lex.in("turning", l) {
		return news.Held, true // "the talks yielded nothing"
	}
	if f.Negated(g) || !direct {
		return "", true
	}
	if m := f.Modal(g); (m == "will" || m == "shall" || f.infinitive(g) && f.beforeIt(g, "be") && !f.wasFor(g, tr)) && (f.Rel(t) != news.Obj || tr.class == "CONSULT") {
		return news.Planned, true // "the talks are to include", never "to counter the drills"
	}
	return "", true
}

// aheadOf is the word by which something else was done "[ahead] of" meeting t, which was
// still to come then; 0 for none.
func (f *finder) aheadOf(t news.TokenID) news.TokenID {
	k := f.Child(t, news.Case)
	if f.Lemma(k) == "ahead" {
		return k
	}
	if k > 1 && f.Lemma(k) == "of" && f.Lemma(k-1) == "ahead" {
		return k - 1
	}
	return 0
}

// before reports whether the words of time expression id stand before token k.
func (f *finder) before(id news.TimeID, k news.TokenID) bool {
	tm := f.a.Time(id)
	return tm != nil && tm.Span.Start < f.Span(k).Start
}

// ended reports whether meeting t, ahead of which something was done, has a time of its
// own that is past.
func (f *finder) ended(t news.TokenID) bool {
	id := f.timeUnder(t, t)
	_, to, ok := f.interval(id)
	return ok && !f.before(id, f.aheadOf(t)) && !f.a.Day().IsZero() && to.Sub(f.a.Day()) < 0
}

// came reports whether past verb g says what came of its subject, which was then: "left",
// "came into force".
func (f *finder) came(g news.TokenID) bool {
	return f.Tag(g).XPOS == news.VBD && f.Modal(g) == "" && (f.Lemma(g) == "come" || f.lex.in("effect", f.Lemma(g)))
}

// wasFor reports whether infinitive g says what an act was for, which is past then:
// "the launch was to counter the drills". Talks that were to settle it are ahead.
func (f *finder) wasFor(g news.TokenID, tr *trigger) bool {
	be := f.Child(g, news.Cop, news.Aux)
	return tr.class != "CONSULT" && tr.class != "PROTEST" && f.Object(g) != 0 && f.Lemma(be) == "be" && f.Tag(be).XPOS == news.VBD
}

// patient reports whether noun t is what verb g is about: its object or the
// subject of its passive, or its subject where g has no object ("the meeting moved").
func (f *finder) patient(t, g news.TokenID) bool {
	switch f.Rel(t) {
	case news.Obj, news.NsubjPass:
		return true
	case news.Nsubj:
		return f.Object(g) == 0
	}
	return f.Rel(t) == news.Obl && f.Marker(t) == "for"
}

// ifNot is status s, or what is left of it when the verb is negated: what "has
// not been cancelled" is still planned.
func ifNot(negated bool, s news.Status) (news.Status, bool) {
	if negated && (s == news.Cancelled || s == news.Postponed) {
		return news.Planned, true
	}
	return s, !negated
}

// headline reports whether the sentence at hand is the headline.
func (f *finder) headline() bool {
	s := f.a.Sentence(f.sent)
	return !f.a.Doc.Headline.IsZero() && f.a.Doc.Headline.Contains(s.Span)
}
