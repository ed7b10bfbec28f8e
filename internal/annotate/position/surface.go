package position

import (
	"cmp"

	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// What the order of words says where the tree is unsure: news has long
// sentences, and its parsers hang every tenth word wrongly.

// subject is who does what predicate t says: as the tree has it, else the name
// that a relative clause parted from t.
func (f *finder) subject(t news.TokenID) news.TokenID {
	if f.governing(t) {
		return f.Subject(f.Head(f.Head(t)))
	}
	t = f.regoverned(t)
	if f.remains(t) && f.Child(t, news.Nsubj) == 0 {
		t = f.Head(t) // "has become [wary] of"
	}
	if h := f.finiteAbove(t); h != 0 {
		return f.Subject(h)
	}
	if f.verbless(t) {
		return f.Head(t)
	}
	if f.Child(t, news.Nsubj, news.NsubjPass) == 0 {
		if s := f.resumed(t); s != 0 {
			return s
		}
		if f.afterwards(t) {
			return t - 1
		}
		if s := f.namedBefore(t); s != 0 {
			return s
		}
	}
	if s, _ := f.relativised(t); s != 0 {
		return s
	}
	if s := cmp.Or(f.gathered(t), f.absolute(t), f.trailing(t), f.takenForObject(t), f.writer(t)); s != 0 {
		return s
	}
	if s := f.Subject(t); s != 0 {
		return s
	}
	return f.misheld(t)
}

// absolute is the noun behind "with" that does what "-ing" form t right behind it tells:
// "with [Liberals] taking shots at him"; 0 for none.
func (f *finder) absolute(t news.TokenID) news.TokenID {
	if f.Tag(t).XPOS != news.VBG || t < 3 || f.Child(t, news.Nsubj, news.NsubjPass, news.Aux) != 0 {
		return 0
	}
	k := t - 1
	if u := f.UPOS(k); u != news.NOUN && u != news.PROPN || f.Marker(k) != "with" {
		return 0
	}
	return k
}

// trailing is the subject of the verb above "-ing" form t behind a comma, where
// the tree hung t on a time or a mark: "sued it a year ago, [attacking]".
func (f *finder) trailing(t news.TokenID) news.TokenID {
	h := f.Head(t)
	if f.Tag(t).XPOS != news.VBG || f.Rel(t) != news.Acl || t < 3 || f.Word(t-1) != "," || h > t || f.TimeOf(h) == 0 && f.UPOS(h) != news.PUNCT && f.UPOS(h) != news.ADV {
		return 0
	}
	for i := 0; i < 4 && h != 0; i++ {
		if h = f.Head(h); f.UPOS(h) == news.VERB {
			return f.Subject(h)
		}
	}
	return 0
}

// gathered is the noun of a protest right before "-ing" form t, which says what it
// is for, whoever the tree hung t on: "ousted him after [protests] demanding".
func (f *finder) gathered(t news.TokenID) news.TokenID {
	if f.Tag(t).XPOS != news.VBG || t < 2 {
		return 0
	}
	if f.lex.gathering[f.Lemma(t-1)] {
		if h := f.Head(t - 1); f.Lemma(t-1) == "petition" && f.Rel(t-1) == news.Obj && f.subject(h) != 0 && f.subject(h) < t {
			return f.subject(h) // "[residents] signed a petition calling for"
		}
		return t - 1
	}
	return 0
}

// takenForObject is the noun right before the auxiliary of t, or of the verb above
// infinitive t, that was taken for an object of the verb of saying above: "noted
// [clients] are beginning to demand it".
func (f *finder) takenForObject(t news.TokenID) news.TokenID {
	if f.Rel(t) == news.Xcomp {
		t = f.Head(t)
	}
	aux := f.Child(t, news.Aux, news.AuxPass, news.Cop)
	if r := f.Rel(t); aux < 2 || aux > t || r != news.Advcl && r != news.Ccomp || f.Tag(aux).XPOS == news.VB {
		return 0
	}
	if s := aux - 1; f.Rel(s) == news.Obj && f.Head(s) == f.Head(t) && f.Head(s) < s {
		return s
	}
	return 0
}

// writer is who wrote the letter or the like that "-ing" form t, hung on it or on
// its addressee, tells of: "[they] sent a letter to the leaders opposing it".
func (f *finder) writer(t news.TokenID) news.TokenID {
	h := f.Head(t)
	if f.Tag(t).XPOS != news.VBG || f.Rel(t) != news.Acl || f.Marker(h) != "to" && !f.written(h) {
		return 0
	}
	for i := 0; i < 4 && h != 0; i++ {
		if h = f.Head(h); f.UPOS(h) == news.VERB {
			if o := f.Object(h); f.written(o) || f.lex.authored[f.Lemma(o)] || f.written(f.Oblique(o, "of")) {
				return f.Subject(h)
			}
			return 0
		}
	}
	return 0
}

// written reports whether noun t is a text that speaks for who wrote it.
func (f *finder) written(t news.TokenID) bool {
	return t != 0 && (f.lex.notice[f.Lemma(t)] || f.Lemma(t) == "letter" || f.Lemma(t) == "paper")
}

// regoverned is t, or where the tree joined finite verb t to an infinitive, the
// finite verb above that: "said it was vital to act and [called] on them".
func (f *finder) regoverned(t news.TokenID) news.TokenID {
	if !f.told(t) || f.Child(t, news.Nsubj, news.NsubjPass, news.Aux, news.AuxPass) != 0 {
		return t
	}
	h := t
	for i := 0; i < 6 && h != 0 && f.Rel(h) != news.Root; i++ {
		if r := f.Rel(h); i == 0 && (r != news.Conj || !f.bare(f.Head(h))) {
			return t
		}
		if h = f.Head(h); f.Tag(h).XPOS == news.VBD {
			return h
		}
	}
	return t
}

// finiteAbove is the verb whose subject participle t has, where the tree took t
// for an object of "have" or for an adjective of the noun behind it: "Varnia has
// long [opposed] it", "apologised but [rejected] calls".
func (f *finder) finiteAbove(t news.TokenID) news.TokenID {
	h := f.Head(t)
	if f.Tag(t).XPOS != news.VBN || h == 0 {
		return 0
	}
	if r := f.Rel(t); f.Lemma(h) == "have" && h < t && (h+4 > t && r == news.Obj || h+5 > t && h+1 < t && (r == news.Ccomp || r == news.Advcl || r == news.Xcomp) && f.Word(t-1) == ",") {
		return h // the last of "has, however, [undertaken]"
	}
	if v := f.Head(h); f.joinedVerb(t) && v < t && f.UPOS(v) == news.VERB {
		return v
	}
	return 0
}

// misheld is the name right before finite verb t, or the one above infinitive t,
// where the tree gave it to what stands before: "while condemning the shots,
// [Varnia] and Ostrel insist on".
func (f *finder) misheld(t news.TokenID) news.TokenID {
	for i := 0; i < 3 && (f.Rel(t) == news.Xcomp || f.Rel(t) == news.Advcl); i++ {
		t = f.Head(t)
	}
	k := t - 1
	for k > 1 && (f.UPOS(k) == news.ADV || f.UPOS(k) == news.AUX) {
		k--
	}
	switch f.Tag(t).XPOS {
	case news.VBD, news.VBZ, news.VBP:
	default:
		if k == t-1 || f.Tag(k+1).XPOS == news.VB {
			return 0
		}
	}
	m := f.a.Mention(f.MentionOf(k))
	if f.Rel(t) != news.Root || m == nil || m.Form != news.Name || m.Last != k || f.Child(t, news.Nsubj, news.NsubjPass) != 0 {
		return 0
	}
	if h := f.Head(k); f.Rel(k) == news.Conj && f.MentionOf(h) != 0 && f.Word(h-1) == "," {
		return h
	}
	if f.Word(m.First-1) != "," {
		return 0
	}
	return k
}

// afterwards reports whether the noun right before verb t, taken for an adverbial
// of the clause above, is its subject: "were put off after [a steward] accused them".
func (f *finder) afterwards(t news.TokenID) bool {
	if r := f.Rel(t); f.Tag(t).XPOS != news.VBD || r != news.Parataxis && (r != news.Conj || f.Child(t, news.Cc) != 0) || t < 2 {
		return false
	}
	switch f.Marker(t - 1) {
	case "after", "before", "since", "as", "until", "when":
		return true
	}
	return false
}

// namedBefore is the name between "and", "but" or "while" and finite verb t, which
// the tree hung elsewhere: "neither of them has won, and [Vask] strongly suggested".
func (f *finder) namedBefore(t news.TokenID) news.TokenID {
	if f.Tag(t).XPOS != news.VBD || f.Rel(t) != news.Conj {
		return 0
	}
	k := f.beforeVerb(t)
	m := f.a.Mention(f.MentionOf(k))
	if k == 0 || m == nil || m.Last != k || m.Form != news.Name || m.Chain == 0 || f.Rel(m.Last) == news.Appos {
		return 0
	}
	switch f.Lemma(m.First - 1) {
	case "and", "but", "while":
		if f.Head(k) == f.Head(m.First-1) || f.Rel(k) != news.Conj {
			return k
		}
	}
	return 0
}

// governing reports whether "-ing" form t, taken for a preposition of the noun
// behind it, governs it: "left the talks, [attacking] plans that".
func (f *finder) governing(t news.TokenID) bool {
	return f.Rel(t) == news.Case && f.Tag(t).XPOS == news.VBG && f.Head(t) > t
}

// joinedVerb reports whether participle t, taken for an adjective, stands
// behind "and" or "but" as a second verb: "apologised but [rejected] calls".
func (f *finder) joinedVerb(t news.TokenID) bool {
	r := f.Rel(f.Head(t))
	return t > 1 && f.Rel(t) == news.Amod && f.UPOS(t-1) == news.CCONJ && f.Head(t) > t && (r == news.Obj || r == news.Obl)
}

// verbless reports whether t, taken for a participle, is the only verb of a
// sentence whose root is a noun: "The envoy, Ada Brenn, [called] on them".
func (f *finder) verbless(t news.TokenID) bool {
	return f.Rel(t) == news.Acl && f.Tag(t).XPOS == news.VBN && f.Rel(f.Head(t)) == news.Root && t > 1 && f.Word(t-1) == ","
}

// told reports whether verb t stands in the past, or seems to: a past tense
// without an auxiliary may be tagged a participle.
func (f *finder) told(t news.TokenID) bool {
	x := f.Tag(t).XPOS
	return x == news.VBD || x == news.VBN
}

// bare reports whether t is an infinitive, or follows "that" as one ("that
// they [take] steps").
func (f *finder) bare(t news.TokenID) bool {
	x := f.Tag(t).XPOS
	return x == news.VB || x == news.VBP
}

// resumed is the name that verb t goes on about behind a relative clause: "Varnia,
// which hosted the talks, [has offered] a hall".
func (f *finder) resumed(t news.TokenID) news.TokenID {
	first := t
	for k := f.Kid(t); k != 0 && k < t; k = f.Next(k) {
		if r := f.Rel(k); r == news.Aux || r == news.AuxPass || r == news.Cop {
			first = min(first, k)
		}
	}
	low := f.a.Sentence(f.SentenceOf(t)).First
	if first-1 <= low || f.Word(first-1) != "," {
		return 0
	}
	if k := first - 2; k > low && f.Word(k) == ")" { // "[Brenn] (Vale), is"
		for k > low && f.Word(k) != "(" {
			k--
		}
		if m := f.a.Mention(f.MentionOf(k - 1)); m != nil && m.Last == k-1 {
			return k - 1
		}
		return 0
	}
	for k := first - 2; k > low+1 && k > first-25; k-- {
		if f.UPOS(k) == news.VERB && f.lex.adding[f.Lemma(k)] && (first < t || f.Tag(t).XPOS != news.VBG) { // "[Brenn], officials said, is"
			for k > low && f.Word(k) != "," {
				k--
			}
			if m := f.a.Mention(f.MentionOf(k - 1)); m != nil && m.Last == k-1 {
				return k - 1
			}
			return 0
		}
		switch f.Lemma(k) {
		case "whom": // "[two ministers], both of whom opposed it, back"
			for k > low && f.Word(k) != "," {
				k--
			}
			if m := f.a.Mention(f.MentionOf(k - 1)); m != nil && m.Last == k-1 {
				return k - 1
			}
			return 0
		case "which", "who":
			if m := f.a.Mention(f.MentionOf(k - 2)); f.Word(k-1) == "," && m != nil && m.Last == k-2 {
				return k - 2
			}
			return 0
		case ",":
			return 0
		}
	}
	return 0
}

// subordinating opens clauses that say nothing of their own.
var subordinating = map[string]bool{"that": true, "which": true, "who": true, "whom": true, "what": true, "if": true, "when": true, "while": true,
	"because": true, "as": true, "whether": true, "where": true, "until": true, "unless": true, "before": true, "after": true, "although": true,
	"though": true, "since": true, "how": true, "why": true, "once": true}

// opens reports whether predicate t is the first clause of its sentence within
// part, whatever the tree hangs it on: it stands in a tense, and no other verb
// that does and no subordinating word stands before it.
func (f *finder) opens(t news.TokenID, part text.Span) bool {
	lead := t
	if k := f.Child(t, news.Aux, news.AuxPass, news.Cop); k != 0 {
		lead = min(lead, k)
	}
	switch f.Tag(lead).XPOS {
	case news.VBD, news.VBZ, news.VBP, news.MD:
	case news.VBN: // "[they needed] to", taken for a participle
		if f.Rel(t) != news.Acl || f.Head(t)+1 != t {
			return false
		}
	default:
		return false
	}
	first := f.begins(t, part)
	if lead-first < 1 || lead-first > 20 {
		return false
	}
	for k := first; k < lead; k++ {
		if subordinating[f.Lemma(k)] {
			return false
		}
		switch f.Tag(k).XPOS {
		case news.VBD, news.VBZ, news.VBP, news.MD:
			return false
		}
	}
	return true
}

// begins is the first token of the sentence of t within part that is no mark.
func (f *finder) begins(t news.TokenID, part text.Span) news.TokenID {
	first := f.a.Sentence(f.SentenceOf(t)).First
	for first < t && (f.Span(first).Start < part.Start || f.UPOS(first) == news.PUNCT || f.UPOS(first) == news.CCONJ) {
		first++
	}
	return first
}
