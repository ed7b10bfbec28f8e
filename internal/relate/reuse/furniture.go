package reuse

import (
	"math"
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
	carriers []carrier
	outlets  map[string]int32 // from 1; 0 is none
	fingers  fingers
	posts    []post
}

// carrier is what is asked of a report that carries a passage.
type carrier struct {
	terms  []uint32
	outlet int32
}

// post says that a report carries a fingerprint that others carry, too. Those
// that differ in what is asked of them stand first in the list of a
// fingerprint; one that equals an earlier one in names, outlet and place adds
// nothing and stands behind.
type post struct {
	report int32 // place in carriers
	next   int32 // 1 + the next post of the fingerprint, 0 for none
	near   uint16
	double bool
}

// settled stands for the reports that carry a fingerprint that is furniture.
const settled = math.MinInt32

// NewFurniture knows no report yet.
func NewFurniture() *Furniture { return &Furniture{outlets: map[string]int32{"": 0}} }

// FurnitureOf is the furniture of a set of reports.
func FurnitureOf(in []*news.Analysis) *Furniture {
	f := NewFurniture()
	for _, a := range in {
		f.Add(PrintsOf(a))
	}
	return f
}

// Is reports whether a fingerprint is that of a passage of furniture.
func (f *Furniture) Is(hash uint64) bool {
	at, _ := f.fingers.find(hash)
	return at == settled
}

// Add takes in the report that comes next, numbered from 0. It returns the
// earlier reports in which a passage has become furniture by it, in no order
// and perhaps more than once. Of p only the terms are kept.
func (f *Furniture) Add(p *Prints) (changed []int32) {
	n := int32(len(f.carriers))
	f.carriers = append(f.carriers, carrier{p.Terms, f.outlet(p.Outlet)})
	for i, hash := range p.Marks {
		x := post{report: n, near: p.Near[i]}
		switch at, near := f.fingers.find(hash); {
		case at == settled:
		case at == 0:
			f.fingers.set(finger{hash, n + 1, x.near})
		case at > 0 && f.apart(&post{report: at - 1, near: near}, &x):
			f.fingers.set(finger{hash: hash, at: settled})
			changed = append(changed, at-1)
		case at > 0:
			f.posts = append(f.posts, post{report: at - 1, near: near})
			f.fingers.set(finger{hash: hash, at: -f.post(int32(len(f.posts)), x)})
		case f.anyApart(-at, &x):
			f.fingers.set(finger{hash: hash, at: settled})
			for k := -at; k > 0; k = f.posts[k-1].next {
				changed = append(changed, f.posts[k-1].report)
			}
		default:
			f.fingers.set(finger{hash: hash, at: -f.post(-at, x)})
		}
	}
	return changed
}

// outlet is the number of an outlet.
func (f *Furniture) outlet(name string) int32 {
	n, known := f.outlets[name]
	if !known {
		n = int32(len(f.outlets))
		f.outlets[name] = n
	}
	return n
}

// anyApart reports whether one of the reports listed from head is on another
// matter than that of x.
func (f *Furniture) anyApart(head int32, x *post) bool {
	for k := head; k > 0 && !f.posts[k-1].double; k = f.posts[k-1].next {
		if f.apart(&f.posts[k-1], x) {
			return true
		}
	}
	return false
}

// apart reports whether two reports that carry one passage are on two matters.
// What one outlet prints twice may name its own street and town: there the names
// in and around the passage do not count.
func (f *Furniture) apart(x, y *post) bool {
	a, b := &f.carriers[x.report], &f.carriers[y.report]
	nearA, nearB := x.near, y.near
	if a.outlet == 0 || a.outlet != b.outlet {
		nearA, nearB = 0, 0
	}
	return commonTerms(a.terms, b.terms, nearA, nearB) < sameMatter
}

// post lists x behind or before the posts from head, and returns the first of
// the list.
func (f *Furniture) post(head int32, x post) int32 {
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
		x.next, head = head, at
	}
	f.posts = append(f.posts, x)
	return head
}

// alike reports whether two posts are one for all that is asked of them.
func (f *Furniture) alike(x, y *post) bool {
	a, b := &f.carriers[x.report], &f.carriers[y.report]
	return a.outlet == b.outlet && x.near == y.near && slices.Equal(a.terms, b.terms)
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
