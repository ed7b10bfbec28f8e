package relate

import (
	"encoding/binary"
	"math"

	"rapporteur/internal/news"
	"rapporteur/internal/record"
)

// folio is a roster as it is kept, in memory and beside the record: its bearers
// one behind the other, each found by itself, so that the line of an entity
// that a thousand matters name is put together without unpacking their rosters.
// Strings that are read from it are pieces of it.
//
//	n, end of each of n bearers (4 bytes), bearer...
//	bearer: person?, keys, own, name, kinds, full, names, mentions, reports, offices, merges
type folio string

// pack is r as a folio.
func (r *roster) pack() folio {
	head := binary.AppendUvarint(nil, uint64(len(r.People)))
	var w folioWriter
	for i := range r.People {
		w.bearer(&r.People[i])
		head = binary.LittleEndian.AppendUint32(head, uint32(len(w.b)))
	}
	return folio(append(head, w.b...))
}

// folioWriter appends what a folio holds.
type folioWriter struct{ b []byte }

func (w *folioWriter) int(n int) { w.b = binary.AppendVarint(w.b, int64(n)) }

func (w *folioWriter) bool(x bool) {
	n := 0
	if x {
		n = 1
	}
	w.int(n)
}

func (w *folioWriter) string(s string) {
	w.int(len(s))
	w.b = append(w.b, s...)
}

func each[T any](w *folioWriter, list []T, write func(*T)) {
	w.int(len(list))
	for i := range list {
		write(&list[i])
	}
}

func (w *folioWriter) counts(list []count) {
	each(w, list, func(c *count) { w.string(c.Text); w.int(c.N) })
}

func (w *folioWriter) bearer(b *bearer) {
	w.bool(b.kind() == news.Person)
	each(w, b.Keys, func(k *string) { w.string(*k) })
	w.string(string(b.Own))
	w.string(b.Name)
	w.counts(b.Kinds)
	w.counts(b.Full)
	w.counts(b.Names)
	w.int(b.Mentions)
	each(w, b.Reports, func(id *record.ID) { w.string(string(*id)) })
	each(w, b.Offices, w.office)
	each(w, b.Merges, w.merge)
}

// office writes what rosters say of one; From and To are left to reviewers.
func (w *folioWriter) office(o *office) {
	w.string(o.Title)
	w.party(o.Of)
	w.string(o.Tense)
	w.int(int(o.OfBearer))
	each(w, o.Evidence, func(e *record.Evidence) {
		w.string(string(e.Report))
		w.int(e.Start)
		w.int(e.End)
		w.string(e.Exact)
		w.string(e.Sentence)
	})
}

func (w *folioWriter) party(p *record.Party) {
	if w.bool(p != nil); p == nil {
		return
	}
	if w.bool(p.Entity != nil); p.Entity != nil {
		w.string(string(*p.Entity))
	}
	w.string(p.Text)
	w.bool(p.Anonymous)
	w.party(p.Of)
}

func (w *folioWriter) merge(m *record.Merge) {
	w.string(m.Rule)
	w.b = binary.LittleEndian.AppendUint64(w.b, math.Float64bits(m.Score))
	w.string(m.Names[0])
	w.string(m.Names[1])
	each(w, m.Mentions, func(p *record.Passage) {
		w.string(string(p.Report))
		w.string(p.Source)
		w.int(p.Start)
		w.int(p.End)
		w.string(p.Exact)
	})
}

// len is the number of bearers.
func (f folio) len() int {
	n, _ := f.head()
	return n
}

// head is the number of bearers, and where their ends stand.
func (f folio) head() (n, at int) {
	r := folioReader{s: string(f)}
	n = int(r.uvarint())
	if at = len(f) - len(r.s); n < 0 || n > len(r.s)/4 {
		return 0, at
	}
	return n, at
}

// open is a reader at the beginning of bearer i.
func (f folio) open(i int) folioReader {
	n, at := f.head()
	body := at + 4*n
	end := func(k int) int {
		e := string(f[at+4*k : at+4*k+4])
		return int(e[0]) | int(e[1])<<8 | int(e[2])<<16 | int(e[3])<<24
	}
	from := 0
	if i > 0 {
		from = end(i - 1)
	}
	if from > end(i) || end(i) > len(f)-body {
		return folioReader{short: true}
	}
	return folioReader{s: string(f[body+from : body+end(i)])}
}

// keys are the keys of bearer i, and its own id where it has none.
func (f folio) keys(i int) (keys []string, own record.ID, person bool) {
	r := f.open(i)
	person = r.bool()
	keys = list(&r, r.string)
	return keys, record.ID(r.string()), person
}

// called is the name of bearer i.
func (f folio) called(i int) string {
	r := f.open(i)
	r.bool()
	list(&r, r.string)
	r.string()
	return r.string()
}

// bearer is bearer i; whole is false where the folio is damaged.
func (f folio) bearer(i int) (b bearer, whole bool) {
	r := f.open(i)
	r.bool()
	b.Keys = list(&r, r.string)
	b.Own, b.Name = record.ID(r.string()), r.string()
	b.Kinds, b.Full, b.Names = list(&r, r.count), list(&r, r.count), list(&r, r.count)
	b.Mentions = r.int()
	b.Reports = list(&r, r.id)
	b.Offices = list(&r, r.office)
	b.Merges = list(&r, r.merge)
	return b, !r.short && len(r.s) == 0
}

// sound reports whether every bearer can be read.
func (f folio) sound() bool {
	n, at := f.head()
	if len(f) == 0 || n == 0 && at != len(f) {
		return false
	}
	for i := range n {
		if _, whole := f.bearer(i); !whole {
			return false
		}
	}
	return true
}

// folioReader reads what folioWriter wrote. Its input may be damaged: once it
// is too short, all that is read is zero.
type folioReader struct {
	s     string
	short bool
}

func (r *folioReader) fail() { r.short, r.s = true, "" }

func (r *folioReader) uvarint() (x uint64) {
	for i := 0; i < len(r.s) && i < binary.MaxVarintLen64; i++ {
		x |= uint64(r.s[i]&0x7f) << (7 * i)
		if r.s[i] < 0x80 {
			r.s = r.s[i+1:]
			return x
		}
	}
	r.fail()
	return 0
}

func (r *folioReader) int() int {
	u := r.uvarint()
	return int(int64(u>>1) ^ -int64(u&1))
}

func (r *folioReader) bool() bool { return r.int() != 0 }

func (r *folioReader) take(n int) string {
	if n < 0 || n > len(r.s) {
		r.fail()
		return ""
	}
	t := r.s[:n]
	r.s = r.s[n:]
	return t
}

func (r *folioReader) string() string { return r.take(r.int()) }

func (r *folioReader) id() record.ID { return record.ID(r.string()) }

// list reads a list; each element takes at least one byte.
func list[T any](r *folioReader, read func() T) (out []T) {
	n := r.int()
	if n < 0 || n > len(r.s) {
		r.fail()
		return nil
	}
	for range n {
		if r.short {
			return nil
		}
		out = append(out, read())
	}
	return out
}

func (r *folioReader) count() count { return count{r.string(), r.int()} }

func (r *folioReader) office() (o office) {
	o.Title = r.string()
	o.Of = r.party()
	o.Tense = r.string()
	o.OfBearer = int32(r.int())
	o.Evidence = list(r, func() record.Evidence {
		return record.Evidence{Report: r.id(), Start: r.int(), End: r.int(), Exact: r.string(), Sentence: r.string()}
	})
	return o
}

func (r *folioReader) party() *record.Party {
	if !r.bool() {
		return nil
	}
	p := &record.Party{}
	if r.bool() {
		id := r.id()
		p.Entity = &id
	}
	p.Text, p.Anonymous = r.string(), r.bool()
	p.Of = r.party()
	return p
}

func (r *folioReader) merge() (m record.Merge) {
	m.Rule = r.string()
	if b := r.take(8); len(b) == 8 {
		m.Score = math.Float64frombits(binary.LittleEndian.Uint64([]byte(b)))
	}
	m.Names = [2]string{r.string(), r.string()}
	m.Mentions = list(r, func() record.Passage {
		return record.Passage{Report: r.id(), Source: r.string(), Start: r.int(), End: r.int(), Exact: r.string()}
	})
	return m
}
