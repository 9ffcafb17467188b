-- Version 5: corrected files. A new version is a source of its own; the one it replaces is hidden and keeps what could not be moved.

ALTER TABLE source ADD COLUMN replaces INTEGER REFERENCES source (id);
CREATE INDEX source_replaces ON source (replaces) WHERE replaces IS NOT NULL;

-- Which rows of a survey stand for which cases: a case may stand in several sources (versions; waves where ids persist).
CREATE TABLE source_case (
    source INTEGER NOT NULL REFERENCES source (id),
    "case" INTEGER NOT NULL REFERENCES "case" (id),
    wave   TEXT,
    "row"  TEXT NOT NULL,
    PRIMARY KEY (source, "case")
) WITHOUT ROWID;
CREATE INDEX source_case_case ON source_case ("case");

-- Of respondents who wrote nothing the row is the end of the name that the import gave them.
INSERT INTO source_case (source, "case", wave, "row")
SELECT c.source, c.id,
    coalesce((SELECT g.wave FROM segment g WHERE g."case" = c.id AND g.source = s.id LIMIT 1), s.wave),
    coalesce((SELECT g."row" FROM segment g WHERE g."case" = c.id AND g.source = s.id LIMIT 1),
        CASE WHEN instr(c.name, ' · ') > 0 THEN substr(c.name, instr(c.name, ' · ') + 3) ELSE c.name END)
FROM "case" c JOIN source s ON s.id = c.source WHERE s.survey IS NOT NULL;
