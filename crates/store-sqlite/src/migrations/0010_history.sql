-- Every value of what a person or a run decided. Rows are only added.
CREATE TABLE versions (
    id         TEXT PRIMARY KEY,
    story_id   TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    -- outline, brief, entity, relation, rule or fact.
    kind       TEXT NOT NULL,
    -- The chapter, the story or the part of the world. No reference: the history of one that was deleted is kept
    -- for as long as it can be restored.
    subject_id TEXT NOT NULL,
    -- person, run, or unknown for values that are older than this table.
    author     TEXT NOT NULL,
    run_id     TEXT,
    -- JSON.
    value      TEXT NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX versions_by_subject ON versions (subject_id, id);
CREATE INDEX versions_by_story ON versions (story_id);

INSERT INTO versions (id, story_id, kind, subject_id, author, value, created_at)
SELECT f.id, c.story_id, 'outline', c.id, 'unknown',
    json_object('title', c.title, 'outline', json(f.value)), f.created_at
FROM former f JOIN chapters c ON c.id = f.chapter_id WHERE json_valid(f.value);
INSERT INTO versions (id, story_id, kind, subject_id, author, value, created_at)
SELECT f.id, e.story_id, 'entity', e.id, 'unknown',
    json_object('id', e.id, 'kind', e.kind, 'name', e.name,
        'role', COALESCE(f.value ->> '$.role', ''),
        'description', COALESCE(f.value ->> '$.description', ''),
        'pronouns', e.pronouns,
        'goal', COALESCE(f.value ->> '$.goal', ''),
        'traits', json(COALESCE(f.value -> '$.traits', '[]'))), f.created_at
FROM former f JOIN entities e ON e.id = f.entity_id WHERE json_valid(f.value);
DROP TABLE former;

-- What was deleted and can be restored.
CREATE TABLE trash (
    id         TEXT PRIMARY KEY,
    -- The story it is of; NULL for a story.
    story_id   TEXT REFERENCES stories (id) ON DELETE CASCADE,
    -- story, chapter, entity, relation, rule or fact.
    kind       TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    title      TEXT NOT NULL,
    -- JSON: how much of what was deleted together with it.
    contents   TEXT NOT NULL,
    deleted_at INTEGER NOT NULL
) STRICT;
CREATE INDEX trash_by_story ON trash (story_id);

-- The rows that were deleted, as JSON of their columns.
CREATE TABLE trash_rows (
    trash_id   TEXT NOT NULL REFERENCES trash (id) ON DELETE CASCADE,
    table_name TEXT NOT NULL,
    -- The row's id, where its table has one.
    key        TEXT,
    content    TEXT NOT NULL
) STRICT;
CREATE INDEX trash_rows_by_entry ON trash_rows (trash_id, table_name, key);
CREATE INDEX trash_rows_by_key ON trash_rows (key) WHERE key IS NOT NULL;

-- Columns of other rows that pointed at a deleted row, and are empty since.
CREATE TABLE trash_links (
    trash_id    TEXT NOT NULL REFERENCES trash (id) ON DELETE CASCADE,
    table_name  TEXT NOT NULL,
    column_name TEXT NOT NULL,
    key_name    TEXT NOT NULL,
    key         TEXT NOT NULL,
    target      TEXT NOT NULL
) STRICT;
CREATE INDEX trash_links_by_entry ON trash_links (trash_id);
