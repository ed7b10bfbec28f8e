package identity

import (
	"slices"

	"rapporteur/internal/news"
	"rapporteur/internal/record"
	"rapporteur/internal/relate/rulings"
	"rapporteur/internal/text"
)

// Named is whom a reviewer means: chains with one of the names, the main one
// first, in one of the reports. Beyond those reports the names mean the same,
// but for a word of a person's name, which may be anybody's.
type Named struct {
	Names   []string // folded (text.Fold)
	Reports []int32
}

// Ruling says that A and B are one entity, or, Apart, that A is another than
// B. ByReport says that A is the chains of its reports alone, though others
// have the same name: namesakes. Key tells rulings apart, in all matters alike.
type Ruling struct {
	Key      string
	Apart    bool
	ByReport bool
	A, B     Named
}

// aside is the key of the ruling that takes a chain out of the entity that its
// name stands for, here and wherever that name is met; "" for none.
func (r *resolver) aside(m Member, c *news.Chain, short bool) string {
	for n := len(r.ruled) - 1; n >= 0; n-- {
		x := &r.ruled[n]
		if x.Apart && (!short || x.ByReport) && slices.Contains(x.A.Names, text.Fold(c.Name)) &&
			(!x.ByReport || slices.Contains(x.A.Reports, m.Report)) {
			return x.Key
		}
	}
	return ""
}

// apart is the key of a name that a ruling takes out of what it would be.
func apart(ruling, key string, short bool) string {
	if short {
		return key + "\x00" + ruling
	}
	return apartKey + ruling + "\x00" + key
}

// rule works out which names the rulings are about.
func (r *resolver) rule() {
	if len(r.ruled) == 0 {
		return
	}
	rs := make([]rulings.Ruling, len(r.ruled))
	for n := range r.ruled {
		x := &r.ruled[n]
		rs[n] = rulings.Ruling{Apart: x.Apart, A: r.meant(&x.A, x.Apart, x.ByReport), B: r.meant(&x.B, x.Apart, false)}
		if x.Apart {
			rs[n].B = slices.DeleteFunc(rs[n].B, func(i int32) bool { return slices.Contains(rs[n].A, i) })
		}
	}
	r.rulings = rulings.New(rs)
}

// meant are the nodes of the names of n, of all or of the first that is met; a
// strict ruling means its own reports only.
func (r *resolver) meant(n *Named, all, strict bool) (out []int32) {
	for _, name := range n.Names {
		for i := range r.nodes {
			v := &r.nodes[i]
			if slices.ContainsFunc(v.members, func(m Member) bool {
				return text.Fold(r.in[m.Report].Chain(m.Chain).Name) == name && (!v.short && !strict || slices.Contains(n.Reports, m.Report))
			}) {
				out = append(out, int32(i))
			}
		}
		if len(out) > 0 && !all {
			break
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
