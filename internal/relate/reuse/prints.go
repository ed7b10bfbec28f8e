package reuse

import (
	"cmp"
	"slices"

	"rapporteur/internal/news"
	"rapporteur/internal/relate/common"
)

// Prints is what of one report is held against all others: the names that its
// matter is known by, and the fingerprints of its running text.
type Prints struct {
	Outlet string
	Terms  []uint32 // at most topTerms, sorted
	Marks  []uint64 // fingerprints, sorted, each once
	Near   []uint16 // of each of Marks: bit k where Terms[k] stands in and around the passage and nowhere else
}

const (
	topTerms   = 16 // capitalised words that stand for the matter of a report; a bit each in Prints.Near
	sameMatter = 2  // of them must be common for two reports to be about one matter
	around     = 20 // words before and behind a passage whose names belong to it
)

// PrintsOf takes the prints of a. They are a's alone: what else was read does
// not change them.
func PrintsOf(a *news.Analysis) *Prints {
	w := split(a)
	p := &Prints{Outlet: a.Doc.Outlet, Terms: terms(w)}
	at := plainWords(w, nil)
	first, last := p.extents(w)
	marks := fingerprints(0, w, at, nil)
	slices.SortStableFunc(marks, func(x, y posting) int { return cmp.Compare(x.hash, y.hash) })
	marks = slices.CompactFunc(marks, func(x, y posting) bool { return x.hash == y.hash })
	p.Marks, p.Near = make([]uint64, len(marks)), make([]uint16, len(marks))
	for i, m := range marks {
		p.Marks[i] = m.hash
		from, to := at[max(0, int(m.at)-around)], at[min(len(at)-1, int(m.at)+gram+around)]
		for k := range p.Terms {
			if first[k] >= from && last[k] <= to {
				p.Near[i] |= 1 << k
			}
		}
	}
	return p
}

// extents are the first and last place of each term, written with a capital.
func (p *Prints) extents(w *words) (first, last [topTerms]int32) {
	for i := range first {
		first[i] = -1
	}
	for i, h := range w.hash {
		if !w.capital[i] {
			continue
		}
		if k, ok := slices.BinarySearch(p.Terms, h); ok {
			if first[k] < 0 {
				first[k] = int32(i)
			}
			last[k] = int32(i)
		}
	}
	return first, last
}

// frequent gives how many of common.Documents hold a word.
var frequent = common.By(hashOf)

// term is a word of a report with its weight there.
type term struct {
	hash   uint32
	weight float64
}

// terms are the names that weigh most in a report (how often, times how rare
// in any report), sorted.
func terms(w *words) (out []uint32) {
	d := capitals(w)
	for k := range d {
		d[k].weight *= common.Rarity(frequent[d[k].hash])
	}
	slices.SortFunc(d, func(a, b term) int { return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.hash, b.hash)) })
	for _, c := range d[:min(len(d), topTerms)] {
		out = append(out, c.hash)
	}
	slices.Sort(out)
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

// commonTerms counts the terms that two reports share, but for those that
// stand only near a passage in both: nearA and nearB are of Prints.Near.
func commonTerms(a, b []uint32, nearA, nearB uint16) (n int) {
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			if nearA>>i&1 == 0 || nearB>>j&1 == 0 {
				n++
			}
			i, j = i+1, j+1
		}
	}
	return n
}

// Short are the marks in half their length: enough to tell what two given
// reports share, where a chance likeness is one in a hundred thousand.
func (p *Prints) Short() []uint32 {
	out := make([]uint32, len(p.Marks))
	for i, m := range p.Marks {
		out[i] = uint32(m >> 32)
	}
	return slices.Clip(slices.Compact(out))
}
