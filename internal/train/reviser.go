package train

import (
	"errors"
	"sync"

	"rapporteur/internal/annotate/parse"
	"rapporteur/internal/annotate/revise"
	"rapporteur/internal/learn"
	"rapporteur/internal/news"
)

type reviseOptions struct {
	epochs     int
	rare       uint8
	margin     float32 // by how much the right head must win
	least      float32 // weights of heads below this share of the largest are left out,
	nameEpochs int
	nameRare   uint8
	nameMargin float32
	leastName  float32 // and of names below this
	sure       float64 // arcs that parsers have right so often are not looked at again
	lean       uint8   // Heads.Lean
	seed       uint64
}

var reviseDefaults = reviseOptions{
	epochs: 6, rare: 2, margin: 15, least: 0.05, nameEpochs: 4, nameRare: 3, nameMargin: 5, leastName: 0.06,
	sure: 0.99, lean: 200, seed: 5,
}

// list is o for the manifest.
func (o reviseOptions) list() map[string]any {
	return map[string]any{
		"epochs": o.epochs, "rare": o.rare, "margin": o.margin, "least": o.least, "nameEpochs": o.nameEpochs, "nameRare": o.nameRare,
		"nameMargin": o.nameMargin, "leastName": o.leastName, "sure": o.sure, "lean": o.lean, "seed": o.seed,
	}
}

// draft is one sentence to learn from: its true tree, and the tree that a parser
// draws of it that has not seen it.
type draft struct {
	tree
	drawn struct {
		heads []int32
		rels  []news.Rel
	}
}

// drafts has every report of c, which has its predicted tags, parsed by a parser
// trained on the other folds. These parsers are each of one order of sentences,
// not of several as the one that is shipped: it is the likes of their mistakes
// that matter.
func drafts(c corpus, o parseOptions) ([]draft, error) {
	o.turns = 1
	var wg sync.WaitGroup
	var errs [folds]error
	byReport := make([][]draft, len(c))
	for fold := range folds {
		wg.Go(func() { errs[fold] = draftFold(c, byReport, fold, o) })
	}
	wg.Wait()
	var out []draft
	for _, d := range byReport {
		out = append(out, d...)
	}
	return out, errors.Join(errs[:]...)
}

// draftFold parses the reports of one fold with a parser of the others.
func draftFold(c corpus, out [][]draft, fold int, o parseOptions) error {
	var rest corpus
	for i := range c {
		if i%folds != fold {
			rest = append(rest, c[i])
		}
	}
	f, err := reload(trainParser(rest.trees(), o))
	if err != nil {
		return err
	}
	p, err := parse.New(f)
	if err != nil {
		return err
	}
	for i := range c {
		if i%folds == fold {
			out[i] = draw(p, c[i:i+1])
		}
	}
	return nil
}

// draw parses the one report of c.
func draw(p *parse.Parser, c corpus) (out []draft) {
	r := &c[0]
	trees := c.trees()
	for k, s := range c.sentences() {
		d := draft{tree: trees[k]}
		d.drawn.heads, d.drawn.rels = p.Tree(s.forms(), r.tags[s.first:s.last])
		out = append(out, d)
	}
	return out
}

// trainReviser learns to rank the words on which a word may depend, by the
// perceptron, going through each tree as the reviser will; and to name arcs in
// the trees that come of it.
func trainReviser(drafts []draft, o reviseOptions) []learn.Section {
	heads := revise.Heads{Steady: steadyArcs(drafts, o.sure), Lean: int32(o.lean)}
	h := headTrainer{o: o, heads: &heads, model: learn.NewTrainer(learn.NarrowClasses, o.rare)}
	for epoch := range o.epochs {
		for _, n := range shuffled(len(drafts), o.seed, epoch) {
			h.learn(&drafts[n], epoch > 0)
		}
	}
	heads.Rank = h.model.AveragedNarrow(o.least)
	rels, names := trainNames(drafts, &heads, o)
	return []learn.Section{
		{Name: "relations", Data: rels},
		{Name: "steady", Data: bytesOf(heads.Steady)},
		{Name: "lean", Data: []byte{o.lean}},
		{Name: "rank", Data: heads.Rank.Append(nil)},
		{Name: "names", Data: names.Append(nil)},
	}
}

func bytesOf(s revise.Steady) (out []byte) {
	for _, v := range s {
		b := byte(0)
		if v {
			b = 1
		}
		out = append(out, b)
	}
	return out
}

// headTrainer learns heads in one order of the drafts.
type headTrainer struct {
	o      reviseOptions
	heads  *revise.Heads
	model  *learn.Trainer
	t      revise.Tree
	scores [learn.NarrowClasses]float32
	right  ranked
	rival  ranked
}

// ranked is a word that may be the head: place, score, features.
type ranked struct {
	head  int32
	score float32
	keys  []uint32
}

// learn goes through one draft, correcting each wrong choice; follow says whether
// the choices are made, right or wrong, or the draft stays as it is.
func (h *headTrainer) learn(d *draft, follow bool) {
	h.t.Enter(d.forms, d.tags)
	h.t.Draw(d.drawn.heads, d.drawn.rels)
	for i := range h.t.Each() {
		if h.heads.Steady.Sure(&h.t, i) || !h.rank(i, d.heads[i]) {
			continue
		}
		h.model.Step()
		if of := h.t.Kind(i); h.right.score-h.rival.score <= h.o.margin {
			h.model.Update(h.right.keys, of, 1)
			h.model.Update(h.rival.keys, of, -1)
		}
		best := h.right.head
		if h.rival.score > h.right.score {
			best = h.rival.head
		}
		if follow && best != h.t.Head(i) {
			h.t.Hang(i, best)
		}
	}
}

// rank finds the right head of word i among its candidates and the best of the
// others; false when there is no choice or no right one.
func (h *headTrainer) rank(i, right int32) bool {
	h.right.head, h.rival.head = -1, -1
	of := h.t.Kind(i)
	for _, c := range h.t.Candidates(i) {
		keys := h.t.Features(i, c)
		h.model.Scores(keys, h.scores[:])
		to := &h.rival
		if c.Head == right {
			to = &h.right
		}
		if s := h.scores[of]; to.head < 0 || s > to.score {
			to.head, to.score, to.keys = c.Head, s, append(to.keys[:0], keys...)
		}
	}
	return h.right.head >= 0 && h.rival.head >= 0
}

// steadyArcs finds the kinds of arcs that parsers have right at least so often.
func steadyArcs(drafts []draft, sure float64) (s revise.Steady) {
	const least = 200
	var all, right [len(s)]int
	for _, d := range drafts {
		for i, h := range d.drawn.heads {
			k := revise.Place(d.drawn.rels[i], d.tags[i].UPOS)
			all[k]++
			if h == d.heads[i] {
				right[k]++
			}
		}
	}
	for k := range s {
		s[k] = all[k] >= least && float64(right[k]) >= sure*float64(all[k])
	}
	return s
}

// trainNames learns the names of the arcs that are true ones in the drafts as
// heads leaves them, but of those that never move.
func trainNames(drafts []draft, heads *revise.Heads, o reviseOptions) (rels []byte, names *learn.Linear) {
	rels, of := relations(treesOf(drafts))
	n := nameTrainer{o: o, rels: rels, of: of, model: learn.NewTrainer(len(rels), o.nameRare), scores: make([]float32, len(rels))}
	for epoch := range o.nameEpochs {
		for _, k := range shuffled(len(drafts), o.seed+100, epoch) {
			n.learn(&drafts[k], heads)
		}
	}
	return rels, n.model.Averaged(o.leastName)
}

// nameTrainer learns names.
type nameTrainer struct {
	o      reviseOptions
	rels   []byte   // class to relation
	of     [256]int // relation to class
	model  *learn.Trainer
	t      revise.Tree
	scores []float32
}

// learn goes through one draft, correcting each wrong name.
func (n *nameTrainer) learn(d *draft, heads *revise.Heads) {
	n.t.Enter(d.forms, d.tags)
	n.t.Draw(d.drawn.heads, d.drawn.rels)
	heads.Settle(&n.t)
	for i, h := range d.heads {
		if n.t.Head(int32(i)) != h || int(h) == len(d.heads) || heads.Steady.Sure(&n.t, int32(i)) {
			continue
		}
		keys := n.t.NameFeatures(int32(i))
		n.model.Step()
		n.model.Scores(keys, n.scores)
		right := n.of[d.rels[i]]
		if rival := rivalOf(n.scores, right, nil); n.scores[right]-n.scores[rival] <= n.o.nameMargin {
			n.model.Update(keys, right, 1)
			n.model.Update(keys, rival, -1)
		}
	}
}

func treesOf(drafts []draft) (out []tree) {
	for i := range drafts {
		out = append(out, drafts[i].tree)
	}
	return out
}
