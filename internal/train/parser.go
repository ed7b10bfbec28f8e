package train

import (
	"math"
	"math/rand/v2"
	"sync"

	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/annotate/parse"
	"rapporteur/internal/learn"
	"rapporteur/internal/news"
)

type parseOptions struct {
	epochs    int
	rare      uint8
	least     float32 // moves below this share of the largest weight are left out,
	leastName float32 // and names of arcs below this
	turns     int     // so many models, each from another order, are averaged
	explore   float64 // how often the model's own mistake is followed
	seed      uint64
	margin    float32 // by how much the right move and the right name must win
}

var parseDefaults = parseOptions{epochs: 8, rare: 3, least: 0.03, leastName: 0.03, turns: 2, explore: 0.9, seed: 3}

// list is o for the manifest.
func (o parseOptions) list() map[string]any {
	return map[string]any{"epochs": o.epochs, "rare": o.rare, "least": o.least, "leastName": o.leastName, "explore": o.explore, "seed": o.seed, "turns": o.turns, "margin": o.margin}
}

// tree is one sentence to learn from: tags as a tagger gives them that has not
// seen it, and the heads and relations of the treebank. The root is len(heads).
type tree struct {
	forms []lex.Form
	tags  []news.Tag
	heads []int32
	rels  []news.Rel
}

// trees makes the sentences of c ready; c has its predicted tags.
func (c corpus) trees() (out []tree) {
	for _, s := range c.sentences() {
		t := tree{forms: s.forms(), tags: s.r.tags[s.first:s.last]}
		for _, arc := range s.arcs() {
			h := int32(len(s.forms()))
			if arc.Head != 0 {
				h = int32(arc.Head) - 1 - int32(s.first)
			}
			t.heads, t.rels = append(t.heads, h), append(t.rels, arc.Rel)
		}
		out = append(out, t)
	}
	return out
}

// relations lists the relations of the trees but that of the root.
func relations(trees []tree) (rels []byte, of [256]int) {
	var seen [256]bool
	for _, t := range trees {
		for _, r := range t.rels {
			seen[r] = true
		}
	}
	for r, ok := range seen {
		of[r] = len(rels)
		if ok && news.Rel(r) != news.Root {
			rels = append(rels, byte(r))
		}
	}
	return rels, of
}

// trainParser learns the moves with a dynamic oracle (Goldberg and Nivre,
// 2013): at each configuration, also those that mistakes lead to, it knows
// which moves lose no further arc. Beside it, it learns to name the arcs.
func trainParser(trees []tree, o parseOptions) []learn.Section {
	rels, of := relations(trees)
	moves, names := make([]*learn.Trainer, o.turns), make([]*learn.Trainer, o.turns)
	var wg sync.WaitGroup
	for turn := range o.turns {
		wg.Go(func() {
			p := newParseTrainer(rels, of, o, turn)
			for epoch := range o.epochs {
				for _, n := range shuffled(len(trees), o.seed+uint64(turn), epoch) {
					p.learn(&trees[n], epoch)
				}
			}
			moves[turn], names[turn] = p.moves, p.names
		})
	}
	wg.Wait()
	return []learn.Section{
		{Name: "relations", Data: rels},
		{Name: "sure", Data: sureWays(trees)},
		{Name: "moves", Data: learn.Mean(moves...).AveragedNarrow(o.least).Append(nil)},
		{Name: "names", Data: learn.Mean(names...).Averaged(o.leastName).Append(nil)},
	}
}

// sureWays lists the ways that arcs of the trees go which nearly always have
// one relation, with that relation, as the parser reads them.
func sureWays(trees []tree) (out []byte) {
	const least, share = 300, 0.996
	counts := map[uint32][]int{}
	for _, t := range trees {
		for i, h := range t.heads {
			if int(h) == len(t.heads) {
				continue
			}
			kind := parse.Right
			if h > int32(i) {
				kind = parse.Left
			}
			way := uint32(parse.TagCode(t.tags[i]))<<2 | uint32(kind)
			if counts[way] == nil {
				counts[way] = make([]int, len(news.RelNames))
			}
			counts[way][t.rels[i]]++
		}
	}
	for _, way := range sortedKeys(counts) {
		total, best := 0, 0
		for r, n := range counts[way] {
			total += n
			if n > counts[way][best] {
				best = r
			}
		}
		if total >= least && float64(counts[way][best]) >= share*float64(total) {
			out = append(out, byte(way), byte(way>>8), byte(best))
		}
	}
	return out
}

// newParseTrainer makes the learner of one turn.
func newParseTrainer(rels []byte, of [256]int, o parseOptions, turn int) *parseTrainer {
	return &parseTrainer{
		o: o, rels: rels, of: of, rng: rand.New(rand.NewPCG(o.seed, 99+uint64(turn))),
		moves:  learn.NewTrainer(learn.NarrowClasses, o.rare),
		names:  learn.NewTrainer(len(rels), o.rare),
		scores: make([]float32, len(rels)),
	}
}

type parseTrainer struct {
	o            parseOptions
	rels         []byte   // class to relation
	of           [256]int // relation to class
	moves, names *learn.Trainer
	st           parse.State
	rng          *rand.Rand
	move         [learn.NarrowClasses]float32
	scores       []float32
}

// learn reads one sentence, correcting each wrong move and name.
func (p *parseTrainer) learn(t *tree, epoch int) {
	p.st.Enter(t.forms, t.tags)
	for !p.st.Done() {
		keys := p.st.Features()
		p.moves.Step()
		p.moves.Scores(keys, p.move[:])
		right, rival := p.choose(t)
		next := right
		if rival >= 0 && p.move[right]-p.move[rival] <= p.o.margin {
			p.moves.Update(keys, right, 1)
			p.moves.Update(keys, rival, -1)
		}
		if rival >= 0 && p.move[rival] > p.move[right] && epoch > 0 && p.rng.Float64() <= p.o.explore {
			next = rival
		}
		p.st.Do(parse.Kind(next), p.name(t, parse.Kind(next)))
	}
}

// choose is the best by the scores of the moves that cost least, and the best
// of the others; -1 when there are no others.
func (p *parseTrainer) choose(t *tree) (right, rival int) {
	cost, can := moveCosts(t, &p.st), p.st.Allowed()
	least := math.MaxInt
	for k, c := range cost {
		if can[k] {
			least = min(least, c)
		}
	}
	right, rival = -1, -1
	for k, s := range p.move {
		switch {
		case !can[k]:
		case cost[k] == least && (right < 0 || s > p.move[right]):
			right = k
		case cost[k] > least && (rival < 0 || s > p.move[rival]):
			rival = k
		}
	}
	return right, rival
}

// name names the arc that the move would draw, and learns from it when the
// arc is a true one.
func (p *parseTrainer) name(t *tree, k parse.Kind) news.Rel {
	if k == parse.Shift {
		return news.NoRel
	}
	child, head := p.st.Arc(k)
	if int(head) == len(t.heads) {
		return news.Root
	}
	keys := p.st.ArcFeatures(k)
	p.names.Scores(keys, p.scores)
	guess := argmax(p.scores)
	if t.heads[child] == head {
		p.names.Step()
		right := p.of[t.rels[child]]
		if rival := rivalOf(p.scores, right, nil); p.scores[right]-p.scores[rival] <= p.o.margin {
			p.names.Update(keys, right, 1)
			p.names.Update(keys, rival, -1)
		}
	}
	return news.Rel(p.rels[guess])
}

// moveCosts counts, for each kind of move, the true arcs that can no longer be
// drawn after it and still can be before. The root is place len(heads).
func moveCosts(t *tree, st *parse.State) (cost [3]int) {
	stack, next, root := st.Stack(), st.Next(), int32(len(t.heads))
	if len(stack) == 0 {
		return cost
	}
	s0 := stack[len(stack)-1]
	lost := 0 // dependents of the top among the words to come
	for d := next; d < root; d++ {
		if t.heads[d] == s0 {
			lost++
		}
	}
	cost[parse.Left], cost[parse.Right] = lost, lost
	h := t.heads[s0]
	below := int32(-1)
	if len(stack) > 1 {
		below = stack[len(stack)-2]
	}
	if h == below && below >= 0 || h > next {
		cost[parse.Left]++
	}
	if h >= next {
		cost[parse.Right]++
	}
	if next < root {
		cost[parse.Shift] = shiftCost(t, stack, next)
	}
	return cost
}

// shiftCost counts the true arcs between next and the stack that shifting it
// would lose: all to it as a dependent but from the top, and all from it.
func shiftCost(t *tree, stack []int32, next int32) (n int) {
	for i, s := range stack {
		if t.heads[s] == next {
			n++
		}
		if i < len(stack)-1 && t.heads[next] == s {
			n++
		}
	}
	return n
}
