package store

import (
	"bytes"
	"context"
	"encoding/json"
	"runtime"

	"github.com/klauspost/compress/s2"

	"rapporteur/internal/par"
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
	n      int64
	line   record.Line
	keys   *keys
	facet  *facet // of a report
	body   []byte // as JSON; nil once it is packed
	packed []byte
	links  []byte
	sum    []byte
}

// rowsAtOnce is how many lines of a part are laid out by one worker in a go.
const rowsAtOnce = 256

// layOut lays out the lines of a part, those of a large one side by side. With
// words it packs them as well: in a record that is new all will be written, while
// in another only those that are not as before.
func layOut(p *record.Part, words *s2.Dict) (*laidOut, error) {
	out := &laidOut{Part: p}
	if p.Lines == nil {
		return out, nil
	}
	x := newIndex(p)
	out.rows = make([]row, len(x.lines))
	starts := func(yield func(int, error) bool) {
		for i := 0; i < len(x.lines) && yield(i, nil); i += rowsAtOnce {
		}
	}
	lay := func(i int) (any, error) { return nil, out.lay(x, i, min(i+rowsAtOnce, len(x.lines)), words) }
	for _, err := range par.Map(context.Background(), runtime.GOMAXPROCS(0), starts, lay) {
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// layOut lays out a part for this record.
func (w *recordWriter) layOut(p *record.Part) (*laidOut, error) {
	if w.fresh {
		return layOut(p, w.s.words)
	}
	return layOut(p, nil)
}

// body is what the table keeps of a line.
func (w *recordWriter) body(r *row) []byte {
	if r.packed != nil {
		return r.packed
	}
	p := packer{words: w.s.words}
	return p.pack(r.body)
}

// lay lays out the lines from first to before end.
func (p *laidOut) lay(x *index, first, end int, words *s2.Dict) error {
	var body bytes.Buffer // of one line after the other
	enc := json.NewEncoder(&body)
	enc.SetEscapeHTML(false)
	packer := packer{words: words}
	for i, l := range x.lines[first:end] {
		body.Reset()
		if err := enc.Encode(l); err != nil {
			return err
		}
		k := &x.keys[first+i]
		r := row{n: number(l.LineID()), line: l, keys: k, facet: x.facets[l.LineID()]}
		r.links = k.links(l)
		r.sum = sumOf(body.Bytes(), r.links, k.from, k.to)
		if words != nil {
			r.packed = packer.pack(body.Bytes())
		} else {
			r.body = bytes.Clone(body.Bytes())
		}
		p.rows[first+i] = r
	}
	return nil
}
