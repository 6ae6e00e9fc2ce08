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

-- Which share of visitors each touchpoint with a wished margin asks, by the day from
-- which on. Past days say how many were asked when the answers came; the last one is
-- what the site script carries.
CREATE TABLE ask_rates (
  site_id TEXT NOT NULL,
  day TEXT NOT NULL,
  touchpoint TEXT NOT NULL,
  rate REAL NOT NULL,
  asked REAL NOT NULL,
  why TEXT NOT NULL,
  margin REAL,
  target REAL NOT NULL,
  n INTEGER NOT NULL,
  needed INTEGER NOT NULL,
  PRIMARY KEY (site_id, day, touchpoint)
) WITHOUT ROWID;
