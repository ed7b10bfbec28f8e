package reuse

import "math/bits"

// fingers is a table from fingerprints to who carries them. A record of a
// hundred thousand reports has more than ten million fingerprints, most of them
// of one report: those stand in the table itself, without a list. It is open
// addressing with linear probing, in many small tables, so that growing one of
// them needs little room beside what is there.
type fingers struct {
	tables [256]fingerTable
}

// finger is what is known of a fingerprint: who carries it, and which of the
// report's terms stand near it.
type finger struct {
	hash uint64
	// at is 0 where nothing is known; one report is its number from 1; several
	// are the negative of the first post, from 1; settled is furniture.
	at   int32
	near uint16
}

type fingerTable struct {
	used int
	hash []uint64
	at   []int32
	near []uint16
}

// mixed spreads a fingerprint over 64 bits: being the least of its window, its
// upper bits are small.
func mixed(hash uint64) uint64 {
	h := hash * 0x9E3779B97F4A7C15
	return h ^ h>>32
}

func (f *fingers) table(hash uint64) *fingerTable { return &f.tables[mixed(hash)&0xff] }

// find is what is known of a fingerprint.
func (f *fingers) find(hash uint64) (at int32, near uint16) {
	t := f.table(hash)
	if len(t.hash) == 0 {
		return 0, 0
	}
	k := t.slot(hash)
	return t.at[k], t.near[k]
}

// set notes what is known of a fingerprint.
func (f *fingers) set(x finger) {
	t := f.table(x.hash)
	if 8*(t.used+1) > 7*len(t.hash) {
		t.grow()
	}
	k := t.slot(x.hash)
	if t.at[k] == 0 {
		t.used++
	}
	t.hash[k], t.at[k], t.near[k] = x.hash, x.at, x.near
}

// slot is where a fingerprint stands, or would.
func (t *fingerTable) slot(hash uint64) int {
	home, _ := bits.Mul64(mixed(hash), uint64(len(t.hash)))
	k := int(home)
	for t.at[k] != 0 && t.hash[k] != hash {
		if k++; k == len(t.hash) {
			k = 0
		}
	}
	return k
}

// grow makes room for a fourth more.
func (t *fingerTable) grow() {
	old := *t
	n := max(16, len(old.hash)+len(old.hash)/4)
	t.hash, t.at, t.near = make([]uint64, n), make([]int32, n), make([]uint16, n)
	for i, at := range old.at {
		if at != 0 {
			k := t.slot(old.hash[i])
			t.hash[k], t.at[k], t.near[k] = old.hash[i], at, old.near[i]
		}
	}
}
