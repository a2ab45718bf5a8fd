-- Whether a run asked for its model by name. One that did not follows the settings, also when they change.
ALTER TABLE runs ADD COLUMN model_named INTEGER NOT NULL DEFAULT 0;
-- What a running run waits for at its model, in words; while it does.
ALTER TABLE runs ADD COLUMN held_up TEXT;
