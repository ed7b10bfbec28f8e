package reuse

import (
	"math/rand/v2"
	"testing"
)

// TestFingersAreATable: what was set last is found, whatever else is set.
func TestFingersAreATable(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 1))
	want, hashes := map[uint64]finger{}, []uint64{}
	var f fingers
	for range 60000 {
		hash := r.Uint64() >> r.IntN(30) // many with the same upper bits
		if len(hashes) > 0 && r.IntN(3) == 0 {
			hash = hashes[r.IntN(len(hashes))]
		}
		x := finger{hash, int32(1 + r.IntN(1000)), uint16(r.IntN(1 << 16))}
		f.set(x)
		want[hash] = x
		hashes = append(hashes, hash)
	}
	for hash, x := range want {
		if at, near := f.find(hash); at != x.at || near != x.near {
			t.Fatalf("%x: %d %d, want %d %d", hash, at, near, x.at, x.near)
		}
	}
	for range 1000 {
		if hash := r.Uint64(); want[hash].at == 0 {
			if at, _ := f.find(hash); at != 0 {
				t.Fatalf("%x is found and was never set", hash)
			}
		}
	}
}
