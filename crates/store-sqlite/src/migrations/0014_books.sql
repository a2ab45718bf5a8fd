-- What is kept of a story for its exports.
CREATE TABLE books (
    story_id   TEXT PRIMARY KEY REFERENCES stories (id) ON DELETE CASCADE,
    -- JSON: what the book says of itself, and how it was exported last.
    details    TEXT NOT NULL DEFAULT '{}',
    options    TEXT NOT NULL DEFAULT '{}',
    -- The image of the cover in hexadecimal digits, since a row in the trash is JSON, and its media type.
    cover      TEXT,
    cover_type TEXT,
    version    INTEGER NOT NULL DEFAULT 1
) STRICT;
