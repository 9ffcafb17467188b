-- Version 1 of the project file. Integer keys stay inside; uid (GUID version 7, 16 bytes big-endian) is the public identity.

CREATE TABLE project (
    key   TEXT PRIMARY KEY,          -- id, name, created, seed, analyser, index
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE source (
    id         INTEGER PRIMARY KEY,
    uid        BLOB NOT NULL UNIQUE,
    name       TEXT NOT NULL,        -- the imported file's name, relative, with '/'
    label      TEXT NOT NULL,        -- for use outside: "Intervju D07"
    kind       TEXT NOT NULL,        -- interview, survey, notes, story, table
    format     TEXT NOT NULL,
    encoding   TEXT NOT NULL,
    sheet      TEXT,
    survey     TEXT,                 -- name of the survey
    wave       TEXT,                 -- wave of the whole source
    population INTEGER,
    reached    INTEGER,
    sha256     TEXT NOT NULL,
    imported   TEXT NOT NULL,
    segments   INTEGER NOT NULL,
    length     INTEGER NOT NULL,     -- UTF-16 code units
    hidden     INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE "case" (
    id     INTEGER PRIMARY KEY,
    uid    BLOB NOT NULL UNIQUE,
    name   TEXT NOT NULL,            -- pseudonym, unique among those not hidden
    source INTEGER REFERENCES source (id),  -- the source that brought it, or null
    hidden INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX case_name ON "case" (name);
CREATE INDEX case_source ON "case" (source);

CREATE TABLE case_attribute (
    "case" INTEGER NOT NULL REFERENCES "case" (id),
    name   TEXT NOT NULL,
    value  TEXT NOT NULL,
    PRIMARY KEY ("case", name)
) WITHOUT ROWID;
CREATE INDEX case_attribute_value ON case_attribute (name, value);

CREATE TABLE speaker (
    id     INTEGER PRIMARY KEY,
    source INTEGER NOT NULL REFERENCES source (id),
    name   TEXT NOT NULL,
    role   TEXT NOT NULL,            -- unknown, interviewer, respondent
    "case" INTEGER REFERENCES "case" (id),
    UNIQUE (source, name)
);
CREATE INDEX speaker_case ON speaker ("case");

CREATE TABLE question (
    id       INTEGER PRIMARY KEY,
    source   INTEGER NOT NULL REFERENCES source (id),
    ordinal  INTEGER NOT NULL,
    qid      TEXT NOT NULL,          -- stable id: F1, T1
    text     TEXT NOT NULL,          -- the wording in this source
    kind     TEXT NOT NULL,          -- closed, multiple, freetext, number
    scale    TEXT NOT NULL,          -- JSON list
    positive TEXT NOT NULL,          -- JSON list
    missing  TEXT NOT NULL,          -- JSON list
    about    TEXT,
    UNIQUE (source, qid)
);

-- Segments are imported in reading order, so the integer key is the document order of the project.
CREATE TABLE segment (
    id       INTEGER PRIMARY KEY,
    uid      BLOB NOT NULL UNIQUE,
    source   INTEGER NOT NULL REFERENCES source (id),
    ordinal  INTEGER NOT NULL,       -- from 1 within the source
    kind     TEXT NOT NULL,          -- turn, answer, paragraph
    speaker  INTEGER REFERENCES speaker (id),
    question INTEGER REFERENCES question (id),
    heading  TEXT,                   -- the heading a note stands under
    "row"    TEXT,
    wave     TEXT,
    "case"   INTEGER REFERENCES "case" (id),  -- of an answer; a turn's case is its speaker's
    timecode REAL,
    start    INTEGER NOT NULL,       -- UTF-16 code units in the source's text
    "end"    INTEGER NOT NULL,
    text     TEXT NOT NULL
);
CREATE UNIQUE INDEX segment_ordinal ON segment (source, ordinal);
CREATE INDEX segment_start ON segment (source, start);
CREATE INDEX segment_case ON segment ("case") WHERE "case" IS NOT NULL;
CREATE INDEX segment_speaker ON segment (speaker) WHERE speaker IS NOT NULL;
CREATE INDEX segment_row ON segment (source, "row") WHERE "row" IS NOT NULL;

CREATE TABLE answer (
    "case"   INTEGER NOT NULL REFERENCES "case" (id),
    question INTEGER NOT NULL REFERENCES question (id),
    points   TEXT NOT NULL,          -- JSON list; empty = asked, not answered
    PRIMARY KEY (question, "case")
) WITHOUT ROWID;
CREATE INDEX answer_case ON answer ("case");

CREATE TABLE goal (
    id       INTEGER PRIMARY KEY,
    source   INTEGER NOT NULL REFERENCES source (id),
    name     TEXT NOT NULL,
    question TEXT NOT NULL,
    points   TEXT NOT NULL,          -- JSON list
    target   REAL NOT NULL
);

CREATE TABLE code (
    id         INTEGER PRIMARY KEY,
    uid        BLOB NOT NULL UNIQUE,
    parent     INTEGER REFERENCES code (id),
    position   INTEGER NOT NULL,
    tag        TEXT NOT NULL,
    name       TEXT NOT NULL,
    definition TEXT NOT NULL,
    include    TEXT NOT NULL,
    exclude    TEXT NOT NULL,
    keywords   TEXT NOT NULL,        -- JSON list
    example    TEXT NOT NULL,
    color      TEXT NOT NULL,
    made       INTEGER NOT NULL,     -- the journal's position: an earlier review says nothing of the code
    removed    INTEGER NOT NULL DEFAULT 0   -- in the bin
);
CREATE INDEX code_parent ON code (parent);

CREATE TABLE coding (
    id         INTEGER PRIMARY KEY,
    uid        BLOB NOT NULL UNIQUE,
    source     INTEGER NOT NULL REFERENCES source (id),
    first      INTEGER NOT NULL REFERENCES segment (id),  -- segment that holds start
    last       INTEGER NOT NULL REFERENCES segment (id),  -- segment that holds end - 1
    start      INTEGER NOT NULL,
    "end"      INTEGER NOT NULL,
    quote      TEXT NOT NULL,
    code       INTEGER NOT NULL REFERENCES code (id),
    coder      TEXT NOT NULL,
    origin     TEXT NOT NULL,        -- manual, suggestion, import, auto
    confidence REAL,
    created    TEXT NOT NULL,
    memo       TEXT NOT NULL,
    polarity   TEXT,                 -- well, less, proposal
    condensed  TEXT NOT NULL
);
CREATE INDEX coding_code ON coding (code);
CREATE INDEX coding_source ON coding (source, start);
CREATE INDEX coding_first ON coding (first);
CREATE INDEX coding_long ON coding (source, first, last) WHERE last > first;

CREATE TABLE review (
    segment  INTEGER NOT NULL REFERENCES segment (id),
    coder    TEXT NOT NULL,
    sequence INTEGER NOT NULL,       -- the journal's position: codes created later are unknown, not no
    PRIMARY KEY (segment, coder)
) WITHOUT ROWID;

CREATE TABLE memo (
    id      INTEGER PRIMARY KEY,
    uid     BLOB NOT NULL UNIQUE,
    target  TEXT NOT NULL,           -- project, source, segment, code, coding, case
    target_uid BLOB,                 -- null for the project
    title   TEXT NOT NULL,
    text    TEXT NOT NULL,
    coder   TEXT NOT NULL,
    created TEXT NOT NULL,
    changed TEXT NOT NULL
);
CREATE INDEX memo_target ON memo (target_uid);

-- A person's answers to suggestions: the only trace of a suggestion that is kept.
CREATE TABLE suggestion_answer (
    uid        BLOB PRIMARY KEY,     -- derived from segment and code
    segment    INTEGER NOT NULL REFERENCES segment (id),
    code       INTEGER NOT NULL REFERENCES code (id),
    answer     TEXT NOT NULL,        -- accepted, rejected, other
    other      INTEGER REFERENCES code (id),
    coder      TEXT NOT NULL,
    at         TEXT NOT NULL,
    confidence REAL NOT NULL,
    model      TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE journal (
    sequence INTEGER PRIMARY KEY,    -- the log only grows
    at       TEXT NOT NULL,
    coder    TEXT NOT NULL,
    change   TEXT NOT NULL,          -- stored name of the change
    payload  TEXT NOT NULL,          -- JSON
    inverse  TEXT NOT NULL,          -- JSON
    kind     TEXT NOT NULL,          -- do, undo, redo
    target   INTEGER REFERENCES journal (sequence)  -- the entry that an undo or redo concerns
);
CREATE INDEX journal_target ON journal (target) WHERE target IS NOT NULL;

CREATE TABLE journal_touch (
    entity   BLOB NOT NULL,
    sequence INTEGER NOT NULL REFERENCES journal (sequence),
    how      INTEGER NOT NULL,       -- 0 uses, 1 edits, 2 creates or removes
    PRIMARY KEY (entity, sequence)
) WITHOUT ROWID;
CREATE INDEX journal_touch_sequence ON journal_touch (sequence);

-- Index with our own tokenizer: see Index/. The rowid is segment.id.
CREATE VIRTUAL TABLE segment_index USING fts5 (text, content = '', contentless_delete = 1, detail = full, tokenize = 'mia');
