// Package revise puts finished trees right.
//
//	fined -xcomp-> former -obl-> mayor   becomes   fined -obj-> mayor -amod-> former
//
// A parser decides with what stands left of a word; here the whole tree is known.
// In go sentences, tags, forms and the arcs that package parse has drawn. Each word
// may go to another head, all else staying as it is, where no arcs would cross; a
// linear model ranks these candidates, another names the arcs of those that have
// moved (tree revision: Attardi and Ciaramita, 2007; Hall and Novák, 2005). Rules
// then draw anew what no English tree can have. AtOdds, behind the names, also
// changes tags that the tree speaks against. What is not known better stays.
package revise

import (
	"fmt"

	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/learn"
	"rapporteur/internal/news"
)

// Reviser is the loaded model, safe for use by several goroutines at once. The
// zero Reviser knows the rules alone.
type Reviser struct {
	heads *Heads // nil for the rules alone
	names *learn.Linear
	rels  []news.Rel // what the classes of names stand for
}

// Heads finds heads anew.
type Heads struct {
	Rank   *learn.Narrow // by Kind: on which of its candidates a word hangs
	Steady Steady
	Lean   int32 // by how much another head must be better than the present one
}

// Steady says of words, by what they are and how they hang on their head, whether
// a parser nearly always has that right, so that it need not be looked at again.
type Steady [64 * 32]bool

// Place is where a Steady has words of part of speech u under relation r.
func Place(r news.Rel, u news.UPOS) int { return int(r&63)<<5 | int(u&31) }

// Sure is what s says of word i of t.
func (s *Steady) Sure(t *Tree, i int32) bool { return s[Place(t.nodes[i].rel, t.nodes[i].upos)] }

// New reads the model out of its weight file.
func New(f *learn.File) (*Reviser, error) {
	r := &Reviser{}
	raw, err := f.Data("relations")
	if err != nil {
		return nil, err
	}
	for _, b := range raw {
		if int(b) >= len(news.RelNames) {
			return nil, fmt.Errorf("reviser: relation %d", b)
		}
		r.rels = append(r.rels, news.Rel(b))
	}
	if r.heads, err = readHeads(f); err != nil {
		return nil, err
	}
	if r.names, err = f.Linear("names"); err != nil {
		return nil, err
	}
	if r.names.Classes() != len(r.rels) || len(r.rels) == 0 {
		return nil, fmt.Errorf("reviser: %d relations do not fit %d classes", len(r.rels), r.names.Classes())
	}
	return r, nil
}

// readHeads reads the sections by which heads are found.
func readHeads(f *learn.File) (h *Heads, err error) {
	h = &Heads{}
	steady, err := f.Data("steady")
	if err != nil {
		return nil, err
	}
	lean, err := f.Data("lean")
	if err != nil {
		return nil, err
	}
	if len(steady) != len(h.Steady) || len(lean) != 1 {
		return nil, fmt.Errorf("reviser: %d kinds of arcs, %d leanings, want %d and 1", len(steady), len(lean), len(h.Steady))
	}
	for i, b := range steady {
		h.Steady[i] = b != 0
	}
	h.Lean = int32(lean[0])
	h.Rank, err = f.Narrow("rank")
	return h, err
}

// Revise puts the arcs of a right in the sentences given; forms are those of its
// tokens. It reads Tags.
func (r *Reviser) Revise(a *news.Analysis, forms []lex.Form, of []news.Sentence) {
	var t Tree
	var scores learn.Scores
	for _, s := range of {
		first, last := int(s.First-1), int(s.Last)
		t.read(forms[first:last], a.Tags[first:last], a.Arcs[first:last], first)
		if r.heads != nil {
			r.heads.Settle(&t)
			r.name(&t, &scores)
		}
		t.mend()
		t.write(a.Arcs[first:last], first)
	}
}

// Settle hangs words of t on other heads where these have a higher score.
func (h *Heads) Settle(t *Tree) {
	for i := range t.Each() {
		if h.Steady.Sure(t, i) {
			continue
		}
		if best := h.best(t, i); best != none && best != t.nodes[i].head {
			t.Hang(i, best)
		}
	}
}

// best is the candidate of word i with the highest score, none where it has none.
func (h *Heads) best(t *Tree, i int32) int32 {
	of, best, top := t.Kind(i), none, int32(0)
	candidates := t.Candidates(i)
	if len(candidates) == 1 {
		return candidates[0].Head
	}
	for _, c := range candidates {
		s := h.Rank.Scores(t.Features(i, c))[of]
		if c.Head == t.nodes[i].head {
			s += h.Lean
		}
		if best == none || s > top {
			best, top = c.Head, s
		}
	}
	return best
}

// name names the arcs of the words that hang elsewhere than before.
func (r *Reviser) name(t *Tree, scores *learn.Scores) {
	for i := range t.root() {
		if n := &t.nodes[i]; n.moved {
			r.names.Scores(t.NameFeatures(i), scores)
			n.rel = r.rels[r.names.Best(scores)]
		}
	}
}
