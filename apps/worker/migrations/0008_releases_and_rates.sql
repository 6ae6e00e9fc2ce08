-- What the team changed and when, so that a score that moves finds its release.
CREATE TABLE releases (
  site_id TEXT NOT NULL,
  -- Chosen by who sends it, so that sending twice is one release.
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  at INTEGER NOT NULL,
  -- JSON list of touchpoint keys; empty: it may concern all of them.
  touchpoints TEXT NOT NULL,
  url TEXT,
  PRIMARY KEY (site_id, id)
) WITHOUT ROWID;
