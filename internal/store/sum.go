package store

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
)

// sumSize is the number of bytes that tell a line from others of its id.
const sumSize = 16

func sumOf(parts ...any) []byte {
	h := sha256.New()
	for _, p := range parts {
		switch v := p.(type) {
		case []byte:
			h.Write(v)
		case string:
			h.Write([]byte(v))
		}
		h.Write([]byte{0})
	}
	return h.Sum(nil)[:sumSize]
}

// total is the sum of the sums of a set of lines: it tells the set, and is kept
// up as lines come and go.
type total [2]uint64

func totalOf(s string) (t total) {
	fmt.Sscanf(s, "%016x%016x", &t[0], &t[1])
	return t
}

func (t *total) String() string { return fmt.Sprintf("%016x%016x", t[0], t[1]) }

func (t *total) add(sum []byte) {
	for i := range t {
		t[i] += binary.LittleEndian.Uint64(sum[8*i:])
	}
}

func (t *total) take(sum []byte) {
	for i := range t {
		t[i] -= binary.LittleEndian.Uint64(sum[8*i:])
	}
}
