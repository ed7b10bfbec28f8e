package learn

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"slices"
)

// NarrowClasses is how many classes a Narrow tells apart.
const NarrowClasses = 3

// Narrow is a Linear for three classes: the weights lie beside the key, so
// that a feature costs one visit to memory.
type Narrow struct {
	places places
	slots  []narrowSlot
	keys   []uint32 // in order, for writing
}

// narrowSlot is a key and, above it, a weight of one byte for each class.
type narrowSlot uint64

func newNarrowSlot(key uint32, w [NarrowClasses]int8) narrowSlot {
	return narrowSlot(key) | narrowSlot(uint8(w[0]))<<32 | narrowSlot(uint8(w[1]))<<40 | narrowSlot(uint8(w[2]))<<48
}

func (s narrowSlot) weights() [NarrowClasses]int8 {
	return [...]int8{int8(s >> 32), int8(s >> 40), int8(s >> 48)}
}

// Rows is how many features m has weights for.
func (m *Narrow) Rows() int { return len(m.keys) }

// Scores is the score of every class for a thing with these features.
func (m *Narrow) Scores(features []uint32) [NarrowClasses]int32 {
	var found [ahead]narrowSlot
	var a, b, c int32
	for len(features) > 0 {
		chunk := features[:min(ahead, len(features))]
		features = features[len(chunk):]
		for j, f := range chunk {
			found[j%ahead] = m.slots[m.places.slot(f)]
		}
		for j, f := range chunk {
			s := found[j%ahead]
			if uint32(s) != f {
				s = 0
			}
			a += int32(int8(s >> 32))
			b += int32(int8(s >> 40))
			c += int32(int8(s >> 48))
		}
	}
	return [...]int32{a, b, c}
}

// AveragedNarrow is Averaged for a Trainer of three classes.
func (t *Trainer) AveragedNarrow(least float32) *Narrow {
	b := narrowBuilder{unit: t.unit(), least: least}
	for _, k := range t.sorted() {
		b.row(k, t.row(t.index.find(k)), t.step)
	}
	return b.build()
}

type narrowBuilder struct {
	unit, least float32
	keys        []uint32
	weights     [][NarrowClasses]int8
}

func (b *narrowBuilder) row(key uint32, row []cell, step float64) {
	var w [NarrowClasses]int8
	top := float64(0)
	for _, c := range row {
		v := math.Round(float64(c.average(step) / b.unit))
		v = max(-127, min(127, v))
		w[c.class] = int8(v)
		top = max(top, math.Abs(v))
	}
	if top < 1 || top < float64(b.least*127) {
		return
	}
	b.keys, b.weights = append(b.keys, key), append(b.weights, w)
}

func (b *narrowBuilder) build() *Narrow {
	m := &Narrow{keys: b.keys, places: placesOf(b.keys)}
	m.slots = slices.Repeat([]narrowSlot{noKey}, int(m.places.size))
	for i, k := range b.keys {
		m.slots[m.places.slot(k)] = newNarrowSlot(k, b.weights[i])
	}
	return m
}

// Append writes m behind buf: the number of rows, the keys as differences, and
// the weights class by class.
func (m *Narrow) Append(buf []byte) []byte {
	buf = binary.AppendUvarint(buf, uint64(len(m.keys)))
	before := uint32(0)
	for _, k := range m.keys {
		buf = binary.AppendUvarint(buf, uint64(k-before))
		before = k
	}
	weights := make([][NarrowClasses]int8, len(m.keys))
	for i, k := range m.keys {
		weights[i] = m.slots[m.places.slot(k)].weights()
	}
	for c := range NarrowClasses {
		for _, w := range weights {
			buf = append(buf, byte(w[c]))
		}
	}
	return buf
}

// ReadNarrow reads what Append wrote; buf is the whole of it.
func ReadNarrow(buf []byte) (*Narrow, error) {
	n, buf, err := uvarint(buf)
	if err != nil {
		return nil, err
	}
	if n > uint64(len(buf)) {
		return nil, fmt.Errorf("weights of %d rows in %d bytes", n, len(buf))
	}
	b := narrowBuilder{keys: make([]uint32, n), weights: make([][NarrowClasses]int8, n)}
	if buf, err = readKeys(b.keys, buf); err != nil {
		return nil, err
	}
	if len(buf) != NarrowClasses*int(n) {
		return nil, errShort
	}
	for i := range b.weights {
		for c := range NarrowClasses {
			b.weights[i][c] = int8(buf[c*int(n)+i])
		}
	}
	return b.build(), nil
}

// readKeys fills keys from the differences at the front of buf.
func readKeys(keys []uint32, buf []byte) (rest []byte, err error) {
	key := uint64(0)
	for i := range keys {
		var d uint64
		if d, buf, err = uvarint(buf); err != nil {
			return nil, err
		}
		if key += d; key > math.MaxUint32 || i > 0 && d == 0 {
			return nil, errors.New("keys out of order")
		}
		keys[i] = uint32(key)
	}
	return buf, spread(keys)
}

// Narrow reads the section of that name as a model of three classes.
func (f *File) Narrow(name string) (*Narrow, error) { return section(f, name, ReadNarrow) }
