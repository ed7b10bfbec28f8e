// Package name finds the names of people, organizations and places.
//
//	Tovian Foreign Minister Ada Brenn flew to Lower Mirenia for the Sable Pact .
//	[demonym]               [person]          [place]           [organization]
//
// In go tokens, sentences, tags and forms; out come mentions without their
// titles, in order and apart. Each token gets a label (beginning, inside, last,
// whole of a name of one of three kinds, or none), a run of words at a time, by
// the best way through the scores of a linear-chain model; the report is read twice, the second time with what the first
// said of the same words elsewhere in it, so that a surname follows its full
// name. States, and peoples, are told from other places by the lexicon. Who is
// who is not decided here.
package name

import (
	"fmt"

	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/learn"
	"rapporteur/internal/news"
)

// Class is what the model tells apart.
type Class uint8

// Classes of names.
const (
	PER Class = iota
	ORG
	LOC
	classes
)

// Label is the place of a token in a name. Outside is 0; the others are
// 1 + 4*class + place.
type Label uint8

// Labels says how many labels there are.
const Labels = 1 + 4*int(classes)

// Outside is the label of a token in no name.
const Outside Label = 0

// The places in a name.
const (
	Begin = iota
	Inside
	Last
	Whole
)

// LabelOf is the label of a place in a name of class c.
func LabelOf(c Class, place int) Label { return Label(1 + 4*int(c) + place) }

func (l Label) class() Class { return Class((l - 1) / 4) }
func (l Label) place() int   { return int(l-1) % 4 }

// open reports whether a name goes on behind l.
func (l Label) open() bool { return l != Outside && l.place() <= Inside }

// Follows reports whether b may stand behind a.
func Follows(a, b Label) bool {
	inside := b != Outside && (b.place() == Inside || b.place() == Last)
	if a.open() {
		return inside && a.class() == b.class()
	}
	return !inside
}

// Following has, for each label, the bits of those that may stand behind it.
var Following = func() []uint32 {
	t := make([]uint32, Labels)
	for a := range t {
		for b := range Label(Labels) {
			if Follows(Label(a), b) {
				t[a] |= 1 << b
			}
		}
	}
	return t
}()

// Sets of labels, a bit a label.
const (
	anyLabel   uint32 = 1<<Labels - 1
	insideOnly        = 1 | 1<<(1+Inside) | 1<<(5+Inside) | 1<<(9+Inside)
	lastOnly          = 1<<(1+Last) | 1<<(5+Last) | 1<<(9+Last)
	openOnly          = insideOnly&^1 | 1<<(1+Begin) | 1<<(5+Begin) | 1<<(9+Begin)
)

// Namer is the loaded model, safe for use by several goroutines at once.
type Namer struct {
	readings *learn.Twins // the first, and the second, which has memory
	words    Words
	lex      *lex.Lexicon
}

// New reads the model out of its weight file.
func New(f *learn.File) (*Namer, error) {
	n := &Namer{lex: lex.Default()}
	var err error
	if n.readings, err = f.Twins("first", "second"); err != nil {
		return nil, err
	}
	if n.words.Known, err = f.Linear("known"); err != nil {
		return nil, err
	}
	if n.words.Small, err = f.Linear("small"); err != nil {
		return nil, err
	}
	if n.words.Known.Classes() != KnownClasses {
		return nil, fmt.Errorf("namer: known names of %d classes", n.words.Known.Classes())
	}
	if k := n.readings.First.Labels(); k != Labels {
		return nil, fmt.Errorf("namer: %d labels, want %d", k, Labels)
	}
	return n, nil
}

// Names reads Tokens, Sentences and Tags; returns the names and demonyms of
// the report as Mentions.
func (n *Namer) Names(a *news.Analysis, forms []lex.Form) []news.Mention {
	w := NewWindow(n.lex, n.words, a, forms)
	w.readFirst(n.readings)
	w.datelines()
	w.Remember()
	w.readAgain(n.readings)
	w.datelines()
	w.wholes()
	w.mend()
	w.again()
	n.borrow(w)
	w.people()
	return n.mentions(a, w)
}

// LabelWith labels every sentence with m, which has no memory.
func (w *Window) LabelWith(m *learn.Chain) {
	w.label(&m.Order, func(i int, allowed uint32) { w.lattice.Add(m, w.Features(i, false), allowed) })
}

// readFirst labels every sentence, and keeps what the second reading makes of the same.
func (w *Window) readFirst(r *learn.Twins) {
	w.kept = make([]int32, len(w.forms)*Labels)
	w.label(&r.First, func(i int, allowed uint32) {
		w.lattice.AddFirst(r, w.Features(i, false), allowed, w.kept[i*Labels:(i+1)*Labels])
	})
}

// readAgain labels every sentence anew, minding what the first reading said.
func (w *Window) readAgain(r *learn.Twins) {
	w.label(&r.Second, func(i int, allowed uint32) {
		w.keys = w.remembered(w.keys[:0], i)
		w.lattice.AddSecond(r, w.kept[i*Labels:(i+1)*Labels], w.keys, allowed)
	})
}

// label labels every sentence, a run at a time; add scores a token of a run that may
// have the allowed labels.
func (w *Window) label(o *learn.Order, add func(i int, allowed uint32)) {
	clear(w.Labels)
	for _, s := range w.a.Sentences {
		w.Enter(int(s.First-1), int(s.Last))
		for first, last := w.Run(int(s.First - 1)); first < last; first, last = w.Run(last) {
			w.lattice.Empty()
			for i := first; i < last; i++ {
				add(i, w.Allowed(i, first, last))
			}
			for i, l := range w.lattice.Best(o) {
				w.Labels[first+i] = Label(l)
			}
		}
	}
}

// mentions turns the labels into Mentions.
func (n *Namer) mentions(a *news.Analysis, w *Window) []news.Mention {
	out := make([]news.Mention, 0, len(a.Tokens)/12+1)
	for s := range a.Sentences {
		first, last := int(a.Sentences[s].First-1), int(a.Sentences[s].Last)
		for i := first; i < last; {
			end := i + 1
			switch {
			case w.Labels[i] != Outside:
				for end < last && w.Labels[end-1].open() {
					end++
				}
				if w.Labels[i].class() == PER {
					end = w.joined(end, last)
				}
				out = append(out, n.mention(w, i, end, news.SentenceID(s+1)))
			case w.facts[i].class == lex.Demonym && w.facts[i].begins:
				for end < last && w.facts[end].class == lex.Demonym && !w.facts[end].begins && w.Labels[end] == Outside {
					end++
				}
				out = append(out, n.demonym(w, i, end, news.SentenceID(s+1)))
			}
			i = end
		}
	}
	return out
}

// mention is the name of tokens i up to end.
func (n *Namer) mention(w *Window, i, end int, s news.SentenceID) news.Mention {
	m := news.Mention{
		Span:  w.a.Tokens[i].Span.Cover(w.a.Tokens[end-1].Span),
		First: news.TokenID(i + 1), Last: news.TokenID(end),
		Sentence: s, Kind: kinds[w.Labels[i].class()], Form: news.Name,
	}
	e, k := n.lex.Name(i, end, w.word)
	if e == nil || i+k != end || e.Weak && w.Labels[i].class() == PER {
		return m
	}
	switch e.Class {
	case lex.State:
		m.Kind = news.State
	case lex.Demonym:
		m.Kind, m.Form = news.State, news.Demonym
	case lex.Armed:
		m.Kind = e.Kind
	}
	return m
}

func (n *Namer) demonym(w *Window, i, end int, s news.SentenceID) news.Mention {
	return news.Mention{
		Span:  w.a.Tokens[i].Span.Cover(w.a.Tokens[end-1].Span),
		First: news.TokenID(i + 1), Last: news.TokenID(end),
		Sentence: s, Kind: news.State, Form: news.Demonym,
	}
}

var kinds = [classes]news.Kind{news.Person, news.Organization, news.Place}
