-- How often a definition was saved. Who saves what they read before says which one
-- that was, and whoever saved in between is not overwritten without a word.
ALTER TABLE sites ADD COLUMN revision INTEGER NOT NULL DEFAULT 1;
