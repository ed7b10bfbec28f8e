package store

import (
	"bytes"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"errors"
	"slices"
	"strings"

	"rapporteur/internal/record"
)

// blockSize is how many bytes of JSON share a block: enough to compress well,
// few enough that one line is found at once.
const blockSize = 64 << 10

// PutRecord implements Store.
func (s *SQLite) PutRecord(ctx context.Context, r *record.Record) (changed bool, err error) {
	sum, err := digest(r)
	if err != nil {
		return false, err
	}
	err = s.transact(ctx, func(tx *sql.Tx) error {
		was, err := about(ctx, tx, "digest")
		if err != nil {
			return err
		}
		if was != sum {
			changed = true
			if err := s.replace(ctx, tx, r); err != nil {
				return err
			}
		}
		return setAbout(ctx, tx, "digest", sum, "edition", s.edition)
	})
	return changed && err == nil, s.trouble(err)
}

// digest tells one record from another: SHA-256 of its export.
func digest(r *record.Record) (string, error) {
	h := sha256.New()
	if err := record.WriteLines(h, r.Lines()); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
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

// replace writes r in the place of what the tables hold.
func (s *SQLite) replace(ctx context.Context, tx *sql.Tx, r *record.Record) error {
	for _, table := range []string{"block", "line", "link", "facet", "name"} {
		if _, err := tx.ExecContext(ctx, "DELETE FROM "+table); err != nil {
			return err
		}
	}
	w := recordWriter{s: s, ctx: ctx, tx: tx, at: map[record.ID]int{}}
	defer w.close()
	x := newIndex(r)
	for i, l := range x.lines {
		w.at[l.LineID()] = i + 1
	}
	for i, l := range x.lines {
		w.line(l, &x.keys[i])
	}
	w.endBlock()
	w.facets(x)
	w.names(r)
	return w.flush()
}

// recordWriter fills the tables of the record. It stops at the first error.
type recordWriter struct {
	s     *SQLite
	ctx   context.Context
	tx    *sql.Tx
	at    map[record.ID]int // the number of each line
	buf   bytes.Buffer      // the block being filled
	block int
	links []any // pairs waiting to be written
	into  map[string]*sql.Stmt
	err   error
}

func (w *recordWriter) close() {
	for _, st := range w.into {
		st.Close()
	}
}

// exec runs an INSERT, preparing it once.
func (w *recordWriter) exec(query string, args ...any) {
	if w.err != nil {
		return
	}
	st := w.into[query]
	if st == nil {
		if st, w.err = w.tx.PrepareContext(w.ctx, query); w.err != nil {
			return
		}
		if w.into == nil {
			w.into = map[string]*sql.Stmt{}
		}
		w.into[query] = st
	}
	_, w.err = st.ExecContext(w.ctx, args...)
}

// line writes one line: its bytes, where they stand, what it speaks of.
func (w *recordWriter) line(l record.Line, k *keys) {
	first := w.buf.Len()
	enc := json.NewEncoder(&w.buf)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(l); err != nil && w.err == nil {
		w.err = err
	}
	w.exec("INSERT INTO line (n, id, type, block, first, last, since, until) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
		w.at[l.LineID()], l.LineID(), typeNumber(l.Kind()), w.block+1, first, w.buf.Len(), k.from, k.to)
	if w.buf.Len() >= blockSize {
		w.endBlock()
	}
	for _, id := range k.reports {
		w.link(id, l.LineID())
	}
	for _, id := range k.entities {
		w.link(id, l.LineID())
	}
	if st, ok := l.(*record.Story); ok {
		for _, id := range st.Reports {
			w.link(st.ID, id)
		}
	}
}

func typeNumber(kind string) int { return slices.Index(record.Kinds, kind) }

func (w *recordWriter) endBlock() {
	if w.buf.Len() == 0 {
		return
	}
	w.block++
	w.exec("INSERT INTO block (n, body) VALUES (?, ?)", w.block, w.s.zip.EncodeAll(w.buf.Bytes(), nil))
	w.buf.Reset()
}

// linkBatch is how many links go into one INSERT.
const linkBatch = 64

var insertLinks = "INSERT OR IGNORE INTO link (target, line) VALUES (?, ?)" + strings.Repeat(", (?, ?)", linkBatch-1)

// link says that line belongs to target; ids that are no lines link nothing.
func (w *recordWriter) link(target, line record.ID) {
	t, l := w.at[target], w.at[line]
	if t == 0 || l == 0 {
		return
	}
	if w.links = append(w.links, t, l); len(w.links) == 2*linkBatch {
		w.exec(insertLinks, w.links...)
		w.links = w.links[:0]
	}
}

func (w *recordWriter) facets(x *index) {
	for _, l := range x.lines {
		if f := x.facets[l.LineID()]; f != nil {
			w.exec("INSERT INTO facet (n, outlet, day) VALUES (?, ?, ?)", w.at[l.LineID()], f.outlet, f.day)
		}
	}
}

func (w *recordWriter) names(r *record.Record) {
	for i := range r.Entities {
		for _, key := range foldedNames(&r.Entities[i]) {
			w.exec("INSERT OR IGNORE INTO name (key, line) VALUES (?, ?)", key, w.at[r.Entities[i].ID])
		}
	}
}

// flush writes what waits and returns the first error.
func (w *recordWriter) flush() error {
	for i := 0; i < len(w.links); i += 2 {
		w.exec("INSERT OR IGNORE INTO link (target, line) VALUES (?, ?)", w.links[i], w.links[i+1])
	}
	return w.err
}
