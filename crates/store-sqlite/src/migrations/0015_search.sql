-- Full-text search. Triggers keep the index up to date inside the transaction of each change.

-- What can be found: a row for each text.
CREATE TABLE search_docs (
    id         INTEGER PRIMARY KEY,
    story_id   TEXT NOT NULL,
    -- story, outline, text, entity, relation, rule or fact. Of a chapter there are an outline and a text.
    kind       TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    UNIQUE (kind, subject_id)
) STRICT;
CREATE INDEX search_docs_by_story ON search_docs (story_id);

-- The index alone, without the texts. Every three characters are a token: that finds parts of words, in languages
-- without spaces, too. It knows which texts have a token, not where: a tenth of the size, and whoever searches looks
-- into those texts anyway.
CREATE VIRTUAL TABLE search_words USING fts5 (
    body, content = '', contentless_delete = 1, detail = none, tokenize = 'trigram remove_diacritics 1'
);

-- The texts as they are now: what the index is made from, and what a search shows. JSON that can't be read is
-- text like any other.
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

-- A text is indexed with its row, with plain quotation marks and spaces, as a query has them.
CREATE TRIGGER search_doc_added AFTER INSERT ON search_docs BEGIN
    INSERT INTO search_words (rowid, body)
    SELECT NEW.id, replace(replace(replace(replace(replace(replace(replace(t.body,
        char(8217), ''''), char(8216), ''''), char(8220), '"'), char(8221), '"'), char(160), ' '),
        char(10, 10), ' '), char(10), ' ')
    FROM search_texts t WHERE t.kind = NEW.kind AND t.subject_id = NEW.subject_id;
END;
CREATE TRIGGER search_doc_gone AFTER DELETE ON search_docs BEGIN
    DELETE FROM search_words WHERE rowid = OLD.id;
END;

CREATE TRIGGER search_story_added AFTER INSERT ON stories BEGIN
    DELETE FROM search_docs WHERE kind = 'story' AND subject_id = NEW.id;
    INSERT INTO search_docs (story_id, kind, subject_id)
    SELECT t.story_id, t.kind, t.subject_id FROM search_texts t WHERE t.kind = 'story' AND t.subject_id = NEW.id;
END;
CREATE TRIGGER search_story_changed AFTER UPDATE OF title, brief ON stories
WHEN OLD.title IS NOT NEW.title OR OLD.brief IS NOT NEW.brief BEGIN
    DELETE FROM search_docs WHERE kind = 'story' AND subject_id = NEW.id;
    INSERT INTO search_docs (story_id, kind, subject_id)
    SELECT t.story_id, t.kind, t.subject_id FROM search_texts t WHERE t.kind = 'story' AND t.subject_id = NEW.id;
END;
CREATE TRIGGER search_story_gone AFTER DELETE ON stories BEGIN
    DELETE FROM search_docs WHERE kind = 'story' AND subject_id = OLD.id;
END;

CREATE TRIGGER search_entity_added AFTER INSERT ON entities BEGIN
    DELETE FROM search_docs WHERE kind = 'entity' AND subject_id = NEW.id;
    INSERT INTO search_docs (story_id, kind, subject_id)
    SELECT t.story_id, t.kind, t.subject_id FROM search_texts t WHERE t.kind = 'entity' AND t.subject_id = NEW.id;
END;
CREATE TRIGGER search_entity_changed AFTER UPDATE OF name, role, description, goal, traits ON entities
WHEN OLD.name IS NOT NEW.name OR OLD.role IS NOT NEW.role OR OLD.description IS NOT NEW.description OR OLD.goal IS NOT NEW.goal OR OLD.traits IS NOT NEW.traits BEGIN
    DELETE FROM search_docs WHERE kind = 'entity' AND subject_id = NEW.id;
    INSERT INTO search_docs (story_id, kind, subject_id)
    SELECT t.story_id, t.kind, t.subject_id FROM search_texts t WHERE t.kind = 'entity' AND t.subject_id = NEW.id;
END;
CREATE TRIGGER search_entity_gone AFTER DELETE ON entities BEGIN
    DELETE FROM search_docs WHERE kind = 'entity' AND subject_id = OLD.id;
END;

CREATE TRIGGER search_relation_added AFTER INSERT ON relations BEGIN
    DELETE FROM search_docs WHERE kind = 'relation' AND subject_id = NEW.id;
    INSERT INTO search_docs (story_id, kind, subject_id)
    SELECT t.story_id, t.kind, t.subject_id FROM search_texts t WHERE t.kind = 'relation' AND t.subject_id = NEW.id;
END;
CREATE TRIGGER search_relation_changed AFTER UPDATE OF label ON relations
WHEN OLD.label IS NOT NEW.label BEGIN
    DELETE FROM search_docs WHERE kind = 'relation' AND subject_id = NEW.id;
    INSERT INTO search_docs (story_id, kind, subject_id)
    SELECT t.story_id, t.kind, t.subject_id FROM search_texts t WHERE t.kind = 'relation' AND t.subject_id = NEW.id;
END;
CREATE TRIGGER search_relation_gone AFTER DELETE ON relations BEGIN
    DELETE FROM search_docs WHERE kind = 'relation' AND subject_id = OLD.id;
END;

CREATE TRIGGER search_rule_added AFTER INSERT ON rules BEGIN
    DELETE FROM search_docs WHERE kind = 'rule' AND subject_id = NEW.id;
    INSERT INTO search_docs (story_id, kind, subject_id)
    SELECT t.story_id, t.kind, t.subject_id FROM search_texts t WHERE t.kind = 'rule' AND t.subject_id = NEW.id;
END;
CREATE TRIGGER search_rule_changed AFTER UPDATE OF text ON rules
WHEN OLD.text IS NOT NEW.text BEGIN
    DELETE FROM search_docs WHERE kind = 'rule' AND subject_id = NEW.id;
    INSERT INTO search_docs (story_id, kind, subject_id)
    SELECT t.story_id, t.kind, t.subject_id FROM search_texts t WHERE t.kind = 'rule' AND t.subject_id = NEW.id;
END;
CREATE TRIGGER search_rule_gone AFTER DELETE ON rules BEGIN
    DELETE FROM search_docs WHERE kind = 'rule' AND subject_id = OLD.id;
END;

CREATE TRIGGER search_fact_added AFTER INSERT ON facts BEGIN
    DELETE FROM search_docs WHERE kind = 'fact' AND subject_id = NEW.id;
    INSERT INTO search_docs (story_id, kind, subject_id)
    SELECT t.story_id, t.kind, t.subject_id FROM search_texts t WHERE t.kind = 'fact' AND t.subject_id = NEW.id;
END;
CREATE TRIGGER search_fact_changed AFTER UPDATE OF text ON facts
WHEN OLD.text IS NOT NEW.text BEGIN
    DELETE FROM search_docs WHERE kind = 'fact' AND subject_id = NEW.id;
    INSERT INTO search_docs (story_id, kind, subject_id)
    SELECT t.story_id, t.kind, t.subject_id FROM search_texts t WHERE t.kind = 'fact' AND t.subject_id = NEW.id;
END;
CREATE TRIGGER search_fact_gone AFTER DELETE ON facts BEGIN
    DELETE FROM search_docs WHERE kind = 'fact' AND subject_id = OLD.id;
END;

CREATE TRIGGER search_chapter_added AFTER INSERT ON chapters BEGIN
    DELETE FROM search_docs WHERE kind = 'outline' AND subject_id = NEW.id;
    INSERT INTO search_docs (story_id, kind, subject_id)
    SELECT t.story_id, t.kind, t.subject_id FROM search_texts t WHERE t.kind = 'outline' AND t.subject_id = NEW.id;
    DELETE FROM search_docs WHERE kind = 'text' AND subject_id = NEW.id;
    INSERT INTO search_docs (story_id, kind, subject_id)
    SELECT t.story_id, t.kind, t.subject_id FROM search_texts t WHERE t.kind = 'text' AND t.subject_id = NEW.id;
END;
CREATE TRIGGER search_outline_changed AFTER UPDATE OF title, outline ON chapters
WHEN OLD.title IS NOT NEW.title OR OLD.outline IS NOT NEW.outline BEGIN
    DELETE FROM search_docs WHERE kind = 'outline' AND subject_id = NEW.id;
    INSERT INTO search_docs (story_id, kind, subject_id)
    SELECT t.story_id, t.kind, t.subject_id FROM search_texts t WHERE t.kind = 'outline' AND t.subject_id = NEW.id;
END;
CREATE TRIGGER search_text_changed AFTER UPDATE OF revision_id ON chapters WHEN OLD.revision_id IS NOT NEW.revision_id BEGIN
    DELETE FROM search_docs WHERE kind = 'text' AND subject_id = NEW.id;
    INSERT INTO search_docs (story_id, kind, subject_id)
    SELECT t.story_id, t.kind, t.subject_id FROM search_texts t WHERE t.kind = 'text' AND t.subject_id = NEW.id;
END;
CREATE TRIGGER search_chapter_gone AFTER DELETE ON chapters BEGIN
    DELETE FROM search_docs WHERE kind IN ('outline', 'text') AND subject_id = OLD.id;
END;
-- Out of the trash, a chapter comes before its texts.
CREATE TRIGGER search_revision_added AFTER INSERT ON revisions
WHEN EXISTS (SELECT 1 FROM chapters c WHERE c.id = NEW.chapter_id AND c.revision_id = NEW.id) BEGIN
    DELETE FROM search_docs WHERE kind = 'text' AND subject_id = NEW.chapter_id;
    INSERT INTO search_docs (story_id, kind, subject_id)
    SELECT t.story_id, t.kind, t.subject_id FROM search_texts t WHERE t.kind = 'text' AND t.subject_id = NEW.chapter_id;
END;

INSERT INTO search_docs (story_id, kind, subject_id) SELECT t.story_id, t.kind, t.subject_id FROM search_texts t;
