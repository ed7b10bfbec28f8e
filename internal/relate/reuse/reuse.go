// Package reuse finds who copied whom: reports that are one text, abridged or
// rewritten copies, and passages that reports share; and from these the
// origins, each one act of reporting and its copies.
//
//	A  "The ferry ran aground at dawn. Divers found no one. ..."     A, B: one origin, "Coastal
//	B  "(Coastal News) The ferry ran aground at dawn. Divers ..."    News" by B's credit
//	C  "'We saw lights,' he said. ..."   D  "'We saw lights,' he told us. ..."   two origins: only speech is common
//
// In go frozen analyses in canonical order, of which only the text, the
// sentences and the credits are read; out come pairs with what they share and
// the origin of every report. Speech is never counted as copying, nor is the
// furniture of an outlet's pages. Nothing is deleted: copies fold.
//
// Method: winnowed 8-word fingerprints give candidate pairs (Schleimer et al.
// 2003); each pair is then verified exactly by its common runs of five words
// and more. The classes are METER's (Clough et al. 2002).
package reuse

import (
	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// Class says how much of a text two reports have in common.
type Class uint8

// Classes of a pair, least in common first.
const (
	Independent Class = iota // names and set phrases only
	QuotesOnly               // common speech, otherwise independent
	Partial                  // sentences in common, the rest their own
	Derived                  // one is mostly the other's, or both are one wire text
	Same                     // one text
)

// String is the class's name in the gold data.
func (c Class) String() string {
	return [...]string{"independent", "quotes-only", "partial", "derived", "same"}[c]
}

// Passage is a run of words that stands in both reports of a pair.
type Passage struct {
	A, B  text.Span
	Words int // without speech and furniture
}

// Pair is two reports that have something in common; A < B.
type Pair struct {
	A, B           int32
	Class          Class
	ShareA, ShareB float64   // part of the report's own words, speech and furniture set aside, that stands in the other
	Passages       []Passage // by place in A; those with at least minPassage words
}

// Result is what reuse found.
type Result struct {
	Pairs   []Pair  // Partial and closer, by (A, B)
	Origin  []int32 // per report: number of its origin
	Origins []Origin
	at      [][]borrowed
}

// Texts is a set of reports cut for comparison.
type Texts struct {
	in      []*news.Analysis
	docs    []*words
	matcher *matcher
}

// Open cuts the reports of in, which stands in canonical order, and sets aside
// what is speech or furniture in them. f may know more reports than these.
func Open(in []*news.Analysis, f *Furniture) *Texts {
	t := &Texts{in: in, docs: make([]*words, len(in)), matcher: newMatcher()}
	for i, a := range in {
		t.docs[i] = split(a)
	}
	t.setFurnitureAside(f)
	return t
}

// Compare classes one pair of reports, i < j.
func (t *Texts) Compare(i, j int32) Pair { return t.matcher.compare(t.docs, i, j) }

// Find compares all reports that may have something in common.
func Find(in []*news.Analysis, f *Furniture) *Result {
	t := Open(in, f)
	r := &Result{}
	for _, c := range t.candidates() {
		if p := t.Compare(c.a, c.b); p.Class >= Partial {
			r.Pairs = append(r.Pairs, p)
		}
	}
	r.trace(in)
	return r
}
