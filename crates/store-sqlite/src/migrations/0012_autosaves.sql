-- What is typed in a chapter and not saved yet, for each tab or device. It is no revision.
-- No foreign key: a chapter that is deleted and comes back has its unsaved texts again.
CREATE TABLE autosaves (
    chapter_id    TEXT NOT NULL,
    device        TEXT NOT NULL,
    text          TEXT NOT NULL,
    base_version  INTEGER NOT NULL,
    base_revision TEXT,
    saved_at      INTEGER NOT NULL,
    PRIMARY KEY (chapter_id, device)
) STRICT;
