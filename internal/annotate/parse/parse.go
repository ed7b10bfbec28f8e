// Package parse draws the grammar of each sentence: which word depends on
// which, and how.
//
//	said(root) -nsubj-> Brenn     said -ccomp-> fly -nsubj-> envoys
//
// In go sentences, tags and forms; out comes one Arc a token, in the relations
// of Universal Dependencies, every sentence a tree with one root. The sentence
// is read once from left to right with a stack (the arc-hybrid system of
// Kuhlmann, Gómez-Rodríguez and Satta, 2011); a linear model picks each move.
// Arcs that cross are never drawn. It does not correct tags and does not know
// what a word means.
package parse

import (
	"fmt"
	"math"

	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/learn"
	"rapporteur/internal/news"
)

// Kind is what a move does.
type Kind uint8

// The kinds of move.
const (
	Shift Kind = iota // the next word goes on the stack
	Left              // the top of the stack depends on the next word
	Right             // the top of the stack depends on the word below it
)

// Parser is the loaded model, safe for use by several goroutines at once.
type Parser struct {
	moves *learn.Narrow
	rels  []news.Rel // what the classes of names stand for
	names *learn.Linear
}

// New reads the parser out of its weight file.
func New(f *learn.File) (*Parser, error) {
	p := &Parser{}
	raw, err := f.Data("relations")
	if err != nil {
		return nil, err
	}
	for _, r := range raw {
		if int(r) >= len(news.RelNames) {
			return nil, fmt.Errorf("parser: relation %d", r)
		}
		p.rels = append(p.rels, news.Rel(r))
	}
	if p.moves, err = f.Narrow("moves"); err != nil {
		return nil, err
	}
	if p.names, err = f.Linear("names"); err != nil {
		return nil, err
	}
	if p.names.Classes() != len(p.rels) || len(p.rels) == 0 {
		return nil, fmt.Errorf("parser: %d relations do not fit %d classes", len(p.rels), p.names.Classes())
	}
	return p, nil
}

// Arcs reads Sentences and Tags; returns the Arcs layer. forms are those of
// the tokens.
func (p *Parser) Arcs(a *news.Analysis, forms []lex.Form) []news.Arc {
	out := make([]news.Arc, len(a.Tokens))
	scores := make([]int32, len(p.rels))
	var st State
	for _, s := range a.Sentences {
		first, last := int(s.First-1), int(s.Last)
		st.Enter(forms[first:last], a.Tags[first:last])
		for !st.Done() {
			k := st.best(p.moves.Scores(st.Features()))
			st.Do(k, p.relation(&st, k, scores))
		}
		for i := range last - first {
			out[first+i] = news.Arc{Rel: st.nodes[i].rel}
			if h := st.nodes[i].head; h != st.root() {
				out[first+i].Head = news.TokenID(first + int(h) + 1)
			}
		}
	}
	for i := range out {
		if out[i].Head == 0 {
			out[i].Rel = news.Root
		}
	}
	return out
}

// relation names the arc that a move of kind k would draw.
func (p *Parser) relation(st *State, k Kind, scores []int32) news.Rel {
	if k == Shift || st.toRoot(k) {
		return news.Root
	}
	p.names.Scores(st.ArcFeatures(k), scores)
	return p.rels[learn.Best(scores)]
}

// best is the possible move with the highest score.
func (st *State) best(scores [learn.NarrowClasses]int32) Kind {
	can := st.Allowed()
	best, top := Shift, int32(math.MinInt32)
	for k, s := range scores {
		if can[k] && s > top {
			best, top = Kind(k), s
		}
	}
	return best
}
