package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"os"
	"strings"

	"rapporteur/internal/record"
	"rapporteur/internal/text"
)

// place is where a line stands.
type place struct {
	kind               string
	block, first, last int
}

// block is one block, unpacked.
type block struct {
	n    int
	body []byte
}

const placeColumns = "SELECT type, block, first, last FROM line"

func scanPlace(scan func(...any) error) (p place, err error) {
	var kind int
	if err = scan(&kind, &p.block, &p.first, &p.last); err == nil && kind >= 0 && kind < len(record.Kinds) {
		p.kind = record.Kinds[kind]
	}
	return p, err
}

// Lines implements Store.
func (s *SQLite) Lines(ctx context.Context, f Filter) iter.Seq2[record.Line, error] {
	where, args := f.where()
	return s.linesWhere(ctx, where, args...)
}

// linesWhere reads in one transaction, which sees one record whatever is
// written meanwhile.
func (s *SQLite) linesWhere(ctx context.Context, where string, args ...any) iter.Seq2[record.Line, error] {
	return func(yield func(record.Line, error) bool) {
		tx, err := s.read.BeginTx(ctx, nil)
		if err != nil {
			yield(nil, s.trouble(err))
			return
		}
		defer tx.Rollback()
		rows, err := tx.QueryContext(ctx, placeColumns+where+" ORDER BY n", args...)
		if err != nil {
			yield(nil, s.trouble(err))
			return
		}
		defer rows.Close()
		at := lineReader{s: s, tx: tx}
		for rows.Next() {
			l, err := at.next(ctx, rows)
			if !yield(l, s.trouble(err)) || err != nil {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(nil, s.trouble(err))
		}
	}
}

// condition is a WHERE clause in the making.
type condition struct {
	parts []string
	args  []any
}

func (c *condition) and(part string, args ...any) {
	c.parts = append(c.parts, part)
	c.args = append(c.args, args...)
}

func (c *condition) String() string {
	if len(c.parts) == 0 {
		return ""
	}
	return " WHERE " + strings.Join(c.parts, " AND ")
}

// where is f as a clause on table line.
func (f *Filter) where() (string, []any) {
	var c condition
	if len(f.Types) > 0 {
		var types []any
		for _, t := range f.Types {
			types = append(types, typeNumber(t))
		}
		c.and("type IN (?"+strings.Repeat(", ?", len(types)-1)+")", types...)
	}
	if f.Entity != "" {
		f.whereEntity(&c)
	}
	if f.asksReports() || f.asksDays() {
		f.whereReports(&c)
	}
	return c.String(), c.args
}

const lineWithID = "(SELECT n FROM line WHERE id = ?)"

// whereEntity: the line is linked to the entity, or, for the kinds that name
// nobody, to a report that is.
func (f *Filter) whereEntity(c *condition) {
	const linked = "(SELECT line FROM link WHERE target = " + lineWithID + ")"
	time, origin := typeNumber(record.KindTime), typeNumber(record.KindOrigin)
	c.and("(type NOT IN (?, ?) AND n IN "+linked+
		" OR type IN (?, ?) AND n IN (SELECT line FROM link WHERE target IN (SELECT n FROM facet WHERE n IN "+linked+")))",
		time, origin, f.Entity, time, origin, f.Entity)
}

// whereReports: a line that tells days of itself must meet the days asked for;
// any other must have a report of these days.
func (f *Filter) whereReports(c *condition) {
	all, allArgs := f.reportSet(false)
	if !f.asksDays() {
		c.and(all, allArgs...)
		return
	}
	var own condition
	own.and("since <> ''")
	if f.Since != "" {
		own.and("until > ?", f.Since)
	}
	if f.Until != "" {
		own.and("since <= ?", f.Until)
	}
	if f.asksReports() {
		own.and(all, allArgs...)
	}
	days, dayArgs := f.reportSet(true)
	c.and("("+strings.Join(own.parts, " AND ")+" OR since = '' AND "+days+")", append(own.args, dayArgs...)...)
}

// reportSet: the line belongs to a report that fulfils what is asked of reports.
func (f *Filter) reportSet(days bool) (string, []any) {
	var c condition
	if f.Report != "" {
		c.and("n = "+lineWithID, f.Report)
	}
	if f.Outlet != "" {
		c.and("outlet = ?", text.Fold(f.Outlet))
	}
	if f.Story != "" {
		c.and("n IN (SELECT line FROM link WHERE target = "+lineWithID+")", f.Story)
	}
	if days {
		c.and("day <> ''")
	}
	if days && f.Since != "" {
		c.and("day >= ?", f.Since)
	}
	if days && f.Until != "" {
		c.and("day <= ?", f.Until)
	}
	return "n IN (SELECT line FROM link WHERE target IN (SELECT n FROM facet" + c.String() + "))", c.args
}

// Line implements Store.
func (s *SQLite) Line(ctx context.Context, id record.ID) (record.Line, error) {
	for l, err := range s.linesWhere(ctx, " WHERE id = ?", id) {
		return l, err
	}
	return nil, ErrNotFound
}

// lineReader reads lines in one transaction. The block read last is kept at
// hand, since lines are mostly read in their order.
type lineReader struct {
	s    *SQLite
	tx   *sql.Tx
	last block
}

// next reads the line whose place stands in the current row.
func (r *lineReader) next(ctx context.Context, rows *sql.Rows) (record.Line, error) {
	p, err := scanPlace(rows.Scan)
	if err != nil {
		return nil, err
	}
	if p.block != r.last.n || p.block == 0 {
		if err := r.load(ctx, p.block); err != nil {
			return nil, err
		}
	}
	l := record.New(p.kind)
	if l == nil || p.first < 0 || p.last < p.first || p.last > len(r.last.body) {
		return nil, r.s.damaged("the record", fmt.Errorf("block %d has no line at %d-%d", p.block, p.first, p.last))
	}
	if err := json.Unmarshal(r.last.body[p.first:p.last], l); err != nil {
		return nil, r.s.damaged("the record", err)
	}
	return l, nil
}

// load takes block n at hand.
func (r *lineReader) load(ctx context.Context, n int) error {
	var packed []byte
	err := r.tx.QueryRowContext(ctx, "SELECT body FROM block WHERE n = ?", n).Scan(&packed)
	if err != nil {
		return err
	}
	body, err := r.s.unzip.DecodeAll(packed, r.last.body[:0])
	if err != nil {
		return r.s.damaged("the record", err)
	}
	r.last = block{n, body}
	return nil
}

// Find implements Store.
func (s *SQLite) Find(ctx context.Context, prefix string, limit int) (found []record.Ref, err error) {
	rows, err := s.read.QueryContext(ctx, "SELECT type, id FROM line WHERE id >= ? AND id < ? ORDER BY id LIMIT ?", prefix, prefix+"\xff", limit)
	if err != nil {
		return nil, s.trouble(err)
	}
	defer rows.Close()
	for rows.Next() {
		var kind int
		var ref record.Ref
		if err := rows.Scan(&kind, &ref.ID); err != nil {
			return nil, s.trouble(err)
		}
		if kind >= 0 && kind < len(record.Kinds) {
			ref.Type = record.Kinds[kind]
		}
		found = append(found, ref)
	}
	return found, s.trouble(rows.Err())
}

// Named implements Store.
func (s *SQLite) Named(ctx context.Context, name string) (ids []record.ID, err error) {
	rows, err := s.read.QueryContext(ctx, "SELECT id FROM line WHERE n IN (SELECT line FROM name WHERE key = ?) ORDER BY id", text.Fold(name))
	if err != nil {
		return nil, s.trouble(err)
	}
	defer rows.Close()
	for rows.Next() {
		var id record.ID
		if err := rows.Scan(&id); err != nil {
			return nil, s.trouble(err)
		}
		ids = append(ids, id)
	}
	return ids, s.trouble(rows.Err())
}

// Stats implements Store.
func (s *SQLite) Stats(ctx context.Context) (Stats, error) {
	st := Stats{Lines: map[string]int{}, Where: s.path}
	err := s.read.QueryRowContext(ctx, "SELECT count(*), count(*) FILTER (WHERE edition <> ?) FROM report", s.edition).Scan(&st.Reports, &st.Outdated)
	if err != nil {
		return st, s.trouble(err)
	}
	if err := s.read.QueryRowContext(ctx, "SELECT count(*) FROM decision").Scan(&st.Decisions); err != nil {
		return st, s.trouble(err)
	}
	for n, kind := range record.Kinds {
		var count int
		if err := s.read.QueryRowContext(ctx, "SELECT count(*) FROM line WHERE type = ?", n).Scan(&count); err != nil {
			return st, s.trouble(err)
		}
		if count > 0 {
			st.Lines[kind] = count
		}
	}
	made, err := about(ctx, s.read, "edition")
	if err != nil {
		return st, s.trouble(err)
	}
	st.Current = st.Reports == st.Lines[record.KindReport] && (made == s.edition || st.Reports == 0)
	for _, suffix := range []string{"", "-wal"} {
		if info, err := os.Stat(s.path + suffix); err == nil {
			st.Bytes += info.Size()
		}
	}
	return st, nil
}

// Verify implements Store: the file's pages, every report, every line, every
// decision.
func (s *SQLite) Verify(ctx context.Context) error {
	var verdict string
	if err := s.read.QueryRowContext(ctx, "PRAGMA integrity_check(1)").Scan(&verdict); err != nil {
		return s.trouble(err)
	}
	if verdict != "ok" {
		return s.damaged("its pages", errors.New(verdict))
	}
	for _, err := range s.Reports(ctx) {
		if err != nil {
			return err
		}
	}
	for _, err := range s.Lines(ctx, Filter{}) {
		if err != nil {
			return err
		}
	}
	_, err := s.Decisions(ctx)
	return err
}
