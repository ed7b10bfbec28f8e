package identity

import (
	"strconv"
	"strings"

	"rapporteur/internal/relate/lists"
)

// offices joins two spellings of one name that are too far apart to be joined
// by their sound, where one story gives both the same office at the same time:
// a state has one foreign minister.
func (r *resolver) offices() {
	holders := map[string][]int32{}
	var order []string
	for n := range r.nodes {
		v := &r.nodes[n]
		if !v.person || v.short || len(v.name.parts) < 2 {
			continue
		}
		for _, s := range v.stories {
			for _, o := range v.titles {
				if !heldByOne[o[strings.LastIndexByte(o, ' ')+1:]] {
					continue
				}
				k := strconv.Itoa(int(s)) + "\x00" + o
				if holders[k] == nil {
					order = append(order, k)
				}
				holders[k] = append(holders[k], int32(n))
			}
		}
	}
	var all []proposal
	for _, k := range order {
		h := holders[k]
		for i := range min(len(h), largestBlock) {
			for _, o := range h[:i] {
				if r.find(o) != r.find(h[i]) && oneBody(&r.nodes[o], &r.nodes[h[i]]) && loosely(r.nodes[o].name, r.nodes[h[i]].name) {
					all = append(all, proposal{o, h[i], Match{byOffice, "one-office"}})
				}
			}
		}
	}
	r.carryOut(all)
}

// oneBody reports whether the offices of two people are not known to belong to
// two bodies.
func oneBody(a, b *node) bool {
	return len(a.bodiesOf) == 0 || len(b.bodiesOf) == 0 || lists.Meet(a.bodiesOf, b.bodiesOf)
}

// loosely reports whether two names of as many words are word by word the same
// letters, but for one, once letters that alphabets write for each other count
// as one.
func loosely(a, b name) bool {
	if len(a.parts) != len(b.parts) {
		return false
	}
	for i := range a.parts {
		x, y := loose.Replace(a.parts[i].fold), loose.Replace(b.parts[i].fold)
		if x != y && (min(len(x), len(y)) < 4 || edits(x, y) > 1 || feminine(x, y)) {
			return false
		}
	}
	return true
}

// loose brings letters together that alphabets write for each other.
var loose = strings.NewReplacer("ts", "c", "tz", "c", "cz", "c", "tch", "c", "ch", "c", "j", "i", "y", "i", "w", "v", "ph", "f", "kh", "h", "k", "c", "sz", "s", "sh", "s", "zh", "z")
