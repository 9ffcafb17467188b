-- Version 6: what is being written, kept while it is typed so that a cut wire loses a second of it. Outside the journal, like all that nobody has decided.

CREATE TABLE draft (
    coder TEXT NOT NULL,
    place TEXT NOT NULL,          -- what is being written, e.g. memo:new:code:<id>
    text  TEXT NOT NULL,
    at    TEXT NOT NULL,
    PRIMARY KEY (coder, place)
) WITHOUT ROWID;
