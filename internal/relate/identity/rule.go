package identity

import (
	"slices"

	"rapporteur/internal/news"
	"rapporteur/internal/record"
	"rapporteur/internal/relate/rulings"
	"rapporteur/internal/text"
)

// Named is whom a reviewer means: chains with one of the names, in one of the
// reports. An empty list is any.
type Named struct {
	Names   []string // folded (text.Fold)
	Reports []int32
}

func (n *Named) name(s string) bool  { return len(n.Names) == 0 || slices.Contains(n.Names, s) }
func (n *Named) report(i int32) bool { return len(n.Reports) == 0 || slices.Contains(n.Reports, i) }
func (n *Named) chain(m Member, c *news.Chain) bool {
	return n.report(m.Report) && n.name(text.Fold(c.Name))
}

// Ruling says that A and B are one entity, or, Apart, that A is another than
// B. ByReport says that A is the chains of its reports alone, though others
// have the same name: namesakes.
type Ruling struct {
	Apart    bool
	ByReport bool
	A, B     Named
}

// aside is what sets a chain apart from others of its name: the number of the
// ruling that takes it out of the entity it would be part of; 0 for none. Only
// where names cannot tell the two: by report, or within a lexicon key.
func (r *resolver) aside(m Member, c *news.Chain) int {
	for n := len(r.ruled) - 1; n >= 0; n-- {
		x := &r.ruled[n]
		if !x.Apart || !x.A.name(text.Fold(c.Name)) {
			continue
		}
		if x.ByReport && x.A.report(m.Report) || !x.ByReport && c.Canon != "" {
			return n + 1
		}
	}
	return 0
}

// rule works out which names the rulings are about.
func (r *resolver) rule() {
	if len(r.ruled) == 0 {
		return
	}
	rs := make([]rulings.Ruling, len(r.ruled))
	for n := range r.ruled {
		x := &r.ruled[n]
		rs[n] = rulings.Ruling{Apart: x.Apart, A: r.meant(&x.A), B: r.meant(&x.B)}
		if x.Apart {
			rs[n].B = slices.DeleteFunc(rs[n].B, func(i int32) bool { return slices.Contains(rs[n].A, i) })
		}
	}
	r.rulings = rulings.New(rs)
}

// meant are the nodes of the names that n means.
func (r *resolver) meant(n *Named) (out []int32) {
	for i := range r.nodes {
		v := &r.nodes[i]
		if slices.ContainsFunc(v.members, func(m Member) bool { return n.chain(m, r.in[m.Report].Chain(m.Chain)) }) {
			out = append(out, int32(i))
		}
	}
	return out
}

// decided is the rule of a merge that a reviewer made.
const decided = "decided"

// force makes one what reviewers ruled to be one, whatever speaks against it.
func (r *resolver) force() {
	for group := range r.rulings.Together {
		for _, n := range group[1:] {
			if r.find(n) != r.find(group[0]) && !r.rulings.Apart(r.set(group[0]), r.set(n)) {
				r.join(group[0], n, Match{1, decided})
			}
		}
	}
}

// more are the lexicon keys, beside canon, of what was made one with it.
func (e *Entity) more(canon string) {
	if canon != "" && canon != e.Canon && !slices.Contains(e.More, canon) {
		e.More = append(e.More, canon)
	}
}

// join makes the sets of a and b one.
func (r *resolver) join(a, b int32, m Match) {
	both := append(slices.Clone(r.set(a)), r.set(b)...)
	ra, rb := r.find(a), r.find(b)
	root := min(ra, rb)
	delete(r.within, ra)
	delete(r.within, rb)
	r.parent[max(ra, rb)] = root
	r.within[root] = both
	x, y := &r.nodes[a], &r.nodes[b]
	r.joins = append(r.joins, join{root, record.Merge{Rule: m.Rule, Score: round(m.Score), Names: [2]string{x.display, y.display}},
		[2]Member{x.members[0], y.members[0]}})
}
