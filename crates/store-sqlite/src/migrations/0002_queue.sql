-- The queue as a whole: one row.
CREATE TABLE queue (
    id      INTEGER PRIMARY KEY CHECK (id = 1),
    -- Held: nothing is claimed until a person lets it go on.
    is_held INTEGER NOT NULL DEFAULT 0,
    workers INTEGER NOT NULL DEFAULT 0,
    -- Counts how often the queue was empty before something was asked for.
    batch   INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO queue (id) VALUES (1);

-- The place among runs of the same priority: smaller is sooner. A run that is moved gets a number between.
ALTER TABLE runs ADD COLUMN position REAL NOT NULL DEFAULT 0;
UPDATE runs SET position = (SELECT COUNT(*) FROM runs o WHERE o.id <= runs.id);
-- What a queued run waits for, in words, as it was last told.
ALTER TABLE runs ADD COLUMN waiting_for TEXT;
ALTER TABLE runs ADD COLUMN pause_after_chapter INTEGER NOT NULL DEFAULT 0;
-- What its stages were expected to take when it was asked for (JSON), and their sum.
ALTER TABLE runs ADD COLUMN pace TEXT NOT NULL DEFAULT '{"stages":[]}';
ALTER TABLE runs ADD COLUMN weight REAL NOT NULL DEFAULT 0;
ALTER TABLE runs ADD COLUMN batch INTEGER NOT NULL DEFAULT 0;
DROP INDEX runs_by_status;
CREATE INDEX runs_by_status ON runs (status, priority DESC, position, id);

-- The previous chapter's revision as the step read it: if it changed meanwhile, the new text is stale.
ALTER TABLE steps ADD COLUMN read_revision TEXT;

-- What stages took on this machine with this model: decaying means.
CREATE TABLE pace (
    model   TEXT NOT NULL,
    kind    TEXT NOT NULL,
    stage   TEXT NOT NULL,
    tokens  REAL NOT NULL,
    seconds REAL NOT NULL,
    PRIMARY KEY (model, kind, stage)
) STRICT, WITHOUT ROWID;
