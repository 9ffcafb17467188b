-- Version 8: what was accepted together with all suggestions above a confidence says so for ever.

ALTER TABLE coding ADD COLUMN accepted_above REAL;              -- the least confidence, 0-1; null where the suggestion was answered by itself
ALTER TABLE suggestion_answer ADD COLUMN accepted_above REAL;
