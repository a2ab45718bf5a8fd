-- Conversations about an idea: what is said is not kept, but the calls are. Those that led to no story go after
-- a while.
CREATE TABLE interviews (
    id       TEXT PRIMARY KEY,
    story_id TEXT UNIQUE REFERENCES stories (id) ON DELETE CASCADE,
    -- When something was last asked.
    used_at  INTEGER NOT NULL
) STRICT;
CREATE INDEX interviews_without_story ON interviews (used_at) WHERE story_id IS NULL;

-- A call belongs to a run, to an interview or, where a server was tried, to nothing. A column can't lose its NOT
-- NULL in place; nothing refers to this table, so another one takes its name.
CREATE TABLE calls_now (
    id              TEXT PRIMARY KEY,
    run_id          TEXT REFERENCES runs (id) ON DELETE CASCADE,
    step_id         TEXT REFERENCES steps (id) ON DELETE CASCADE,
    interview_id    TEXT REFERENCES interviews (id) ON DELETE CASCADE,
    chapter         INTEGER,
    stage           TEXT,
    model           TEXT NOT NULL,
    started_at      INTEGER NOT NULL,
    first_token_ms  INTEGER,
    took_ms         INTEGER NOT NULL,
    ended           TEXT NOT NULL,
    prompt_tokens   INTEGER NOT NULL,
    cached_tokens   INTEGER NOT NULL,
    answer_tokens   INTEGER NOT NULL,
    thinking_tokens INTEGER NOT NULL,
    cost            REAL NOT NULL,
    -- The parts of the prompt (JSON); forgotten after a while.
    prompt          TEXT,
    CHECK ((run_id IS NULL) = (step_id IS NULL) AND (run_id IS NULL) = (stage IS NULL)),
    CHECK (run_id IS NULL OR interview_id IS NULL)
) STRICT;
INSERT INTO calls_now (id, run_id, step_id, chapter, stage, model, started_at, first_token_ms, took_ms, ended,
    prompt_tokens, cached_tokens, answer_tokens, thinking_tokens, cost, prompt)
SELECT id, run_id, step_id, chapter, stage, model, started_at, first_token_ms, took_ms, ended,
    prompt_tokens, cached_tokens, answer_tokens, thinking_tokens, cost, prompt FROM calls;
DROP TABLE calls;
ALTER TABLE calls_now RENAME TO calls;
CREATE INDEX calls_by_run ON calls (run_id, id);
CREATE INDEX calls_by_step ON calls (step_id);
CREATE INDEX calls_by_interview ON calls (interview_id, id) WHERE interview_id IS NOT NULL;
CREATE INDEX calls_of_trials ON calls (id) WHERE run_id IS NULL AND interview_id IS NULL;
CREATE INDEX calls_with_prompt ON calls (id) WHERE prompt IS NOT NULL;
