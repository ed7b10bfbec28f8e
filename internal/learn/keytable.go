package learn

// keyTable finds the row of a feature while a Trainer learns: open addressing,
// at most half full.
type keyTable struct {
	slots []keySlot
	used  int
	shift uint
}

type keySlot struct {
	key  uint32
	row  int32 // -1: no row yet
	used bool
	met  uint8 // mistakes it was part of before it got its row
}

func newKeyTable() keyTable {
	const bits = 16
	return keyTable{slots: make([]keySlot, 1<<bits), shift: 32 - bits}
}

// find is the row of key, -1 for none.
func (t *keyTable) find(key uint32) int32 {
	mask := uint32(len(t.slots) - 1)
	for i := key >> t.shift; ; i++ {
		e := &t.slots[i&mask]
		if !e.used {
			return -1
		}
		if e.key == key {
			return e.row
		}
	}
}

// claim is the slot of key, a new one where there was none. It is good until
// the next claim.
func (t *keyTable) claim(key uint32) *keySlot {
	if 2*t.used >= len(t.slots) {
		t.grow()
	}
	mask := uint32(len(t.slots) - 1)
	for i := key >> t.shift; ; i++ {
		e := &t.slots[i&mask]
		if !e.used {
			*e = keySlot{key: key, row: -1, used: true}
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
		if e.used {
			*t.claim(e.key) = e
		}
	}
}
