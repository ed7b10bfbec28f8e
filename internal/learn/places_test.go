package learn

import (
	"errors"
	"slices"
	"testing"
)

func hashes(n int) []uint32 {
	keys := make([]uint32, n)
	for i := range keys {
		keys[i] = Key1(1, uint64(i))
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

func TestEveryKeyHasAPlaceOfItsOwn(t *testing.T) {
	for _, n := range []int{0, 1, 2, 7, 1000, 100_000} {
		keys := hashes(n)
		p := placesOf(keys)
		taken := make([]bool, p.size)
		for _, k := range keys {
			if s := p.slot(k); taken[s] {
				t.Fatalf("%d keys: two of them in slot %d", n, s)
			} else {
				taken[s] = true
			}
		}
		if s := p.slot(noKey); s >= p.size {
			t.Errorf("%d keys: an unknown one leads to slot %d of %d", n, s, p.size)
		}
		if most := uint64(n)*3/2 + 1; p.size > most {
			t.Errorf("%d keys take %d slots, want at most %d", n, p.size, most)
		}
	}
}

func TestKeysOfOneBucketFindRoom(t *testing.T) {
	keys := make([]uint32, mostInBucket)
	for i := range keys {
		keys[i] = uint32(i)
	}
	if err := spread(keys); err != nil {
		t.Fatal(err)
	}
	p := placesOf(keys)
	taken := map[uint64]bool{}
	for _, k := range keys {
		taken[p.slot(k)] = true
	}
	if len(taken) != len(keys) {
		t.Errorf("%d keys stand in %d slots", len(keys), len(taken))
	}
}

func TestKeysThatAreNoHashesAreRefused(t *testing.T) {
	keys := make([]uint32, 10_000)
	for i := range keys {
		keys[i] = uint32(i)
	}
	if err := spread(keys); !errors.Is(err, errCrowd) {
		t.Errorf("error %v, want %v", err, errCrowd)
	}
}

func BenchmarkPlaces(b *testing.B) {
	keys := hashes(1_000_000)
	for b.Loop() {
		placesOf(keys)
	}
}
