package store

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"slices"

	"rapporteur/internal/par"
	"rapporteur/internal/record"
)

// PutRecord implements Store: all of the record is one part.
func (s *SQLite) PutRecord(ctx context.Context, r *record.Record) (changed bool, err error) {
	ds, err := s.Decisions(ctx)
	if err != nil {
		return false, err
	}
	moved, err := idsAbout(ctx, s.read, "moved")
	if err != nil {
		return false, s.trouble(err)
	}
	parts := func(yield func(*record.Part, error) bool) { yield(record.PartOf(r), nil) }
	return s.PutParts(ctx, Batch{Parts: parts, Whole: true, Rulings: record.Ruling(ds), Moved: moved})
}

// PutParts implements Store.
func (s *SQLite) PutParts(ctx context.Context, b Batch) (changed bool, err error) {
	err = s.transact(ctx, func(tx *sql.Tx) error {
		w := recordWriter{s: s, ctx: ctx, tx: tx}
		defer w.close()
		if err := w.begin(b.Since); err != nil {
			return err
		}
		if err := w.cards(b); err != nil {
			return err
		}
		for p, err := range par.Map(ctx, 1, b.Parts, w.layOut) { // while one is written, the next is laid out
			if err != nil {
				return err
			}
			w.part(p)
		}
		w.drop(b.Whole)
		changed = w.changed
		return w.finish(b)
	})
	return changed && err == nil, s.trouble(err)
}

type querier interface {
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// about is what is known of the record under key; "" when nothing is.
func about(ctx context.Context, q querier, key string) (value string, err error) {
	err = q.QueryRowContext(ctx, "SELECT value FROM about WHERE key = ?", key).Scan(&value)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	return value, err
}

func setAbout(ctx context.Context, tx *sql.Tx, pairs ...string) error {
	for i := 0; i < len(pairs); i += 2 {
		if _, err := tx.ExecContext(ctx, "INSERT OR REPLACE INTO about (key, value) VALUES (?, ?)", pairs[i], pairs[i+1]); err != nil {
			return err
		}
	}
	return nil
}

// number is the key of a line or part in the tables: 63 bits made of its id.
func number(id record.ID) int64 {
	h := fnv.New64a()
	h.Write([]byte(id))
	return int64(h.Sum64() >> 1)
}

// recordWriter writes parts into the tables of the record: those lines that
// are new or other than before, and no others. It stops at the first error.
type recordWriter struct {
	s       *SQLite
	ctx     context.Context
	tx      *sql.Tx
	stmts   map[string]*sql.Stmt
	indexes []string   // of the table of lines, while they are gone
	fresh   bool       // the record was empty
	kept    []int64    // lines of the parts that were written
	parts   []int64    // parts that were written
	missing []int64    // lines that a part has no more
	links   [][2]int64 // rows of link that wait to be added
	args    []any
	sum     total // of all lines of the record
	changed bool
	err     error
}

func (w *recordWriter) close() {
	for _, st := range w.stmts {
		st.Close()
	}
}

// begin finds out what the record is like; since is Batch.Since.
func (w *recordWriter) begin(since string) error {
	if since != "" {
		now, err := w.s.serial(w.ctx, w.tx)
		if err != nil {
			return err
		}
		if now != since {
			return ErrOvertaken
		}
	}
	was, err := about(w.ctx, w.tx, "digest")
	w.sum = totalOf(was)
	if err != nil {
		return err
	}
	if err := w.tx.QueryRowContext(w.ctx, "SELECT NOT EXISTS (SELECT 1 FROM line)").Scan(&w.fresh); err != nil || !w.fresh {
		return err
	}
	return w.stage()
}

// stmt prepares a statement once; nil after an error.
func (w *recordWriter) stmt(query string) *sql.Stmt {
	if w.err != nil {
		return nil
	}
	st := w.stmts[query]
	if st == nil {
		if st, w.err = w.tx.PrepareContext(w.ctx, query); w.err != nil {
			return nil
		}
		if w.stmts == nil {
			w.stmts = map[string]*sql.Stmt{}
		}
		w.stmts[query] = st
	}
	return st
}

func (w *recordWriter) exec(query string, args ...any) {
	if st := w.stmt(query); st != nil {
		_, w.err = st.ExecContext(w.ctx, args...)
	}
}

// part writes one part: of its lines those that are new or others than before.
// What it has no more waits for drop, since another part may have it now.
func (w *recordWriter) part(p *laidOut) {
	n := number(p.Key)
	was := w.linesOf(n)
	if p.Lines == nil {
		w.gone(was)
		w.exec("DELETE FROM part WHERE n = ?", n)
		return
	}
	w.parts = append(w.parts, n)
	lines := make([]byte, 0, (8+sumSize)*len(p.rows))
	for i := range p.rows {
		r := &p.rows[i]
		w.kept = append(w.kept, r.n)
		if !bytes.Equal(was[r.n], r.sum) {
			w.line(r)
		}
		delete(was, r.n)
		lines = append(binary.LittleEndian.AppendUint64(lines, uint64(r.n)), r.sum...)
	}
	w.gone(was)
	w.flush()
	w.exec("INSERT OR REPLACE INTO part (n, key, lines, state) VALUES (?, ?, ?, ?)", n, p.Key, lines, w.state(p.Part))
}

// state is the packed State of a part; most have none.
func (w *recordWriter) state(p *record.Part) []byte {
	if len(p.State) == 0 {
		return []byte{}
	}
	return w.s.zip.EncodeAll(p.State, nil)
}

// linesOf are the sums of the lines that a part has in the tables, by number.
func (w *recordWriter) linesOf(part int64) map[int64][]byte {
	st := w.stmt("SELECT lines FROM part WHERE n = ?")
	if st == nil {
		return nil
	}
	var lines []byte
	err := st.QueryRowContext(w.ctx, part).Scan(&lines)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		w.err = err
	}
	out := make(map[int64][]byte, len(lines)/(8+sumSize))
	for ; len(lines) >= 8+sumSize; lines = lines[8+sumSize:] {
		out[int64(binary.LittleEndian.Uint64(lines))] = lines[8 : 8+sumSize]
	}
	return out
}

func (w *recordWriter) gone(lines map[int64][]byte) {
	for n := range lines {
		w.missing = append(w.missing, n)
	}
}

// kept is a line as the tables have it.
type kept struct {
	id    string
	kind  int
	ord   string
	sum   []byte
	links []byte
}

func (w *recordWriter) find(n int64) (k kept, ok bool) {
	st := w.stmt("SELECT id, type, ord, sum, links FROM line WHERE n = ?")
	if st == nil {
		return k, false
	}
	err := st.QueryRowContext(w.ctx, n).Scan(&k.id, &k.kind, &k.ord, &k.sum, &k.links)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		w.err = err
	}
	return k, err == nil
}

// line writes one line that its part had not, or had otherwise.
func (w *recordWriter) line(r *row) {
	var old kept
	var known bool
	if !w.fresh {
		old, known = w.find(r.n)
	}
	id := r.line.LineID()
	switch {
	case known && old.id != string(id):
		w.fail(fmt.Errorf("the ids %s and %s cannot be told apart", old.id, id))
	case known && bytes.Equal(old.sum, r.sum):
		return // another part had it
	case known && old.kind != typeNumber(r.line.Kind()): // an entity that was merged leads on by its id
		w.forget(r.n, &old)
		old, known = kept{}, false
	case known:
		w.sum.take(old.sum)
	}
	w.changed = true
	w.sum.add(r.sum)
	if ord := order(r.line); w.fresh {
		w.exec("INSERT INTO stage (n, id, type, ord, since, until, sum, links, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
			r.n, id, typeNumber(r.line.Kind()), ord, r.keys.from, r.keys.to, r.sum, r.links, w.body(r))
	} else if known && old.ord == ord { // no index is touched
		w.exec("UPDATE line SET since = ?, until = ?, sum = ?, links = ?, body = ? WHERE n = ?",
			r.keys.from, r.keys.to, r.sum, r.links, w.body(r), r.n)
	} else {
		w.exec("INSERT OR REPLACE INTO line (n, id, type, ord, since, until, sum, links, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
			r.n, id, typeNumber(r.line.Kind()), ord, r.keys.from, r.keys.to, r.sum, r.links, w.body(r))
	}
	w.relink(old.links, r.links)
	if f := r.facet; f != nil {
		w.exec("INSERT OR REPLACE INTO facet (n, outlet, day) VALUES (?, ?, ?)", r.n, f.outlet, f.day)
	}
	if e, ok := r.line.(*record.Entity); ok {
		if known {
			w.exec("DELETE FROM name WHERE line = ?", r.n)
		}
		for _, key := range foldedNames(e) {
			w.exec("INSERT OR IGNORE INTO name (key, line) VALUES (?, ?)", key, r.n)
		}
	}
}

func (w *recordWriter) fail(err error) {
	if w.err == nil {
		w.err = err
	}
}

// forget takes a line out of all tables.
func (w *recordWriter) forget(n int64, old *kept) {
	w.changed = true
	w.sum.take(old.sum)
	w.exec("DELETE FROM line WHERE n = ?", n)
	w.relink(old.links, nil)
	w.exec("DELETE FROM facet WHERE n = ?", n)
	w.exec("DELETE FROM name WHERE line = ?", n)
}

// drop takes out what the parts written have no more, and, of a whole record,
// all other parts.
func (w *recordWriter) drop(whole bool) {
	slices.Sort(w.kept)
	for i, n := range w.kept {
		if i > 0 && n == w.kept[i-1] {
			w.fail(fmt.Errorf("the id %s stands twice in the record", w.idOf(n)))
			return
		}
	}
	w.unstage()
	if whole {
		w.missing = w.others("SELECT n FROM line", w.kept)
		slices.Sort(w.parts)
		for _, n := range w.others("SELECT n FROM part", w.parts) {
			w.exec("DELETE FROM part WHERE n = ?", n)
		}
	}
	slices.Sort(w.missing)
	for _, n := range w.missing {
		if _, kept := slices.BinarySearch(w.kept, n); kept {
			continue
		}
		if old, ok := w.find(n); ok {
			w.forget(n, &old)
		}
	}
}

// others are the numbers that a query gives and a sorted list does not have.
func (w *recordWriter) others(query string, list []int64) (out []int64) {
	st := w.stmt(query)
	if st == nil {
		return nil
	}
	rows, err := st.QueryContext(w.ctx)
	if err != nil {
		w.err = err
		return nil
	}
	defer rows.Close()
	for rows.Next() {
		var n int64
		if err := rows.Scan(&n); err != nil {
			w.err = err
			return nil
		}
		if _, there := slices.BinarySearch(list, n); !there {
			out = append(out, n)
		}
	}
	w.err = rows.Err()
	return out
}

// cards notes the reports that are in the record by this batch.
func (w *recordWriter) cards(b Batch) error {
	if b.Whole {
		w.exec("DELETE FROM card")
	}
	if b.Cards == nil {
		return w.err
	}
	for c, err := range b.Cards {
		if err != nil {
			return err
		}
		w.exec("INSERT OR REPLACE INTO card (n, id, body) VALUES (?, ?, ?)", number(c.Report), c.Report, w.s.zip.EncodeAll(c.Body, nil))
	}
	return w.err
}

// finish writes what holds for the whole record.
func (w *recordWriter) finish(b Batch) error {
	w.flush()
	if w.err != nil {
		return w.err
	}
	moved, err := idsAbout(w.ctx, w.tx, "moved")
	if err != nil {
		return err
	}
	moved = slices.DeleteFunc(moved, func(id record.ID) bool { return slices.Contains(b.Moved, id) })
	serial, err := nextSerial(w.ctx, w.tx, b.UpTo)
	if err != nil {
		return err
	}
	return setAbout(w.ctx, w.tx, "digest", w.sum.String(), "edition", w.s.edition, "serial", serial, "rulings", joined(b.Rulings), "moved", joined(moved))
}

// typeNumber is the number of a kind of line, in the order of an export.
func typeNumber(kind string) int { return slices.Index(record.Kinds, kind) }

// order is what the lines of one kind are sorted by, before their ids.
func order(l record.Line) string {
	switch v := l.(type) {
	case *record.Report:
		return str(v.Published.Value)
	case *record.TimeLine:
		return fmt.Sprintf("%s %010d %010d", v.Report, v.Start, v.End)
	}
	return ""
}
