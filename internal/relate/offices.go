package relate

import (
	"cmp"
	"slices"

	"rapporteur/internal/record"
	"rapporteur/internal/text"
)

// offices merges those that the matters give to one entity: one line a title,
// body and tense, with the passages that say it.
func (d *directory) offices(all []borne) []record.Office {
	type key struct{ title, of, tense string }
	at, said := map[key]int{}, []int{}
	out := []record.Office{}
	for i := range all {
		for _, o := range all[i].Offices {
			of := o.Of
			if o.OfBearer > 0 {
				named := *o.Of
				id := d.id(all[i].folio, int(o.OfBearer-1))
				named.Entity = &id
				of = &named
			}
			k := key{text.Fold(o.Title), partyKey(of), o.Tense}
			n, seen := at[k]
			if !seen {
				n = len(out)
				at[k] = n
				out, said = append(out, record.Office{Title: o.Title, Of: of, Tense: o.Tense}), append(said, 0)
			}
			if said[n]++; said[n] <= mostOffices {
				out[n].Evidence = append(out[n].Evidence, o.Evidence...)
			}
		}
	}
	out = bodied(out)
	slices.SortStableFunc(out, func(x, y record.Office) int { return cmp.Compare(len(y.Evidence), len(x.Evidence)) })
	return out
}

// bodied lays an office that is told without its body on the one of the same
// title and tense that has one, where there is one alone: "Senator NAME" of one
// report on "Senator NAME of Brel" of another.
func bodied(all []record.Office) []record.Office {
	type post struct{ title, tense string }
	with := map[post]int{} // the place of the one that has a body; -1 for several
	for i := range all {
		if k := (post{text.Fold(all[i].Title), all[i].Tense}); all[i].Of != nil {
			if _, two := with[k]; two {
				i = -1
			}
			with[k] = i
		}
	}
	out := []record.Office{}
	into := make([]int, len(all)) // where an office of all stands in out; -1 for nowhere
	for i, o := range all {
		into[i] = -1
		if n, ok := with[post{text.Fold(o.Title), o.Tense}]; o.Of != nil || !ok || n < 0 {
			into[i] = len(out)
			out = append(out, o)
		}
	}
	for i, o := range all {
		if into[i] < 0 {
			p := &out[into[with[post{text.Fold(o.Title), o.Tense}]]]
			p.Evidence = append(p.Evidence, o.Evidence[:min(len(o.Evidence), max(0, mostOffices-len(p.Evidence)))]...)
		}
	}
	return out
}
