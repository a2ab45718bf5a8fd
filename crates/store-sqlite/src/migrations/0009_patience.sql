-- Whether a run asked for its model by name. One that did not follows the settings, also when they change.
ALTER TABLE runs ADD COLUMN model_named INTEGER NOT NULL DEFAULT 0;
-- Of those under way it is not known: they keep what they have.
UPDATE runs SET model_named = 1 WHERE status IN ('queued', 'running', 'paused');
-- What a running run waits for at its model, in words; while it does.
ALTER TABLE runs ADD COLUMN held_up TEXT;
