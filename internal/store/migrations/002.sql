-- What reviewers decided, one row a decision (JSON). Rows are only ever added;
-- at is when it was made, of one width, so that its letters sort as time.
CREATE TABLE decision (
    id   TEXT PRIMARY KEY,
    at   TEXT NOT NULL,
    body TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX decision_at ON decision (at, id);
