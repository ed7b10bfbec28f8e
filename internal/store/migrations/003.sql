-- The record in parts: one more report changes the lines that it touches and no
-- others. The record of before is made anew when reports are read next.
DROP TABLE block;
DROP TABLE line;
DROP TABLE link;
DROP TABLE facet;
DROP TABLE name;
DELETE FROM about;

-- A line of the record. n is made of its id; ord and id give it its place in
-- the export among the lines of its type; since and until are the half-open
-- days that it tells of itself, '' when none; sum tells whether it is another
-- than one of the same id; links are the rows of link that are there for it.
CREATE TABLE line (
    n     INTEGER PRIMARY KEY,
    id    TEXT NOT NULL,
    type  INTEGER NOT NULL,
    ord   TEXT NOT NULL,
    since TEXT NOT NULL,
    until TEXT NOT NULL,
    sum   BLOB NOT NULL,
    links BLOB NOT NULL,
    body  BLOB NOT NULL
);
CREATE INDEX line_order ON line (type, ord, id);
CREATE INDEX line_id ON line (id) WHERE ord <> ''; -- the others are found by line_order

-- Which reports, entities and stories (target, a line) a line belongs to.
CREATE TABLE link (
    target INTEGER NOT NULL,
    line   INTEGER NOT NULL,
    PRIMARY KEY (target, line)
) WITHOUT ROWID;

-- What filters ask of a report: n is its line.
CREATE TABLE facet (
    n      INTEGER PRIMARY KEY,
    outlet TEXT NOT NULL,
    day    TEXT NOT NULL
);

-- The names of entities, folded.
CREATE TABLE name (
    key  TEXT NOT NULL,
    line INTEGER NOT NULL,
    PRIMARY KEY (key, line)
) WITHOUT ROWID;
CREATE INDEX name_line ON name (line);

-- The parts of the record: the lines of each, with their sums, so that a part is
-- compared at once; and what relating wants to find again of it, and of each
-- report that is in the record.
CREATE TABLE part (
    n     INTEGER PRIMARY KEY,
    key   TEXT NOT NULL,
    lines BLOB NOT NULL,
    state BLOB NOT NULL
);
CREATE TABLE card (
    n    INTEGER PRIMARY KEY,
    id   TEXT NOT NULL,
    body BLOB NOT NULL
);
