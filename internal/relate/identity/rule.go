package identity

import (
	"slices"
	"strings"

	"rapporteur/internal/news"
	"rapporteur/internal/record"
	"rapporteur/internal/relate/rulings"
	"rapporteur/internal/text"
)

// Named is whom a reviewer means: chains with one of the names, the main one
// first, in one of the reports. What is split apart by a name of several words,
// or one that the lexicon knows, is so beyond those reports too; one word alone
// may be anybody's there.
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
func (r *resolver) aside(m Member, c *news.Chain, key string) string {
	if len(r.ruled) == 0 {
		return ""
	}
	name := text.Fold(c.Name)
	for n := len(r.ruled) - 1; n >= 0; n-- {
		x := &r.ruled[n]
		if !x.Apart || !slices.Contains(x.A.Names, name) {
			continue
		}
		if !x.ByReport && wide(key) || (x.ByReport || !strings.HasPrefix(key, shortKey)) && slices.Contains(x.A.Reports, m.Report) {
			return x.Key
		}
	}
	return ""
}

// wide reports whether a key says by itself who is meant.
func wide(key string) bool {
	return strings.HasPrefix(key, fullKey) || strings.HasPrefix(key, canonKey)
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
	called := r.called()
	rs := make([]rulings.Ruling, len(r.ruled))
	for n := range r.ruled {
		x := &r.ruled[n]
		rs[n] = rulings.Ruling{Apart: x.Apart, A: r.meant(called, &x.A, x.Apart, !x.Apart || x.ByReport), B: r.meant(called, &x.B, x.Apart, !x.Apart)}
		if x.Apart {
			rs[n].B = slices.DeleteFunc(rs[n].B, func(i int32) bool { return slices.Contains(rs[n].A, i) })
		}
	}
	r.rulings = rulings.New(rs)
}

// bearer is a node by one of its names, in one report.
type bearer struct{ node, report int32 }

// called is who has which name, folded.
func (r *resolver) called() map[string][]bearer {
	out := map[string][]bearer{}
	for i := range r.nodes {
		for _, m := range r.nodes[i].members {
			name := text.Fold(r.in[m.Report].Chain(m.Chain).Name)
			out[name] = append(out[name], bearer{int32(i), m.Report})
		}
	}
	return out
}

// meant are the nodes of the names of n, of all or of the first that is met; a
// strict ruling means its own reports only.
func (r *resolver) meant(called map[string][]bearer, n *Named, all, strict bool) (out []int32) {
	for _, name := range n.Names {
		for _, b := range called[name] {
			if !strict && wide(r.nodes[b.node].plain) || slices.Contains(n.Reports, b.report) {
				out = append(out, b.node)
			}
		}
		if len(out) > 0 && !all {
			break
		}
	}
	return set(out)
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
