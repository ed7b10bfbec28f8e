package reuse

import (
	"cmp"
	"math"
	"slices"

	"rapporteur/internal/relate/lists"
)

const (
	topTerms   = 16 // capitalised words that stand for the matter of a report
	sameMatter = 2  // of them must be common for two reports to be about one matter
)

// setFurnitureAside finds the passages that reports on different matters have
// in common, notices and menus that cleaning left behind, and sets them aside.
// Copying needs a common matter; what is left without one is furniture.
func (t *Texts) setFurnitureAside() {
	terms := t.terms()
	bad := make([][]int32, len(t.docs)) // places among the plain words where furniture begins
	groups(t.postings(), func(g []posting) {
		if !t.mixed(g, terms) {
			return
		}
		for _, p := range g {
			bad[p.doc] = append(bad[p.doc], p.at)
		}
	})
	var at []int32
	for i, places := range bad {
		if len(places) == 0 {
			continue
		}
		w := t.docs[i]
		at = plainWords(w, at)
		for _, p := range places {
			for _, k := range at[p:min(int(p)+gram, len(at))] {
				w.aside[k] |= furniture
			}
		}
		w.count()
	}
}

// around is the number of words before and behind a passage whose names belong
// to it.
const around = 20

// mixed reports whether neighbours in g are about different matters. What one
// outlet prints twice may name its own street and town: there the names in and
// around the passage do not count.
func (t *Texts) mixed(g []posting, terms [][]uint32) bool {
	for i := 1; i < len(g); i++ {
		a, b := g[i-1], g[i]
		if a.doc == b.doc {
			continue
		}
		n := lists.Common(terms[a.doc], terms[b.doc])
		if o := t.in[a.doc].Doc.Outlet; n >= sameMatter && o != "" && o == t.in[b.doc].Doc.Outlet {
			n -= t.namesAt(a, terms[a.doc], terms[b.doc])
		}
		if n < sameMatter {
			return true
		}
	}
	return false
}

// namesAt counts the common names of two reports that stand in and around the
// passage p of the one and nowhere else in it.
func (t *Texts) namesAt(p posting, mine, others []uint32) (count int) {
	w := t.docs[p.doc]
	at := plainWords(w, nil)
	from, to := at[max(0, int(p.at)-around)], at[min(len(at)-1, int(p.at)+gram+around)]
	for _, h := range mine {
		if _, ok := slices.BinarySearch(others, h); !ok {
			continue
		}
		near, far := 0, 0
		for k, x := range w.hash {
			if x != h || !w.capital[k] {
				continue
			}
			if int32(k) >= from && int32(k) <= to {
				near++
			} else {
				far++
			}
		}
		if near > 0 && far == 0 {
			count++
		}
	}
	return count
}

// term is a word of a report with its weight there.
type term struct {
	hash   uint32
	weight float64
}

// terms gives each report the names that weigh most in it (how often, times
// how few others have them), sorted.
func (t *Texts) terms() [][]uint32 {
	in := map[uint32]int32{} // number of reports that have the word with a capital
	counts := make([][]term, len(t.docs))
	for i, w := range t.docs {
		counts[i] = capitals(w)
		for _, c := range counts[i] {
			in[c.hash]++
		}
	}
	out := make([][]uint32, len(t.docs))
	for i, d := range counts {
		for k := range d {
			d[k].weight *= math.Log(float64(len(t.docs)+1) / float64(in[d[k].hash]))
		}
		slices.SortFunc(d, func(a, b term) int { return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.hash, b.hash)) })
		for _, c := range d[:min(len(d), topTerms)] {
			out[i] = append(out[i], c.hash)
		}
		slices.Sort(out[i])
	}
	return out
}

// capitals counts the words of w that begin with a capital letter.
func capitals(w *words) (out []term) {
	var h []uint32
	for i, c := range w.capital {
		if c && w.aside[i]&furniture == 0 {
			h = append(h, w.hash[i])
		}
	}
	slices.Sort(h)
	for i := 0; i < len(h); {
		j := i + 1
		for j < len(h) && h[j] == h[i] {
			j++
		}
		out = append(out, term{h[i], float64(j - i)})
		i = j
	}
	return out
}
