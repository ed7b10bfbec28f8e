package learn

// keyTable gives features a number while a Trainer learns: open addressing, at
// most half full.
type keyTable struct {
	slots []keySlot
	used  int
	shift uint
}

// keySlot is a feature and its number, one or more; 0 in a free slot.
type keySlot struct {
	key uint32
	n   int32
}

func newKeyTable() keyTable {
	const bits = 16
	return keyTable{slots: make([]keySlot, 1<<bits), shift: 32 - bits}
}

// home is where key would best stand; keys that come in order are spread too.
func (t *keyTable) home(key uint32) uint32 { return key * 0x9E3779B1 >> t.shift }

// find is the number of key, 0 for none.
func (t *keyTable) find(key uint32) int32 {
	mask := uint32(len(t.slots) - 1)
	for i := t.home(key); ; i++ {
		if e := t.slots[i&mask]; e.key == key || e.n == 0 {
			return e.n
		}
	}
}

// claim is the slot of key, a new one with the number first where there was none.
// It is good until the next claim.
func (t *keyTable) claim(key uint32, first int32) *keySlot {
	if 2*t.used >= len(t.slots) {
		t.grow()
	}
	mask := uint32(len(t.slots) - 1)
	for i := t.home(key); ; i++ {
		e := &t.slots[i&mask]
		if e.n == 0 {
			*e = keySlot{key, first}
			t.used++
			return e
		}
		if e.key == key {
			return e
		}
	}
}

func (t *keyTable) grow() {
	old := t.slots
	t.slots = make([]keySlot, 2*len(old))
	t.shift--
	t.used = 0
	for _, e := range old {
		if e.n > 0 {
			t.claim(e.key, e.n)
		}
	}
}
