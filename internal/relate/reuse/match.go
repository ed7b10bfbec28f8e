package reuse

import (
	"slices"

	"rapporteur/internal/text"
)

// Thresholds. They follow the guide for the labels of the development pairs
// (derived: about 40% of the shorter text; partial: two sentences or one long
// one) and were set there once; copies_test pins what they give.
const (
	shingle      = 5    // words of the shortest common run that is looked at
	sameShare    = 0.85 // of both texts: one text
	derivedShare = 0.45 // of the shorter text: derived
	derivedWords = 40   // and at least so many words, or a shared sentence makes a short text "derived"
	longSentence = 18   // words of a common sentence that makes a pair partial by itself
	someSentence = 7    // words of each of two common sentences that do
	commonShare  = 0.6  // of a sentence's words that must be common
	minPassage   = 8    // words of a passage worth showing
	someShare    = 0.25 // of the shorter text, and partialWords words: partial without a common sentence
	partialWords = 9    //
	minSpeech    = 8    // words of common speech that make a pair quotes-only
	maxChain     = 16   // places of one shingle that are tried
)

// run is a maximal common run of words: n words from word a of A and b of B.
type run struct{ a, b, n int32 }

// matcher holds the index of one text's shingles; reused between pairs.
type matcher struct {
	of    int32 // report indexed, -1 for none
	heads map[uint64]int32
	next  []int32
	runs  []run
	inA   []bool
	inB   []bool
}

func newMatcher() *matcher { return &matcher{of: -1, heads: map[uint64]int32{}} }

// shingleAt hashes the shingle that starts at word i.
func shingleAt(h []uint32, i int) uint64 {
	x := uint64(14695981039346656037)
	for _, w := range h[i : i+shingle] {
		x = (x ^ uint64(w)) * 1099511628211
	}
	return x
}

// index makes A the text that others are matched against.
func (m *matcher) index(n int32, a *words) {
	if m.of == n {
		return
	}
	m.of = n
	clear(m.heads)
	m.next = slices.Grow(m.next[:0], len(a.hash))[:len(a.hash)]
	for i := len(a.hash) - shingle; i >= 0; i-- {
		k := shingleAt(a.hash, i)
		m.next[i] = m.heads[k] - 1 // 0 in the map is none
		m.heads[k] = int32(i + 1)
	}
}

// match finds the common runs of the indexed text a and of b, by place in b:
// greedy, longest first at each place, each run as long as it goes.
func (m *matcher) match(a, b *words) []run {
	m.runs = m.runs[:0]
	for j := 0; j+shingle <= len(b.hash); {
		best := run{}
		tries := 0
		for i := m.heads[shingleAt(b.hash, j)] - 1; i >= 0 && tries < maxChain; i = m.next[i] {
			if n := extent(a.hash[i:], b.hash[j:]); n > best.n {
				best = run{i, int32(j), n}
			}
			tries++
		}
		if best.n < shingle {
			j++
			continue
		}
		m.runs = append(m.runs, best)
		j += int(best.n)
	}
	return m.runs
}

func extent(a, b []uint32) int32 {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return int32(n)
}

// compare verifies one candidate pair.
func (m *matcher) compare(docs []*words, i, j int32) Pair {
	a, b := docs[i], docs[j]
	m.index(i, a)
	runs := m.match(a, b)
	m.inA, m.inB = fit(m.inA, len(a.hash)), fit(m.inB, len(b.hash))
	p := Pair{A: i, B: j}
	said := 0
	for _, r := range runs {
		plain, spoken := m.cover(a, b, r)
		said += spoken
		if plain >= minPassage {
			p.Passages = append(p.Passages, Passage{A: whole(a, r.a, r.n), B: whole(b, r.b, r.n), Words: plain})
		}
	}
	slices.SortFunc(p.Passages, func(x, y Passage) int { return int(x.A.Start - y.A.Start) })
	nA, nB := covered(m.inA), covered(m.inB)
	p.ShareA, p.ShareB = share(nA, a.plain), share(nB, b.plain)
	p.Class = m.class(a, b, p, min(nA, nB), said)
	return p
}

// class decides by what is common: see the thresholds.
func (m *matcher) class(a, b *words, p Pair, plain, said int) Class {
	switch {
	case p.ShareA >= sameShare && p.ShareB >= sameShare && plain >= longSentence:
		return Same
	case max(p.ShareA, p.ShareB) >= derivedShare && plain >= derivedWords:
		return Derived
	case commonSentences(a, m.inA) && commonSentences(b, m.inB),
		max(p.ShareA, p.ShareB) >= someShare && plain >= partialWords:
		return Partial
	case said >= minSpeech:
		return QuotesOnly
	}
	return Independent
}

// cover marks the words of r that are reporting on both sides, and counts them
// and those that are speech.
func (m *matcher) cover(a, b *words, r run) (plain, spoken int) {
	for k := range r.n {
		switch why := a.aside[r.a+k] | b.aside[r.b+k]; {
		case why == own:
			m.inA[r.a+k], m.inB[r.b+k] = true, true
			plain++
		case why&furniture == 0:
			spoken++
		}
	}
	return plain, spoken
}

// commonSentences reports whether w has one long or two shorter sentences that
// are for the most part common.
func commonSentences(w *words, in []bool) bool {
	short := 0
	for i := 0; i < len(w.hash); {
		n, hit, first := 0, 0, i
		for ; i < len(w.hash) && w.sentence[i] == w.sentence[first]; i++ {
			if w.aside[i] == own {
				n++
				if in[i] {
					hit++
				}
			}
		}
		if n == 0 || float64(hit) < commonShare*float64(n) {
			continue
		}
		if hit >= longSentence {
			return true
		}
		if hit >= someSentence {
			short++
		}
	}
	return short >= 2
}

func fit(b []bool, n int) []bool {
	b = slices.Grow(b[:0], n)[:n]
	clear(b)
	return b
}

func covered(in []bool) (n int) {
	for _, x := range in {
		if x {
			n++
		}
	}
	return n
}

func share(n, of int) float64 { return float64(n) / float64(max(of, 1)) }

func whole(w *words, at, n int32) text.Span {
	return w.span[at].Cover(w.span[at+n-1])
}
