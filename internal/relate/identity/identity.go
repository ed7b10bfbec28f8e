// Package identity decides which names across reports are one entity.
//
//	report 1  "Yuri Orlen", "Orlen"        one entity: one name in two spellings
//	report 2  "Foreign Minister Yury Orlen"
//	report 3  "Anna Orlen"                 another: her first name differs
//
// In go frozen analyses and the story of each report; out comes, for every
// named chain of every report, the entity that it belongs to, and for every
// merge of two names the rule that made it. It adds links and rewrites
// nothing; unnamed sources never become entities.
//
// Chains with one lexicon key, or one full name, are one. Two full names are
// one where they sound alike word by word (sound.go, pair.go), never because
// few letters differ; a surname alone joins the one person of the story who
// bears it. Names of whom it cannot tell stay apart.
package identity

import (
	"cmp"
	"slices"

	"rapporteur/internal/news"
	"rapporteur/internal/record"
)

// Member is one chain of one report.
type Member struct {
	Report int32
	Chain  news.ChainID
}

// Entity is one person, body or place across the reports.
type Entity struct {
	Canon   string   // lexicon key, "" when the lexicon does not know it
	More    []string // further keys, where a reviewer made two of the lexicon one
	Keys    []string // by which it is known beyond these reports, sorted (key.go)
	Members []Member
	Merges  []record.Merge
	Merged  [][2]Member // of each merge, the first chain of either name
}

// Entities is every entity of a set of reports; Of[report][chain-1] is 1 + its
// place in List, 0 for a chain that is no entity.
type Entities struct {
	List []Entity
	Of   [][]int32
}

// Resolve links the named chains of in, which stands in canonical order.
// story[i] is the story of report i, previous[k] the story that story k
// continues, -1 for none. What reviewers ruled, in order of time, comes before
// all rules.
func Resolve(in []*news.Analysis, story, previous []int32, ruled ...Ruling) *Entities {
	r := newResolver(in, story, previous)
	r.ruled = ruled
	r.collect()
	r.titled()
	r.spellings()
	r.slips()
	r.offices()
	r.oneWord()
	r.bodies()
	r.force() // before surnames: their bearers are counted there
	r.surnames()
	r.force()
	return r.entities()
}

// entities lays out the sets of names that belong together, by first member.
func (r *resolver) entities() *Entities {
	out := &Entities{Of: make([][]int32, len(r.in))}
	for i, a := range r.in {
		out.Of[i] = make([]int32, len(a.Chains))
	}
	at := map[int32]int32{}
	for _, m := range r.all() {
		root := r.find(m.node)
		n, ok := at[root]
		if !ok {
			out.List = append(out.List, Entity{})
			n = int32(len(out.List))
			at[root] = n
		}
		e := &out.List[n-1]
		e.Members = append(e.Members, m.Member)
		if e.Canon == "" {
			e.Canon = r.nodes[m.node].canon
		}
		e.more(r.nodes[m.node].canon)
		e.Keys = append(e.Keys, r.nodes[m.node].key)
		out.Of[m.Report][m.Chain-1] = n
	}
	for _, j := range r.joins {
		e := &out.List[at[r.find(j.node)]-1]
		e.Merges, e.Merged = append(e.Merges, j.Merge), append(e.Merged, j.first)
	}
	for i := range out.List {
		e := &out.List[i]
		e.Keys = linking(e.Keys, slices.ContainsFunc(e.Merges, func(m record.Merge) bool { return m.Rule == decided }))
	}
	return out
}

type placed struct {
	Member
	node int32
}

// all are the members of all nodes, by report and chain.
func (r *resolver) all() (out []placed) {
	for n := range r.nodes {
		for _, m := range r.nodes[n].members {
			out = append(out, placed{m, int32(n)})
		}
	}
	slices.SortFunc(out, func(a, b placed) int {
		return cmp.Or(cmp.Compare(a.Report, b.Report), cmp.Compare(a.Chain, b.Chain))
	})
	return out
}
