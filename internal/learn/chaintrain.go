package learn

import (
	"cmp"
	"math"
	"math/bits"
	"slices"
)

// Path is a run of things with their labels, to learn from.
type Path struct {
	Features [][]uint32 // of each thing
	Allowed  []uint32   // the labels that each may have, a bit a label
	Gold     []uint8    // the right ones, all allowed
}

// ChainOptions are the settings by which a Chain is learned.
type ChainOptions struct {
	Epochs int
	Rate   float64 // alpha of FTRL-proximal
	L1, L2 float64 // what weights cost
	Lean   int     // taken from the rounded score of label 0, for the sake of what would be missed
	Least  float32 // share of the largest weight under which one is dropped
}

// ChainCorpus is paths with their features numbered, to learn from more than
// once.
type ChainCorpus struct {
	classes int
	follows []uint32
	keys    []uint32  // features by number
	ids     [][]int32 // features of all things, path by path
	starts  []int     // where the things of a path begin in ids
	paths   []Path
}

// NewChainCorpus numbers the features of paths that are met more than rare
// times, at most 254; follows[a] has the bits of the labels, at most 32, that
// may stand behind label a. The features of paths are not needed afterwards.
func NewChainCorpus(paths []Path, follows []uint32, rare int) *ChainCorpus {
	c := &ChainCorpus{classes: len(follows), follows: follows, paths: paths}
	often := countKeys(paths)
	table := newKeyTable()
	for _, p := range paths {
		c.starts = append(c.starts, len(c.ids))
		for _, features := range p.Features {
			ids := make([]int32, 0, len(features))
			for _, f := range features {
				if int(often[f>>keyShift]) <= rare {
					continue
				}
				n := table.claim(f, int32(len(c.keys))+1).n
				if int(n) > len(c.keys) {
					c.keys = append(c.keys, f)
				}
				ids = append(ids, n-1)
			}
			c.ids = append(c.ids, ids)
		}
	}
	return c
}

// keyShift leaves of a key what it is counted by: keys that share it share
// their count.
const keyShift = 5

// countKeys counts the features of paths, up to 255.
func countKeys(paths []Path) []uint8 {
	often := make([]uint8, 1<<(32-keyShift))
	for _, p := range paths {
		for _, features := range p.Features {
			for _, f := range features {
				if n := &often[f>>keyShift]; *n < 255 {
					*n++
				}
			}
		}
	}
	return often
}

// Train learns a Chain from the paths that order lists for each epoch, as a
// linear-chain conditional random field (Lafferty, McCallum and Pereira 2001),
// by a step of FTRL-proximal a path (McMahan and others 2013), under which
// weights that do not pay for themselves stay nought.
func (c *ChainCorpus) Train(o ChainOptions, order func(epoch int) []int) *Chain {
	t := c.trainer(o)
	for epoch := range o.Epochs {
		for _, p := range order(epoch) {
			t.learn(p)
		}
	}
	return t.chain()
}

func (c *ChainCorpus) trainer(o ChainOptions) *chainTrainer {
	return &chainTrainer{
		ChainCorpus: c, o: o,
		weights: newProximal(len(c.keys)*c.classes, o.Rate, o.L1, o.L2),
		moves:   newProximal(c.classes*c.classes, o.Rate, 0, o.L2),
		grad:    make([]float32, c.classes),
		resting: make([]bool, len(c.paths)),
	}
}

// chainTrainer is one run of Train.
type chainTrainer struct {
	*ChainCorpus
	o       ChainOptions
	weights *proximal // at feature*classes + label
	moves   *proximal // at label*classes + label

	emit, fwd, bwd [][]float64 // of a path: scores, logarithms of sums before and behind
	grad           []float32
	resting        []bool // by path: whether it is passed over next time
}

// easy is the largest error of a path that is passed over the next time that it
// comes up: most have no names, and are soon learned.
const easy = 0.01

// learn takes one step on path p.
func (t *chainTrainer) learn(p int) {
	if t.resting[p] {
		t.resting[p] = false
		return
	}
	path := &t.paths[p]
	size := len(path.Gold)
	ids := t.ids[t.starts[p] : t.starts[p]+size]
	t.room(size)
	for i := range size {
		t.score(ids[i], path.Allowed[i], t.emit[i])
	}
	t.forward(path.Allowed)
	t.backward(path.Allowed)
	total := sumLogs(t.fwd[size-1])
	worst := float32(0)
	for i := range size {
		worst = max(worst, t.correct(ids[i], i, path, total))
	}
	for i := 1; i < size; i++ {
		t.correctMoves(i, path, total)
	}
	t.resting[p] = worst < easy
}

func (t *chainTrainer) room(size int) {
	for len(t.emit) < size {
		t.emit = append(t.emit, make([]float64, t.classes))
		t.fwd = append(t.fwd, make([]float64, t.classes))
		t.bwd = append(t.bwd, make([]float64, t.classes))
	}
}

// never is the logarithm of a share of nothing.
const never = -1e30

// slightest is the logarithm of a share that is taken for nothing.
const slightest = -30

func (t *chainTrainer) score(ids []int32, allowed uint32, out []float64) {
	clear(out)
	for _, id := range ids {
		for c, w := range t.weights.w[int(id)*t.classes:][:t.classes] {
			out[c] += float64(w)
		}
	}
	for c := range out {
		if allowed>>c&1 == 0 {
			out[c] = never
		}
	}
}

func (t *chainTrainer) forward(allowed []uint32) {
	copy(t.fwd[0], t.emit[0])
	for i := 1; i < len(allowed); i++ {
		for b := range t.classes {
			t.fwd[i][b] = never
			if allowed[i]>>b&1 == 0 {
				continue
			}
			var in [maxLabels]float64
			n := 0
			for a := range t.classes {
				if t.follows[a]>>b&1 != 0 && t.fwd[i-1][a] > never/2 {
					in[n] = t.fwd[i-1][a] + float64(t.moves.w[a*t.classes+b])
					n++
				}
			}
			t.fwd[i][b] = sumLogs(in[:n]) + t.emit[i][b]
		}
	}
}

func (t *chainTrainer) backward(allowed []uint32) {
	last := len(allowed) - 1
	clear(t.bwd[last])
	for i := last - 1; i >= 0; i-- {
		for a := range t.classes {
			var in [maxLabels]float64
			n := 0
			for set := t.follows[a] & allowed[i+1]; set != 0; set &= set - 1 {
				b := bits.TrailingZeros32(set)
				in[n] = t.bwd[i+1][b] + float64(t.moves.w[a*t.classes+b]) + t.emit[i+1][b]
				n++
			}
			t.bwd[i][a] = sumLogs(in[:n])
		}
	}
}

// sumLogs is the logarithm of the sum of what x are the logarithms of.
func sumLogs(x []float64) float64 {
	top := float64(never)
	for _, v := range x {
		top = max(top, v)
	}
	if top <= never/2 {
		return never
	}
	sum := 0.0
	for _, v := range x {
		sum += share(v - top)
	}
	return top + math.Log(sum)
}

// share is what logarithm is the logarithm of.
func share(logarithm float64) float64 {
	if logarithm < slightest {
		return 0
	}
	return math.Exp(logarithm)
}

// slight is an error that is not worth a step.
const slight = 2e-4

// wrong is how far a share is from what it should be, 0 when that is slight.
func wrong(share float64, right bool) float32 {
	if right {
		share--
	}
	if math.Abs(share) < slight {
		return 0
	}
	return float32(share)
}

// correct moves the weights of the features of thing i, and returns by how much
// the model was wrong.
func (t *chainTrainer) correct(ids []int32, i int, path *Path, total float64) (worst float32) {
	for c := range t.grad {
		p := 0.0
		if path.Allowed[i]>>c&1 != 0 {
			p = share(t.fwd[i][c] + t.bwd[i][c] - total)
		}
		t.grad[c] = wrong(p, c == int(path.Gold[i]))
		worst = max(worst, abs(t.grad[c]))
	}
	if worst == 0 {
		return 0
	}
	for _, id := range ids {
		for c, g := range t.grad {
			if g != 0 {
				t.weights.step(int(id)*t.classes+c, g)
			}
		}
	}
	return worst
}

// correctMoves moves the scores of labels behind labels at things i-1 and i.
func (t *chainTrainer) correctMoves(i int, path *Path, total float64) {
	for a := range t.classes {
		if path.Allowed[i-1]>>a&1 == 0 {
			continue
		}
		for set := t.follows[a] & path.Allowed[i]; set != 0; set &= set - 1 {
			b := bits.TrailingZeros32(set)
			at := a*t.classes + b
			p := share(t.fwd[i-1][a] + float64(t.moves.w[at]) + t.emit[i][b] + t.bwd[i][b] - total)
			if g := wrong(p, int(path.Gold[i-1]) == a && int(path.Gold[i]) == b); g != 0 {
				t.moves.step(at, g)
			}
		}
	}
}

// proximal is weights under FTRL-proximal, with beta 1.
type proximal struct {
	w, z, n      []float32
	rate, l1, l2 float32
}

func newProximal(size int, rate, l1, l2 float64) *proximal {
	return &proximal{make([]float32, size), make([]float32, size), make([]float32, size), float32(rate), float32(l1), float32(l2)}
}

// step moves weight at against its gradient g.
func (p *proximal) step(at int, g float32) {
	was := root(p.n[at])
	p.n[at] += g * g
	now := root(p.n[at])
	p.z[at] += g - (now-was)/p.rate*p.w[at]
	z := p.z[at]
	switch cost := (1+now)/p.rate + p.l2; {
	case z > p.l1:
		p.w[at] = -(z - p.l1) / cost
	case z < -p.l1:
		p.w[at] = -(z + p.l1) / cost
	default:
		p.w[at] = 0
	}
}

func root(x float32) float32 { return float32(math.Sqrt(float64(x))) }

// chain rounds what was learned to steps of which 127 reach all but one in ten
// thousand of the weights.
func (t *chainTrainer) chain() *Chain {
	unit := t.unit()
	b := builder{classes: t.classes}
	var row []cell
	for _, i := range t.byKey() {
		row = row[:0]
		for c, w := range t.weights.w[i*t.classes:][:t.classes] {
			if w != 0 {
				row = append(row, cell{class: uint8(c), w: w})
			}
		}
		if len(row) > 0 {
			b.row(t.keys[i], row, 0, unit, t.o.Least)
		}
	}
	m := &Chain{Linear: *b.build(), Order: Order{t.follows, make([]int32, len(t.moves.w)), int32(t.o.Lean)}, unit: unit}
	for i, w := range t.moves.w {
		m.moves[i] = int32(math.Round(float64(w) / float64(unit)))
	}
	return m
}

func (t *chainTrainer) unit() float32 {
	var all []float32
	for _, w := range t.weights.w {
		if w != 0 {
			all = append(all, abs(w))
		}
	}
	if len(all) == 0 {
		return 1
	}
	slices.Sort(all)
	return all[len(all)-1-len(all)/10000] / 127
}

// byKey lists the numbers of the features in the order of their keys.
func (c *ChainCorpus) byKey() []int {
	out := make([]int, len(c.keys))
	for i := range out {
		out[i] = i
	}
	slices.SortFunc(out, func(a, b int) int { return cmp.Compare(c.keys[a], c.keys[b]) })
	return out
}

// Size is how many features c has.
func (c *ChainCorpus) Size() int { return len(c.keys) }
