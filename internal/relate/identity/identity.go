// Package identity decides which names across reports are one entity.
//
//	report 1  "Yuri Orlen", "Orlen"        one entity: one name in two spellings
//	report 2  "Foreign Minister Yury Orlen"
//	report 3  "Anna Orlen"                 another: her first name differs
//
// In go frozen analyses and the story of each report; out comes, for every
// named chain of every report, the entity that it belongs to, and for every
// merge the rule that made it. It adds links and rewrites nothing; unnamed
// sources never become entities.
package identity

import (
	"rapporteur/internal/news"
	"rapporteur/internal/record"
	"rapporteur/internal/text"
)

// Member is one chain of one report.
type Member struct {
	Report int32
	Chain  news.ChainID
}

// Entity is one person, body or place across the reports.
type Entity struct {
	Canon   string // lexicon key, "" when the lexicon does not know it
	Members []Member
	Merges  []record.Merge
}

// Entities is every entity of a set of reports; Of[report][chain-1] is 1 + its
// place in List, 0 for a chain that is no entity.
type Entities struct {
	List []Entity
	Of   [][]int32
}

// Resolve links the named chains of in, which stands in canonical order.
func Resolve(in []*news.Analysis, story []int32) *Entities {
	out := &Entities{Of: make([][]int32, len(in))}
	seen := map[string]int32{}
	for i, a := range in {
		out.Of[i] = make([]int32, len(a.Chains))
		for j := range a.Chains {
			c := &a.Chains[j]
			if !c.Named || c.Name == "" {
				continue
			}
			key := "name\x00" + string(c.Kind) + "\x00" + text.Fold(c.Name)
			if c.Canon != "" {
				key = "canon\x00" + c.Canon
			}
			n := seen[key]
			if n == 0 {
				out.List = append(out.List, Entity{Canon: c.Canon})
				n = int32(len(out.List))
				seen[key] = n
			}
			e := &out.List[n-1]
			e.Members = append(e.Members, Member{int32(i), news.ChainID(j + 1)})
			out.Of[i][j] = n
		}
	}
	return out
}
