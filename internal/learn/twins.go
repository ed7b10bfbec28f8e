package learn

import (
	"errors"
	"fmt"
)

// Twins are two Chains over the same labels that read the same things one after the
// other, the second by some features more. What both make of a feature lies side by
// side in memory, so that what either asks of it costs one visit.
//
// It is read-only and safe for use by several goroutines.
type Twins struct {
	First, Second Order
	places        places
	rows          []twinRow
}

// twinRow is a key, in four bytes, and behind it a byte for each label of the first
// and then of the second: the weight and, so that it is not below 0, bias. One row
// is half a line of a processor's cache.
type twinRow [4]uint64

const (
	keyBytes   = 4
	twinLabels = 14 // at most
	bias       = 128

	// everyOther is every other byte of a word. Bytes so far apart are added four at
	// once, and no sum of sumsAtMost of them reaches the next.
	everyOther = 0x00FF00FF00FF00FF
	sumsAtMost = 256
)

// twinScores is what the first, and behind it the second, make of a thing.
type twinScores [2 * twinLabels]int32

// scores adds up the weights of features.
func (t *Twins) scores(features []uint32) (out twinScores) {
	for len(features) > 0 {
		some := features[:min(sumsAtMost, len(features))]
		features = features[len(some):]
		s := t.sums(some)
		for c := range out {
			out[c] += s.of(c)
		}
	}
	return out
}

// twinSums is sums of rows: of each word of a row those of its even and of its odd
// bytes, and how many rows they are of.
type twinSums struct {
	bytes [2 * len(twinRow{})]uint64
	rows  int32
}

// of is the sum of the weights of one label, without what stands for no weight.
func (s *twinSums) of(c int) int32 {
	b := keyBytes + c
	sum := s.bytes[b/8*2+b%2] >> (b % 8 / 2 * 16)
	return int32(uint16(sum)) - bias*s.rows
}

// sums adds up the rows of some features, at most sumsAtMost. First it is found
// where they stand, and then they are fetched side by side (see ahead); a row of
// another feature is taken for noughts.
func (t *Twins) sums(features []uint32) (s twinSums) {
	var at [ahead]uint64
	for len(features) > 0 {
		chunk := features[:min(ahead, len(features))]
		features = features[len(chunk):]
		for j, f := range chunk {
			at[j%ahead] = t.places.slot(f)
		}
		for j, f := range chunk {
			r, is := &t.rows[at[j%ahead]], uint64(0)
			if uint32(r[0]) == f {
				is = 1
			}
			s.rows += int32(is)
			s.add(r, everyOther*is)
		}
	}
	return s
}

// add adds a row as far as mask lets it through.
func (s *twinSums) add(r *twinRow, mask uint64) {
	s.bytes[0] += r[0] & mask
	s.bytes[1] += r[0] >> 8 & mask
	s.bytes[2] += r[1] & mask
	s.bytes[3] += r[1] >> 8 & mask
	s.bytes[4] += r[2] & mask
	s.bytes[5] += r[2] >> 8 & mask
	s.bytes[6] += r[3] & mask
	s.bytes[7] += r[3] >> 8 & mask
}

// Twins reads two sections as Chains of the same labels.
func (f *File) Twins(first, second string) (*Twins, error) {
	t := &Twins{}
	a, err := section(f, first, t.First.readRows)
	if err != nil {
		return nil, err
	}
	b, err := section(f, second, t.Second.readRows)
	if err != nil {
		return nil, err
	}
	if a.classes != b.classes || a.classes > twinLabels {
		return nil, fmt.Errorf("twins of %d and %d labels", a.classes, b.classes)
	}
	return t, t.join(a, b)
}

// join lays the rows of the first and the second side by side.
func (t *Twins) join(first, second *builder) error {
	keys := union(first.keys, second.keys)
	if err := spread(keys); err != nil {
		return err
	}
	t.places = placesOf(keys)
	t.rows = make([]twinRow, t.places.size)
	for i := range t.rows {
		t.rows[i][0] = noKey
	}
	for _, k := range keys {
		t.rows[t.places.slot(k)] = newTwinRow(k)
	}
	return errors.Join(t.put(first, 0), t.put(second, first.classes))
}

// newTwinRow is a row of no weights.
func newTwinRow(key uint32) twinRow {
	const none = 0x8080808080808080 // bias in every byte
	return twinRow{none&^0xFFFFFFFF | uint64(key), none, none, none}
}

// put enters the rows of b, whose classes begin at base.
func (t *Twins) put(b *builder, base int) error {
	for i, k := range b.keys {
		r := &t.rows[t.places.slot(k)]
		met := 0
		for row := b.at(i); len(row) >= 2; row = row[2:] {
			c := int(row[0])
			if c < met || c >= b.classes {
				return fmt.Errorf("a row of class %d behind %d, of %d", c, met, b.classes)
			}
			met = c + 1
			at := keyBytes + base + c
			shift := at % 8 * 8
			r[at/8] = r[at/8]&^(0xFF<<shift) | uint64(uint8(bias+int(int8(row[1]))))<<shift
		}
	}
	return nil
}

// union is the numbers that one of two ascending lists has, or both.
func union(a, b []uint32) []uint32 {
	out := make([]uint32, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		x, y := a[0], b[0]
		out = append(out, min(x, y))
		if x <= y {
			a = a[1:]
		}
		if y <= x {
			b = b[1:]
		}
	}
	return append(append(out, a...), b...)
}
