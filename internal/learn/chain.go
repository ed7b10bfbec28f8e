package learn

import (
	"encoding/binary"
	"fmt"
	"math"
)

// Chain scores the labels of a run of things one after another, words of a
// sentence say: by the features of each thing, and by which label stands
// behind which. Label 0 is that of things which are nothing in particular.
type Chain struct {
	Linear
	Order
	unit float32 // what one step of a weight is worth
}

// Order is which label stands behind which, of any features.
type Order struct {
	follows []uint32 // labels that may stand behind a label, a bit a label
	moves   []int32  // score of label b behind label a, at a*labels + b
	lean    int32    // taken from the score of label 0
}

// Labels is how many labels there are.
func (o *Order) Labels() int { return len(o.follows) }

// Unit is what one step of a weight is worth as a logarithm of odds.
func (m *Chain) Unit() float32 { return m.unit }

// maxLabels bounds the labels of a Chain.
const maxLabels = 32

// Lattice is room for the scores of one run, filled and used again. The zero
// Lattice is empty.
type Lattice struct {
	scores  []int32  // of thing i and label b, at i*classes + b
	allowed []uint32 // labels that a thing may have, a bit a label
	back    []uint8  // by which label the best way to i and b comes
	labels  []uint8
	row     Scores
}

// Empty takes everything out of l.
func (l *Lattice) Empty() { l.scores, l.allowed = l.scores[:0], l.allowed[:0] }

// Add scores the next thing of the run, by its features; allowed has the bits
// of the labels that it may have.
func (l *Lattice) Add(m *Chain, features []uint32, allowed uint32) {
	m.Scores(features, &l.row)
	l.add(&m.Order, l.row[:m.classes], allowed)
}

// AddFirst scores the next thing for the first reading of t. What the second makes of
// the same features is written to kept.
func (l *Lattice) AddFirst(t *Twins, features []uint32, allowed uint32, kept []int32) {
	scores, n := t.scores(features), t.First.Labels()
	copy(kept, scores[n:2*n])
	l.add(&t.First, scores[:n], allowed)
}

// AddSecond scores the next thing for the second reading of t, by what AddFirst kept
// of it and by the features that only the second reads.
func (l *Lattice) AddSecond(t *Twins, kept []int32, features []uint32, allowed uint32) {
	scores, n := t.scores(features), t.Second.Labels()
	row := scores[n : 2*n]
	for b := range row {
		row[b] += kept[b]
	}
	l.add(&t.Second, row, allowed)
}

// add takes the scores of the next thing.
func (l *Lattice) add(o *Order, scores []int32, allowed uint32) {
	start := len(l.scores)
	l.scores = append(l.scores, scores...)
	l.scores[start] -= o.lean
	l.allowed = append(l.allowed, allowed)
}

// unreachable is the score of a label that a thing may not have: far below all
// sums of scores, which are added to it.
const unreachable = math.MinInt32 / 2

// Best is the labels of the way through l with the highest sum (Viterbi), the
// lowest labels of equals; good until l is filled again.
func (l *Lattice) Best(o *Order) []uint8 {
	k := o.Labels()
	var at, next [maxLabels]int32
	l.back = append(l.back[:0], make([]uint8, len(l.scores))...)
	for i, allowed := range l.allowed {
		row := l.scores[i*k : (i+1)*k]
		for b := range k {
			next[b] = unreachable
			switch {
			case allowed>>b&1 == 0:
			case i == 0:
				next[b] = row[b]
			default:
				from, best := o.into(b, &at)
				next[b], l.back[i*k+b] = max(best+row[b], unreachable), from
			}
		}
		at = next
	}
	return l.wayTo(&at, k)
}

// into is by which label label b is best come to, and what that gives.
func (o *Order) into(b int, at *[maxLabels]int32) (from uint8, best int32) {
	best = math.MinInt32
	for a, follows := range o.follows {
		if follows>>b&1 == 0 {
			continue
		}
		if s := at[a] + o.moves[a*len(o.follows)+b]; s > best {
			from, best = uint8(a), s
		}
	}
	return from, best
}

// wayTo goes back from the best of the last scores.
func (l *Lattice) wayTo(at *[maxLabels]int32, k int) []uint8 {
	best := 0
	for b := range k {
		if at[b] > at[best] {
			best = b
		}
	}
	l.labels = append(l.labels[:0], make([]uint8, len(l.allowed))...)
	for i := len(l.labels) - 1; i >= 0; i-- {
		l.labels[i] = uint8(best)
		best = int(l.back[i*k+best])
	}
	return l.labels
}

// Append writes m behind buf: the labels that follow, what label 0 is charged,
// the scores of moves, and the Linear.
func (m *Chain) Append(buf []byte) []byte {
	buf = binary.AppendUvarint(buf, uint64(m.classes))
	for _, f := range m.follows {
		buf = binary.AppendUvarint(buf, uint64(f))
	}
	buf = binary.AppendVarint(buf, int64(m.lean))
	for _, s := range m.moves {
		buf = binary.AppendVarint(buf, int64(s))
	}
	return m.Linear.Append(buf)
}

// readRows reads what Append wrote, the whole of buf: the order of a Chain into o, and
// its rows.
func (o *Order) readRows(buf []byte) (*builder, error) {
	buf, err := o.read(buf)
	if err != nil {
		return nil, err
	}
	b, err := readRows(buf)
	if err != nil {
		return nil, err
	}
	if b.classes != o.Labels() {
		return nil, fmt.Errorf("a chain of %d labels over weights of %d", o.Labels(), b.classes)
	}
	return b, nil
}

// read reads an Order at the front of buf.
func (o *Order) read(buf []byte) (rest []byte, err error) {
	k, buf, err := uvarint(buf)
	if err != nil {
		return nil, err
	}
	if k == 0 || k > maxLabels {
		return nil, fmt.Errorf("a chain of %d labels", k)
	}
	o.follows, o.moves = make([]uint32, k), make([]int32, k*k)
	for i := range o.follows {
		var f uint64
		if f, buf, err = uvarint(buf); err != nil {
			return nil, err
		}
		o.follows[i] = uint32(f)
	}
	if o.lean, buf, err = varint(buf); err != nil {
		return nil, err
	}
	for i := range o.moves {
		if o.moves[i], buf, err = varint(buf); err != nil {
			return nil, err
		}
	}
	return buf, nil
}

// varint reads a score, which stays so small that sums of many do not overflow.
func varint(buf []byte) (int32, []byte, error) {
	v, n := binary.Varint(buf)
	if n <= 0 || v > 1<<12 || v < -1<<12 {
		return 0, nil, errShort
	}
	return int32(v), buf[n:], nil
}
