package learn

// The rows of a model are found by key in a table of slots, in the order of
// their keys and each at its home or behind it. Keys are hashes, so that the
// home of a key is its share of the table; what is at a home that is greater
// than the key sought says that there is no such row. Gaps bear the greatest key
// and nothing else, and the table ends with one, so that a search needs no other
// end. A table that is half full fits into the caches of a processor twice as
// well as one that is as large as the next power of two.

// noKey stands in gaps. As a key it is that of a row without weights.
const noKey = 1<<32 - 1

// home is where key would best stand in a table of size.
func home(key uint32, size uint64) uint64 { return uint64(key) * size >> 32 }

// sizeOf is the size of a table of n rows.
func sizeOf(n int) uint64 { return 2*uint64(n) + 1 }

// layout makes the table of rows with keys, which ascend; row gives the i-th.
func layout[S any](keys []uint32, size uint64, gap S, row func(i int) S) []S {
	slots := make([]S, 0, size+16)
	for i, k := range keys {
		if k == noKey {
			continue
		}
		for uint64(len(slots)) < home(k, size) {
			slots = append(slots, gap)
		}
		slots = append(slots, row(i))
	}
	for uint64(len(slots)) <= size {
		slots = append(slots, gap)
	}
	return append(slots, gap)
}
