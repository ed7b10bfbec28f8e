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
	follows []uint32 // labels that may stand behind a label, a bit a label
	moves   []int32  // score of label b behind label a, at a*classes + b
	lean    int32    // taken from the score of label 0
	unit    float32  // what one step of a weight is worth; 0 for a Chain that was read
}

// Unit is what one step of a weight is worth as a logarithm of odds; 0 for a Chain
// that was read and not learned.
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
	l.row[0] -= m.lean
	l.scores = append(l.scores, l.row[:m.classes]...)
	l.allowed = append(l.allowed, allowed)
}

// unreachable is the score of a label that a thing may not have: far below all
// sums of scores, which are added to it.
const unreachable = math.MinInt32 / 2

// Best is the labels of the way through l with the highest sum (Viterbi), the
// lowest labels of equals; good until l is filled again.
func (l *Lattice) Best(m *Chain) []uint8 {
	k := m.classes
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
				from, best := m.into(b, &at)
				next[b], l.back[i*k+b] = max(best+row[b], unreachable), from
			}
		}
		at = next
	}
	return l.wayTo(&at, k)
}

// into is by which label label b is best come to, and what that gives.
func (m *Chain) into(b int, at *[maxLabels]int32) (from uint8, best int32) {
	best = math.MinInt32
	for a, follows := range m.follows {
		if follows>>b&1 == 0 {
			continue
		}
		if s := at[a] + m.moves[a*m.classes+b]; s > best {
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

// ReadChain reads what Append wrote; buf is the whole of it.
func ReadChain(buf []byte) (*Chain, error) {
	k, buf, err := uvarint(buf)
	if err != nil {
		return nil, err
	}
	if k == 0 || k > maxLabels {
		return nil, fmt.Errorf("a chain of %d labels", k)
	}
	m := &Chain{follows: make([]uint32, k), moves: make([]int32, k*k)}
	for i := range m.follows {
		var f uint64
		if f, buf, err = uvarint(buf); err != nil {
			return nil, err
		}
		m.follows[i] = uint32(f)
	}
	if m.lean, buf, err = varint(buf); err != nil {
		return nil, err
	}
	for i := range m.moves {
		if m.moves[i], buf, err = varint(buf); err != nil {
			return nil, err
		}
	}
	l, err := ReadLinear(buf)
	if err != nil {
		return nil, err
	}
	if uint64(l.classes) != k {
		return nil, fmt.Errorf("a chain of %d labels over weights of %d", k, l.classes)
	}
	m.Linear = *l
	return m, nil
}

// varint reads a score, which stays so small that sums of many do not overflow.
func varint(buf []byte) (int32, []byte, error) {
	v, n := binary.Varint(buf)
	if n <= 0 || v > 1<<12 || v < -1<<12 {
		return 0, nil, errShort
	}
	return int32(v), buf[n:], nil
}

// Chain reads the section of that name as a Chain.
func (f *File) Chain(name string) (*Chain, error) { return section(f, name, ReadChain) }
