-- Whether a person decided last what a chapter's text is: typed it, restored it or took a suggestion.
ALTER TABLE chapters ADD COLUMN text_by_person INTEGER NOT NULL DEFAULT 0;
UPDATE chapters SET text_by_person = 1
    WHERE revision_id IN (SELECT id FROM revisions WHERE run_id IS NULL);

-- What a chapter had when the run was asked for: a person may change it before its step begins.
ALTER TABLE steps ADD COLUMN asked_revision TEXT;
ALTER TABLE steps ADD COLUMN asked_finished INTEGER NOT NULL DEFAULT 0;
UPDATE steps SET
    asked_revision = (SELECT c.revision_id FROM chapters c WHERE c.id = steps.chapter_id),
    asked_finished = EXISTS (SELECT 1 FROM chapters c WHERE c.id = steps.chapter_id
        AND (c.state = 'written' OR c.state = 'needs_review' AND c.summary <> ''))
    WHERE stage IS NULL;

-- What a run does with the text that a chapter has: continue or start_over; NULL: as the chapter's state says.
ALTER TABLE runs ADD COLUMN mode TEXT;

-- Facts that a person added or corrected stay, whatever text the chapter gets.
ALTER TABLE facts ADD COLUMN by_person INTEGER NOT NULL DEFAULT 0;
UPDATE facts SET by_person = 1 WHERE version > 1 OR chapter_id IS NULL OR text NOT IN (
    SELECT told.value FROM revisions v, json_each(v.report, '$.facts') told
    WHERE v.chapter_id = facts.chapter_id AND v.report IS NOT NULL);

-- Facts of a chapter that a run found and a person corrected or deleted: they do not come back with the text.
CREATE TABLE withdrawn_facts (
    chapter_id TEXT NOT NULL REFERENCES chapters (id) ON DELETE CASCADE,
    text       TEXT NOT NULL,
    PRIMARY KEY (chapter_id, text)
) STRICT, WITHOUT ROWID;
