-- Values that could not be read when others took their place: nothing is lost by a change.
CREATE TABLE unreadable (
    id      INTEGER PRIMARY KEY,
    place   TEXT NOT NULL,
    row_id  TEXT NOT NULL,
    value   ANY,
    kept_at INTEGER NOT NULL DEFAULT (unixepoch('subsec') * 1000)
) STRICT;

CREATE TRIGGER keep_unreadable_outline BEFORE UPDATE OF outline ON chapters
WHEN CASE WHEN json_valid(OLD.outline) THEN json_type(OLD.outline) <> 'array' ELSE 1 END
BEGIN
    INSERT INTO unreadable (place, row_id, value) VALUES ('chapters.outline', OLD.id, OLD.outline);
END;

CREATE TRIGGER keep_unreadable_traits BEFORE UPDATE OF traits ON entities
WHEN CASE WHEN json_valid(OLD.traits) THEN json_type(OLD.traits) <> 'array' ELSE 1 END
BEGIN
    INSERT INTO unreadable (place, row_id, value) VALUES ('entities.traits', OLD.id, OLD.traits);
END;

-- What the key was used for (JSON of the story and the request); older ones do not know.
ALTER TABLE idempotency ADD COLUMN request TEXT;
