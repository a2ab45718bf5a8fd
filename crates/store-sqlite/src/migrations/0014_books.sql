-- What is kept of a story for its exports.
CREATE TABLE books (
    story_id TEXT PRIMARY KEY REFERENCES stories (id) ON DELETE CASCADE,
    -- JSON: what the book says of itself, and how it was exported last.
    details  TEXT NOT NULL DEFAULT '{}',
    options  TEXT NOT NULL DEFAULT '{}',
    -- The cover in use.
    cover_id TEXT,
    version  INTEGER NOT NULL DEFAULT 1
) STRICT;

-- Covers are only ever added. Images are in hexadecimal digits, since a row in the trash is JSON.
CREATE TABLE covers (
    id         TEXT PRIMARY KEY,
    story_id   TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    media_type TEXT NOT NULL,
    image      TEXT NOT NULL
) STRICT;
CREATE INDEX covers_by_story ON covers (story_id, id);
