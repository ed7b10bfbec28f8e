package event

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur/internal/news"
)

// verbStatus reads the status of verb t.
func (f *finder) verbStatus(t news.TokenID, tr *trigger, depth int) (news.Status, bool) {
	if f.Negated(t) && !tr.asks("denied") || f.none(t) || depth > 4 {
		return "", false
	}
	if h := f.Head(t); f.Rel(t) == news.Ccomp && f.lex.in("deny", f.Lemma(h)) {
		return news.Denied, tr.class == "CONSULT" && !f.Negated(h)
	}
	if !f.lex.in("spoken", tr.class) && f.untrue(t) {
		return news.Denied, true
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
		s, ok := f.infinitiveStatus(t, tr, depth)
		if ok && s == news.Planned && tr.class == "CONSULT" && f.quits(t) {
			s = news.Cancelled
		}
		return s, ok
	}
	if f.conditional(t) {
		return news.Possible, tr.class == "CONSULT"
	}
	x := f.Tag(t).XPOS
	if present := x == news.VBP || x == news.VBZ; (present || f.presentPerfect(t)) && f.under(t, "when", "once", "before", "until") {
		return news.Planned, true
	}
	if (x == news.VBP || x == news.VBZ) && (tr.class == "CONSULT" && f.habitual(t) || tr.class != "CONSULT" && f.subjunctive(t)) {
		return "", false
	}
	if (x == news.VBP || x == news.VBZ) && tr.class != "CONSULT" && f.recurring(t) {
		return "", false
	}
	if x == news.VB && f.Rel(t) == news.Root && f.oneSubject(t) {
		x = news.VBD // "Varnia put its forces on alert"
	}
	if x == news.VBP && (!strings.EqualFold(f.Word(t), f.Lemma(t)) || f.oneSubject(t)) || f.didSo(t) {
		x = news.VBD // "struck", "beat", taken for a present; "did visit"
	}
	switch x {
	case news.VB: // "would see him withdraw"
		if h := f.Head(t); f.Rel(t) == news.Ccomp && (f.lex.in("wishing", f.Lemma(h)) || f.lex.in("wished", f.Lemma(h))) {
			return news.Possible, tr.class == "CONSULT" // "demanded that they withdraw"
		} else if f.UPOS(h) == news.NOUN && h < t && f.lex.in("wish", f.Lemma(h)) {
			return news.Possible, tr.class == "CONSULT" // "its demand that they withdraw"
		}
		if h := f.Head(t); f.UPOS(h) == news.VERB && f.Rel(t) != news.Root {
			return f.verbStatus(h, tr, depth+1)
		}
	case news.VBD, news.VBN:
		return f.participle(t, tr)
	case news.VBG:
		return f.gerund(t, tr, depth)
	}
	if f.lex.in("spoken", tr.class) || f.headline() {
		return news.Held, true // "we condemn", "is ready to help", "I apologise", "Varnia indicts four"
	}
	if tm := f.a.Time(f.timeUnder(t, t)); tr.class == "CONSULT" && tm != nil && strings.HasPrefix(tm.Value, "XXXX") {
		return news.Planned, true // "the ministers meet on Monday", of a week that nobody tells
	}
	return news.UnderWay, true
}

// untrue reports whether verb t is only what a report says that somebody calls untrue:
// "denied a report that he had met her", "dismissed as false claims that he met her".
func (f *finder) untrue(t news.TokenID) bool {
	n := f.Head(t)
	if k := f.Child(t, news.Mark); f.Rel(t) == news.Ccomp && f.Lemma(k) == "that" && f.UPOS(k-1) == news.NOUN {
		n = k - 1 // hung on the verb of "called untrue reports that he had met her"
	}
	if !f.lex.in("account", f.Lemma(n)) || n > t || f.UPOS(n) != news.NOUN {
		return false
	}
	g := f.Head(n)
	for k := n - 1; k > 0 && k > n-4; k-- {
		if f.lex.in("untrue", f.Lemma(k)) {
			return true
		}
	}
	return f.UPOS(g) == news.VERB && f.Rel(n) == news.Obj && !f.Negated(g) && (f.lex.in("deny", f.Lemma(g)) || f.Lemma(g) == "reject")
}

// none reports whether the object of verb t, or the subject of a passive, is none at all:
// "give [no support]", "[no deadline] was set".
func (f *finder) none(t news.TokenID) bool {
	o := cmp.Or(f.Object(t), f.Child(t, news.NsubjPass))
	k := f.Child(o, news.Det)
	return o != 0 && f.Lemma(k) == "no" && f.Lemma(k+1) != "few" && f.Lemma(k+1) != "less"
}

// presentPerfect reports whether verb t is told with "has" or "have".
func (f *finder) presentPerfect(t news.TokenID) bool {
	k := f.Child(t, news.Aux)
	x := f.Tag(k).XPOS
	return f.Lemma(k) == "have" && (x == news.VBZ || x == news.VBP)
}

// simplePast reports whether verb t is told as past, and not with a "have" of its own
// or of the verb that it is joined to.
func (f *finder) simplePast(t news.TokenID) bool {
	if f.Tag(t).XPOS != news.VBD {
		return false
	}
	return f.Rel(t) != news.Conj || f.Lemma(f.Child(f.Head(t), news.Aux)) != "have"
}

// habitual reports whether verb t says what somebody does again and again:
// "frequently meets".
func (f *finder) habitual(t news.TokenID) bool {
	for k := f.Kid(t); k != 0; k = f.Next(k) {
		if f.Rel(k) == news.Advmod && f.lex.in("often", f.Lemma(k)) {
			return true
		}
	}
	return false
}

// timeless reports whether predicate t is told of no time: "is an offence", "would be
// wrong".
func (f *finder) timeless(t news.TokenID) bool {
	for k := f.Kid(t); k != 0; k = f.Next(k) {
		if r := f.Rel(k); r == news.Cop || r == news.Aux {
			x := f.Tag(k).XPOS
			return x == news.VBZ || x == news.VBP || x == news.MD
		}
	}
	x := f.Tag(t).XPOS
	return x == news.VBZ || x == news.VBP
}

// recurring reports whether present verb t says what is done whenever something is so:
// "when that happens, we arrest them".
func (f *finder) recurring(t news.TokenID) bool {
	for k := f.Kid(t); k != 0; k = f.Next(k) {
		if f.Rel(k) == news.Advcl && f.under(k, "when", "whenever", "if") && f.timeless(k) {
			return true
		}
	}
	return false
}

// subjunctive reports whether verb t is what somebody demanded, and told in a form that
// is no present: "demanded that its partners refuse".
func (f *finder) subjunctive(t news.TokenID) bool {
	h := f.Head(t)
	if f.UPOS(h) == news.NOUN && f.lex.in("wish", f.Lemma(h)) && h < t && f.Rel(t) != news.Conj {
		return f.Tag(t).XPOS == news.VBP // "insisted on its demand that they leave"
	}
	past := f.Tag(h).XPOS == news.VBD || f.Tag(h).XPOS == news.VBN
	return past && f.Rel(t) == news.Ccomp && f.Tag(t).XPOS == news.VBP && f.lex.in("wished", f.Lemma(h)) && f.under(t, "that")
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
	if f.Rel(t) != news.Ccomp || !f.lex.in("speech", f.Lemma(h)) || f.Tag(h).XPOS != news.VBD || f.UPOS(s) != news.PRON || f.conditional(t) || f.Lemma(t+1) == "only" {
		return false
	}
	m, by := f.a.Mention(f.MentionOf(s)), f.a.Mention(f.MentionOf(f.Subject(h)))
	return f.speakersSubject(s) != 0 || m != nil && by != nil && m.Chain == by.Chain
}

// participle tells "was held", "has met" from "to be held".
func (f *finder) participle(t news.TokenID, tr *trigger) (news.Status, bool) {
	for k := f.Kid(t); k != 0; k = f.Next(k) {
		r := f.Rel(k)
		if (r == news.AuxPass || r == news.Aux) && f.Tag(k).XPOS == news.VBG && f.Lemma(k-1) == "from" && tr.class != "CONSULT" {
			return "", false // "protected from being charged"
		}
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

// infinitive reports whether t is a "to" infinitive.
func (f *finder) infinitive(t news.TokenID) bool {
	for k := f.Kid(t); k != 0; k = f.Next(k) {
		if f.Lemma(k) == "to" && (f.Rel(k) == news.Mark || f.Rel(k) == news.Aux) {
			return true
		}
	}
	return f.Rel(t) == news.Xcomp && f.Tag(t).XPOS == news.VB && f.Lemma(t-1) == "to" // "due to meet", hung on "due"
}

// asksIt reports whether the verb above infinitive t asks somebody for what t says.
func (f *finder) asksIt(t news.TokenID) bool {
	h := f.Head(t)
	if s := f.askedFor(h); s != 0 && f.Head(s) == t {
		return true
	}
	o := f.Object(h)
	return h < o && o < t && (f.Lemma(o) == "pressure" || f.lex.in("wish", f.Lemma(o))) && f.UPOS(h) == news.VERB
}

// claimed is the noun right before infinitive t whose owner says that he did it: "the
// state's [claim] to have tested a bomb"; 0 for none.
func (f *finder) claimed(t news.TokenID) news.TokenID {
	for k := t - 1; k > 1 && k > t-4; k-- {
		if f.Lemma(k) == "to" && f.lex.in("hearsay", f.Lemma(k-1)) && f.UPOS(k-1) == news.NOUN {
			return k - 1
		}
	}
	return 0
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
		if f.lex.in("wishing", f.Lemma(o)) { // "asked the government and the rebels to meet", hung on the rebels
			return news.Possible, tr.class == "CONSULT" && !f.Negated(o)
		}
	}
	if f.Lemma(f.Child(t, news.Aux)) == "have" && f.beforeIt(t, "be") {
		return news.Cancelled, tr.class == "CONSULT" // "was to have met them"
	}
	l := f.Lemma(h)
	if f.Rel(t) == news.Acl && f.rejected(h) && !f.attends(t, f.Lemma(t)) {
		return "", false // "rejected an offer to host a summit"
	}
	if f.uniqueTo(t) {
		return news.Held, true
	}
	if f.Lemma(f.Child(t, news.Aux)) == "have" && (f.lex.in("hearsay", l) || f.claimed(t) != 0) && !f.Negated(h) {
		return news.Held, true // "claims to have tested a bomb"
	}
	if f.Negated(h) || f.lex.in("refusal", l) {
		return "", false
	}
	if o := f.Object(h); f.lex.in("deal", f.Lemma(o)) && h < o && o < t && f.lex.in("negotiable", tr.class) {
		return "", false // "signed an agreement to increase trade": that is told
	}
	switch f.Modal(h) {
	case "must", "should", "could", "might", "may", "ought":
		return news.Possible, tr.class == "CONSULT" // "must be ready to mediate"
	}
	if f.asksIt(t) {
		return news.Possible, tr.class == "CONSULT" // "pressed for Varnia to withdraw", "put pressure on it to"
	}
	if f.lex.in("bringing", l) && f.Object(h) != 0 && f.UPOS(h) == news.VERB {
		return f.verbStatus(h, tr, depth+1) // "prompted the court to reject it"
	}
	if f.lex.in("wishing", l) && f.Object(h) != 0 {
		return news.Possible, tr.class == "CONSULT" && l != "threaten"
	}
	if f.lex.in("begin", l) || (tr.mode == "investigate" || tr.mode == "cyber" || tr.mode == "third-party") && f.lex.in("trying", l) {
		return f.verbStatus(h, tr, depth+1)
	}
	if l == "like" && f.Modal(h) == "would" && (tr.class == "CONCEDE" || tr.class == "SUPPORT") {
		return news.Held, true // "would like to apologise": and does
	}
	if tr.class == "CONSULT" || f.lex.in("plan", l) || l == "be" {
		if tr.class != "CONSULT" && (!f.lex.in("plain", l) || f.lex.adjs[f.Lemma(h)] != nil || l == "prepare" && f.Child(h, news.Cop, news.AuxPass) != 0) {
			return "", false // a threat, promise or demand of an act is no act
		}
		return news.Planned, true
	}
	if f.Rel(t) == news.Advcl || f.Rel(t) == news.Xcomp && f.lex.in("achieved", l) {
		if f.UPOS(h) == news.VERB {
			return f.verbStatus(h, tr, depth+1)
		}
	}
	return "", false
}

// uniqueTo reports whether infinitive t says what sets its noun apart, which is done: "was
// the [first] Varnian president to visit them". Who is yet to be the first has not been there.
func (f *finder) uniqueTo(t news.TokenID) bool {
	h := f.Head(t)
	if f.Rel(t) != news.Acl || f.UPOS(h) != news.NOUN && f.UPOS(h) != news.PROPN || f.Modal(h) != "" || f.infinitive(h) || f.Negated(h) {
		return false
	}
	if k := f.Child(h, news.Cop); f.Rel(h) == news.Obj || f.Rel(h) == news.Xcomp && k == 0 || k != 0 && f.Tag(k).XPOS == news.VBG || f.beforeIt(h, "will") {
		return false
	}
	for k := f.Kid(h); k != 0 && k < h; k = f.Next(k) {
		if r := f.Rel(k); (r == news.Amod || r == news.Nummod) && f.lex.in("unique", f.Lemma(k)) {
			return true
		}
	}
	for k := h - 1; k > 1 && (f.UPOS(k) == news.ADJ || f.UPOS(k) == news.NOUN); k-- {
		if f.lex.in("unique", f.Lemma(k)) {
			return f.Lemma(k-1) == "the" // "the first high level delegation to visit", of which the tree makes more
		}
	}
	return false
}

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
