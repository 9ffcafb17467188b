-- Version 7: quotes chosen for publication, what people write for reports, and what has gone out.

CREATE TABLE quote (
    id           INTEGER PRIMARY KEY,
    uid          BLOB NOT NULL UNIQUE,
    coding       BLOB NOT NULL,      -- coding.uid; a quote stays when its coding goes, for when that is undone, and is not shown meanwhile
    words        TEXT NOT NULL,      -- the coding's words when the cuts were made
    cuts         TEXT NOT NULL,      -- JSON list of [start, end, instead], UTF-16 code units within words
    status       TEXT NOT NULL,      -- draft, approved, withdrawn
    consent      TEXT,               -- yes, no, or null where nobody has asked
    consent_date TEXT,
    note         TEXT NOT NULL,
    coder        TEXT NOT NULL,
    chosen       TEXT NOT NULL,
    reviewer     TEXT NOT NULL,
    reviewed     TEXT
);
CREATE INDEX quote_coding ON quote (coding);

CREATE TABLE quote_tick (
    point  TEXT PRIMARY KEY,
    quotes TEXT NOT NULL,            -- SHA-256 of the approved quotes as they were shown then
    coder  TEXT NOT NULL,
    at     TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE passage (
    report  TEXT NOT NULL,
    place   TEXT NOT NULL,
    code    BLOB NOT NULL,           -- code.uid; empty for places that a report has once
    text    TEXT NOT NULL,
    coder   TEXT NOT NULL,
    changed TEXT NOT NULL,
    PRIMARY KEY (report, place, code)
) WITHOUT ROWID;

-- Not journalled: undoing cannot call back a file.
CREATE TABLE report_export (
    id        INTEGER PRIMARY KEY,
    at        TEXT NOT NULL,
    coder     TEXT NOT NULL,
    kind      TEXT NOT NULL,
    audience  TEXT NOT NULL,
    selection TEXT NOT NULL,
    sha256    TEXT NOT NULL,
    facts     TEXT NOT NULL          -- JSON list of [subject, group, persons, of, name], as shown
);
