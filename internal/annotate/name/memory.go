package name

import "rapporteur/internal/annotate/lex"

// memory is what the first reading said of each word of a report: how often it
// was outside and in a name of each class, and whether it also stands there in
// small letters. Open addressing by the hash of the word.
type memory struct {
	slots []recollection
	mask  uint64
}

type recollection struct {
	word  uint64
	used  bool
	small bool // stands in small letters somewhere
	seen  [1 + classes]uint16
	multi [classes]uint16 // in a name of two words or more
}

// Remember takes down what the labels say, for the second reading.
func (w *Window) Remember() {
	size := 64
	for size < 2*len(w.forms) {
		size *= 2
	}
	w.memory = memory{make([]recollection, size), uint64(size - 1)}
	for i, l := range w.Labels {
		f := &w.forms[i]
		if f.Marks&(lex.Title|lex.Upper) == 0 {
			if f.Marks&lex.Small != 0 {
				w.memory.slot(f.Lower).small = true
			}
			continue
		}
		r := w.memory.slot(f.Word)
		if l == Outside {
			r.seen[0]++
			continue
		}
		r.seen[1+l.class()]++
		if l.place() != Whole {
			r.multi[l.class()]++
		}
	}
}

func (m *memory) slot(word uint64) *recollection {
	for i := word & m.mask; ; i = (i + 1) & m.mask {
		r := &m.slots[i]
		if !r.used {
			r.word, r.used = word, true
			return r
		}
		if r.word == word {
			return r
		}
	}
}

func (m *memory) find(word uint64) *recollection {
	for i := word & m.mask; m.slots[i].used; i = (i + 1) & m.mask {
		if m.slots[i].word == word {
			return &m.slots[i]
		}
	}
	return nil
}

// of sums up what is known of a word as one number: its commonest label, how
// clear that is, whether it comes more than once, and in which class of name it
// stands beside other words: "Brenn" in "Ada Brenn".
func (m *memory) of(word uint64) uint64 {
	r := m.find(word)
	if r == nil {
		return 0
	}
	best, total := 0, 0
	for c, n := range r.seen {
		total += int(n)
		if n > r.seen[best] {
			best = c
		}
	}
	if total == 0 {
		return 0
	}
	code := uint64(1+best) << 4
	if int(r.seen[best])*4 > total*3 {
		code |= 1
	}
	if total > 1 {
		code |= 2
	}
	longer := uint64(0)
	for c, n := range r.multi {
		if n > 0 && (longer == 0 || n > r.multi[longer-1]) {
			longer = uint64(c) + 1
		}
	}
	return code | longer<<2
}

// small reports whether the word also stands in small letters, 1 or 0.
func (m *memory) small(f *lex.Form) int {
	if f.Marks&(lex.Title|lex.Upper) == 0 {
		return 0
	}
	if r := m.find(f.Lower); r != nil && r.small {
		return 1
	}
	return 0
}
