-- Texts that were replaced in several chapters at once, so that all of it can be taken back.
CREATE TABLE replacements (
    id        TEXT PRIMARY KEY,
    story_id  TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    made_at   INTEGER NOT NULL,
    undone_at INTEGER
) STRICT;
CREATE INDEX replacements_by_story ON replacements (story_id);

CREATE TABLE replaced_texts (
    replacement_id TEXT NOT NULL REFERENCES replacements (id) ON DELETE CASCADE,
    chapter_id     TEXT NOT NULL REFERENCES chapters (id) ON DELETE CASCADE,
    before         TEXT NOT NULL,
    after          TEXT NOT NULL,
    PRIMARY KEY (replacement_id, chapter_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX replaced_texts_by_chapter ON replaced_texts (chapter_id);
