-- Version 4: a source is in Swedish or in English, and its words are indexed by the rules of that language.

ALTER TABLE source ADD COLUMN language TEXT NOT NULL DEFAULT 'sv';   -- sv, en
