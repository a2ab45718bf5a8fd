-- A story that is archived is not in the usual list; nothing else of it changes.
ALTER TABLE stories ADD COLUMN archived_at INTEGER;

-- 1 while a copy is being made: nobody sees it before it is whole, and what is left of it is removed at the next start.
ALTER TABLE stories ADD COLUMN copying INTEGER NOT NULL DEFAULT 0;

-- Small pictures of covers, as JPEG in hexadecimal digits; empty where a cover can't be read. They can be made again.
CREATE TABLE thumbnails (
    cover_id TEXT PRIMARY KEY REFERENCES covers (id) ON DELETE CASCADE,
    image    TEXT NOT NULL
) STRICT;

-- Lists of stories count chapters and words of all of them: these columns are all that is read for it.
CREATE INDEX chapters_by_progress ON chapters (story_id, state, words, (summary <> ''));
