package event

import (
	"strings"

	"rapporteur/internal/news"
)

// What stands here mends what the grammar got wrong, by the order of words that
// English keeps: who acts stands before a finite verb, who suffers right behind it.

// leftOf is the noun, name or pronoun that stands as subject before verb t where
// the grammar has none: "in the town of Keld, [President Ilan Trask] of Varnia met";
// 0 for none.
func (f *finder) leftOf(t news.TokenID) news.TokenID {
	if f.Rel(t) == news.Conj && f.Lemma(f.Head(t)) == "due" {
		t = f.Head(t) // "is due on Monday and will travel on"
	} else if !f.finite(t) && f.Child(t, news.AuxPass) == 0 {
		return 0
	}
	return f.nounBefore(t)
}

// nounBefore is the noun or name right before t, over auxiliaries, adverbs, times
// and insertions; 0 for none.
func (f *finder) nounBefore(t news.TokenID) news.TokenID {
	first := f.a.Sentence(f.sent).First
	k := f.skipBack(t-1, first)
	if k < first {
		if f.opener(first, t) {
			return first
		}
		return 0
	}
	switch f.UPOS(k) {
	case news.NOUN, news.PROPN, news.PRON:
	default:
		return 0
	}
	return f.topOf(k, t)
}

// opener reports whether the first word of the sentence, right before verb t, is a
// name or noun that the tagger took for an adverb: "[Looters] had attacked".
func (f *finder) opener(first, t news.TokenID) bool {
	w := f.Word(first)
	if first >= t || t-first > 3 || f.UPOS(first) != news.ADV || len(w) < 3 || w[0] < 'A' || w[0] > 'Z' || strings.HasSuffix(w, "ly") {
		return false
	}
	return !f.lex.in("adverb", strings.ToLower(w)) && f.TimeOf(first) == 0
}

// finiteTwin is the verb that the past verb t is really joined to, where the parser
// joined it to a bare one of another: "[said] it was vital that they act and called
// on them". t itself otherwise.
func (f *finder) finiteTwin(t news.TokenID) news.TokenID {
	h := f.Head(t)
	if f.Rel(t) != news.Conj || f.Tag(t).XPOS != news.VBD || f.Child(t, news.Nsubj) != 0 {
		return t
	}
	switch x := f.Tag(h).XPOS; {
	case x == news.VB, x == news.VBP, x == news.VBN && f.Lemma(f.Child(h, news.Aux)) == "have": // "said it had come to this and blamed them"
	default:
		return t
	}
	for i := 0; h != 0 && i < 5; i++ {
		if h = f.Head(h); f.Rel(h) == news.Root && f.Tag(h).XPOS == news.VBD && f.lex.in("speech", f.Lemma(h)) && f.Subject(h) != 0 {
			return h
		}
	}
	return t
}

// laterDoer is who the clause behind the gerund t is about, whose gerund it is too:
// "while condemning the launch, [Varnia and Ostrel] insist"; 0 for none.
func (f *finder) laterDoer(t news.TokenID) news.TokenID {
	h := f.Head(t)
	if f.Rel(t) != news.Advcl || h < t || f.Tag(t).XPOS != news.VBG {
		return 0
	}
	return f.leftOf(h)
}

// opensClause is who does what past verb t says, behind a conjunction that the grammar took
// for a preposition: "in force after [a coup] toppled the premier"; 0 for none.
func (f *finder) opensClause(t news.TokenID) news.TokenID {
	if f.Tag(t).XPOS != news.VBD || f.Rel(t) != news.Conj || f.Child(t, news.Nsubj, news.NsubjPass, news.AuxPass, news.Cc) != 0 {
		return 0
	}
	k := t - 1
	for k > 1 && f.UPOS(k) == news.ADV {
		k--
	}
	if f.UPOS(k) != news.NOUN && f.UPOS(k) != news.PROPN {
		return 0
	}
	for i := 0; i < 2 && f.Child(k, news.Case) == 0 && (f.Rel(k) == news.Flat || f.Rel(k) == news.Compound); i++ {
		k = f.Head(k)
	}
	switch f.Marker(k) {
	case "after", "before", "since", "until", "as":
		return k
	}
	return 0
}

// finite reports whether verb t is in the past or present tense, active and
// alone or with "have".
func (f *finder) finite(t news.TokenID) bool {
	switch f.Tag(t).XPOS {
	case news.VBD, news.VBZ, news.VBP:
		return f.Child(t, news.AuxPass) == 0
	case news.VBN:
		return f.Lemma(f.Child(t, news.Aux)) == "have" && f.Child(t, news.AuxPass) == 0
	}
	return false
}

// skipBack goes left from k over auxiliaries, adverbs, times and what stands
// between commas.
func (f *finder) skipBack(k, first news.TokenID) news.TokenID {
	for ; k >= first; k-- {
		switch u := f.UPOS(k); {
		case u == news.AUX, u == news.ADV, u == news.PART, f.TimeOf(k) != 0, f.Lemma(k) == "on" && f.TimeOf(k+1) != 0:
		case f.Word(k) == ",":
			open := f.openingComma(k, first)
			if open == 0 {
				return 0
			}
			k = open
		default:
			return k
		}
	}
	return 0
}

// openingComma is the comma that opens the insertion which the comma at k closes,
// 0 where a finite verb or nothing stands between.
func (f *finder) openingComma(k, first news.TokenID) news.TokenID {
	for c := k - 1; c > first && c > k-reach; c-- {
		switch f.Word(c) {
		case ",":
			return c
		case ";", "\"", "“", "”":
			return 0
		}
		if x := f.Tag(c).XPOS; (x == news.VBD || x == news.VBZ || x == news.VBP) && f.Rel(c) != news.AclRelcl {
			return 0
		}
	}
	return 0
}

// topOf is the noun that k belongs to, left of t: "Keld" of "the leader of Keld"
// gives "leader"; 0 where it stands under a preposition of its own.
func (f *finder) topOf(k, t news.TokenID) news.TokenID {
	for i := 0; i < 6; i++ {
		h := f.Head(k)
		if m := f.a.Mention(f.NamedAt(k)); m != nil && m.Kind == news.Person {
			return k
		}
		if f.Marker(k) == "of" && h < k && h > 0 && (f.UPOS(h) == news.NOUN || f.UPOS(h) == news.PROPN) {
			k = h
			continue
		}
		if m := f.a.Mention(f.NamedAt(h)); f.Rel(k) == news.Appos && h < k && m != nil {
			k = h // "[Ilan Trask], the leader of Keld, expressed"
			continue
		}
		if m := f.InnerMention(h); f.Rel(k) == news.Conj && h < k && m != nil && m.Chain != 0 && k-h <= 6 {
			k = h // "[Varnia] and Ostrel insist"
			continue
		}
		if r := f.Rel(k); (r == news.Flat || r == news.Compound || r == news.NmodDesc) && h != 0 && h < t {
			k = h
			continue
		}
		break
	}
	if f.Child(k, news.Case) != 0 || f.TimeOf(k) != 0 {
		return 0
	}
	return k
}

// rightOf is the noun right behind verb t that the grammar hung on it as
// something else than an object: "called [the adviser] to discuss it"; 0 for none.
func (f *finder) rightOf(t news.TokenID) news.TokenID {
	if f.UPOS(t) != news.VERB {
		return 0
	}
	for k := f.Kid(t); k != 0; k = f.Next(k) {
		r, u := f.Rel(k), f.UPOS(k)
		if f.attributive(k) {
			return f.Object(k) // "a court sentenced [ousted] minister Trask"
		}
		if s := f.Child(k, news.Nsubj); k > t && (r == news.Ccomp || r == news.Xcomp) && s == t+1 && k == t+2 && f.lex.in("owners", strings.ToLower(f.Word(s))) {
			return k // "extended her remand", taken for what she does
		}
		if m := f.a.Mention(f.MentionOf(k)); k > t && r == news.Xcomp && m != nil && m.First == k && m.Form == news.Name && f.near(t, k) {
			return k // a name that was taken for a verb
		}
		if k < t || r != news.Xcomp && r != news.Dep && r != news.Ccomp && r != news.Obj && r != news.Appos || u != news.NOUN && u != news.PROPN {
			continue
		}
		if f.Child(k, news.Cop, news.Case, news.Mark, news.Nsubj) == 0 && f.TimeOf(k) == 0 && f.near(t, k) {
			return k
		}
	}
	return 0
}

// nextSubject is who the clause behind the comma after noun t speaks of: "after a
// call with Trask, [she] said"; 0 for none.
func (f *finder) nextSubject(t news.TokenID) news.TokenID {
	last := min(f.a.Sentence(f.sent).Last, t+reach)
	for k := t + 1; k <= last; k++ {
		if f.UPOS(k) == news.VERB {
			return 0
		}
		if f.Word(k) != "," {
			continue
		}
		for k++; k <= last && f.UPOS(k) != news.VERB; k++ {
			if r := f.Rel(k); r == news.Nsubj && f.Word(k) != "," {
				return k
			}
		}
		return 0
	}
	return 0
}

// speakersSubject is who "it", "he" or "they" at t is, where no layer knows: the
// subject of the verb of saying that the clause hangs on ("regulators said [they]
// had approved it"); 0 for none.
func (f *finder) speakersSubject(t news.TokenID) news.TokenID {
	if m := f.a.Mention(f.MentionOf(t)); f.UPOS(t) != news.PRON || m != nil && m.Chain != 0 {
		return 0
	}
	switch f.Lemma(t) {
	case "it", "he", "she", "they":
	default:
		return 0
	}
	v := f.Head(t)
	for i := 0; i < 3 && v != 0; i++ {
		if h := f.Head(v); f.Rel(v) == news.Ccomp && f.lex.in("speech", f.Lemma(h)) && h < t {
			if s := f.Subject(h); s != t {
				return s
			}
		}
		v = f.Head(v)
	}
	return 0
}

// lostObject is the noun right behind verb t that the parser made a subject of a verb
// which has one already: "will send [tents], the ministry said"; 0 for none.
func (f *finder) lostObject(t news.TokenID) news.TokenID {
	if f.UPOS(t) != news.VERB || f.Passive(t) || t >= f.Len() {
		return 0
	}
	if o := f.Object(t + 1); f.Tag(t+1).XPOS == news.VBN && o > t+1 && o <= t+4 && f.Child(t+1, news.Nsubj, news.NsubjPass, news.Aux, news.AuxPass) == 0 {
		return o // "reject proposed [changes]", taken for a verb of its own
	}
	k := t + 1
	for ; k <= t+5 && k < f.Len(); k++ {
		if u := f.UPOS(k); u == news.NOUN {
			break
		} else if u != news.DET && u != news.ADJ && u != news.NUM && u != news.ADV {
			return 0
		}
	}
	for f.UPOS(k+1) == news.NOUN && f.Head(k) == k+1 {
		k++
	}
	g := f.Head(k)
	if f.Rel(k) != news.Nsubj || g < k || f.TimeOf(k) != 0 {
		return 0
	}
	if s := f.Next(k); s != 0 && f.Child(g, news.Nsubj) == k {
		for ; s != 0 && s < g; s = f.Next(s) {
			if f.Rel(s) == news.Nsubj {
				return k
			}
		}
	}
	return 0
}

// otherSense reports whether a particle makes another verb of t than the one word
// of its trigger: "backed [away] from it" backs nothing.
func (f *finder) otherSense(t news.TokenID, tr *trigger) bool {
	if strings.Contains(tr.lemma, " ") {
		return false
	}
	if tr.class == "ASSAULT" && f.lex.in("executable", f.Lemma(f.Object(t))) && !f.is("named", f.Object(t)) {
		return true // "executed a plan", "killed the bill"
	}
	if f.Lemma(t) == "seek" && f.Object(t) == 0 && f.deed(t) != 0 {
		return true // "sought to ease the tension"
	}
	if tr.class == "MOBILIZE" && !tr.asks("deed") && f.classOf(f.deed(t)) == "ACCUSE" {
		return true // "sent soldiers to investigate"
	}
	if tr.class == "PROTEST" && f.says(t) {
		return true // "..., a group of lawyers protested": in words
	}
	if tr.mode == "withdraw" && f.Lemma(t) == "leave" && f.anyIs("person", f.sufferers(t)) {
		return true // "leaving a hundred soldiers behind"
	}
	switch f.Lemma(f.Child(t, news.CompoundPrt)) {
	case "away", "off", "around", "along", "through", "aside", "across", "back":
		return true
	}
	l := f.Lemma(t + 1)
	return l == "away" || l == "back"
}

// calledNames reports whether what verb t calls is called something: "called him
// the worst of all".
func (f *finder) calledNames(t news.TokenID) bool {
	o := f.Object(t)
	if o == 0 {
		return false
	}
	if m := f.a.Mention(f.MentionOf(o)); m != nil {
		o = m.Last
	}
	switch f.UPOS(o + 1) {
	case news.DET, news.ADJ:
		return true
	case news.PRON:
		return f.Rel(o+1) == news.NmodPoss // "called him his brother"
	}
	w := f.Word(o + 1)
	return w == "“" || w == "\"" || w == "‘"
}

// behindOpener is the head of the phrase for people that stands behind the comma of what
// opens the sentence, and before finite verb t, where the parser hung it on that: "at a
// briefing on Friday, [families] of those hurt urged"; 0 for none.
func (f *finder) behindOpener(t news.TokenID) news.TokenID {
	first := f.a.Sentence(f.sent).First
	if f.UPOS(first) != news.ADP || !f.finite(t) {
		return 0
	}
	k := first + 1
	for ; k < t && f.Word(k) != ","; k++ {
	}
	head := news.TokenID(0)
	for k++; k < t; k++ {
		switch u := f.UPOS(k); {
		case f.Word(k) == ",", u == news.VERB && f.Tag(k).XPOS != news.VBN && f.Tag(k).XPOS != news.VBG:
			return 0
		case head == 0 && (u == news.NOUN || u == news.PROPN) && f.UPOS(k+1) != news.NOUN && f.UPOS(k+1) != news.PROPN:
			head = k
		case head == 0 && u == news.ADP:
			return 0
		}
	}
	if !f.is("person", head) && !f.is("crowd", head) {
		return 0
	}
	return head
}
