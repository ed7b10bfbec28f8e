package event

import (
	"cmp"
	"slices"

	"rapporteur/internal/news"
)

// Who does what a verb says, and to whom it is done, as the grammar has it.

// doers are who does what verb t says.
func (f *finder) doers(t news.TokenID) []news.TokenID {
	if k := f.sayer(t); k != 0 {
		return f.joined(k)
	}
	if f.Passive(t) && !f.lex.in("marching", f.Lemma(t)) {
		return f.joined(f.Agent(t))
	}
	if k := f.claimant(t); k != 0 {
		return f.joined(k)
	}
	if k := f.lastSubject(t); k != 0 {
		return f.joined(k)
	}
	if k := f.opensClause(t); k != 0 {
		return f.joined(k)
	}
	if s := f.Subject(f.finiteTwin(t)); f.Lemma(s) == "who" && f.Rel(t) != news.AclRelcl && s > 2 && f.Word(s-1) == "," && (f.UPOS(s-2) == news.NOUN || f.UPOS(s-2) == news.PROPN) {
		return f.joined(f.firstJoined(s - 2)) // "its leaders, who criticised him", hung on another verb
	} else if s != 0 && f.TimeOf(s) == 0 {
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
	if f.says(t) {
		return nil // "..., a group of lawyers charged", taken for a passive
	}
	return f.unsaid(t, f.governed(t))
}

// governed is what the grammar, mended, has as what verb t is done to.
func (f *finder) governed(t news.TokenID) []news.TokenID {
	if k := f.amongThose(t); k != 0 {
		return f.joined(k)
	}
	if k := f.toldOf(t); k != 0 {
		return []news.TokenID{k}
	}
	if f.Passive(t) && !f.lex.in("marching", f.Lemma(t)) {
		s := cmp.Or(f.lastSubject(t), f.ofWhom(f.Subject(t), t))
		if s == 0 && f.chargedWith(t) {
			s = f.Subject(f.Head(t))
		}
		if s == 0 {
			s = f.leftOf(t)
		}
		if o := f.Child(t, news.Obj); f.lex.in("prize", f.Lemma(o)) {
			return append(f.joined(s), o) // "was given a prize"
		}
		return f.joined(s)
	}
	o := f.Object(t)
	if o == 0 && f.Rel(t) == news.AclRelcl && f.whomBefore(t) {
		return f.joined(f.Head(t)) // "Trask, whom the envoy saw", taken for no object
	}
	if o == 0 || f.TimeOf(o) != 0 {
		o = f.rightOf(t)
	}
	if o == 0 {
		o = f.lostObject(t)
	}
	if k := t + 2; o == 0 && f.Head(k) == t && f.Rel(k) == news.Conj && f.UPOS(k) == news.VERB && f.Rel(t+1) == news.Cc {
		o = f.Object(k) // "arrested and charged two men", hung on the second
	}
	if k := f.Child(o, news.Nsubj); k == t+1 {
		o = k // "fined [Norvik] 20 million crowns", one hung on the other
	}
	if w := f.named(o); w != 0 {
		o = w
	}
	if h := t - 1; f.captured(o) && f.Rel(t) != news.AclRelcl {
		for ; h > 1 && h > t-8 && f.Lemma(h) != "whom"; h-- {
		}
		if f.Lemma(h) == "whom" && f.Word(h-1) == "," && f.InnerMention(h-2) != nil {
			o = h - 2 // "the minister, whom rebels had taken hostage"
		}
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

// whomBefore reports whether a "whom" without a preposition hangs on verb t.
func (f *finder) whomBefore(t news.TokenID) bool {
	for k := f.Kid(t); k != 0 && k < t; k = f.Next(k) {
		if f.Lemma(k) == "whom" && f.Child(k, news.Case) == 0 {
			return true
		}
	}
	return false
}

// amongThose is who is said to be among those that participle t tells of: "[Mira Sol] was
// among those held", "among those killed was [the mayor]"; 0 for none.
func (f *finder) amongThose(t news.TokenID) news.TokenID {
	if f.Tag(t).XPOS != news.VBN || t < 3 || f.Lemma(t-1) != "those" && f.Lemma(t-1) != "that" || f.Lemma(t-2) != "among" {
		return 0
	}
	if f.Lemma(t-3) == "be" {
		return f.nounBefore(t - 3)
	}
	last := f.a.Sentence(f.sent).Last
	for k := t + 1; k < min(last, t+reach); k++ {
		if f.Lemma(k) == "be" && f.UPOS(k) == news.AUX {
			for k++; k <= last && f.UPOS(k) != news.VERB && f.UPOS(k) != news.PUNCT; k++ {
				if u := f.UPOS(k); (u == news.NOUN || u == news.PROPN) && f.Rel(k) != news.Compound && f.Rel(k) != news.Flat {
					return k
				}
			}
		}
	}
	return 0
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
		r := f.Rel(k)
		if o := f.Object(k); r == news.Acl && f.Word(k-1) == "-" && o == k+1 && f.InnerMention(o) != nil && slices.Contains(markers, f.Lemma(k-3)) {
			out = append(out, o) // "to war-torn [Varnia]", hung as a participle
		}
		if r != news.Obl && r != news.Nmod && r != news.OblAgent && r != news.Advcl {
			continue
		}
		if o := f.Oblique(k, "of"); f.Lemma(k) == "front" && f.Marker(k) == "in" && o != 0 && slices.Contains(markers, "before") {
			out = append(out, f.joined(o)...) // "in front of the committee"
		} else if slices.Contains(markers, f.Marker(k)) {
			out = append(out, f.joined(f.beforeTime(k))...)
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

// beforeTime is noun k, or where k is a time, the name before it that its preposition is
// really of: "dine with [Trask] in Lutava tonight".
func (f *finder) beforeTime(k news.TokenID) news.TokenID {
	if o := f.Object(k); f.Tag(k).XPOS == news.VBG && o == k+1 && f.InnerMention(o) != nil {
		return o // "from neighbouring [Varnia]", taken for a verb
	}
	if x := f.Child(k, news.NmodPoss); x != 0 && f.TimeOf(k) != 0 && f.Child(k, news.Case) == x-1 && f.InnerMention(x) != nil {
		return x
	}
	return k
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
	out := f.Conjuncts(t)
	for i := 1; i < len(out) && len(out) < maxJoined; i++ { // "Varnia, Ostrel and Keld", each hung on the one before
		for _, k := range f.Conjuncts(out[i])[1:] {
			if !slices.Contains(out, k) {
				out = append(out, k)
			}
		}
	}
	return out
}

// maxJoined is how many joined parties of one list are taken.
const maxJoined = 16
