package nugget

import (
	"embed"
	"math/bits"
	"sync"

	"rapporteur/internal/annotate/grammar"
	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/learn"
	"rapporteur/internal/news"
)

//go:embed data/kinds.txt
var files embed.FS

// kinds are the classes of the words of kinds.txt, a bit each in the order of the
// file, by lemma.
var kinds = sync.OnceValue(func() map[string]uint64 {
	m, err := lex.Classes(files, "data/kinds.txt")
	if err != nil {
		panic(err) // a fault of the build; TestKinds finds it
	}
	return m
})

// roomy is how many features most words have at most.
const roomy = 256

// reach is how many words to either side are read.
const reach = 6

// Templates of features: equal values in different roles stay apart.
const (
	tAlways = iota
	tLemma
	tKind
	tTag
	tRelation
	tShape
	tDependent
	tDependentKind
	tKindDependent
	tOnlyDependent
	tHead
	tHeadKind
	tNext
	tNextTwo
	tBefore
	tBeforeTwo
	tAround
	tNear
	tNearKind
	tMarker
)

// Features appends the features of word t of v to out.
func Features(v *grammar.View, t news.TokenID, out []uint32) []uint32 {
	d := word{v: v, at: t, lemma: learn.HashWord(v.Lemma(t)), kinds: kinds()[v.Lemma(t)], known: kinds(), out: out}
	d.itself()
	d.dependents()
	d.head()
	d.window()
	return d.out
}

// word is a word whose features are being collected.
type word struct {
	v     *grammar.View
	at    news.TokenID
	lemma uint64
	kinds uint64
	known map[string]uint64
	out   []uint32
}

func (d *word) add(keys ...uint32) { d.out = append(d.out, keys...) }

// each calls do with every class of kinds.
func each(kinds uint64, do func(k uint64)) {
	for ; kinds != 0; kinds &= kinds - 1 {
		do(uint64(bits.TrailingZeros64(kinds)))
	}
}

// itself adds what the word is.
func (d *word) itself() {
	v, t := d.v, d.at
	tag, rel := uint64(v.Tag(t).XPOS), uint64(v.Rel(t))
	shape := uint64(0)
	for i, has := range [...]bool{
		v.Passive(t), v.Negated(t), v.Modal(t) != "", v.Object(t) != 0, v.Child(t, news.Nsubj, news.NsubjPass) != 0,
		v.Child(t, news.Det) != 0, v.Child(t, news.NmodPoss) != 0, v.Child(t, news.Amod, news.Compound) != 0, v.QuoteOf(t) != 0,
	} {
		if has {
			shape |= 1 << i
		}
	}
	d.add(learn.Key1(tAlways, uint64(v.UPOS(t))), learn.Key2(tLemma, d.lemma, uint64(v.UPOS(t))), learn.Key1(tTag, tag),
		learn.Key2(tTag, tag, d.lemma), learn.Key2(tRelation, rel, tag), learn.Key2(tRelation, rel, d.lemma),
		learn.Key1(tShape, shape), learn.Key1(tMarker, learn.HashWord(v.Marker(t))), learn.Key2(tMarker, learn.HashWord(v.Marker(t)), d.lemma))
	each(d.kinds, func(k uint64) {
		d.add(learn.Key2(tKind, k, uint64(v.UPOS(t))))
	})
}

// dependents adds who and what hang on the word, and how.
func (d *word) dependents() {
	v, t := d.v, d.at
	for k := v.Kid(t); k != 0; k = v.Next(k) {
		switch r := v.Rel(k); r {
		case news.Punct, news.Cc, news.Parataxis, news.Nsubj, news.NsubjPass:
		default:
			d.dependent(uint64(r), learn.HashWord(v.Marker(k)), k)
		}
	}
	if v.UPOS(t) == news.VERB {
		passive := uint64(0)
		if v.Passive(t) {
			passive = 1
		}
		d.dependent(200+passive, 0, v.Subject(t))
		if o := v.Object(t); o != 0 && v.Head(o) != t {
			d.dependent(uint64(news.Obj), 0, o)
		}
	}
}

// dependent adds dependent k, which hangs on the word by relation r under marker m.
func (d *word) dependent(r, m uint64, k news.TokenID) {
	l := learn.HashWord(d.v.Gist(k))
	r ^= m
	d.add(learn.Key3(tDependent, r, l, d.lemma), learn.Key2(tOnlyDependent, r, l), learn.Key2(tDependent, r, d.lemma))
	of := d.known[d.v.Lemma(k)]
	each(d.kinds, func(own uint64) {
		d.add(learn.Key2(tKindDependent, r, own))
	})
	each(of, func(its uint64) {
		d.add(learn.Key2(tDependentKind, r, its))
	})
}

// head adds what the word hangs on.
func (d *word) head() {
	v, t := d.v, d.at
	h, r := v.Head(t), uint64(v.Rel(t))
	if h == 0 {
		return
	}
	l := learn.HashWord(v.Gist(h))
	d.add(learn.Key2(tHead, r, l), learn.Key3(tHead, r, l, d.lemma))
	each(d.known[v.Lemma(h)], func(its uint64) {
		d.add(learn.Key2(tHeadKind, r, its), learn.Key3(tHeadKind, r, its, d.lemma))
	})
}

// window adds the words around.
func (d *word) window() {
	v, t := d.v, d.at
	s := v.A.Sentence(v.SentenceOf(t))
	at := func(i news.TokenID) uint64 {
		if s == nil || i < s.First || i > s.Last {
			return 0
		}
		return learn.HashWord(v.Gist(i))
	}
	b2, b1, n1, n2 := at(t-2), at(t-1), at(t+1), at(t+2)
	d.add(learn.Key2(tNext, d.lemma, n1), learn.Key3(tNextTwo, d.lemma, n1, n2), learn.Key2(tBefore, b1, d.lemma),
		learn.Key3(tBeforeTwo, b2, b1, d.lemma), learn.Key3(tAround, b1, d.lemma, n1), learn.Key1(tNext, n1), learn.Key1(tBefore, b1))
	if s == nil {
		return
	}
	near := uint64(0)
	for i := max(s.First, t-reach); i <= min(s.Last, t+reach); i++ {
		if i == t || v.UPOS(i) == news.PUNCT {
			continue
		}
		side := uint64(0)
		if i > t {
			side = 1
		}
		d.add(learn.Key2(tNear, learn.HashWord(v.Gist(i)), side))
		near |= d.known[v.Lemma(i)]
	}
	each(near, func(its uint64) {
		d.add(learn.Key1(tNearKind, its))
	})
}
