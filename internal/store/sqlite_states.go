package store

import (
	"context"
	"database/sql"
	"strconv"
	"strings"

	"rapporteur/internal/record"
)

// A serial is "3.120": the third record, made of the reports numbered to 120.

// Arrived implements Store.
func (s *SQLite) Arrived(ctx context.Context, since string) (a Arrivals, err error) {
	err = s.view(ctx, func(tx *sql.Tx) error {
		if a.Serial, err = s.serial(ctx, tx); err != nil {
			return err
		}
		if a.Rulings, err = idsAbout(ctx, tx, "rulings"); err != nil {
			return err
		}
		if a.Moved, err = idsAbout(ctx, tx, "moved"); err != nil {
			return err
		}
		_, upTo, _ := strings.Cut(since, ".")
		first, _ := strconv.Atoi(upTo) // 0: all
		rows, err := tx.QueryContext(ctx, "SELECT n, id FROM report WHERE n > ? ORDER BY n", first)
		if err != nil {
			return err
		}
		defer rows.Close()
		a.UpTo = strconv.Itoa(first)
		for rows.Next() {
			var id record.ID
			if err := rows.Scan(&a.UpTo, &id); err != nil {
				return err
			}
			a.Reports = append(a.Reports, id)
		}
		return rows.Err()
	})
	return a, s.trouble(err)
}

// States implements Store.
func (s *SQLite) States(ctx context.Context) (st States, err error) {
	err = s.view(ctx, func(tx *sql.Tx) error {
		serial, err := s.serial(ctx, tx)
		if err != nil || serial == "" {
			return err
		}
		card := func(_ record.ID, body []byte) { st.Cards = append(st.Cards, body) }
		if err = s.bodies(ctx, tx, "SELECT id, body FROM card", card); err != nil || len(st.Cards) == 0 {
			return err
		}
		st.Serial, st.Parts = serial, map[record.ID][]byte{}
		return s.bodies(ctx, tx, "SELECT key, state FROM part WHERE length(state) > 0", func(key record.ID, body []byte) { st.Parts[key] = body })
	})
	return st, s.trouble(err)
}

// view runs f in one reading transaction: all that it reads is of one moment.
func (s *SQLite) view(ctx context.Context, f func(*sql.Tx) error) error {
	tx, err := s.read.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	return f(tx)
}

// serial is the state of the record; "" where it does not stand.
func (s *SQLite) serial(ctx context.Context, q querier) (string, error) {
	made, err := about(ctx, q, "edition")
	if err != nil || made != s.edition {
		return "", err
	}
	return about(ctx, q, "serial")
}

// idsAbout are the ids that are known of the record under key.
func idsAbout(ctx context.Context, q querier, key string) (ids []record.ID, err error) {
	list, err := about(ctx, q, key)
	for _, id := range strings.Fields(list) {
		ids = append(ids, record.ID(id))
	}
	return ids, err
}

func joined(ids []record.ID) string {
	var b strings.Builder
	for _, id := range ids {
		b.WriteString(string(id))
		b.WriteByte(' ')
	}
	return b.String()
}

// nextSerial is that of the record once a batch is in it.
func nextSerial(ctx context.Context, tx *sql.Tx, upTo string) (string, error) {
	was, err := about(ctx, tx, "serial")
	if err != nil {
		return "", err
	}
	count, _, _ := strings.Cut(was, ".")
	n, _ := strconv.Atoi(count) // 0 at first
	if upTo == "" {
		if upTo, err = allKept(ctx, tx); err != nil {
			return "", err
		}
	}
	return strconv.Itoa(n+1) + "." + upTo, nil
}

// allKept is the number of the last report where the record has all of them,
// else 0.
func allKept(ctx context.Context, tx *sql.Tx) (upTo string, err error) {
	err = tx.QueryRowContext(ctx, "SELECT CASE WHEN count(*) = (SELECT count(*) FROM line WHERE type = ?) THEN coalesce(max(n), 0) ELSE 0 END FROM report",
		typeNumber(record.KindReport)).Scan(&upTo)
	return upTo, err
}

// bodies yields the unpacked bytes of a query, each with its id; those without
// any are left out.
func (s *SQLite) bodies(ctx context.Context, tx *sql.Tx, query string, yield func(record.ID, []byte)) error {
	rows, err := tx.QueryContext(ctx, query)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var id record.ID
		var packed sql.RawBytes
		if err := rows.Scan(&id, &packed); err != nil {
			return err
		}
		body, err := s.unzip.DecodeAll(packed, nil)
		if err != nil {
			return s.damaged("what stands beside the record", err)
		}
		if len(body) > 0 {
			yield(id, body)
		}
	}
	return rows.Err()
}
