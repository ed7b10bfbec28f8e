package reuse

import (
	"slices"

	"rapporteur/internal/news"
)

// Furniture finds the passages that reports on different matters have in
// common: notices and menus that cleaning left behind, paragraphs that stand
// in everything on a war. Copying needs a common matter; what is shared
// without one is furniture.
//
// Whether a passage is furniture depends on the set of reports that carry it
// and not on their order, and once it is, no further report changes that.
type Furniture struct {
	prints []*Prints
	head   map[uint64]int32 // fingerprint -> 1 + its first post; settled where it is furniture
	posts  []post
}

// post says that a report carries a fingerprint. Those that differ in what is
// asked of them stand first in the list of a fingerprint; one that equals an
// earlier one in names, outlet and place adds nothing and stands behind.
type post struct {
	report int32 // place in prints
	next   int32 // 1 + the next post of the fingerprint, 0 for none
	near   uint16
	double bool
}

// settled stands for the posts of a fingerprint that is furniture.
const settled = -1

// NewFurniture knows no report yet.
func NewFurniture() *Furniture { return &Furniture{head: map[uint64]int32{}} }

// FurnitureOf is the furniture of a set of reports.
func FurnitureOf(in []*news.Analysis) *Furniture {
	f := NewFurniture()
	for _, a := range in {
		f.Add(PrintsOf(a))
	}
	return f
}

// Is reports whether a fingerprint is that of a passage of furniture.
func (f *Furniture) Is(hash uint64) bool { return f.head[hash] == settled }

// Add takes in the report that comes next, numbered from 0. It returns the
// earlier reports in which a passage has become furniture by it, in no order
// and perhaps more than once.
func (f *Furniture) Add(p *Prints) (changed []int32) {
	n := int32(len(f.prints))
	f.prints = append(f.prints, p)
	for i, hash := range p.Marks {
		head := f.head[hash]
		if head == settled {
			continue
		}
		if f.apart(head, p, p.Near[i]) {
			f.head[hash] = settled
			for k := head; k > 0; k = f.posts[k-1].next {
				changed = append(changed, f.posts[k-1].report)
			}
			continue
		}
		f.post(hash, post{report: n, near: p.Near[i]})
	}
	return changed
}

// apart reports whether one of the reports listed from head is on another
// matter than p. What one outlet prints twice may name its own street and
// town: there the names in and around the passage do not count.
func (f *Furniture) apart(head int32, p *Prints, mine uint16) bool {
	for k := head; k > 0 && !f.posts[k-1].double; k = f.posts[k-1].next {
		x := &f.posts[k-1]
		o := f.prints[x.report]
		near, other := mine, x.near
		if p.Outlet == "" || p.Outlet != o.Outlet {
			near, other = 0, 0
		}
		if commonTerms(p, o, near, other) < sameMatter {
			return true
		}
	}
	return false
}

// post lists a report under a fingerprint.
func (f *Furniture) post(hash uint64, x post) {
	head := f.head[hash]
	last := int32(0) // 1 + the last post that is no double
	for k := head; k > 0 && !f.posts[k-1].double; k = f.posts[k-1].next {
		x.double = x.double || f.alike(&f.posts[k-1], &x)
		last = k
	}
	at := int32(len(f.posts) + 1)
	if x.double {
		x.next = f.posts[last-1].next
		f.posts[last-1].next = at
	} else {
		x.next = head
		f.head[hash] = at
	}
	f.posts = append(f.posts, x)
}

// alike reports whether two posts are one for all that is asked of them.
func (f *Furniture) alike(x, y *post) bool {
	a, b := f.prints[x.report], f.prints[y.report]
	return a.Outlet == b.Outlet && x.near == y.near && slices.Equal(a.Terms, b.Terms)
}

// setFurnitureAside marks the passages of furniture in the texts.
func (t *Texts) setFurnitureAside(f *Furniture) {
	var at []int32
	for _, w := range t.docs {
		at = plainWords(w, at)
		marks := fingerprints(0, w, at, nil)
		found := false
		for _, m := range marks {
			if f.Is(m.hash) {
				found = true
				for _, k := range at[m.at:min(int(m.at)+gram, len(at))] {
					w.aside[k] |= furniture
				}
			}
		}
		if found {
			w.count()
		}
	}
}
