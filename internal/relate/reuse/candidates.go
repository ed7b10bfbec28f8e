package reuse

import (
	"cmp"
	"slices"

	"rapporteur/internal/news"
)

const (
	gram      = 8  // words of a fingerprint
	window    = 6  // a common run of gram+window-1 words is always found
	minHits   = 2  // fingerprints that two reports must share to be compared
	neighbors = 12 // earlier reports of one fingerprint that a report is paired with, beside the first
	maxApart  = 45 // days between two reports that are compared
)

// posting is one fingerprint of one report.
type posting struct {
	hash uint64
	doc  int32
	at   int32 // place among the plain words
}

type candidate struct{ a, b int32 }

// plainWords are the places of the words of w that count.
func plainWords(w *words, buf []int32) []int32 {
	buf = buf[:0]
	for i, r := range w.aside {
		if r == own {
			buf = append(buf, int32(i))
		}
	}
	return buf
}

// fingerprints appends the winnowed fingerprints of w: of every window of
// consecutive grams the one with the least hash, the last where several are.
func fingerprints(doc int32, w *words, at []int32, out []posting) []posting {
	var ring [window]uint64
	picked := -1
	for i := 0; i+gram <= len(at); i++ {
		h := uint64(14695981039346656037)
		for _, p := range at[i : i+gram] {
			h = (h ^ uint64(w.hash[p])) * 1099511628211
		}
		ring[i%window] = h ^ h>>29
		if i+1 < window && i+gram < len(at) {
			continue
		}
		best := i
		for k := max(0, i-window+1); k < i; k++ {
			if ring[k%window] < ring[best%window] {
				best = k
			}
		}
		if best != picked {
			picked = best
			out = append(out, posting{ring[best%window], doc, int32(best)})
		}
	}
	return out
}

// postings are the fingerprints of all reports, by hash and report.
func (t *Texts) postings() []posting {
	var out []posting
	var at []int32
	for i, w := range t.docs {
		at = plainWords(w, at)
		out = fingerprints(int32(i), w, at, out)
	}
	slices.SortFunc(out, func(a, b posting) int {
		return cmp.Or(cmp.Compare(a.hash, b.hash), cmp.Compare(a.doc, b.doc), cmp.Compare(a.at, b.at))
	})
	return out
}

// groups yields the runs of postings with one hash that more than one report has.
func groups(all []posting, yield func([]posting)) {
	for i := 0; i < len(all); {
		j := i + 1
		for j < len(all) && all[j].hash == all[i].hash {
			j++
		}
		if all[i].doc != all[j-1].doc {
			yield(all[i:j])
		}
		i = j
	}
}

// candidates are the pairs that share at least minHits fingerprints. A text
// that hundreds carry pairs each with the first and with its neighbours in
// time, so that the work stays linear and the group stays connected.
func (t *Texts) candidates() []candidate {
	var pairs []uint64
	var docs []int32
	groups(t.postings(), func(g []posting) {
		docs = docs[:0]
		for _, p := range g {
			if n := len(docs); n == 0 || docs[n-1] != p.doc {
				docs = append(docs, p.doc)
			}
		}
		for i := 1; i < len(docs); i++ {
			for j := max(0, i-neighbors); j < i; j++ {
				pairs = t.pair(pairs, docs[j], docs[i])
			}
			if i > neighbors {
				pairs = t.pair(pairs, docs[0], docs[i])
			}
		}
	})
	slices.Sort(pairs)
	var out []candidate
	for i := 0; i < len(pairs); {
		j := i + 1
		for j < len(pairs) && pairs[j] == pairs[i] {
			j++
		}
		if j-i >= minHits {
			out = append(out, candidate{int32(pairs[i] >> 32), int32(pairs[i])})
		}
		i = j
	}
	return out
}

func (t *Texts) pair(pairs []uint64, a, b int32) []uint64 {
	if apart(t.in[a], t.in[b]) > maxApart {
		return pairs
	}
	return append(pairs, uint64(a)<<32|uint64(b))
}

// apart is the number of days between two reports; 0 where one has no date.
func apart(a, b *news.Analysis) int {
	x, y := a.Day(), b.Day()
	if x.IsZero() || y.IsZero() {
		return 0
	}
	n := y.Sub(x)
	return max(n, -n)
}
