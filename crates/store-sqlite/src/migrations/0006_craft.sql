-- What is in a world can be changed by hand; a change says which version it is based on.
ALTER TABLE entities ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE relations ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE rules ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE facts ADD COLUMN version INTEGER NOT NULL DEFAULT 1;

-- Who or what of the world a step imagines again, and its name then.
ALTER TABLE steps ADD COLUMN entity_id TEXT;
ALTER TABLE steps ADD COLUMN entity TEXT;

-- Beats and descriptions that others took the place of (JSON). The newest of each can be brought back.
CREATE TABLE former (
    id         TEXT PRIMARY KEY,
    chapter_id TEXT REFERENCES chapters (id) ON DELETE CASCADE,
    entity_id  TEXT REFERENCES entities (id) ON DELETE CASCADE,
    value      TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    CHECK ((chapter_id IS NULL) <> (entity_id IS NULL))
) STRICT;
CREATE INDEX former_by_chapter ON former (chapter_id, id) WHERE chapter_id IS NOT NULL;
CREATE INDEX former_by_entity ON former (entity_id, id) WHERE entity_id IS NOT NULL;

-- What a run of kind `review` noted of each chapter it read, and of the whole.
CREATE TABLE readings (
    step_id     TEXT PRIMARY KEY REFERENCES steps (id) ON DELETE CASCADE,
    run_id      TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    chapter_id  TEXT REFERENCES chapters (id) ON DELETE SET NULL,
    revision_id TEXT NOT NULL,
    notes       TEXT NOT NULL,
    findings    TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX readings_by_run ON readings (run_id);
CREATE INDEX readings_by_chapter ON readings (chapter_id);
CREATE TABLE reviews (
    run_id     TEXT PRIMARY KEY REFERENCES runs (id) ON DELETE CASCADE,
    assessment TEXT NOT NULL,
    ended_at   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
