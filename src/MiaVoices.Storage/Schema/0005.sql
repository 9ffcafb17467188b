-- Version 5: corrected files. A new version is a source of its own; the one it replaces is hidden and keeps what could not be moved.

ALTER TABLE source ADD COLUMN replaces INTEGER REFERENCES source (id);
CREATE INDEX source_replaces ON source (replaces) WHERE replaces IS NOT NULL;

-- Which rows of a survey stand for which cases: where ids persist a case has a row a wave, and versions of a source share cases.
CREATE TABLE source_case (
    source INTEGER NOT NULL REFERENCES source (id),
    "case" INTEGER NOT NULL REFERENCES "case" (id),
    wave   TEXT,
    "row"  TEXT NOT NULL
);
CREATE INDEX source_case_source ON source_case (source);
CREATE INDEX source_case_case ON source_case ("case");

-- Of respondents who wrote nothing the row is the end of the name that the import gave them.
INSERT INTO source_case (source, "case", wave, "row")
SELECT c.source, c.id,
    coalesce((SELECT g.wave FROM segment g WHERE g."case" = c.id AND g.source = s.id LIMIT 1), s.wave),
    coalesce((SELECT g."row" FROM segment g WHERE g."case" = c.id AND g.source = s.id LIMIT 1),
        CASE WHEN instr(c.name, ' · ') > 0 THEN substr(c.name, instr(c.name, ' · ') + 3) ELSE c.name END)
FROM "case" c JOIN source s ON s.id = c.source WHERE s.survey IS NOT NULL;

-- An answer is of a wave.
ALTER TABLE answer RENAME TO answer_4;
DROP INDEX answer_case;
CREATE TABLE answer (
    "case"   INTEGER NOT NULL REFERENCES "case" (id),
    question INTEGER NOT NULL REFERENCES question (id),
    wave     TEXT NOT NULL,          -- of the row; empty where none is told
    points   TEXT NOT NULL,          -- JSON list; empty = asked, not answered
    PRIMARY KEY (question, "case", wave)
) WITHOUT ROWID;
CREATE INDEX answer_case ON answer ("case");
INSERT INTO answer ("case", question, wave, points)
SELECT a."case", a.question, coalesce((SELECT b.wave FROM source_case b JOIN question q ON q.source = b.source WHERE b."case" = a."case" AND q.id = a.question), ''), a.points FROM answer_4 a;
DROP TABLE answer_4;
