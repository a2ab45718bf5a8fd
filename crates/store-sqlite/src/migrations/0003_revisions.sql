-- For a candidate: open, taken, merged, dropped or replaced.
ALTER TABLE revisions ADD COLUMN offer TEXT;
-- What the run that wrote the text found it to say (JSON): summary, facts, threads, whether it needs a look.
ALTER TABLE revisions ADD COLUMN report TEXT;

-- Of the candidates there are, one is offered where no run wrote anything newer; those that are on the page
-- were taken.
UPDATE revisions SET offer = 'replaced' WHERE kind = 'candidate';
UPDATE revisions SET offer = 'open' WHERE kind = 'candidate' AND NOT EXISTS (
    SELECT 1 FROM revisions newer WHERE newer.chapter_id = revisions.chapter_id
        AND newer.id > revisions.id AND newer.run_id IS NOT NULL AND newer.kind <> 'partial');
UPDATE revisions SET offer = 'taken' WHERE kind = 'candidate'
    AND id IN (SELECT revision_id FROM chapters WHERE revision_id IS NOT NULL);

-- A chapter's summary, facts and threads were always those of the last whole text a run committed to it.
UPDATE revisions SET report = (
    SELECT json_object(
        'needs_review', json(CASE WHEN c.revision_id = revisions.id AND c.state = 'needs_review'
            THEN 'true' ELSE 'false' END),
        'summary', c.summary,
        'facts', json((SELECT json_group_array(text) FROM (
            SELECT f.text AS text FROM facts f WHERE f.chapter_id = c.id ORDER BY f.id))),
        'threads', json(c.threads))
    FROM chapters c WHERE c.id = revisions.chapter_id)
WHERE run_id IS NOT NULL AND kind = 'whole' AND NOT EXISTS (
    SELECT 1 FROM revisions newer WHERE newer.chapter_id = revisions.chapter_id
        AND newer.id > revisions.id AND newer.run_id IS NOT NULL AND newer.kind = 'whole');
