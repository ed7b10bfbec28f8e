package name

import (
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
	keys        []uint32
	first, last int
	loud        uint64
}

// NewWindow makes the Window of one report, whose layers up to Tags are there.
func NewWindow(l *lex.Lexicon, known *learn.Linear, a *news.Analysis, forms []lex.Form) *Window {
	w := &Window{a: a, forms: forms, Labels: make([]Label, len(forms)), facts: make([]fact, len(forms))}
	w.word = func(i int) string { return a.Tokens[i].Span.Of(a.Doc.Text) }
	for _, s := range a.Sentences {
		w.look(l, known, int(s.First-1), int(s.Last))
	}
	return w
}

// look asks the lexicon about the tokens of one sentence.
func (w *Window) look(l *lex.Lexicon, known *learn.Linear, first, last int) {
	office, hints := first, lex.AllHints()
	for i := first; i < last; i++ {
		f := &w.facts[i]
		if w.forms[i].Marks&(lex.Title|lex.Upper) != 0 {
			if e, n := l.Name(i, last, w.word); e != nil && (f.class == lex.None || n > 1) {
				for k := range n {
					w.facts[i+k].class, w.facts[i+k].begins, w.facts[i+k].weak = e.Class, k == 0, e.Weak
				}
			}
			f.hint = hint(hints, known, &w.forms[i])
			_, f.given = l.Given(w.word(i))
			h := l.Honorific(w.word(i))
			f.honor, f.rank = h != nil, h != nil && h.Rank != ""
		}
		if i >= office && w.forms[i].Marks&lex.Punct == 0 {
			if o, n := l.Office(i, last, w.word); o != nil {
				office = i + n
				w.facts[i+n-1].office = true
			}
		}
	}
}

// Enter moves to the sentence of tokens first up to last.
func (w *Window) Enter(first, last int) {
	w.first, w.last = first, last
	w.loud = loudness(w.forms[first:last])
}

// loudness is 1 in sentences written in capitals, 2 in title case.
func loudness(forms []lex.Form) uint64 {
	upper, title, small := 0, 0, 0
	for i := range forms {
		switch m := forms[i].Marks; {
		case m&lex.Upper != 0:
			upper++
		case m&lex.Title != 0:
			title++
		case m&lex.Small != 0:
			small++
		}
	}
	switch words := upper + title + small; {
	case words < 3:
		return 0
	case upper*5 > words*4:
		return 1
	case small*2 < words:
		return 2
	}
	return 0
}

// before is the label of the d-th token before i in the sentence.
func (w *Window) before(i, d int) Label {
	if i-d < w.first {
		return Outside
	}
	return w.Labels[i-d]
}

// Plain reports whether token i, with no name open before it, is a small word
// of a kind that begins no name; it is not scored, only passed over.
func (w *Window) Plain(i int) bool {
	if w.forms[i].Marks&(lex.Title|lex.Upper|lex.Digit) != 0 || w.before(i, 1).open() {
		return false
	}
	switch w.a.Tags[i].UPOS {
	case news.NOUN, news.PROPN, news.ADJ, news.X, news.NUM:
		return false
	}
	return true
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

var edges = [2]lex.Form{edge(1), edge(2)}

func edge(n uint64) lex.Form {
	h := learn.Stir(n)
	return lex.Form{Word: h, Lower: h, Shape: h, Suffix: [4]uint64{h, h, h, h}, Prefix: [3]uint64{h, h, h}}
}

// Features lists the features of token i; with memory, also what the first
// reading said of the same word. The slice is used again.
func (w *Window) Features(i int, memory bool) []uint32 {
	f, p, n := w.at(i), w.at(i-1), w.at(i+1)
	pp, nn := w.at(i-2), w.at(i+2)
	t1, t2 := uint64(w.before(i, 1)), uint64(w.before(i, 2))
	x0, x1, xn := w.tag(i), w.tag(i-1), w.tag(i+1)
	l0, l1, ln := w.fact(i), w.fact(i-1), w.fact(i+1)
	g0, g1, gn := w.hint(i), w.hint(i-1), w.hint(i+1)
	start := uint64(0)
	if i == w.first {
		start = 1
	}
	k := append(w.keys[:0],
		learn.Key1(1, t1),
		learn.Key2(2, t1, t2),
		learn.Key1(3, f.Word),
		learn.Key1(4, f.Lower),
		learn.Key2(5, f.Lower, t1),
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
		learn.Key2(16, f.Suffix[1], t1),
		learn.Key1(17, f.Suffix[2]),
		learn.Key1(18, f.Suffix[3]),
		learn.Key1(19, f.Prefix[1]),
		learn.Key1(20, f.Prefix[2]),
		learn.Key2(21, x0, t1),
		learn.Key3(22, x1, x0, xn),
		learn.Key2(23, xn, w.tag(i+2)),
		learn.Key2(24, l0, t1),
		learn.Key2(25, l0, uint64(f.Marks)<<2|w.loud),
		learn.Key3(26, l1, l0, ln),
		learn.Key2(27, l0, ln),
		learn.Key2(28, l1, t1),
		learn.Key2(29, p.Lower, t1),
		learn.Key2(30, n.Lower, t1),
		learn.Key2(31, pp.Lower, p.Lower),
		learn.Key2(32, n.Lower, nn.Lower),
		learn.Key3(33, f.Shape, p.Lower, t1),
		learn.Key3(34, f.Shape, n.Lower, t1),
		learn.Key2(35, n.Suffix[2], f.Shape),
		learn.Key2(36, uint64(f.Marks), uint64(n.Marks)<<8|uint64(p.Marks)),
		learn.Key2(37, x0, f.Shape),
		learn.Key2(38, w.fact(i-2), l1),
		learn.Key2(39, f.Suffix[2], f.Shape),
		learn.Key2(41, g0, t1),
		learn.Key3(42, g1, g0, gn),
		learn.Key2(43, g0, f.Shape),
		learn.Key2(44, g0, gn),
		learn.Key2(45, g1, g0),
		learn.Key2(46, g0&63, l0),
		learn.Key3(47, g0&63, gn&63, t1),
		learn.Key3(48, p.Lower, g0&63, gn&63),
	)
	if memory {
		m := w.memory.of(f.Word)
		k = append(k,
			learn.Key2(60, m, uint64(f.Marks)),
			learn.Key2(61, m, t1),
			learn.Key2(62, w.memory.of(p.Word), m),
			learn.Key2(63, m, w.memory.of(n.Word)),
			learn.Key2(64, uint64(w.memory.small(f)), f.Shape),
		)
	}
	w.keys = k
	return k
}
