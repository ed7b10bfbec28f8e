package lex

import (
	"unicode"

	"rapporteur/internal/text"
)

// table finds phrases by a hash of their letters: open addressing, no string
// is built and no map is touched while looking up. Phrases whose letters give
// one hash (under keep) are one phrase; 64 bits make a chance meeting of two
// others a matter of 1 in 10^12 for tables of this size.
type table[T any] struct {
	slots  []slot
	values []T
	mask   uint64
	used   int
}

type slot struct {
	hash   uint64
	value  int32 // 1-based; 0: only the beginning of a longer phrase
	filled bool
}

// longestPhrase bounds how many words a lookup tries; checked on load.
const longestPhrase = 12

// keep maps a rune of a phrase to what is hashed; -1 leaves it out.
type keep func(rune) rune

// cased ignores full stops, hyphens, spaces, apostrophes' form and diacritics.
func cased(r rune) rune {
	switch r = text.Plain(r); r {
	case '.', '-', ' ', '\u00a0', ',', '\'':
		return -1
	}
	if r >= 0x80 {
		return bare(r)
	}
	return r
}

// folded is cased without case.
func folded(r rune) rune { return unicode.ToLower(cased(r)) }

// honor keeps case and drops only the full stop.
func honor(r rune) rune {
	if r == '.' {
		return -1
	}
	return r
}

// bare strips the diacritics that English news drops when it copies a name.
func bare(r rune) rune {
	for _, f := range diacritics {
		for _, c := range f.from {
			if c == r {
				return f.to
			}
		}
	}
	return r
}

var diacritics = []struct {
	from string
	to   rune
}{
	{"àáâãäåāăą", 'a'}, {"çćč", 'c'}, {"ďđ", 'd'}, {"èéêëēėęě", 'e'}, {"ğ", 'g'}, {"ìíîïīı", 'i'}, {"ł", 'l'},
	{"ñńň", 'n'}, {"òóôõöøō", 'o'}, {"ř", 'r'}, {"śšşș", 's'}, {"ťţț", 't'}, {"ùúûüūů", 'u'}, {"ýÿ", 'y'}, {"źżž", 'z'},
	{"ÀÁÂÃÄÅ", 'A'}, {"ÇĆČ", 'C'}, {"ÈÉÊË", 'E'}, {"ÌÍÎÏİ", 'I'}, {"Ł", 'L'}, {"Ñ", 'N'}, {"ÒÓÔÕÖØ", 'O'},
	{"ŚŠŞȘ", 'S'}, {"ÙÚÛÜ", 'U'}, {"ŹŻŽ", 'Z'},
}

const hashSeed, hashPrime = 14695981039346656037, 1099511628211

// add runs the FNV-1a hash h over w.
func add(h uint64, w string, k keep) uint64 {
	for _, r := range w {
		if r = k(r); r >= 0 {
			h = (h ^ uint64(r)) * hashPrime
		}
	}
	return h
}

func (t *table[T]) find(h uint64) *slot {
	for i := h & t.mask; ; i = (i + 1) & t.mask {
		if s := &t.slots[i]; !s.filled || s.hash == h {
			return s
		}
	}
}

// exact is the value of the whole phrase, nil for none.
func (t *table[T]) exact(phrase string, k keep) *T {
	if s := t.find(add(hashSeed, phrase, k)); s.value > 0 {
		return &t.values[s.value-1]
	}
	return nil
}

// longest is the value of the longest phrase of words i.. below n, and its length.
func (t *table[T]) longest(i, n int, word func(int) string, k keep) (best *T, length int) {
	h := uint64(hashSeed)
	for j := i; j < n && j-i < longestPhrase; j++ {
		was := h
		h = add(h, word(j), k)
		if h == was && j == i {
			return nil, 0 // a phrase starts with a letter
		}
		s := t.find(h)
		if !s.filled {
			break
		}
		if s.value > 0 && h != was {
			best, length = &t.values[s.value-1], j-i+1
		}
	}
	return best, length
}

// put stores v under phrase and marks every beginning of it, since a token may
// end after any letter. A phrase that is there already keeps its first value.
func (t *table[T]) put(phrase string, v T, k keep) {
	for i := range phrase {
		if h := add(hashSeed, phrase[:i], k); h != hashSeed {
			t.claim(h)
		}
	}
	if s := t.claim(add(hashSeed, phrase, k)); s.value == 0 {
		t.values = append(t.values, v)
		s.value = int32(len(t.values))
	}
}

// claim is the slot of h, made where there is none.
func (t *table[T]) claim(h uint64) *slot {
	if 2*(t.used+1) > len(t.slots) {
		t.grow()
	}
	s := t.find(h)
	if !s.filled {
		s.hash, s.filled = h, true
		t.used++
	}
	return s
}

func (t *table[T]) grow() {
	old := t.slots
	size := max(1<<10, 2*len(old))
	t.slots, t.mask = make([]slot, size), uint64(size-1)
	for _, s := range old {
		if s.filled {
			*t.find(s.hash) = s
		}
	}
}
