package store

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"os"
	"slices"
	"strings"

	"rapporteur/internal/record"
	"rapporteur/internal/text"
)

const lineColumns = "SELECT type, body FROM line"

// line reads one row of lineColumns.
func (s *SQLite) line(scan func(...any) error) (record.Line, error) {
	var kind int
	var packed []byte
	if err := scan(&kind, &packed); err != nil {
		return nil, err
	}
	body, err := s.unpackLine(packed)
	if err != nil {
		return nil, s.damaged("the record", err)
	}
	var l record.Line
	if kind >= 0 && kind < len(record.Kinds) {
		l = record.New(record.Kinds[kind])
	}
	if l == nil {
		return nil, s.damaged("the record", fmt.Errorf("a line of kind %d", kind))
	}
	if err := json.Unmarshal(body, l); err != nil {
		return nil, s.damaged("the record", err)
	}
	return l, nil
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
		rows, err := tx.QueryContext(ctx, lineColumns+where+" ORDER BY type, ord, id", args...)
		if err != nil {
			yield(nil, s.trouble(err))
			return
		}
		defer rows.Close()
		for rows.Next() {
			l, err := s.line(rows.Scan)
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

// whereEntity: the line is linked to the entity, or, for the kinds that name
// nobody, to a report that is.
func (f *Filter) whereEntity(c *condition) {
	const linked = "(SELECT line FROM link WHERE target = ?)"
	time, origin := typeNumber(record.KindTime), typeNumber(record.KindOrigin)
	c.and("(type NOT IN (?, ?) AND n IN "+linked+
		" OR type IN (?, ?) AND n IN (SELECT line FROM link WHERE target IN (SELECT n FROM facet WHERE n IN "+linked+")))",
		time, origin, number(f.Entity), time, origin, number(f.Entity))
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
		c.and("n = ?", number(f.Report))
	}
	if f.Outlet != "" {
		c.and("outlet = ?", text.Fold(f.Outlet))
	}
	if f.Story != "" {
		c.and("n IN (SELECT line FROM link WHERE target = ?)", number(f.Story))
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
	for l, err := range s.linesWhere(ctx, " WHERE n = ? AND id = ?", number(id), id) {
		return l, err
	}
	return nil, ErrNotFound
}

// beginning finds ids by their beginning, in line_order or line_id: the first
// holds the ids of most kinds in their order.
var beginning = func() string {
	parts := []string{"SELECT type, id FROM line WHERE ord <> '' AND id >= ?1 AND id < ?2"}
	for kind := range record.Kinds {
		parts = append(parts, fmt.Sprintf("SELECT type, id FROM line WHERE type = %d AND ord = '' AND id >= ?1 AND id < ?2", kind))
	}
	return strings.Join(parts, " UNION ALL ") + " ORDER BY id LIMIT ?3"
}()

// Find implements Store.
func (s *SQLite) Find(ctx context.Context, prefix string, limit int) (found []record.Ref, err error) {
	rows, err := s.read.QueryContext(ctx, beginning, prefix, prefix+"\xff", limit)
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
	ruled, err := s.ruled(ctx)
	if err != nil {
		return st, err
	}
	st.Current = st.Reports == st.Lines[record.KindReport] && (made == s.edition && ruled || st.Reports == 0)
	for _, suffix := range []string{"", "-wal"} {
		if info, err := os.Stat(s.path + suffix); err == nil {
			st.Bytes += info.Size()
		}
	}
	return st, nil
}

// ruled reports whether the record is made of the decisions that are in force,
// and of the reports as they are.
func (s *SQLite) ruled(ctx context.Context) (bool, error) {
	kept, err := idsAbout(ctx, s.read, "rulings")
	if err != nil {
		return false, s.trouble(err)
	}
	moved, err := idsAbout(ctx, s.read, "moved")
	if err != nil || len(moved) > 0 {
		return false, s.trouble(err)
	}
	all, err := s.Decisions(ctx)
	return slices.Equal(kept, record.Ruling(all)), err
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
