-- The reports, and the record made of them.

-- A report is one row: what was read (JSON), and what annotating made of it
-- (the fields of news.Analysis in order, see pack.go), both compressed.
-- source is where it was met, the first by spelling; taken says which program
-- made the document, edition which made the analysis.
CREATE TABLE report (
    n        INTEGER PRIMARY KEY,
    id       TEXT NOT NULL UNIQUE,
    source   TEXT NOT NULL,
    document BLOB NOT NULL,
    analysis BLOB NOT NULL,
    taken    TEXT NOT NULL,
    edition  TEXT NOT NULL
);
CREATE INDEX report_source ON report (source);

-- The lines of the record as JSON, many a block, compressed.
CREATE TABLE block (
    n    INTEGER PRIMARY KEY,
    body BLOB NOT NULL
);

-- Where each line stands. n counts in the order of an export; first and last
-- bound its bytes in the block; since and until are the half-open days that
-- the line tells of itself, '' when none.
CREATE TABLE line (
    n     INTEGER PRIMARY KEY,
    id    TEXT NOT NULL UNIQUE,
    type  INTEGER NOT NULL,
    block INTEGER NOT NULL,
    first INTEGER NOT NULL,
    last  INTEGER NOT NULL,
    since TEXT NOT NULL,
    until TEXT NOT NULL
);
CREATE INDEX line_type ON line (type);

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

-- What is known of the record as a whole: digest, edition.
CREATE TABLE about (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;
