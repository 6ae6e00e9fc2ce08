-- Who may do what. A token is found by its id, which is part of the token and no
-- secret; the secret part is here only as SHA-256.
CREATE TABLE tokens (
  id TEXT PRIMARY KEY,
  secret_hash TEXT NOT NULL,
  name TEXT NOT NULL,
  -- JSON lists; no sites means all of them.
  scopes TEXT NOT NULL,
  sites TEXT,
  created_at INTEGER NOT NULL,
  expires_at INTEGER,
  -- To the hour, so that it costs no row per request.
  last_used_at INTEGER
) WITHOUT ROWID;

ALTER TABLE sign_in_codes ADD COLUMN scopes TEXT NOT NULL DEFAULT '["admin"]';
ALTER TABLE sign_in_codes ADD COLUMN sites TEXT;

-- A session keeps its id while its token rotates. The token before the last
-- rotation opens it too, until a minute after the new one has first been used:
-- the answer that carried the new one may have been lost on its way.
ALTER TABLE sessions ADD COLUMN id TEXT NOT NULL DEFAULT '';
ALTER TABLE sessions ADD COLUMN scopes TEXT NOT NULL DEFAULT '["admin"]';
ALTER TABLE sessions ADD COLUMN sites TEXT;
ALTER TABLE sessions ADD COLUMN rotated_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sessions ADD COLUMN previous_hash TEXT;
ALTER TABLE sessions ADD COLUMN previous_until INTEGER;
UPDATE sessions SET id = lower(hex(randomblob(16)));
CREATE UNIQUE INDEX sessions_by_id ON sessions (id);
CREATE INDEX sessions_by_previous ON sessions (previous_hash) WHERE previous_hash IS NOT NULL;
