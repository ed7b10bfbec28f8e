package store

// The first record of a store is written in two steps. Lines stand in the table
// in the order of their numbers, which are hashes: written one by one as the
// parts come, each would go into another page, and of a large record most pages
// would be written hundreds of times. So they are put one behind the other
// first, in a table beside the file that is gone with the connection, and from
// there into theirs, in order; its indexes are made when all is there.

// stage makes ready for lines to be put aside.
func (w *recordWriter) stage() error {
	if _, err := w.tx.ExecContext(w.ctx, "DROP TABLE IF EXISTS temp.stage; CREATE TEMP TABLE stage (n INTEGER, id TEXT, type INTEGER, ord TEXT, since TEXT, until TEXT, sum BLOB, links BLOB, body BLOB)"); err != nil {
		return err
	}
	rows, err := w.tx.QueryContext(w.ctx, "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'line' AND sql IS NOT NULL ORDER BY name")
	if err != nil {
		return err
	}
	defer rows.Close()
	var drops []string
	for rows.Next() {
		var name, sql string
		if err := rows.Scan(&name, &sql); err != nil {
			return err
		}
		drops, w.indexes = append(drops, "DROP INDEX "+name), append(w.indexes, sql)
	}
	if err := rows.Err(); err != nil {
		return err
	}
	rows.Close() // or the indexes are in use
	for _, d := range drops {
		if _, err := w.tx.ExecContext(w.ctx, d); err != nil {
			return err
		}
	}
	return nil
}

// unstage puts the lines into their table.
func (w *recordWriter) unstage() {
	if !w.fresh {
		return
	}
	w.exec("INSERT INTO line (n, id, type, ord, since, until, sum, links, body) SELECT n, id, type, ord, since, until, sum, links, body FROM temp.stage ORDER BY n")
	for _, sql := range w.indexes {
		w.exec(sql)
	}
	w.exec("DROP TABLE temp.stage")
	w.fresh, w.indexes = false, nil
}

// idOf is the id of a line that was written.
func (w *recordWriter) idOf(n int64) (id string) {
	table := "line"
	if w.fresh {
		table = "temp.stage"
	}
	if st := w.stmt("SELECT id FROM " + table + " WHERE n = ?"); st != nil {
		if err := st.QueryRowContext(w.ctx, n).Scan(&id); err != nil {
			w.err = err
		}
	}
	return id
}
