package store

import (
	"bytes"
	"encoding/json"

	"rapporteur/internal/record"
)

// laidOut is a part as the tables will have it. Laying it out asks nothing of
// the tables, and so is done while another part is written.
type laidOut struct {
	*record.Part
	rows []row
}

// row is a line of the record and what the tables have of it.
type row struct {
	n     int64
	line  record.Line
	keys  *keys
	facet *facet // of a report
	body  []byte
	links []byte
	sum   []byte
}

func layOut(p *record.Part) (*laidOut, error) {
	out := &laidOut{Part: p}
	if p.Lines == nil {
		return out, nil
	}
	x := newIndex(p)
	out.rows = make([]row, len(x.lines))
	bodies, err := encode(x.lines)
	for i, l := range x.lines {
		r := row{n: number(l.LineID()), line: l, keys: &x.keys[i], facet: x.facets[l.LineID()], body: bodies(i)}
		r.links = r.keys.links(l)
		r.sum = sumOf(r.body, r.links, r.keys.from, r.keys.to)
		out.rows[i] = r
	}
	return out, err
}

// encode is each of some lines as JSON, by its place.
func encode(lines []record.Line) (func(int) []byte, error) {
	var buf bytes.Buffer
	ends := make([]int, 1, 1+len(lines))
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	var failed error
	for _, l := range lines {
		if err := enc.Encode(l); err != nil && failed == nil {
			failed = err
		}
		ends = append(ends, buf.Len())
	}
	all := buf.Bytes()
	return func(i int) []byte { return all[ends[i]:ends[i+1]] }, failed
}
