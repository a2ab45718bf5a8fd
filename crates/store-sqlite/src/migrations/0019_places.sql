-- A replacement is made in every part of a story, not in the texts of chapters alone.
ALTER TABLE replacements ADD COLUMN find TEXT NOT NULL DEFAULT '';
ALTER TABLE replacements ADD COLUMN replacement TEXT NOT NULL DEFAULT '';
ALTER TABLE replacements ADD COLUMN places INTEGER NOT NULL DEFAULT 0;

CREATE TABLE replaced_parts (
    replacement_id TEXT NOT NULL REFERENCES replacements (id) ON DELETE CASCADE,
    -- story, outline, text, summary, entity, relation, rule or fact.
    kind           TEXT NOT NULL,
    -- No reference: what is in the trash is taken back when it was restored.
    subject_id     TEXT NOT NULL,
    -- What it is called where it is not there any more.
    heading        TEXT NOT NULL DEFAULT '',
    -- Of a text the revisions.
    before         TEXT,
    after          TEXT,
    -- Of others the values, as JSON.
    old_value      TEXT,
    new_value      TEXT,
    -- Whether it is as before again, or was left alone by the undo.
    is_settled     INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (replacement_id, kind, subject_id)
) STRICT, WITHOUT ROWID;

INSERT INTO replaced_parts (replacement_id, kind, subject_id, before, after, is_settled)
SELECT t.replacement_id, 'text', t.chapter_id, t.before, t.after, r.undone_at IS NOT NULL
FROM replaced_texts t JOIN replacements r ON r.id = t.replacement_id;
-- Of chapters in the trash; and of stories there.
INSERT OR IGNORE INTO replaced_parts (replacement_id, kind, subject_id, before, after, is_settled)
SELECT r.id, 'text', t.content ->> '$.chapter_id', t.content ->> '$.before', t.content ->> '$.after', r.undone_at IS NOT NULL
FROM trash_rows t JOIN replacements r ON r.id = t.content ->> '$.replacement_id'
WHERE t.table_name = 'replaced_texts';
DELETE FROM trash_rows WHERE table_name = 'replaced_texts'
AND EXISTS (SELECT 1 FROM replacements r WHERE r.id = trash_rows.content ->> '$.replacement_id');
UPDATE trash_rows SET table_name = 'replaced_parts', content = json_object(
    'replacement_id', content ->> '$.replacement_id', 'kind', 'text', 'subject_id', content ->> '$.chapter_id',
    'before', content ->> '$.before', 'after', content ->> '$.after')
WHERE table_name = 'replaced_texts';
DROP TABLE replaced_texts;

-- The index has the texts of a story side by side: the first 31 bits of a row are the number of the story. A search in
-- one story, and a search that ends with the first results, reads only a part of it.
CREATE TABLE search_stories (
    number   INTEGER PRIMARY KEY,
    -- Stays when the story is deleted.
    story_id TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO search_stories (story_id) SELECT id FROM stories ORDER BY id;

DROP TRIGGER search_doc_gone;
DELETE FROM search_docs;
DROP TABLE search_words;
CREATE VIRTUAL TABLE search_words USING fts5 (
    body, content = '', contentless_delete = 1, detail = none, tokenize = 'trigram remove_diacritics 1'
);

-- Summaries are found, too.
DROP VIEW search_texts;
CREATE VIEW search_texts (kind, subject_id, story_id, heading, body) AS
SELECT 'story', s.id, s.id, s.title, CASE WHEN json_valid(s.brief) THEN concat_ws(char(10), s.title,
        s.brief ->> '$.premise', s.brief ->> '$.genre', s.brief ->> '$.tone', s.brief ->> '$.setting',
        (SELECT group_concat(value, char(10)) FROM json_each(s.brief, '$.themes')),
        (SELECT group_concat(value, char(10)) FROM json_each(s.brief, '$.include')),
        (SELECT group_concat(value, char(10)) FROM json_each(s.brief, '$.avoid')))
    ELSE concat_ws(char(10), s.title, s.brief) END
FROM stories s
UNION ALL
SELECT 'outline', c.id, c.story_id, c.title, CASE WHEN json_valid(c.outline) THEN concat_ws(char(10), c.title,
        (SELECT group_concat(value, char(10)) FROM json_each(c.outline)))
    ELSE concat_ws(char(10), c.title, c.outline) END
FROM chapters c
UNION ALL
SELECT 'text', c.id, c.story_id, c.title, r.text FROM chapters c JOIN revisions r ON r.id = c.revision_id
UNION ALL
SELECT 'summary', c.id, c.story_id, c.title, CASE WHEN json_valid(c.threads) THEN concat_ws(char(10), c.summary,
        (SELECT group_concat(value, char(10)) FROM json_each(c.threads)))
    ELSE c.summary END
FROM chapters c WHERE c.summary <> '' OR c.threads <> '[]'
UNION ALL
SELECT 'entity', e.id, e.story_id, e.name, CASE WHEN json_valid(e.traits) THEN concat_ws(char(10), e.name, e.role,
        e.description, e.goal, (SELECT group_concat(value, char(10)) FROM json_each(e.traits)))
    ELSE concat_ws(char(10), e.name, e.role, e.description, e.goal, e.traits) END
FROM entities e
UNION ALL
SELECT 'relation', r.id, r.story_id, concat_ws(' – ',
        (SELECT name FROM entities WHERE id = r.from_id), (SELECT name FROM entities WHERE id = r.to_id)), r.label
FROM relations r
UNION ALL
SELECT 'rule', u.id, u.story_id, '', u.text FROM rules u
UNION ALL
SELECT 'fact', f.id, f.story_id, '', f.text FROM facts f;

DROP TRIGGER search_doc_added;
CREATE TRIGGER search_doc_added AFTER INSERT ON search_docs BEGIN
    -- No OR IGNORE: the statement that fires the trigger would decide instead.
    INSERT INTO search_stories (story_id) SELECT NEW.story_id
    WHERE NOT EXISTS (SELECT 1 FROM search_stories WHERE story_id = NEW.story_id);
    INSERT INTO search_words (rowid, body)
    SELECT (n.number << 32) + NEW.id, replace(replace(replace(replace(replace(replace(replace(t.body,
        char(8217), ''''), char(8216), ''''), char(8220), '"'), char(8221), '"'), char(160), ' '),
        char(10, 10), ' '), char(10), ' ')
    FROM search_texts t, search_stories n
    WHERE t.kind = NEW.kind AND t.subject_id = NEW.subject_id AND n.story_id = NEW.story_id;
END;
CREATE TRIGGER search_doc_gone AFTER DELETE ON search_docs BEGIN
    DELETE FROM search_words
    WHERE rowid = ((SELECT number FROM search_stories WHERE story_id = OLD.story_id) << 32) + OLD.id;
END;

CREATE TRIGGER search_summary_added AFTER INSERT ON chapters WHEN NEW.summary <> '' OR NEW.threads <> '[]' BEGIN
    DELETE FROM search_docs WHERE kind = 'summary' AND subject_id = NEW.id;
    INSERT INTO search_docs (story_id, kind, subject_id)
    SELECT t.story_id, t.kind, t.subject_id FROM search_texts t WHERE t.kind = 'summary' AND t.subject_id = NEW.id;
END;
CREATE TRIGGER search_summary_changed AFTER UPDATE OF summary, threads ON chapters
WHEN OLD.summary IS NOT NEW.summary OR OLD.threads IS NOT NEW.threads BEGIN
    DELETE FROM search_docs WHERE kind = 'summary' AND subject_id = NEW.id;
    INSERT INTO search_docs (story_id, kind, subject_id)
    SELECT t.story_id, t.kind, t.subject_id FROM search_texts t WHERE t.kind = 'summary' AND t.subject_id = NEW.id;
END;
CREATE TRIGGER search_summary_gone AFTER DELETE ON chapters BEGIN
    DELETE FROM search_docs WHERE kind = 'summary' AND subject_id = OLD.id;
END;

INSERT INTO search_docs (story_id, kind, subject_id) SELECT t.story_id, t.kind, t.subject_id FROM search_texts t;
