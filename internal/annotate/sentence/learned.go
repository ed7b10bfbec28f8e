package sentence

import (
	"fmt"

	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/learn"
	"rapporteur/internal/news"
)

// Splitter groups tokens into sentences with a model that has seen how writers
// leave out full stops and capitals; the rules of this package are one of its
// features. It is read-only and safe for use by several goroutines at once.
type Splitter struct{ m *learn.Narrow }

// New reads the model out of its weight file.
func New(f *learn.File) (*Splitter, error) {
	m, err := f.Narrow("ends")
	if err != nil {
		return nil, fmt.Errorf("sentences: %w", err)
	}
	return &Splitter{m}, nil
}

// Sentences reads Doc and Tokens; returns the Sentences layer. forms are those
// of the tokens. A nil Splitter goes by the rules alone.
func (s *Splitter) Sentences(a *news.Analysis, forms []lex.Form) []news.Sentence {
	if s == nil {
		return Sentences(a)
	}
	w := NewWindow(a, forms)
	return group(a, func(i, first, last int) bool {
		w.Enter(first, last)
		sum := s.m.Scores(w.Features(i))
		lead := sum[End] - sum[Inside]
		end := lead > 0
		if !terminal(w.rules.word(i)) && !w.rule(i) {
			end = lead > boldness
		}
		w.Decide(i, end)
		return end
	})
}

// boldness is by how much the model must prefer an end where no mark stands,
// so that a list of names in a report is not torn apart.
const boldness = 100

// The classes of the model.
const (
	Inside = iota
	End
)

// Window is one report as the Splitter sees it: the block it is in and where
// the current sentence began.
type Window struct {
	rules       grouper
	forms       []lex.Form
	first, last int // the block
	start       int // the first token of the current sentence
	quotes      int // quotation marks since then
	brackets    int // open brackets
	smallStarts int // sentences of this block that began with a small letter
	keys        []uint32
	asked       int // the place that the rules were last asked about, and
	answer      bool
}

// NewWindow makes the Window of one report.
func NewWindow(a *news.Analysis, forms []lex.Form) *Window {
	return &Window{rules: grouper{a: a}, forms: forms, last: -1, asked: -1}
}

// Enter moves to the block of tokens first to last, if it is another.
func (w *Window) Enter(first, last int) {
	if w.last == last {
		return
	}
	w.first, w.last, w.smallStarts = first, last, 0
	w.begin(first)
}

func (w *Window) begin(i int) {
	w.start, w.quotes, w.brackets = i, 0, 0
	if w.forms[i].Marks&lex.Small != 0 {
		w.smallStarts++
	}
}

// rule is what the rules say of the place behind token i.
func (w *Window) rule(i int) bool {
	if w.asked != i {
		w.asked, w.answer = i, w.rules.ends(i, w.last)
	}
	return w.answer
}

// Decide tells the Window whether a sentence ends behind token i.
func (w *Window) Decide(i int, end bool) {
	if end {
		if i < w.last {
			w.begin(i + 1)
		}
		return
	}
	switch w.rules.word(i) {
	case "\"", "“", "”", "''", "``":
		w.quotes++
	case "(", "[":
		w.brackets++
	case ")", "]":
		w.brackets--
	}
}

var edges = [2]lex.Form{{Word: 1, Lower: 1, Shape: 1}, {Word: 2, Lower: 2, Shape: 2}}

func (w *Window) at(i int) *lex.Form {
	switch {
	case i < w.first:
		return &edges[0]
	case i > w.last:
		return &edges[1]
	}
	return &w.forms[i]
}

// bucket puts a length into a few classes.
func bucket(n int) uint64 {
	switch {
	case n < 6:
		return uint64(n)
	case n < 12:
		return 6
	case n < 25:
		return 7
	case n < 50:
		return 8
	}
	return 9
}

// situation sums up what is known of the place behind token i beside the
// words: white space, the rules' opinion, open marks, style of the block.
func (w *Window) situation(i int) uint64 {
	s := uint64(0)
	if w.rules.gap(i) {
		s |= 1
	}
	if w.rule(i) {
		s |= 2
	}
	if w.quotes%2 == 1 {
		s |= 4
	}
	if w.brackets > 0 {
		s |= 8
	}
	return s
}

// Features lists the features of the place behind token i, which is not the
// last of its block. The slice is used again.
func (w *Window) Features(i int) []uint32 {
	p, n, pp, nn := w.at(i), w.at(i+1), w.at(i-1), w.at(i+2)
	s := w.situation(i)
	gap := s & 3
	small := uint64(min(w.smallStarts, 2))
	long, rest := bucket(i-w.start+1), bucket(w.last-i)
	pm, nm := uint64(p.Marks), uint64(n.Marks)
	k := append(w.keys[:0],
		learn.Key1(1, s),
		learn.Key2(2, p.Word, gap),
		learn.Key2(3, n.Word, gap),
		learn.Key3(4, p.Lower, n.Lower, gap),
		learn.Key2(5, p.Shape, n.Shape),
		learn.Key3(6, p.Word, n.Shape, gap),
		learn.Key3(7, p.Shape, n.Word, gap),
		learn.Key2(8, pp.Shape, p.Word),
		learn.Key3(9, pp.Shape, p.Shape, n.Shape),
		learn.Key3(10, p.Shape, n.Shape, nn.Shape),
		learn.Key2(11, n.Word, nn.Lower),
		learn.Key2(12, pp.Lower, p.Lower),
		learn.Key3(13, p.Word, nm, s),
		learn.Key3(14, p.Word, nm, small<<8|gap),
		learn.Key3(15, pm<<8|nm, long, gap),
		learn.Key3(16, pm<<8|nm, rest, gap),
		learn.Key3(17, p.Word, long, nm),
		learn.Key2(18, nn.Shape, n.Word),
		learn.Key3(19, w.at(w.start).Shape, p.Shape, n.Shape),
		learn.Key2(20, w.at(w.start).Lower, p.Lower),
		learn.Key2(21, pp.Lower, n.Lower),
		learn.Key3(22, long, rest, gap<<8|pm),
		learn.Key3(23, w.at(i+3).Shape, nn.Shape, n.Shape),
		learn.Key3(24, w.at(i-2).Shape, pp.Shape, p.Shape),
	)
	w.keys = k
	return k
}
