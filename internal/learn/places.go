package learn

import (
	"errors"
	"slices"
)

// The rows of a model are found by key through a perfect hash (hash and
// displace: Belazzougui, Botelho and Dietzfelbinger 2009): the keys fall into
// buckets of a few, each bucket has a pilot, and key and pilot give the one slot
// in which the row of that key can stand. A feature is looked up without a
// search, and so without a branch that a processor could guess wrong; which
// pilots there are takes a quarter of a byte a row, and stays in its caches.

// noKey stands in slots without a row. As a key it is that of a row without
// weights.
const noKey = 1<<32 - 1

const (
	keysInBucket  = 3   // in the mean
	mostInBucket  = 64  // of keys that are hashes, a fourth of that is not met
	slotsOfFour   = 5   // slots for every four keys
	roomAgain     = 16  // where some bucket finds no pilot, there is a sixteenth more room
	pilotsAtMost  = 256 // a byte
	slotsInBitSet = 64
)

var errCrowd = errors.New("keys are no hashes: too many are alike")

// places says in which slot each of some keys stands.
type places struct {
	pilots []uint8 // by bucket
	size   uint64  // slots
}

// bucket is the share of the buckets that a key has of all keys.
func (p *places) bucket(key uint32) uint64 { return uint64(key) * uint64(len(p.pilots)) >> 32 }

// slot is where the row of key stands, should it have one.
func (p *places) slot(key uint32) uint64 { return displaced(key, p.pilots[p.bucket(key)], p.size) }

func displaced(key uint32, pilot uint8, size uint64) uint64 {
	return ((uint64(key) ^ uint64(pilot)*mul1) * mul2 >> 32) * size >> 32
}

// newPlaces are places for n keys, without pilots.
func newPlaces(n int) places {
	return places{pilots: make([]uint8, n/keysInBucket+1), size: uint64(n)*slotsOfFour/4 + 1}
}

// spread is an error where keys, which ascend, are such that places for them
// would take too much room.
func spread(keys []uint32) error {
	p := newPlaces(len(keys))
	for i := mostInBucket; i < len(keys); i++ {
		if p.bucket(keys[i-mostInBucket]) == p.bucket(keys[i]) {
			return errCrowd
		}
	}
	return nil
}

// placesOf finds places for keys, which ascend and are spread.
func placesOf(keys []uint32) places {
	p := newPlaces(len(keys))
	buckets := p.cut(keys)
	for !p.settle(keys, buckets) {
		p.size += p.size/roomAgain + 1
	}
	return p
}

// bucketOf is the keys from first to before end.
type bucketOf struct{ first, end uint32 }

// cut cuts keys into buckets, and returns them by the number of their keys.
func (p *places) cut(keys []uint32) (buckets [][]bucketOf) {
	for first := 0; first < len(keys); {
		b, end := p.bucket(keys[first]), first+1
		for end < len(keys) && p.bucket(keys[end]) == b {
			end++
		}
		for len(buckets) <= end-first {
			buckets = append(buckets, nil)
		}
		buckets[end-first] = append(buckets[end-first], bucketOf{uint32(first), uint32(end)})
		first = end
	}
	return buckets
}

// settle finds a pilot for each bucket, those of most keys first, so that no two
// keys share a slot; false where there is none.
func (p *places) settle(keys []uint32, buckets [][]bucketOf) bool {
	taken := make([]uint64, p.size/slotsInBitSet+1)
	for _, size := range slices.Backward(buckets) {
		for _, b := range size {
			if !p.steer(taken, keys[b.first:b.end]) {
				return false
			}
		}
	}
	return true
}

// steer finds the first pilot that leads the keys of a bucket into slots that
// are not taken, and takes them.
func (p *places) steer(taken []uint64, keys []uint32) bool {
	for pilot := range pilotsAtMost {
		if p.take(taken, keys, uint8(pilot)) {
			p.pilots[p.bucket(keys[0])] = uint8(pilot)
			return true
		}
	}
	return false
}

// take takes the slots of some keys under a pilot, or, when one of them is taken,
// none.
func (p *places) take(taken []uint64, keys []uint32, pilot uint8) bool {
	for i, k := range keys {
		s := displaced(k, pilot, p.size)
		if taken[s/slotsInBitSet]>>(s%slotsInBitSet)&1 != 0 {
			for _, k := range keys[:i] {
				s := displaced(k, pilot, p.size)
				taken[s/slotsInBitSet] &^= 1 << (s % slotsInBitSet)
			}
			return false
		}
		taken[s/slotsInBitSet] |= 1 << (s % slotsInBitSet)
	}
	return true
}
