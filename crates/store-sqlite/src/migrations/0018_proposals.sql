-- What was read in the author's text and is proposed, and what the author decided about it.
CREATE TABLE proposals (
    id         TEXT PRIMARY KEY,
    story_id   TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    run_id     TEXT REFERENCES runs (id) ON DELETE SET NULL,
    -- The chapter that a fact, a thread, a summary or beats belong to.
    chapter_id TEXT REFERENCES chapters (id) ON DELETE CASCADE,
    kind       TEXT NOT NULL,
    -- open, accepted, edited or dropped.
    state      TEXT NOT NULL,
    -- JSON; `original` is what was read, where the author has other words for it.
    content    TEXT NOT NULL,
    original   TEXT,
    -- JSON: what came of it, to be taken back.
    effect     TEXT,
    version    INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX proposals_by_story ON proposals (story_id, kind, state, id);
CREATE INDEX proposals_by_chapter ON proposals (chapter_id);
CREATE INDEX proposals_by_run ON proposals (run_id);

-- The sentences that they come from, one for each chapter; empty where none was found.
CREATE TABLE proposal_places (
    proposal_id TEXT NOT NULL REFERENCES proposals (id) ON DELETE CASCADE,
    chapter_id  TEXT NOT NULL REFERENCES chapters (id) ON DELETE CASCADE,
    quote       TEXT NOT NULL,
    PRIMARY KEY (proposal_id, chapter_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX proposal_places_by_chapter ON proposal_places (chapter_id);

-- Which text of a chapter was read last, and by which run. The run may be forgotten.
CREATE TABLE chapters_read (
    chapter_id  TEXT PRIMARY KEY REFERENCES chapters (id) ON DELETE CASCADE,
    revision_id TEXT NOT NULL,
    run_id      TEXT NOT NULL
) STRICT;
