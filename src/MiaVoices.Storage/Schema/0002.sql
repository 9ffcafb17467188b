-- Version 2: the word forms that the index holds or has held. Derived like the index and made anew with it, never journalled.
-- Only grows in between, so that the greatest id tells whether there are new ones.

CREATE TABLE segment_index_form (
    id       INTEGER PRIMARY KEY,
    form     TEXT NOT NULL UNIQUE,
    segments INTEGER NOT NULL        -- how many were indexed with it
);
