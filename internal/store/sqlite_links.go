package store

import (
	"cmp"
	"encoding/binary"
	"slices"
	"strings"

	"rapporteur/internal/record"
)

// linkSize is a target and a line.
const linkSize = 16

func linkAt(b []byte) int64 { return int64(binary.LittleEndian.Uint64(b)) }

// links are the rows of link for line l with these keys, packed. Those between
// an entity and a report are there for the report, so that a line that names
// thousands of reports is written without them.
func (k *keys) links(l record.Line) []byte {
	n := number(l.LineID())
	var rows [][2]int64
	add := func(targets []record.ID) {
		for _, id := range targets {
			rows = append(rows, [2]int64{number(id), n})
		}
	}
	if l.Kind() != record.KindEntity {
		add(k.reports)
	}
	add(k.entities)
	for _, id := range k.lists {
		rows = append(rows, [2]int64{n, number(id)})
	}
	slices.SortFunc(rows, func(a, b [2]int64) int { return slices.Compare(a[:], b[:]) })
	rows = slices.Compact(rows)
	out := make([]byte, 0, linkSize*len(rows))
	for _, r := range rows {
		out = binary.LittleEndian.AppendUint64(binary.LittleEndian.AppendUint64(out, uint64(r[0])), uint64(r[1]))
	}
	return out
}

// relink brings the rows of link from what they were for a line to what they
// are to be; both are sorted.
func (w *recordWriter) relink(old, new []byte) {
	for len(old) >= linkSize || len(new) >= linkSize {
		order := compareLinks(old, new)
		if order < 0 {
			w.unlink(linkAt(old), linkAt(old[8:]))
		}
		if order > 0 {
			w.link(linkAt(new), linkAt(new[8:]))
		}
		if order <= 0 {
			old = old[linkSize:]
		}
		if order >= 0 {
			new = new[linkSize:]
		}
	}
}

// linkBatch is how many links go into one INSERT.
const linkBatch = 16

var insertLinks = "INSERT INTO link (target, line) VALUES (?, ?)" + strings.Repeat(", (?, ?)", linkBatch-1) + " ON CONFLICT DO NOTHING"

// link adds a row of link, together with the others of its part: what stands
// side by side in the table is written at once.
func (w *recordWriter) link(target, line int64) { w.links = append(w.links, [2]int64{target, line}) }

// unlink takes a row of link away.
func (w *recordWriter) unlink(target, line int64) {
	w.flush()
	w.exec("DELETE FROM link WHERE target = ? AND line = ?", target, line)
}

// flush adds the links that wait. It comes before any row of link is taken
// away, so that none is added behind its end.
func (w *recordWriter) flush() {
	slices.SortFunc(w.links, func(a, b [2]int64) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
	rest := w.links
	for ; len(rest) >= linkBatch; rest = rest[linkBatch:] {
		w.args = w.args[:0]
		for _, l := range rest[:linkBatch] {
			w.args = append(w.args, l[0], l[1])
		}
		w.exec(insertLinks, w.args...)
	}
	for _, l := range rest {
		w.exec("INSERT INTO link (target, line) VALUES (?, ?) ON CONFLICT DO NOTHING", l[0], l[1])
	}
	w.links = w.links[:0]
}

// compareLinks compares the first links of two lists; none comes last.
func compareLinks(a, b []byte) int {
	switch {
	case len(a) < linkSize:
		return 1
	case len(b) < linkSize:
		return -1
	}
	return cmp.Or(cmp.Compare(linkAt(a), linkAt(b)), cmp.Compare(linkAt(a[8:]), linkAt(b[8:])))
}
