package learn

// Features are 32-bit keys made from 64-bit values: word hashes, tags, places.
// The first argument of each maker is the number of the feature's template, so
// that equal values in different roles stay apart.

const (
	mul1 = 0x9E3779B97F4A7C15
	mul2 = 0xFF51AFD7ED558CCD
	mul3 = 0xC4CEB9FE1A85EC53
)

// HashStart begins a hash (FNV-1a) that HashByte continues and Stir ends.
const HashStart = 0xCBF29CE484222325

// HashByte adds one byte to a hash.
func HashByte(h uint64, b byte) uint64 { return (h ^ uint64(b)) * 0x100000001B3 }

// Stir spreads the bits of h over the whole word.
func Stir(h uint64) uint64 {
	h ^= h >> 33
	h *= mul2
	h ^= h >> 29
	return h
}

// HashWord is the hash of a word in small letters.
func HashWord(s string) uint64 {
	h := uint64(HashStart)
	for i := range len(s) {
		h = HashByte(h, s[i]|0x20)
	}
	return Stir(h)
}

func finish(h uint64) uint32 {
	h ^= h >> 32
	h *= mul3
	return uint32(h >> 32)
}

// Key1 is the feature of template t with one value.
func Key1(t, a uint64) uint32 { return finish((a + t*mul1) * mul2) }

// Key2 is the feature of template t with two values.
func Key2(t, a, b uint64) uint32 { return finish(((a+t*mul1)*mul2 ^ b) * mul1) }

// Key3 is the feature of template t with three values.
func Key3(t, a, b, c uint64) uint32 {
	h := ((a+t*mul1)*mul2 ^ b) * mul1
	h ^= h >> 31
	return finish((h + c) * mul2)
}
