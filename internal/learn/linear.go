package learn

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"slices"
)

// Linear scores classes by the sum of the weights of the features present.
// Rows are sparse: a feature lists only the classes that it speaks for.
//
//	slots   key, where    see places
//	cells   n, (class, weight) * n    one run of bytes a row
//
// It is read-only and safe for use by several goroutines.
type Linear struct {
	classes int
	places  places
	slots   []slot
	cells   []byte
	keys    []uint32 // in the order of the rows, for writing
}

type slot struct{ key, at uint32 }

// Classes is how many classes m tells apart.
func (m *Linear) Classes() int { return m.classes }

// Rows is how many features m has weights for.
func (m *Linear) Rows() int { return len(m.keys) }

// Scores is room for the score of every class that a Linear can have; a class
// is a byte, so that no index needs a check.
type Scores [256]int32

// ahead is how many features are looked up side by side. Most of the time
// goes into waiting for memory: what is asked of it at once comes at once.
const ahead = 32

// Scores writes the score of every class for a thing with these features.
func (m *Linear) Scores(features []uint32, scores *Scores) {
	clear(scores[:m.classes])
	var rows [ahead]uint32
	var long [ahead]byte
	for len(features) > 0 {
		chunk := features[:min(ahead, len(features))]
		features = features[len(chunk):]
		n := m.find(chunk, &rows)
		for j, at := range rows[:n] {
			long[j%ahead] = m.cells[at]
		}
		for j, at := range rows[:n] {
			m.add(m.cells[at+1:at+1+2*uint32(long[j%ahead])], scores)
		}
	}
}

// find looks up the rows of some features, ahead at most, and returns how many
// have one. First all slots are fetched, without a word on what is in them.
func (m *Linear) find(features []uint32, rows *[ahead]uint32) (n int) {
	var found [ahead]slot
	for j, f := range features {
		found[j%ahead] = m.slots[m.places.slot(f)]
	}
	for j, f := range features {
		at := found[j%ahead].at
		if found[j%ahead].key != f {
			at = 0
		}
		rows[n%ahead] = at
		if at != 0 {
			n++
		}
	}
	return n
}

// add adds a row to scores.
func (m *Linear) add(row []byte, scores *Scores) {
	for ; len(row) >= 4; row = row[4:] {
		scores[row[0]] += int32(int8(row[1]))
		scores[row[2]] += int32(int8(row[3]))
	}
	if len(row) >= 2 {
		scores[row[0]] += int32(int8(row[1]))
	}
}

// builder collects the rows of a Linear in the order of their keys.
type builder struct {
	classes int
	keys    []uint32
	starts  []uint32
	cells   []byte
}

func (b *builder) row(key uint32, row []cell, step float64, unit, least float32) {
	slices.SortFunc(row, func(x, y cell) int { return int(x.class) - int(y.class) })
	if b.cells == nil {
		b.cells = []byte{0} // place 0 means "no row"
	}
	start, n := len(b.cells), 0
	b.cells = append(b.cells, 0)
	for _, c := range row {
		w := math.Round(float64(c.average(step) / unit))
		w = max(-127, min(127, w))
		if math.Abs(w) < 1 || math.Abs(w) < float64(least*127) || n == 255 {
			continue
		}
		b.cells = append(b.cells, c.class, byte(int8(w)))
		n++
	}
	if n == 0 {
		b.cells = b.cells[:start]
		return
	}
	b.cells[start] = byte(n)
	b.keys, b.starts = append(b.keys, key), append(b.starts, uint32(start))
}

func (b *builder) build() *Linear {
	m := &Linear{classes: b.classes, cells: b.cells, keys: b.keys, places: placesOf(b.keys)}
	m.slots = slices.Repeat([]slot{{key: noKey}}, int(m.places.size))
	for i, k := range b.keys {
		m.slots[m.places.slot(k)] = slot{k, b.starts[i]}
	}
	return m
}

// Append writes m behind buf: the number of classes and rows, then the keys as
// differences, then the rows.
func (m *Linear) Append(buf []byte) []byte {
	buf = binary.AppendUvarint(buf, uint64(m.classes))
	buf = binary.AppendUvarint(buf, uint64(len(m.keys)))
	before := uint32(0)
	for _, k := range m.keys {
		buf = binary.AppendUvarint(buf, uint64(k-before))
		before = k
	}
	if len(m.cells) == 0 {
		return buf
	}
	return append(buf, m.cells[1:]...)
}

var errShort = errors.New("weights end too early")

// ReadLinear reads what Append wrote; buf is the whole of it.
func ReadLinear(buf []byte) (*Linear, error) {
	b, err := readRows(buf)
	if err != nil {
		return nil, err
	}
	return b.build(), nil
}

// readRows reads the rows of a Linear.
func readRows(buf []byte) (*builder, error) {
	classes, buf, err := uvarint(buf)
	if err != nil {
		return nil, err
	}
	n, buf, err := uvarint(buf)
	if err != nil {
		return nil, err
	}
	if classes > 256 || n > uint64(len(buf)) {
		return nil, fmt.Errorf("weights of %d classes and %d rows in %d bytes", classes, n, len(buf))
	}
	b := &builder{classes: int(classes), keys: make([]uint32, n), starts: make([]uint32, n)}
	if buf, err = readKeys(b.keys, buf); err != nil {
		return nil, err
	}
	b.cells = append([]byte{0}, buf...)
	return b, b.begin()
}

// begin finds where the rows start.
func (b *builder) begin() error {
	at := 1
	for i := range b.starts {
		if at >= len(b.cells) {
			return errShort
		}
		b.starts[i] = uint32(at)
		at += 1 + 2*int(b.cells[at])
	}
	if at != len(b.cells) {
		return errShort
	}
	return nil
}

// at is row i as (class, weight) pairs of bytes.
func (b *builder) at(i int) []byte {
	start := int(b.starts[i])
	return b.cells[start+1 : start+1+2*int(b.cells[start])]
}

func uvarint(buf []byte) (uint64, []byte, error) {
	v, n := binary.Uvarint(buf)
	if n <= 0 {
		return 0, nil, errShort
	}
	return v, buf[n:], nil
}

// Row is the weights of one feature as (class, weight) pairs of bytes; nil
// when m has none. A Linear so read is a compact dictionary.
func (m *Linear) Row(f uint32) []byte {
	s := m.slots[m.places.slot(f)]
	if s.key != f || s.at == 0 {
		return nil
	}
	n := uint32(m.cells[s.at])
	return m.cells[s.at+1 : s.at+1+2*n]
}

// Best is the class with the highest score, the first of equals.
func (m *Linear) Best(scores *Scores) int {
	best, top := 0, scores[0]
	for i, s := range scores[:m.classes] {
		if s > top {
			best, top = i, s
		}
	}
	return best
}
