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
	err := s.read.QueryRowContext(ctx, "SELECT 1 FROM report WHERE id = ?", id).Scan(&one)
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
	doc, analysis := s.zip.EncodeAll(doc, nil), s.zip.EncodeAll(packAnalysis(a), nil)
	err = s.transact(ctx, func(tx *sql.Tx) error {
		res, err := tx.ExecContext(ctx, "INSERT INTO report (id, source, document, analysis, edition) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING", id, a.Doc.Source, doc, analysis, s.edition)
		if err != nil {
			return err
		}
		n, err := res.RowsAffected()
		if added = n > 0; added || err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, "UPDATE report SET analysis = ?, edition = ? WHERE id = ? AND edition <> ?", analysis, s.edition, id, s.edition)
		return err
	})
	return added && err == nil, s.trouble(err)
}

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
		if _, err := tx.ExecContext(ctx, "UPDATE report SET source = ? WHERE id = ? AND source > ?", source, id, source); err != nil {
			return err
		}
		return setAbout(ctx, tx, "edition", "") // the record names the source
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
