-- Version 3: saved searches, and what is kept of searches beside the journal.

CREATE TABLE saved_search (
    id           INTEGER PRIMARY KEY,
    uid          BLOB NOT NULL UNIQUE,
    name         TEXT NOT NULL,        -- unique, whatever the letter case
    query        TEXT NOT NULL,
    "order"      TEXT NOT NULL,        -- document, relevance
    answers_only INTEGER NOT NULL,
    "group"      TEXT,                 -- names as the coder gave them
    code         TEXT,
    source       TEXT,
    coder        TEXT NOT NULL,
    created      TEXT NOT NULL
);

-- Derived, not journalled: what a saved search found. It stays when the search goes, for when that is undone.
CREATE TABLE search_seen (
    search      BLOB PRIMARY KEY,      -- saved_search.uid
    saved_total INTEGER NOT NULL,
    saved_at    TEXT NOT NULL,
    saved_last  INTEGER NOT NULL,      -- the last segment.id then
    total       INTEGER NOT NULL,
    at          TEXT NOT NULL
) WITHOUT ROWID;

-- Derived, not journalled, and only for coders who have asked for it.
CREATE TABLE search_history_kept (
    coder TEXT PRIMARY KEY
) WITHOUT ROWID;

CREATE TABLE search_history (
    id    INTEGER PRIMARY KEY,
    coder TEXT NOT NULL,
    at    TEXT NOT NULL,
    query TEXT NOT NULL,
    total INTEGER NOT NULL
);
CREATE INDEX search_history_coder ON search_history (coder, id);
