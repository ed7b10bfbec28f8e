package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"

	"rapporteur/internal/record"
)

// checkDecisions refuses decisions that must not be kept.
func checkDecisions(ds []record.Decision) error {
	for i := range ds {
		if err := ds[i].Check(); err != nil {
			return fmt.Errorf("decision %s: %w", ds[i].ID, err)
		}
	}
	return nil
}

// changesRecord reports whether d may make the record another: all but having
// looked.
func changesRecord(d *record.Decision) bool { return d.Action != record.ToSee }

// PutDecisions implements Store.
func (m *Memory) PutDecisions(_ context.Context, ds []record.Decision) (added int, err error) {
	if err := checkDecisions(ds); err != nil {
		return 0, err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, d := range ds {
		if _, known := m.decisions[d.ID]; !known {
			m.decisions[d.ID] = d
			m.stale = m.stale || changesRecord(&d)
			added++
		}
	}
	return added, nil
}

// Decisions implements Store.
func (m *Memory) Decisions(context.Context) ([]record.Decision, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	all := make([]record.Decision, 0, len(m.decisions))
	for _, d := range m.decisions {
		all = append(all, d)
	}
	slices.SortFunc(all, func(a, b record.Decision) int { return a.Compare(&b) })
	return all, nil
}

// PutDecisions implements Store.
func (s *SQLite) PutDecisions(ctx context.Context, ds []record.Decision) (added int, err error) {
	if err := checkDecisions(ds); err != nil {
		return 0, err
	}
	err = s.transact(ctx, func(tx *sql.Tx) error {
		added = 0
		for i := range ds {
			n, err := putDecision(ctx, tx, &ds[i])
			if err != nil {
				return err
			}
			added += n
		}
		return nil
	})
	if err != nil {
		return 0, s.trouble(err)
	}
	return added, nil
}

// putDecision adds one decision; n is 0 when it was kept already.
func putDecision(ctx context.Context, tx *sql.Tx, d *record.Decision) (n int, err error) {
	body, err := json.Marshal(d)
	if err != nil {
		return 0, err
	}
	res, err := tx.ExecContext(ctx, "INSERT INTO decision (id, at, body) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", d.ID, d.At, string(body))
	if err != nil {
		return 0, err
	}
	rows, err := res.RowsAffected()
	return int(rows), err
}

// Decisions implements Store.
func (s *SQLite) Decisions(ctx context.Context) ([]record.Decision, error) {
	rows, err := s.read.QueryContext(ctx, "SELECT id, body FROM decision ORDER BY at, id")
	if err != nil {
		return nil, s.trouble(err)
	}
	defer rows.Close()
	all := []record.Decision{}
	for rows.Next() {
		var id string
		var body []byte
		if err := rows.Scan(&id, &body); err != nil {
			return nil, s.trouble(err)
		}
		var d record.Decision
		err := json.Unmarshal(body, &d)
		if err == nil {
			err = d.Check()
		}
		if err != nil {
			return nil, s.damaged("decision "+id, err)
		}
		all = append(all, d)
	}
	return all, s.trouble(rows.Err())
}
