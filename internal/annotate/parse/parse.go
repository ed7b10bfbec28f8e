// Package parse draws the grammar of each sentence: which word depends on
// which, and how.
//
//	said(root) -nsubj-> Brenn     said -ccomp-> fly -nsubj-> envoys
//
// In go sentences, tags and forms; out comes one Arc a token, in the relations
// of Universal Dependencies, every sentence a tree with one root. The sentence
// is read once from left to right with a stack (the arc-hybrid system of
// Kuhlmann, Gómez-Rodríguez and Satta, 2011); one linear model picks each move,
// another names the arcs. Arcs that cross are never drawn. It does not correct tags, does
// not know what a word means, and does not look back: package revise does.
package parse

import (
	"fmt"
	"math"

	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/learn"
	"rapporteur/internal/news"
	"rapporteur/internal/par"
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
	sure  [4 << 13]news.Rel // by Way of the arc: the relation where there is but one
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
	err = par.All(
		func() (err error) { p.moves, err = f.Narrow("moves"); return err },
		func() (err error) { p.names, err = f.Linear("names"); return err })
	if err != nil {
		return nil, err
	}
	if p.names.Classes() != len(p.rels) || len(p.rels) == 0 {
		return nil, fmt.Errorf("parser: %d relations do not fit %d classes", len(p.rels), p.names.Classes())
	}
	return p, p.readSure(f)
}

// readSure reads triples of bytes: a Way in two, a relation.
func (p *Parser) readSure(f *learn.File) error {
	raw, err := f.Data("sure")
	if err != nil {
		return err
	}
	for ; len(raw) >= 3; raw = raw[3:] {
		way := int(raw[0]) | int(raw[1])<<8
		if way >= len(p.sure) || int(raw[2]) >= len(news.RelNames) {
			return fmt.Errorf("parser: way %d to relation %d", way, raw[2])
		}
		p.sure[way] = news.Rel(raw[2])
	}
	return nil
}

// Arcs reads Sentences and Tags; returns the Arcs layer, filled for the
// sentences given. forms are those of the tokens.
func (p *Parser) Arcs(a *news.Analysis, forms []lex.Form, of []news.Sentence) []news.Arc {
	out := make([]news.Arc, len(a.Tokens))
	var scores learn.Scores
	var st State
	var w whole
	for _, s := range of {
		first, last := int(s.First-1), int(s.Last)
		w.enter(forms[first:last], a.Tags[first:last])
		p.draw(&st, w.forms, w.tags, &scores)
		w.draw(&st, out[first:last], first)
	}
	return out
}

// draw makes the moves for a sentence.
func (p *Parser) draw(st *State, forms []lex.Form, tags []news.Tag, scores *learn.Scores) {
	st.Enter(forms, tags)
	for !st.Done() {
		k, only := st.only()
		if !only {
			k = st.best(p.moves.Scores(st.Features()))
		}
		st.Do(k, p.relation(st, k, scores))
	}
}

// Tree is the tree of one sentence as drawn: the places of heads, that of the root
// behind the last word, and relations.
func (p *Parser) Tree(forms []lex.Form, tags []news.Tag) (heads []int32, rels []news.Rel) {
	var st State
	var scores learn.Scores
	p.draw(&st, forms, tags, &scores)
	for i := range forms {
		heads, rels = append(heads, st.nodes[i].head), append(rels, st.nodes[i].rel)
	}
	return heads, rels
}

// relation names the arc that a move of kind k would draw.
func (p *Parser) relation(st *State, k Kind, scores *learn.Scores) news.Rel {
	if k == Shift || st.toRoot(k) {
		return news.Root
	}
	if r := p.sure[st.Way(k)]; r != news.NoRel {
		return r
	}
	p.names.Scores(st.ArcFeatures(k), scores)
	return p.rels[p.names.Best(scores)]
}

// only is the one move that is possible, if there is but one: at the beginning of
// a sentence and at its end the model need not be asked.
func (st *State) only() (k Kind, only bool) {
	switch can := st.Allowed(); can {
	case [3]bool{Shift: true}:
		return Shift, true
	case [3]bool{Left: true}:
		return Left, true
	case [3]bool{Right: true}:
		return Right, true
	}
	return Shift, false
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
