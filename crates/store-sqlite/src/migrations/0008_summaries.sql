-- What a model has summed up of many chapters together. Each says what it was made from: it is used only as long
-- as that is so.
CREATE TABLE summaries (
    story_id  TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    -- part: chapters that follow each other; story: from the beginning to the end of a part.
    level     TEXT NOT NULL,
    -- The part, from 1; for a story, the last part that is in it.
    part      INTEGER NOT NULL,
    -- Empty where the model was asked in vain.
    text      TEXT NOT NULL,
    model     TEXT NOT NULL,
    -- How often it was asked in vain for this, as it was.
    failures  INTEGER NOT NULL DEFAULT 0,
    -- A hash of the chapters' summaries.
    made_from TEXT NOT NULL,
    made_at   INTEGER NOT NULL,
    PRIMARY KEY (story_id, level, part)
) STRICT, WITHOUT ROWID;
