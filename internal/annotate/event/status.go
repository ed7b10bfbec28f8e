package event

import (
	"slices"
	"strings"

	"rapporteur/internal/news"
)

// status says how far the event at t has come, by tense, modality and the
// verbs above it; ok is false when the event is negated or only wished for.
func (f *finder) status(t news.TokenID, tr *trigger) (news.Status, bool) {
	if f.Negated(t) {
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
		if tr.about("march") && calling[tr.lemma] && (s == news.Held || s == news.UnderWay) {
			s = news.Planned // "plan a march", "have called another for Friday"
		}
		return s, ok
	}
	t = f.batch(t)
	if h := f.Head(t); f.Rel(t) == news.Nmod && f.lex.in("unreal", f.Lemma(h)) {
		if f.Rel(h) == news.Obj && refusal[f.Lemma(f.Head(h))] {
			return "", false // "rejected an offer of talks"
		}
		return news.Possible, tr.class == "CONSULT" || tr.class == "MOBILIZE"
	}
	g := f.predicateOver(t)
	if s, ok := f.adjective(t); ok && (g == 0 || f.Head(t) != g || !f.undone(f.Lemma(g)) && !doubtful[f.Modal(g)] && !f.Negated(g)) {
		return s, true
	}
	if g == 0 {
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
	if direct && (tr.class == "SANCTION" || tr.class == "COERCE") && easing[l] {
		return "", false // "lifted the curfew": the lifting is told
	}
	if direct && (tr.class == "SANCTION" || tr.class == "ACCUSE") && f.lex.in("undergo", l) && f.Rel(t) != news.Nsubj {
		if x := f.Tag(g).XPOS; l == "await" || f.Modal(g) != "" || l == "face" && x != news.VBD && x != news.VBN {
			return news.Possible, false // "faces a sentence"
		}
		return news.Held, !f.Negated(g)
	}
	switch {
	case direct && f.Rel(t) != news.Nsubj && tr.class != "CONSULT" && tr.class != "PROTEST" && tr.class != "MOBILIZE" && f.lex.in("wished", l):
		return "", false // "threatened new sanctions", "demanded the withdrawal"
	case direct && f.lex.in("cancel", l) && (l != "call" || f.HasWord(g, "off")) && f.patient(t, g):
		return ifNot(f.Negated(g), news.Cancelled)
	case direct && f.patient(t, g) && (f.endOf(g) == news.Postponed || f.movedTo(t, func(k news.TokenID) bool { return f.TimeOf(k) != 0 }) != 0):
		return ifNot(f.Negated(g), news.Postponed)
	case direct && f.lex.in("deny", l) && f.patient(t, g):
		return ifNot(f.Negated(g), news.Denied)
	case direct && f.lex.in("mulled", l) && tr.class != "CONSULT":
		return "", false
	case direct && l == "confirm" && f.Rel(t) == news.Obj && (tr.mode == "weapons" || tr.class == "ASSAULT") && !f.infinitive(g) && f.Modal(g) == "":
		return ifNot(f.Negated(g), news.Held) // "have confirmed another missile test"
	case direct && f.lex.in("plan", l) && f.patient(t, g):
		if h := f.Head(g); f.Rel(g) == news.Ccomp && f.lex.in("deny", f.Lemma(h)) {
			return news.Denied, tr.class == "CONSULT" && !f.Negated(h) // "denied that a meeting was planned"
		}
		return news.Planned, !f.Negated(g)
	case direct && f.lex.in("begin", l):
		if s, ok := f.verbStatus(g, tr, 0); s == news.Planned || !ok {
			return s, ok
		}
		if l == "open" && f.Object(g) == t && f.Tag(g).XPOS == news.VBD {
			return news.Held, true // "the minister opened the meeting"
		}
		return news.UnderWay, true
	}
	if f.ahead(t) {
		return news.Planned, true
	}
	if direct && f.Rel(t) == news.Obl && f.Marker(t) == "for" && (tr.class == "CONSULT" || tr.class == "PROTEST") {
		return f.purpose(g, tr)
	}
	if direct && tr.class == "CONSULT" && f.Rel(t) == news.Obl && f.Tag(g).XPOS == news.VBD && within[f.Marker(t)] && f.Modal(g) == "" && !f.Negated(g) && !f.lex.in("attend", l) {
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
	if f.Negated(g) || !direct {
		return "", true
	}
	if m := f.Modal(g); (m == "will" || m == "shall" || f.infinitive(g) && f.beforeIt(g, "be") && !f.wasFor(g, tr)) && (f.Rel(t) != news.Obj || tr.class == "CONSULT") {
		return news.Planned, true // "the talks are to include", never "to counter the drills"
	}
	return "", true
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

// verbStatus reads the status of verb t.
func (f *finder) verbStatus(t news.TokenID, tr *trigger, depth int) (news.Status, bool) {
	if f.Negated(t) || depth > 4 {
		return "", false
	}
	if h := f.Head(t); f.Rel(t) == news.Ccomp && f.lex.in("deny", f.Lemma(h)) {
		return news.Denied, tr.class == "CONSULT" && !f.Negated(h)
	}
	switch f.Modal(t) {
	case "will", "shall":
		return news.Planned, tr.class == "CONSULT" || !f.quoted(f.Span(t))
	case "would":
		if f.ownWill(t) {
			return news.Planned, !f.quoted(f.Span(t)) // "said it would close the border"
		}
		if f.announcer(t) != 0 || f.announced(t) {
			return news.Planned, !f.quoted(f.Span(t)) && tr.class != "ASSAULT" // "the president said soldiers would be deployed"
		}
		if q := f.a.Quote(f.QuoteOf(t)); q != nil && q.Form != news.Direct && tr.class == "CONSULT" && f.timeUnder(t, t) != 0 {
			return news.Planned, true // "they would meet on Tuesday, he said"
		}
		return news.Possible, tr.class == "CONSULT" || tr.class == "MOBILIZE"
	case "could", "may", "might", "can", "should", "must", "ought":
		return news.Possible, tr.class == "CONSULT" || tr.class == "MOBILIZE"
	}
	if f.infinitive(t) {
		return f.infinitiveStatus(t, tr, depth)
	}
	if f.conditional(t) {
		return news.Possible, tr.class == "CONSULT"
	}
	if present := f.Tag(t).XPOS; (present == news.VBP || present == news.VBZ) && f.under(t, "when", "once", "before", "until") {
		return news.Planned, true
	}
	x := f.Tag(t).XPOS
	if x == news.VBP && (!strings.EqualFold(f.Word(t), f.Lemma(t)) || f.oneSubject(t)) || f.didSo(t) {
		x = news.VBD // "struck", "beat", taken for a present; "did visit"
	}
	switch x {
	case news.VB: // "would see him withdraw"
		if h := f.Head(t); f.Rel(t) == news.Ccomp && (wish[f.Lemma(h)] || f.lex.in("wished", f.Lemma(h))) {
			return news.Possible, tr.class == "CONSULT" // "demanded that they withdraw"
		}
		if h := f.Head(t); f.UPOS(h) == news.VERB && f.Rel(t) != news.Root {
			return f.verbStatus(h, tr, depth+1)
		}
	case news.VBD, news.VBN:
		return f.participle(t, tr)
	case news.VBG:
		return f.gerund(t, tr, depth)
	}
	if verbal[tr.class] || f.headline() || tr.class == "CONCEDE" && f.Tag(f.Subject(t)).Feats&news.Person1 != 0 {
		return news.Held, true // "we condemn", "Varnia indicts four", "I apologise"
	}
	if tm := f.a.Time(f.timeUnder(t, t)); tr.class == "CONSULT" && tm != nil && strings.HasPrefix(tm.Value, "XXXX") {
		return news.Planned, true // "the ministers meet on Monday", of a week that nobody tells
	}
	return news.UnderWay, true
}

// didSo reports whether verb t is told with "did".
func (f *finder) didSo(t news.TokenID) bool {
	k := f.Child(t, news.Aux)
	return f.Lemma(k) == "do" && f.Tag(k).XPOS == news.VBD
}

// oneSubject reports whether the subject of verb t is one person or thing, so that
// the bare form of t can only be a past: "she [beat] him".
func (f *finder) oneSubject(t news.TokenID) bool {
	s := f.Child(t, news.Nsubj)
	x := f.Tag(s).XPOS
	return (x == news.NN || x == news.NNP) && f.Child(s, news.Conj) == 0 && f.Child(t, news.Aux) == 0
}

// ownWill reports whether t is what a speaker says that he himself would do.
func (f *finder) ownWill(t news.TokenID) bool {
	h, s := f.Head(t), f.Child(t, news.Nsubj)
	if f.Rel(t) != news.Ccomp || !speech[f.Lemma(h)] || f.Tag(h).XPOS != news.VBD || f.UPOS(s) != news.PRON || f.conditional(t) || f.Lemma(t+1) == "only" {
		return false
	}
	m, by := f.a.Mention(f.MentionOf(s)), f.a.Mention(f.MentionOf(f.Subject(h)))
	return f.speakersSubject(s) != 0 || m != nil && by != nil && m.Chain == by.Chain
}

// participle tells "was held", "has met" from "to be held".
func (f *finder) participle(t news.TokenID, tr *trigger) (news.Status, bool) {
	for k := f.Kid(t); k != 0; k = f.Next(k) {
		r := f.Rel(k)
		if (r == news.AuxPass || r == news.Aux) && f.Tag(k).XPOS == news.VBG {
			if f.Lemma(k-1) != "be" && f.Lemma(k-2) != "be" {
				return news.Held, true // "after being charged"
			}
			return news.UnderWay, true // "is being held"
		}
		if r == news.AuxPass && f.Tag(k).XPOS == news.VB && f.Modal(t) == "" {
			return news.Possible, tr.class == "CONSULT" // "demanded that he be freed"
		}
	}
	return news.Held, true
}

// gerund tells "is meeting" from "was meeting" and "after meeting".
func (f *finder) gerund(t news.TokenID, tr *trigger, depth int) (news.Status, bool) {
	for k := f.Kid(t); k != 0; k = f.Next(k) {
		if f.Rel(k) == news.Aux && f.Lemma(k) == "be" {
			if f.Tag(k).XPOS == news.VBD && !f.stillGoing(t, tr) {
				return news.Held, true
			}
			return news.UnderWay, true
		}
	}
	h := f.Head(t)
	if f.lex.in("charge", f.Lemma(h)) && f.Rel(t) != news.Conj || verbal[tr.class] && f.under(t, "for") {
		return "", false // "accused of attacking", "jailed for insulting the judges"
	}
	if f.lex.in("deny", f.Lemma(h)) && f.Rel(t) != news.Conj {
		return news.Denied, tr.class == "CONSULT" && !f.Negated(h)
	}
	if h != 0 && f.lex.in("plan", f.Lemma(h)) && (f.Rel(t) == news.Xcomp || f.Rel(t) == news.Ccomp) {
		if weighed[f.Lemma(h)] {
			return news.Possible, !f.Negated(h)
		}
		return news.Planned, !f.Negated(h)
	}
	if h != 0 && f.UPOS(h) == news.VERB {
		return f.verbStatus(h, tr, depth+1)
	}
	return news.Held, true
}

// weighed are verbs whose object is talked about and not yet planned: "discuss
// improving ties".
var weighed = map[string]bool{"discuss": true, "consider": true, "mull": true}

// infinitive reports whether t is a "to" infinitive.
func (f *finder) infinitive(t news.TokenID) bool {
	for k := f.Kid(t); k != 0; k = f.Next(k) {
		if f.Lemma(k) == "to" && (f.Rel(k) == news.Mark || f.Rel(k) == news.Aux) {
			return true
		}
	}
	return f.Rel(t) == news.Xcomp && f.Tag(t).XPOS == news.VB && f.Lemma(t-1) == "to" // "due to meet", hung on "due"
}

// infinitiveStatus reads "is to meet", "plans to meet", "began to talk",
// "refused to meet", "flew there to meet".
func (f *finder) infinitiveStatus(t news.TokenID, tr *trigger, depth int) (news.Status, bool) {
	h := f.Head(t)
	if h == 0 {
		return news.Planned, true // "is to meet", a headline's "to meet"
	}
	if o := f.Head(h); f.Rel(t) == news.Acl && f.Rel(h) == news.Obj || f.Rel(t) == news.Acl && f.Rel(h) == news.Conj {
		if f.Rel(h) == news.Conj {
			o = f.Head(o)
		}
		if wish[f.Lemma(o)] { // "asked the government and the rebels to meet", hung on the rebels
			return news.Possible, tr.class == "CONSULT" && !f.Negated(o)
		}
	}
	if f.Lemma(f.Child(t, news.Aux)) == "have" && f.beforeIt(t, "be") {
		return news.Cancelled, tr.class == "CONSULT" // "was to have met them"
	}
	l := f.Lemma(h)
	if f.Negated(h) || refusal[l] {
		return "", false
	}
	if bringing[l] && f.Object(h) != 0 && f.UPOS(h) == news.VERB {
		return f.verbStatus(h, tr, depth+1) // "prompted the court to reject it"
	}
	if wish[l] && f.Object(h) != 0 {
		return news.Possible, tr.class == "CONSULT" && l != "threaten"
	}
	if f.lex.in("begin", l) || tr.mode == "investigate" && trying[l] {
		return f.verbStatus(h, tr, depth+1)
	}
	if l == "like" && f.Modal(h) == "would" && (tr.class == "CONCEDE" || tr.class == "SUPPORT") {
		return news.Held, true // "would like to apologise": and does
	}
	if tr.class == "CONSULT" || f.lex.in("plan", l) || l == "be" {
		if tr.class != "CONSULT" && (!plain[l] || f.lex.adjs[f.Lemma(h)] != nil || l == "prepare" && f.Child(h, news.Cop, news.AuxPass) != 0) {
			return "", false // a threat, promise or demand of an act is no act
		}
		return news.Planned, true
	}
	if f.Rel(t) == news.Advcl || f.Rel(t) == news.Xcomp && achieved[l] {
		if f.UPOS(h) == news.VERB {
			return f.verbStatus(h, tr, depth+1)
		}
	}
	return "", false
}

// easing are the verbs that end a restriction.
var easing = map[string]bool{"lift": true, "ease": true, "relax": true, "loosen": true, "scrap": true, "remove": true, "end": true, "shorten": true}

// The verbs that decide what an infinitive under them is worth.
var (
	refusal  = map[string]bool{"refuse": true, "decline": true, "fail": true, "reject": true, "dismiss": true, "spurn": true, "rebuff": true, "avoid": true, "unwilling": true, "unable": true, "hesitate": true}
	wish     = map[string]bool{"urge": true, "ask": true, "call": true, "invite": true, "want": true, "demand": true, "tell": true, "press": true, "pressure": true, "persuade": true, "encourage": true, "threaten": true, "allow": true}
	plain    = map[string]bool{"be": true, "plan": true, "set": true, "prepare": true, "expect": true, "schedule": true, "due": true, "ready": true, "decide": true, "go": true}
	bringing = map[string]bool{"lead": true, "prompt": true, "cause": true, "force": true, "compel": true, "drive": true, "oblige": true, "spur": true, "enable": true}
	achieved = map[string]bool{"manage": true, "use": true, "help": true, "continue": true, "dare": true, "choose": true, "rush": true, "move": true}
)

// conditional reports whether t stands under "if", "unless", "whether".
func (f *finder) conditional(t news.TokenID) bool {
	return f.under(t, "if", "unless", "whether", "lest", "provided") || f.Lemma(f.Head(t)) == "condition"
}

// under reports whether one of the conjunctions opens the clause of t.
func (f *finder) under(t news.TokenID, words ...string) bool {
	for k := f.Kid(t); k != 0; k = f.Next(k) {
		if r := f.Rel(k); (r == news.Mark || r == news.Advmod) && slices.Contains(words, f.Lemma(k)) {
			return true
		}
	}
	return false
}

// headline reports whether the sentence at hand is the headline.
func (f *finder) headline() bool {
	s := f.a.Sentence(f.sent)
	return !f.a.Doc.Headline.IsZero() && f.a.Doc.Headline.Contains(s.Span)
}
