package stance

import (
	"math/bits"

	"rapporteur/internal/learn"
	"rapporteur/internal/news"
)

// roomy is how many features most clauses have at most.
const roomy = 320

// longest is how many words of a clause are read.
const longest = 50

// Templates of features: equal values in different roles stay apart.
const (
	tAlways = iota
	tWord
	tDeniedWord
	tTwoWords
	tThreeWords
	tFirstWord
	tFirstTwo
	tRoot
	tRootSubject
	tRootModal
	tRootObject
	tRootPreposition
	tRootOblique
	tModalSubject
	tSubject
	tCue
	tCueSubject
	tTense
	tEnd
	tTone
	tToneSubject
	tForm
	tLength
	tShape
	tDeniedRoot
	tDependent
	tAttitude
	tAttitudeDenied
	tAttitudeSubject
	tRootAttitude
	tTwoAttitudes
	tManyAttitudes
)

// Kinds of subjects, of which what they do is said: "we", "they", "this", a state.
const (
	noSubject = iota
	iSubject
	weSubject
	youSubject
	selfSubject // the speaker or his side, in the third person
	itSubject
	theySubject
	thereSubject
	personSubject
	stateSubject
	bodySubject
	placeSubject
	nounSubject
	clauseSubject
)

// Features appends the features of c to out.
func (c *Clause) Features(out []uint32) []uint32 {
	v, t := c.View, c.At
	d := described{Clause: c, out: append(out, learn.Key1(tAlways, 0))}
	d.first, d.last = c.Extent()
	d.denied = bit(v.Negated(t))
	d.subject = c.subject()
	d.modal = learn.HashWord(v.Modal(t))
	d.root = learn.HashWord(v.Lemma(t))
	d.predicate()
	d.dependents()
	d.speech()
	d.words()
	d.attitudes()
	return d.out
}

// described is a clause whose features are being collected.
type described struct {
	*Clause
	out                          []uint32
	first, last                  news.TokenID // its words
	denied, subject, modal, root uint64
}

func (d *described) add(keys ...uint32) { d.out = append(d.out, keys...) }

// predicate adds what the predicate is and of whom it is said.
func (d *described) predicate() {
	v, t := d.View, d.At
	s := v.Subject(t)
	tense := uint64(v.Tag(t).XPOS)
	if aux := v.Child(t, news.Cop, news.Aux); aux != 0 {
		tense = tense<<8 | uint64(v.Tag(aux).XPOS)
	}
	d.add(
		learn.Key1(tRoot, d.root), learn.Key2(tDeniedRoot, d.root, d.denied),
		learn.Key2(tRootSubject, d.root, d.subject), learn.Key2(tRootModal, d.root, d.modal),
		learn.Key3(tModalSubject, d.modal, d.subject, d.denied), learn.Key2(tTense, tense, d.subject),
		learn.Key1(tSubject, learn.HashWord(d.View.Gist(s))), learn.Key2(tRootObject, d.root, learn.HashWord(d.View.Gist(v.Object(t)))),
		learn.Key3(tShape, d.subject, bit(v.Passive(t)), bit(v.Child(t, news.Cop) != 0)),
	)
}

// dependents adds the words that hang on the predicate, with their relations.
func (d *described) dependents() {
	v, t := d.View, d.At
	for k := v.Kid(t); k != 0; k = v.Next(k) {
		l := learn.HashWord(d.View.Gist(k))
		switch r := v.Rel(k); r {
		case news.Punct, news.Nsubj, news.NsubjPass, news.Conj, news.Cc, news.Parataxis:
		case news.Obl:
			m := learn.HashWord(v.Marker(k))
			d.add(learn.Key2(tRootPreposition, d.root, m), learn.Key3(tRootOblique, d.root, m, l))
		default:
			d.add(learn.Key3(tDependent, uint64(r), l, d.denied))
		}
	}
}

// speech adds how the clause is reported, how it ends and what its tone is.
func (d *described) speech() {
	cue, form := uint64(0), uint64(0)
	if q := d.View.A.Quote(d.Quote); q != nil {
		cue, form = learn.HashWord(q.CueLemma), learn.HashWord(string(q.Form))
	}
	tone := uint64(min(d.Good, 2))<<4 | uint64(min(d.Bad, 2))
	end := uint64(0)
	if d.last < d.View.Len() {
		end = learn.HashWord(d.View.Word(d.last + 1))
	}
	d.add(
		learn.Key1(tCue, cue), learn.Key2(tCueSubject, cue, d.subject), learn.Key1(tForm, form),
		learn.Key2(tTone, tone, d.denied), learn.Key3(tToneSubject, tone, d.subject, d.modal), learn.Key1(tEnd, end),
	)
}

// words adds the lemmas of the clause, alone, by twos and by threes.
func (d *described) words() {
	before, before2, n := uint64(0), uint64(0), uint64(0)
	for t := d.first; t <= d.last && n < longest; t++ {
		if d.View.UPOS(t) == news.PUNCT {
			continue
		}
		if m := d.View.A.Mention(d.View.NamedAt(t)); m != nil && t > m.First && m.First >= d.first {
			continue // one word for a name
		}
		l := learn.HashWord(d.View.Gist(t))
		d.add(learn.Key1(tWord, l), learn.Key2(tDeniedWord, l, d.denied))
		switch n {
		case 0:
			d.add(learn.Key1(tFirstWord, l))
		case 1:
			d.add(learn.Key2(tFirstTwo, before, l))
		}
		if n > 0 {
			d.add(learn.Key2(tTwoWords, before, l))
		}
		if n > 1 {
			d.add(learn.Key3(tThreeWords, before2, before, l))
		}
		before2, before, n = before, l, n+1
	}
	d.add(learn.Key1(tLength, min(n/5, 6)))
}

// attitudes adds the classes of the words of the clause.
func (d *described) attitudes() {
	known := attitudes()
	all := uint64(0)
	for t := d.first; t <= d.last && t < d.first+longest; t++ {
		all |= known[d.View.Lemma(t)]
	}
	root := known[d.View.Lemma(d.At)]
	object := known[d.View.Lemma(d.View.Object(d.At))]
	for k := all; k != 0; k &= k - 1 {
		c := uint64(bits.TrailingZeros64(k))
		d.add(learn.Key1(tAttitude, c), learn.Key3(tAttitudeDenied, c, d.denied, d.modal), learn.Key2(tAttitudeSubject, c, d.subject))
	}
	for k := root; k != 0; k &= k - 1 {
		c := uint64(bits.TrailingZeros64(k))
		d.add(learn.Key3(tRootAttitude, c, d.denied, d.modal), learn.Key3(tTwoAttitudes, c, d.subject, d.denied))
		for o := object; o != 0; o &= o - 1 {
			d.add(learn.Key3(tTwoAttitudes, c, 64+uint64(bits.TrailingZeros64(o)), d.denied))
		}
	}
	d.add(learn.Key1(tManyAttitudes, all))
}

// Extent is the words of the clause within its part of the quote, without the
// clauses joined to it behind.
func (c *Clause) Extent() (first, last news.TokenID) {
	v := c.View
	first, last = v.Extent(c.At)
	for k := v.Kid(c.At); k != 0; k = v.Next(k) {
		r := v.Rel(k)
		if r != news.Conj && r != news.Parataxis || !v.Predicate(k) || v.Child(k, news.Nsubj, news.NsubjPass) == 0 {
			continue
		}
		lo, hi := v.Extent(k)
		if k > c.At && lo > c.At {
			last = min(last, lo-1)
		} else if k < c.At && hi < c.At {
			first = max(first, hi+1)
		}
	}
	first = max(first, v.TokenAt(c.Part.Start))
	last = min(last, v.TokenAt(c.Part.End-1))
	for last > first && v.UPOS(last) == news.PUNCT {
		last--
	}
	return first, max(first, last)
}

// subject is the kind of the subject of c.
func (c *Clause) subject() uint64 {
	v := c.View
	s := v.Subject(c.At)
	if s == 0 {
		if v.Child(c.At, news.Expl) != 0 {
			return thereSubject
		}
		return noSubject
	}
	if v.UPOS(s) == news.PRON || v.UPOS(s) == news.DET {
		switch v.Lemma(s) {
		case "i":
			return iSubject
		case "we":
			return weSubject
		case "you":
			return youSubject
		case "it", "this", "that", "these", "those", "which", "what":
			if c.Self {
				return selfSubject
			}
			return itSubject
		}
	}
	if c.Self {
		return selfSubject
	}
	switch v.UPOS(s) {
	case news.PRON, news.DET:
		return theySubject
	case news.VERB:
		return clauseSubject
	}
	switch k, _ := v.Names(s); k {
	case news.Person:
		return personSubject
	case news.State:
		return stateSubject
	case news.Organization:
		return bodySubject
	case news.Place:
		return placeSubject
	}
	return nounSubject
}

func bit(b bool) uint64 {
	if b {
		return 1
	}
	return 0
}
