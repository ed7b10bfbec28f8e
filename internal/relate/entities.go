package relate

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"rapporteur/internal/news"
	"rapporteur/internal/record"
	"rapporteur/internal/relate/identity"
	"rapporteur/internal/relate/reconcile"
	"rapporteur/internal/text"
)

// entities resolves names and lays the entities out; offices, which point at
// other entities, come once all have their ids.
func (b *builder) entities() {
	previous := make([]int32, len(b.stories))
	for k, s := range b.stories {
		previous[k] = s.Previous
	}
	b.entity = identity.Resolve(b.reports, b.story, previous, b.onNames()...)
	n := len(b.entity.List)
	list, ids, names, kinds := make([]record.Entity, n), make([]record.ID, n), make([]string, n), make([]news.Kind, n)
	canon := map[string]int32{}
	for i := range b.entity.List {
		list[i] = b.layOut(&b.entity.List[i])
		ids[i], names[i], kinds[i] = list[i].ID, list[i].Name, list[i].EntKind
		if c := b.entity.List[i].Canon; c != "" {
			canon[c] = int32(i + 1)
		}
		for _, c := range b.entity.List[i].More {
			canon[c] = int32(i + 1)
		}
	}
	b.view = reconcile.View{Reports: b.reports, IDs: b.ids, Days: b.days, Story: b.story, Affair: b.affairs(), Values: b.values,
		Entity: b.entity.Of, EntityID: ids, EntityName: names, EntityKind: kinds, Canon: canon, Origin: b.origin, Review: b.onStatements()}
	for i := range list {
		list[i].Offices = b.offices(&b.entity.List[i])
	}
	b.rec.Entities = list
}

// layOut makes the entity's line but for its offices.
func (b *builder) layOut(e *identity.Entity) record.Entity {
	t := tally{names: map[string]int{}, kinds: map[news.Kind]int{}, full: map[string]int{}}
	out := record.Entity{Type: record.KindEntity, Merges: e.Merges}
	for _, m := range e.Members {
		a := b.reports[m.Report]
		t.chain(a, a.Chain(m.Chain))
		out.Mentions += len(a.Chain(m.Chain).Mentions)
		if n := len(out.Reports); n == 0 || out.Reports[n-1] != b.ids[m.Report] {
			out.Reports = append(out.Reports, b.ids[m.Report])
		}
	}
	out.EntKind = mostOf(t.kinds)
	out.Name = t.name(out.EntKind)
	if e.Canon != "" {
		out.Name = e.Canon
	}
	out.ID = b.entityID(e)
	out.Variants = t.variants(out.Name)
	if out.Merges == nil {
		out.Merges = []record.Merge{}
	}
	return out
}

// entityID is the lexicon key where there is one, else the first place where
// the entity is named.
func (b *builder) entityID(e *identity.Entity) record.ID {
	if e.Canon != "" {
		return record.NewID("e", "canon", e.Canon)
	}
	m := e.Members[0]
	return record.NewID("e", "named", string(b.ids[m.Report]), strconv.Itoa(int(m.Chain)))
}

// tally counts the forms under which an entity is named.
type tally struct {
	names map[string]int // every surface form
	full  map[string]int // the fullest name of each chain
	kinds map[news.Kind]int
}

// longTitle is the number of words from which a title is an office told in
// full ("the U.S. Secretary of State") and no longer part of a form of address.
const longTitle = 4

func (t *tally) chain(a *news.Analysis, c *news.Chain) {
	t.full[c.Name] += max(1, len(c.Mentions))
	t.kinds[c.Kind] += max(1, len(c.Mentions))
	for _, id := range c.Mentions {
		m := a.Mention(id)
		if m == nil || m.Form != news.Name {
			continue
		}
		name := strings.Join(strings.Fields(m.Span.Of(a.Doc.Text)), " ")
		if name == "" {
			continue
		}
		t.names[name]++
		if m.Titled != "" && len(strings.Fields(m.Titled)) < longTitle {
			t.names[m.Titled+" "+name]++
		}
	}
}

// name is the fullest name that the reports print most often; for a person,
// one of more than one word where there is any.
func (t *tally) name(kind news.Kind) string {
	printed := map[string]int{}
	for s := range t.full {
		if kind == news.Person && strings.Contains(s, " ") {
			printed[s] = t.names[s]
		}
	}
	if len(printed) == 0 {
		printed = t.full
	}
	return mostOf(printed)
}

// variants lists the forms, most frequent first; the name stands among them
// even where no report prints it (a lexicon's own spelling): with count 0.
func (t *tally) variants(name string) []record.Variant {
	if _, ok := t.names[name]; !ok {
		t.names[name] = 0
	}
	out := make([]record.Variant, 0, len(t.names))
	for s, n := range t.names {
		out = append(out, record.Variant{Text: s, Count: n})
	}
	slices.SortFunc(out, func(a, b record.Variant) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), strings.Compare(a.Text, b.Text))
	})
	return out
}

// mostOf is the most frequent key; the longer, then the earlier in the
// alphabet, where two are as frequent.
func mostOf[K ~string](m map[K]int) (best K) {
	most := -1
	for k, n := range m {
		if n > most || n == most && (len(k) > len(best) || len(k) == len(best) && k < best) {
			best, most = k, n
		}
	}
	return best
}

// offices merges the offices that reports give to e: one line a title, body
// and tense, with the passages that say it.
func (b *builder) offices(e *identity.Entity) []record.Office {
	type key struct{ title, of, tense string }
	at := map[key]int{}
	out := []record.Office{}
	for _, m := range e.Members {
		a := b.reports[m.Report]
		for _, o := range a.Chain(m.Chain).Offices {
			ev, ok := record.Cite(b.ids[m.Report], a, o.Span)
			if !ok || o.Title == "" {
				continue
			}
			of := b.view.NamedParty(m.Report, o.OfChain, o.Of)
			k := key{text.Fold(o.Title), partyKey(of), o.Tense}
			n, seen := at[k]
			if !seen {
				n = len(out)
				at[k] = n
				out = append(out, record.Office{Title: o.Title, Of: of, Tense: o.Tense})
			}
			out[n].Evidence = append(out[n].Evidence, ev)
		}
	}
	slices.SortStableFunc(out, func(x, y record.Office) int { return cmp.Compare(len(y.Evidence), len(x.Evidence)) })
	return out
}

func partyKey(p *record.Party) string {
	switch {
	case p == nil:
		return ""
	case p.Entity != nil:
		return string(*p.Entity)
	}
	return text.Fold(p.Text)
}
