package record

// Part is a part of the record: all lines that stand and fall together. The
// record is its parts; no line is in two.
type Part struct {
	Key   ID          // tells the part from all others
	Lines *Record     // nil: there is no such part any more
	Names map[ID][]ID // the entities that the part's reports name, by report
	State []byte      // what its maker wants to find again beside it
}

// PartOf makes all of r one part.
func PartOf(r *Record) *Part {
	p := &Part{Lines: r, Names: map[ID][]ID{}}
	for i := range r.Entities {
		for _, id := range r.Entities[i].Reports {
			p.Names[id] = append(p.Names[id], r.Entities[i].ID)
		}
	}
	return p
}
