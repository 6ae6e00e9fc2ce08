-- Who is in the team. A member has no password and no address: they come in by a
-- link that works once, and what they may do follows from their role at every request.
CREATE TABLE members (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  -- JSON list; none means all of them.
  sites TEXT,
  created_at INTEGER NOT NULL,
  joined_at INTEGER,
  -- To the hour, so that it costs no row per request.
  last_seen_at INTEGER
) WITHOUT ROWID;

-- A code or session of a member has no scopes of its own: they are the member's.
ALTER TABLE sign_in_codes ADD COLUMN member_id TEXT;
ALTER TABLE sessions ADD COLUMN member_id TEXT;
CREATE INDEX sessions_by_member ON sessions (member_id) WHERE member_id IS NOT NULL;

-- Links that show a part of one site to whoever has them.
CREATE TABLE shares (
  site_id TEXT NOT NULL,
  id TEXT NOT NULL,
  -- SHA-256 of the code in the link; of what its password was made into, where it has one.
  code_hash TEXT NOT NULL,
  proof_hash TEXT,
  name TEXT NOT NULL,
  -- JSON: filter, range, comments. Never changed: another view is another link.
  terms TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER,
  last_opened_at INTEGER,
  PRIMARY KEY (site_id, id)
) WITHOUT ROWID;
CREATE UNIQUE INDEX shares_by_code ON shares (code_hash);
