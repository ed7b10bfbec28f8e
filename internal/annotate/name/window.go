package name

import (
	mathbits "math/bits"
	"slices"

	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/learn"
	"rapporteur/internal/news"
)

// fact is what the lexicon says of a token.
type fact struct {
	class  lex.Class // of the longest entry over the token
	begins bool      // the entry begins here
	weak   bool
	given  bool // a given name
	honor  bool // an honorific
	rank   bool // one that is a rank
	office bool // the last word of an office or role
	hint   uint64
	small  uint64 // how often the word stands in small letters
	kinds  uint32 // of the phrase of the lists over the token, a bit a kind
	place  uint8  // in that phrase
}

// smallHint marks the hints of words in small letters.
const smallHint = 1 << 7

// phrase is what the lists say of the token as one number.
func (f *fact) phrase() uint64 {
	if f.kinds == 0 {
		return 0
	}
	return uint64(f.kinds)<<2 | uint64(f.place)
}

// code is f as one number.
func (f fact) code() uint64 {
	c := uint64(f.class) << 5
	for i, b := range [...]bool{f.begins, f.weak, f.given, f.honor, f.office} {
		if b {
			c |= 1 << i
		}
	}
	return c
}

// Window is one report as the namer sees it.
type Window struct {
	Labels []Label

	a           *news.Analysis
	forms       []lex.Form
	facts       []fact
	memory      memory
	word        func(int) string
	initials    []uint64 // words that stand in brackets behind what they are the initials of
	bodies      []uint64 // of those, the words that name organizations
	keys        []uint32
	lattice     learn.Lattice
	kept        []int32 // what the second reading makes of each token, by label, without memory
	first, last int
	loud        uint64
}

// NewWindow makes the Window of one report, whose layers up to Tags are there.
func NewWindow(l *lex.Lexicon, words Words, a *news.Analysis, forms []lex.Form) *Window {
	w := &Window{a: a, forms: forms, Labels: make([]Label, len(forms)), facts: make([]fact, len(forms))}
	w.word = func(i int) string { return a.Tokens[i].Span.Of(a.Doc.Text) }
	k := look{w: w, lexicon: l, hints: lex.AllHints(), lists: lists(), words: words}
	for _, s := range a.Sentences {
		k.sentence(int(s.First-1), int(s.Last))
		w.initialled(int(s.First-1), int(s.Last))
	}
	return w
}

// look asks the lexicon and the lists about tokens.
type look struct {
	w       *Window
	lexicon *lex.Lexicon
	hints   lex.Hints
	lists   *gazetteer
	words   Words
}

func (k *look) sentence(first, last int) {
	office, listed := first, first
	for i := first; i < last; i++ {
		f := &k.w.facts[i]
		form := &k.w.forms[i]
		f.hint, f.small = k.hint(form), bits(k.words.Small, form)
		if form.Marks&(lex.Title|lex.Upper) != 0 {
			k.capital(i, last)
		} else {
			f.hint |= smallHint
		}
		if i >= listed {
			listed = k.list(i, last)
		}
		if i >= office && form.Marks&lex.Punct == 0 {
			if o, n := k.lexicon.Office(i, last, k.w.word); o != nil {
				office = i + n
				k.w.facts[i+n-1].office = true
			}
		}
	}
}

// capital looks up token i, which begins with a capital.
func (k *look) capital(i, last int) {
	f := &k.w.facts[i]
	if e, n := k.lexicon.Name(i, last, k.w.word); e != nil && (f.class == lex.None || n > 1) {
		for j := range n {
			k.w.facts[i+j].class, k.w.facts[i+j].begins, k.w.facts[i+j].weak = e.Class, j == 0, e.Weak
		}
	}
	_, f.given = k.lexicon.Given(k.w.word(i))
	h := k.lexicon.Honorific(k.w.word(i))
	f.honor, f.rank = h != nil, h != nil && h.Rank != ""
}

// Unlist forgets what lists of names say of token i, as if it were in none.
func (w *Window) Unlist(i int) {
	f := &w.facts[i]
	f.kinds, f.place, f.given = 0, 0, false
	f.hint &= smallHint | hintCompany | hintBody | hintSite | hintPlace
}

// list looks up the longest phrase of the lists at token i and returns what is
// next.
func (k *look) list(i, last int) int {
	if k.w.forms[i].Marks&lex.Punct != 0 {
		return i + 1
	}
	kinds, n := k.lists.phrases.Longest(i, last, k.w.word)
	for j := range n {
		f := &k.w.facts[i+j]
		f.kinds = kinds
		switch {
		case n == 1:
			f.place = Whole
		case j == 0:
			f.place = Begin
		case j == n-1:
			f.place = Last
		default:
			f.place = Inside
		}
	}
	return i + max(n, 1)
}

// Enter moves to the sentence of tokens first up to last.
func (w *Window) Enter(first, last int) {
	w.first, w.last = first, last
	w.loud = loudness(w.forms[first:last])
}

// loudness is how loud a sentence is to the namer: in title case where fewer than
// half of its words begin small.
func loudness(forms []lex.Form) uint64 { return lex.Loudness(forms, 2) }

// plain reports whether token i is a small word of a kind that begins no name.
func (w *Window) plain(i int) bool {
	if w.forms[i].Marks&(lex.Title|lex.Upper|lex.Digit) != 0 {
		return false
	}
	switch w.a.Tags[i].UPOS {
	case news.NOUN, news.PROPN, news.ADJ, news.X, news.NUM:
		return false
	}
	return true
}

// longestBridge is how many plain words may stand inside a name: "of the".
const longestBridge = 3

// Run finds the next tokens at or behind i, of the sentence entered, that are
// to be labelled together: words of which one may be in a name, with the plain
// words between them. All others are outside. first == last: there are none.
func (w *Window) Run(i int) (first, last int) {
	for i < w.last && w.plain(i) {
		i++
	}
	first, last = i, i
	for i < w.last && i-last <= longestBridge {
		if i++; !w.plain(i - 1) {
			last = i
		}
	}
	return first, last
}

// Allowed is the labels that token i of the run first to last may have, a bit
// a label: a plain word neither begins nor ends a name.
func (w *Window) Allowed(i, first, last int) uint32 {
	m := anyLabel
	if w.plain(i) {
		m = insideOnly
	}
	if i == first {
		m &^= insideOnly&^1 | lastOnly
	}
	if i == last-1 {
		m &^= openOnly
	}
	return m
}

// at is the form of token i, or one that stands for the edge.
func (w *Window) at(i int) *lex.Form {
	switch {
	case i < w.first:
		return &edges[0]
	case i >= w.last:
		return &edges[1]
	}
	return &w.forms[i]
}

func (w *Window) tag(i int) uint64 {
	if i < w.first || i >= w.last {
		return 99
	}
	return uint64(w.a.Tags[i].XPOS)
}

func (w *Window) fact(i int) uint64 {
	if i < w.first || i >= w.last {
		return 1 << 20
	}
	return w.facts[i].code()
}

func (w *Window) hint(i int) uint64 {
	if i < w.first || i >= w.last {
		return 1 << 20
	}
	return w.facts[i].hint
}

func (w *Window) phrase(i int) uint64 {
	if i < w.first || i >= w.last {
		return 1 << 40
	}
	return w.facts[i].phrase()
}

var edges = [2]lex.Form{edge(1), edge(2)}

func edge(n uint64) lex.Form {
	h := learn.Stir(n)
	return lex.Form{Word: h, Lower: h, Shape: h, Suffix: [4]uint64{h, h, h, h}, Prefix: [3]uint64{h, h, h}}
}

// inRun is how many words with a capital stand right before and right behind
// token i, up to 3 each; 0, 0 where it has none itself.
func (w *Window) inRun(i int) (before, behind uint64) {
	const capital = lex.Title | lex.Upper
	if w.forms[i].Marks&capital == 0 {
		return 0, 0
	}
	for k := i - 1; k >= w.first && before < 3 && w.forms[k].Marks&capital != 0; k-- {
		before++
	}
	for k := i + 1; k < w.last && behind < 3 && w.forms[k].Marks&capital != 0; k++ {
		behind++
	}
	return before, behind
}

// Features lists the features of token i; with memory, also what the first
// reading said of the same word. The slice is used again.
func (w *Window) Features(i int, memory bool) []uint32 {
	f, p, n := w.at(i), w.at(i-1), w.at(i+1)
	pp, nn := w.at(i-2), w.at(i+2)
	x0, x1, xn := w.tag(i), w.tag(i-1), w.tag(i+1)
	l0, l1, ln := w.fact(i), w.fact(i-1), w.fact(i+1)
	g0, g1, gn := w.hint(i), w.hint(i-1), w.hint(i+1)
	start := uint64(0)
	if i == w.first {
		start = 1
	}
	k := append(w.keys[:0],
		learn.Key1(1, 0),
		learn.Key1(3, f.Word),
		learn.Key1(4, f.Lower),
		learn.Key1(6, p.Lower),
		learn.Key1(7, n.Lower),
		learn.Key1(8, pp.Lower),
		learn.Key1(9, nn.Lower),
		learn.Key2(10, p.Lower, f.Lower),
		learn.Key2(11, f.Lower, n.Lower),
		learn.Key2(12, f.Shape, w.loud<<1|start),
		learn.Key2(13, p.Shape, f.Shape),
		learn.Key2(14, f.Shape, n.Shape),
		learn.Key3(15, p.Shape, f.Shape, n.Shape),
		learn.Key1(16, f.Suffix[1]),
		learn.Key1(17, f.Suffix[2]),
		learn.Key1(18, f.Suffix[3]),
		learn.Key1(19, f.Prefix[1]),
		learn.Key1(20, f.Prefix[2]),
		learn.Key1(21, x0),
		learn.Key3(22, x1, x0, xn),
		learn.Key2(23, xn, w.tag(i+2)),
		learn.Key1(24, l0),
		learn.Key2(25, l0, uint64(f.Marks)<<2|w.loud),
		learn.Key3(26, l1, l0, ln),
		learn.Key2(27, l0, ln),
		learn.Key2(28, l1, l0),
		learn.Key2(31, pp.Lower, p.Lower),
		learn.Key2(32, n.Lower, nn.Lower),
		learn.Key2(33, f.Shape, p.Lower),
		learn.Key2(34, f.Shape, n.Lower),
		learn.Key2(35, n.Suffix[2], f.Shape),
		learn.Key2(36, uint64(f.Marks), uint64(n.Marks)<<8|uint64(p.Marks)),
		learn.Key2(37, x0, f.Shape),
		learn.Key2(38, w.fact(i-2), l1),
		learn.Key2(39, f.Suffix[2], f.Shape),
		learn.Key1(41, g0),
		learn.Key3(42, g1, g0, gn),
		learn.Key2(43, g0, f.Shape),
		learn.Key2(44, g0, gn),
		learn.Key2(45, g1, g0),
		learn.Key2(46, g0&63, l0),
		learn.Key2(47, g0&63, gn&63),
		learn.Key3(48, p.Lower, g0&63, gn&63),
	)
	before, behind := w.inRun(i)
	k = append(k,
		learn.Key2(71, before, behind),
		learn.Key3(72, before, behind, g0&63),
		learn.Key3(73, g1&63, g0&63, before<<2|behind),
		learn.Key3(74, w.hint(i-2)&3, g1&3, (g0&3)<<2|gn&3),
		learn.Key2(75, before<<2|behind, f.Shape),
	)
	if slices.Contains(w.initials, f.Word) {
		k = append(k, learn.Key1(76, 1), learn.Key2(77, p.Lower, n.Lower))
	}
	fact := &w.facts[i]
	q0, cap := fact.phrase(), uint64(f.Marks&(lex.Title|lex.Upper|lex.Small))
	k = append(k,
		learn.Key2(49, fact.small, uint64(f.Marks)<<1|start),
		learn.Key3(50, q0, cap, fact.small),
		learn.Key2(51, q0, w.phrase(i+1)),
		learn.Key2(52, w.phrase(i-1), q0),
		learn.Key3(53, q0, p.Lower, cap),
		learn.Key3(54, q0, g0, cap),
	)
	for m := fact.kinds; m != 0; m &= m - 1 {
		k = append(k, learn.Key3(55, uint64(mathbits.TrailingZeros32(m)), uint64(fact.place), cap))
	}
	if memory {
		k = w.remembered(k, i)
	}
	w.keys = k
	return k
}

// remembered adds the features of token i by what the first reading said.
func (w *Window) remembered(k []uint32, i int) []uint32 {
	f, m := w.at(i), w.memory.of(w.at(i).Word)
	return append(k,
		learn.Key2(60, m, uint64(f.Marks)),
		learn.Key1(61, m),
		learn.Key2(62, w.memory.of(w.at(i-1).Word), m),
		learn.Key2(63, m, w.memory.of(w.at(i+1).Word)),
		learn.Key2(64, uint64(w.memory.small(f)), f.Shape),
	)
}
