package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"iter"

	"rapporteur/internal/news"
	"rapporteur/internal/record"
)

// Has implements Store.
func (s *SQLite) Has(ctx context.Context, id record.ID) (bool, error) {
	var one int
	err := s.read.QueryRowContext(ctx, "SELECT 1 FROM report WHERE id = ? AND taken = ?", id, s.edition).Scan(&one)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	return err == nil, s.trouble(err)
}

// PutReport implements Store.
func (s *SQLite) PutReport(ctx context.Context, a *news.Analysis) (added bool, err error) {
	doc, err := json.Marshal(a.Doc)
	if err != nil {
		return false, err
	}
	id := record.ReportID(a.Doc)
	doc, analysis := s.zip.EncodeAll(doc, nil), s.packed(a)
	err = s.transact(ctx, func(tx *sql.Tx) error {
		res, err := tx.ExecContext(ctx, "INSERT INTO report (id, source, document, analysis, taken, edition) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
			id, a.Doc.Source, doc, analysis, s.edition, s.edition)
		if err != nil {
			return err
		}
		n, err := res.RowsAffected()
		if err != nil {
			return err
		}
		if added = n > 0; added {
			return s.supersede(ctx, tx, id, a.Doc)
		}
		res, err = tx.ExecContext(ctx, "UPDATE report SET source = min(source, ?), document = ?, analysis = ?, taken = ?, edition = ? WHERE id = ? AND taken <> ?",
			a.Doc.Source, doc, analysis, s.edition, s.edition, id, s.edition)
		return outdate(ctx, tx, res, err)
	})
	return added && err == nil, s.trouble(err)
}

func (s *SQLite) packed(a *news.Analysis) []byte { return s.zip.EncodeAll(packAnalysis(a), nil) }

// outdate says that the record is not of what is kept, once a row has changed.
func outdate(ctx context.Context, tx *sql.Tx, res sql.Result, err error) error {
	if err != nil {
		return err
	}
	if n, err := res.RowsAffected(); err != nil || n == 0 {
		return err
	}
	return setAbout(ctx, tx, "edition", "")
}

// supersede drops what another edition of the program made of the same report:
// it stands at the same source under the same title, address and date, and only
// the words read out of it are others. A source that was filled anew by its
// owner shows another title or date, and its old report stays.
func (s *SQLite) supersede(ctx context.Context, tx *sql.Tx, id record.ID, doc *news.Document) error {
	rows, err := tx.QueryContext(ctx, reportColumns+" WHERE source = ? AND id <> ? AND taken <> ?", doc.Source, id, s.edition)
	if err != nil {
		return err
	}
	defer rows.Close()
	var old []record.ID
	for rows.Next() {
		a, err := s.report(rows.Scan)
		if err != nil {
			return err
		}
		if d := a.Doc; d.Key == doc.Key && d.Title == doc.Title && d.Published.Value == doc.Published.Value {
			old = append(old, record.ReportID(d))
		}
	}
	if err := errors.Join(rows.Err(), rows.Close()); err != nil {
		return err
	}
	for _, id := range old {
		res, err := tx.ExecContext(ctx, "DELETE FROM report WHERE id = ?", id)
		if err := outdate(ctx, tx, res, err); err != nil {
			return err
		}
	}
	return nil
}

// PutAnalysis implements Store.
func (s *SQLite) PutAnalysis(ctx context.Context, a *news.Analysis) error {
	analysis := s.packed(a)
	return s.trouble(s.transact(ctx, func(tx *sql.Tx) error {
		res, err := tx.ExecContext(ctx, "UPDATE report SET analysis = ?, edition = ? WHERE id = ?", analysis, s.edition, record.ReportID(a.Doc))
		return outdate(ctx, tx, res, err)
	}))
}

// mostMoved bounds the list of reports that were met elsewhere, in bytes; with
// more, the whole record is made anew.
const mostMoved = 32 << 10

// AlsoAt implements Store. Most reports are met again where they were: then
// nothing is written.
func (s *SQLite) AlsoAt(ctx context.Context, id record.ID, source string) error {
	var later bool
	err := s.read.QueryRowContext(ctx, "SELECT source > ? FROM report WHERE id = ?", source, id).Scan(&later)
	if errors.Is(err, sql.ErrNoRows) || err == nil && !later {
		return nil
	} else if err != nil {
		return s.trouble(err)
	}
	return s.trouble(s.transact(ctx, func(tx *sql.Tx) error {
		res, err := tx.ExecContext(ctx, "UPDATE report SET source = ? WHERE id = ? AND source > ?", source, id, source)
		if err != nil {
			return err
		}
		if n, err := res.RowsAffected(); err != nil || n == 0 {
			return err
		}
		moved, err := about(ctx, tx, "moved")
		if err != nil {
			return err
		}
		if len(moved) > mostMoved {
			return setAbout(ctx, tx, "edition", "")
		}
		return setAbout(ctx, tx, "moved", moved+string(id)+" ")
	}))
}

const reportColumns = "SELECT id, source, document, analysis, edition FROM report"

// Reports implements Store.
func (s *SQLite) Reports(ctx context.Context) iter.Seq2[*news.Analysis, error] {
	return func(yield func(*news.Analysis, error) bool) {
		rows, err := s.read.QueryContext(ctx, reportColumns+" ORDER BY id")
		if err != nil {
			yield(nil, s.trouble(err))
			return
		}
		defer rows.Close()
		for rows.Next() {
			a, err := s.report(rows.Scan)
			if !yield(a, err) || err != nil {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(nil, s.trouble(err))
		}
	}
}

// Report implements Store.
func (s *SQLite) Report(ctx context.Context, id record.ID) (*news.Analysis, error) {
	row := s.read.QueryRowContext(ctx, reportColumns+" WHERE id = ?", id)
	return s.report(row.Scan)
}

// report reads one row of reportColumns.
func (s *SQLite) report(scan func(...any) error) (*news.Analysis, error) {
	var id, source, edition string
	var packedDoc, packed []byte
	err := scan(&id, &source, &packedDoc, &packed, &edition)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, ErrNotFound
	} else if err != nil {
		return nil, s.trouble(err)
	}
	doc := new(news.Document)
	body, err := s.unzip.DecodeAll(packedDoc, nil)
	if err == nil {
		err = json.Unmarshal(body, doc)
	}
	if err != nil {
		return nil, s.damaged("report "+id, err)
	}
	if doc.Source = source; edition != s.edition {
		return &news.Analysis{Doc: doc}, nil
	}
	var a *news.Analysis
	if body, err = s.unzip.DecodeAll(packed, nil); err == nil {
		a, err = unpackAnalysis(body, doc)
	}
	if err != nil {
		return nil, s.damaged("report "+id, err)
	}
	return a, nil
}
