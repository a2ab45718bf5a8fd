-- Manuscripts that were read and wait for their author.
CREATE TABLE imports (
    id         TEXT PRIMARY KEY,
    -- manuscript or story.
    kind       TEXT NOT NULL,
    file_name  TEXT NOT NULL,
    -- JSON: the manuscript as it was read, and what the author changed since, in order.
    source     TEXT NOT NULL,
    edits      TEXT NOT NULL DEFAULT '[]',
    -- How many of the changes count; those after them were undone.
    applied    INTEGER NOT NULL DEFAULT 0,
    -- As it would be imported now, for lists.
    title      TEXT NOT NULL,
    chapters   INTEGER NOT NULL,
    words      INTEGER NOT NULL,
    version    INTEGER NOT NULL DEFAULT 1,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL
) STRICT;

-- The files themselves, where they may have to be read again.
CREATE TABLE import_files (
    import_id TEXT NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
    position  INTEGER NOT NULL,
    name      TEXT NOT NULL,
    content   BLOB NOT NULL,
    PRIMARY KEY (import_id, position)
) STRICT;

-- What became of imports: whoever accepts one again, after an answer that was lost, gets the same story.
CREATE TABLE accepted_imports (
    import_id   TEXT PRIMARY KEY,
    story_id    TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    accepted_at INTEGER NOT NULL
) STRICT;
CREATE INDEX accepted_imports_by_story ON accepted_imports (story_id);
