package relate

import (
	"rapporteur/internal/news"
	"rapporteur/internal/record"
	"rapporteur/internal/relate/identity"
	"rapporteur/internal/relate/reconcile"
)

// entities resolves names, as far as the matter tells, and draws up who is
// named in it. Whether they are named elsewhere too, and so what their ids
// are, the directory says.
func (b *builder) entities() {
	previous := make([]int32, len(b.stories))
	for k, s := range b.stories {
		previous[k] = s.Previous
	}
	b.entity = identity.Resolve(b.reports, b.story, previous, b.onNames()...)
	n := len(b.entity.List)
	canon := map[string]int32{}
	for i := range b.entity.List {
		if c := b.entity.List[i].Canon; c != "" {
			canon[c] = int32(i + 1)
		}
		for _, c := range b.entity.List[i].More {
			canon[c] = int32(i + 1)
		}
	}
	b.view = reconcile.View{Reports: b.reports, IDs: b.ids, Days: b.days, Story: b.story, Affair: b.affairs(), Values: b.values,
		Entity: b.entity.Of, EntityID: make([]record.ID, n), EntityName: make([]string, n), EntityKind: make([]news.Kind, n), Canon: canon, Origin: b.origin, Review: b.onStatements()}
	b.people = b.roster()
	for i := range b.people.People {
		p := &b.people.People[i]
		b.view.EntityName[i], b.view.EntityKind[i] = p.Name, p.kind()
	}
}
