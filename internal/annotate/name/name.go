// Package name finds the names of people, organizations and places.
//
//	Tovian Foreign Minister Ada Brenn flew to Lower Mirenia for the Sable Pact .
//	[demonym]               [person]          [place]           [organization]
//
// In go tokens, sentences, tags and forms; out come mentions without their
// titles, in order and apart. Each token gets a label (beginning, inside, last,
// whole of a name of one of three kinds, or none) from a linear model, from
// left to right; the report is read twice, the second time with what the first
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

// follows[a] lists the labels that may stand behind a.
var follows = func() (t [Labels][]Label) {
	for a := range t {
		for b := range Label(Labels) {
			if Follows(Label(a), b) {
				t[a] = append(t[a], b)
			}
		}
	}
	return t
}()

// ends[a] lists those that may stand there when the sentence ends with them.
var ends = func() (t [Labels][]Label) {
	for a, all := range follows {
		for _, b := range all {
			if !b.open() {
				t[a] = append(t[a], b)
			}
		}
	}
	return t
}()

// Choices lists the labels that may stand behind a; at the last token of a
// sentence no name stays open.
func Choices(a Label, last bool) []Label {
	if last {
		return ends[a]
	}
	return follows[a]
}

// Namer is the loaded model, safe for use by several goroutines at once.
type Namer struct {
	first, second *learn.Linear
	known         *learn.Linear // words of known names
	lex           *lex.Lexicon
}

// New reads the model out of its weight file.
func New(f *learn.File) (*Namer, error) {
	n := &Namer{lex: lex.Default()}
	var err error
	if n.first, err = f.Linear("first"); err != nil {
		return nil, err
	}
	if n.second, err = f.Linear("second"); err != nil {
		return nil, err
	}
	if n.known, err = f.Linear("known"); err != nil {
		return nil, err
	}
	if n.known.Classes() != KnownClasses {
		return nil, fmt.Errorf("namer: known names of %d classes", n.known.Classes())
	}
	if n.first.Classes() != Labels || n.second.Classes() != Labels {
		return nil, fmt.Errorf("namer: %d and %d classes, want %d", n.first.Classes(), n.second.Classes(), Labels)
	}
	return n, nil
}

// Names reads Tokens, Sentences and Tags; returns the names and demonyms of
// the report as Mentions.
func (n *Namer) Names(a *news.Analysis, forms []lex.Form) []news.Mention {
	w := NewWindow(n.lex, n.known, a, forms)
	n.pass(n.first, w, false)
	w.Remember()
	n.pass(n.second, w, true)
	n.borrow(w)
	w.people()
	return n.mentions(a, w)
}

// pass labels every sentence with m.
func (n *Namer) pass(m *learn.Linear, w *Window, memory bool) {
	var scores learn.Scores
	for _, s := range w.a.Sentences {
		w.Enter(int(s.First-1), int(s.Last))
		for i := w.first; i < w.last; i++ {
			if w.Plain(i) {
				w.Labels[i] = Outside
				continue
			}
			m.Scores(w.Features(i, memory), &scores)
			w.Labels[i] = pick(&scores, Choices(w.before(i, 1), i == w.last-1))
		}
	}
}

func pick(scores *learn.Scores, among []Label) Label {
	best := among[0]
	for _, l := range among[1:] {
		if scores[l] > scores[best] {
			best = l
		}
	}
	return best
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
