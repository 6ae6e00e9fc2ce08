-- A site with its journey and prompts. The definition is one JSON document: it
-- is read and written whole, and one row is one read per request.
CREATE TABLE sites (
  id TEXT PRIMARY KEY,
  site_key TEXT NOT NULL UNIQUE,
  definition TEXT NOT NULL,
  -- Prompts once live and now gone, as {id: {kind, scaleMax}}: pages cached by
  -- visitors still answer them, and no answer is refused for being late.
  retired_prompts TEXT NOT NULL DEFAULT '{}',
  demo_responses INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) WITHOUT ROWID;

-- One showing of one prompt, from shown to completed. The id is a UUIDv7 made by
-- the client, so the primary key is the time index too; every further index would
-- cost one more written row per response.
CREATE TABLE responses (
  site_id TEXT NOT NULL,
  id TEXT NOT NULL,
  rev INTEGER NOT NULL,
  environment TEXT NOT NULL CHECK (environment IN ('production', 'test')),
  source TEXT NOT NULL CHECK (source IN ('visitor', 'demo', 'import')),
  prompt_id TEXT NOT NULL,
  prompt_version INTEGER NOT NULL,
  kind TEXT NOT NULL,
  scale_max INTEGER NOT NULL,
  -- As the page named it; touchpoint_key is what it counts under.
  touchpoint TEXT NOT NULL,
  touchpoint_key TEXT NOT NULL,
  segment TEXT NOT NULL,
  locale TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('shown', 'dismissed', 'answered', 'completed')),
  -- The corrected time it counts under, its day (YYYY-MM-DD) and the start of its
  -- hour (ms) in the site's time zone, which SQLite does not know.
  occurred_at INTEGER NOT NULL,
  day TEXT NOT NULL,
  hour_at INTEGER NOT NULL,
  score INTEGER CHECK (score BETWEEN 0 AND 10),
  comment TEXT,
  received_at INTEGER NOT NULL,
  PRIMARY KEY (site_id, id)
) WITHOUT ROWID;

-- A tally row is wide: one row per day holds every count, so a year at ten
-- touchpoints is 3,650 rows whatever the volume. A prompt keeps its kind and
-- scale for life, so they need no place in the key.
CREATE TABLE tallies_day (
  site_id TEXT NOT NULL,
  environment TEXT NOT NULL,
  day TEXT NOT NULL,
  touchpoint TEXT NOT NULL,
  prompt_id TEXT NOT NULL,
  segment TEXT NOT NULL,
  kind TEXT NOT NULL,
  scale_max INTEGER NOT NULL,
  shown INTEGER NOT NULL,
  dismissed INTEGER NOT NULL,
  answered INTEGER NOT NULL,
  completed INTEGER NOT NULL,
  comments INTEGER NOT NULL,
  s0 INTEGER NOT NULL, s1 INTEGER NOT NULL, s2 INTEGER NOT NULL, s3 INTEGER NOT NULL,
  s4 INTEGER NOT NULL, s5 INTEGER NOT NULL, s6 INTEGER NOT NULL, s7 INTEGER NOT NULL,
  s8 INTEGER NOT NULL, s9 INTEGER NOT NULL, s10 INTEGER NOT NULL,
  PRIMARY KEY (site_id, environment, day, touchpoint, prompt_id, segment)
) WITHOUT ROWID;

-- The same by hour, for the last 14 days.
CREATE TABLE tallies_hour (
  site_id TEXT NOT NULL,
  environment TEXT NOT NULL,
  hour_at INTEGER NOT NULL,
  touchpoint TEXT NOT NULL,
  prompt_id TEXT NOT NULL,
  segment TEXT NOT NULL,
  kind TEXT NOT NULL,
  scale_max INTEGER NOT NULL,
  shown INTEGER NOT NULL,
  dismissed INTEGER NOT NULL,
  answered INTEGER NOT NULL,
  completed INTEGER NOT NULL,
  comments INTEGER NOT NULL,
  s0 INTEGER NOT NULL, s1 INTEGER NOT NULL, s2 INTEGER NOT NULL, s3 INTEGER NOT NULL,
  s4 INTEGER NOT NULL, s5 INTEGER NOT NULL, s6 INTEGER NOT NULL, s7 INTEGER NOT NULL,
  s8 INTEGER NOT NULL, s9 INTEGER NOT NULL, s10 INTEGER NOT NULL,
  PRIMARY KEY (site_id, environment, hour_at, touchpoint, prompt_id, segment)
) WITHOUT ROWID;

-- Tallies are made by the database in the transaction that writes the response,
-- so they cannot drift from it, whatever the order in which revisions arrive.
-- (x IS n) is 1 or 0 in SQLite, also when x is NULL.
CREATE TRIGGER tally_inserted_response AFTER INSERT ON responses
BEGIN
  INSERT INTO tallies_day (site_id, environment, day, touchpoint, prompt_id, segment, kind, scale_max,
    shown, dismissed, answered, completed, comments,
    s0, s1, s2, s3, s4, s5, s6, s7, s8, s9, s10)
  SELECT NEW.site_id, NEW.environment, NEW.day, NEW.touchpoint_key, NEW.prompt_id, NEW.segment, NEW.kind, NEW.scale_max,
    1, (NEW.state = 'dismissed'), (NEW.score IS NOT NULL), (NEW.state = 'completed'),
    (NEW.comment IS NOT NULL), (NEW.score IS 0), (NEW.score IS 1), (NEW.score IS 2),
    (NEW.score IS 3), (NEW.score IS 4), (NEW.score IS 5), (NEW.score IS 6),
    (NEW.score IS 7), (NEW.score IS 8), (NEW.score IS 9), (NEW.score IS 10)
  WHERE true
  ON CONFLICT (site_id, environment, day, touchpoint, prompt_id, segment) DO UPDATE SET
    shown = shown + excluded.shown, dismissed = dismissed + excluded.dismissed, answered = answered + excluded.answered,
    completed = completed + excluded.completed, comments = comments + excluded.comments, s0 = s0 + excluded.s0,
    s1 = s1 + excluded.s1, s2 = s2 + excluded.s2, s3 = s3 + excluded.s3,
    s4 = s4 + excluded.s4, s5 = s5 + excluded.s5, s6 = s6 + excluded.s6,
    s7 = s7 + excluded.s7, s8 = s8 + excluded.s8, s9 = s9 + excluded.s9,
    s10 = s10 + excluded.s10;
  INSERT INTO tallies_hour (site_id, environment, hour_at, touchpoint, prompt_id, segment, kind, scale_max,
    shown, dismissed, answered, completed, comments,
    s0, s1, s2, s3, s4, s5, s6, s7, s8, s9, s10)
  SELECT NEW.site_id, NEW.environment, NEW.hour_at, NEW.touchpoint_key, NEW.prompt_id, NEW.segment, NEW.kind, NEW.scale_max,
    1, (NEW.state = 'dismissed'), (NEW.score IS NOT NULL), (NEW.state = 'completed'),
    (NEW.comment IS NOT NULL), (NEW.score IS 0), (NEW.score IS 1), (NEW.score IS 2),
    (NEW.score IS 3), (NEW.score IS 4), (NEW.score IS 5), (NEW.score IS 6),
    (NEW.score IS 7), (NEW.score IS 8), (NEW.score IS 9), (NEW.score IS 10)
  WHERE NEW.hour_at >= (unixepoch() - 14 * 86400) * 1000
  ON CONFLICT (site_id, environment, hour_at, touchpoint, prompt_id, segment) DO UPDATE SET
    shown = shown + excluded.shown, dismissed = dismissed + excluded.dismissed, answered = answered + excluded.answered,
    completed = completed + excluded.completed, comments = comments + excluded.comments, s0 = s0 + excluded.s0,
    s1 = s1 + excluded.s1, s2 = s2 + excluded.s2, s3 = s3 + excluded.s3,
    s4 = s4 + excluded.s4, s5 = s5 + excluded.s5, s6 = s6 + excluded.s6,
    s7 = s7 + excluded.s7, s8 = s8 + excluded.s8, s9 = s9 + excluded.s9,
    s10 = s10 + excluded.s10;
END;

-- A newer revision that counts under the same keys: only the differences.
CREATE TRIGGER tally_revised_response AFTER UPDATE ON responses
WHEN NEW.environment = OLD.environment AND NEW.day = OLD.day AND NEW.hour_at = OLD.hour_at
  AND NEW.touchpoint_key = OLD.touchpoint_key AND NEW.prompt_id = OLD.prompt_id AND NEW.segment = OLD.segment
BEGIN
  UPDATE tallies_day SET
    dismissed = dismissed + (NEW.state = 'dismissed') - (OLD.state = 'dismissed'),
    answered = answered + (NEW.score IS NOT NULL) - (OLD.score IS NOT NULL),
    completed = completed + (NEW.state = 'completed') - (OLD.state = 'completed'),
    comments = comments + (NEW.comment IS NOT NULL) - (OLD.comment IS NOT NULL),
    s0 = s0 + (NEW.score IS 0) - (OLD.score IS 0),
    s1 = s1 + (NEW.score IS 1) - (OLD.score IS 1),
    s2 = s2 + (NEW.score IS 2) - (OLD.score IS 2),
    s3 = s3 + (NEW.score IS 3) - (OLD.score IS 3),
    s4 = s4 + (NEW.score IS 4) - (OLD.score IS 4),
    s5 = s5 + (NEW.score IS 5) - (OLD.score IS 5),
    s6 = s6 + (NEW.score IS 6) - (OLD.score IS 6),
    s7 = s7 + (NEW.score IS 7) - (OLD.score IS 7),
    s8 = s8 + (NEW.score IS 8) - (OLD.score IS 8),
    s9 = s9 + (NEW.score IS 9) - (OLD.score IS 9),
    s10 = s10 + (NEW.score IS 10) - (OLD.score IS 10)
  WHERE site_id = NEW.site_id AND environment = NEW.environment AND day = NEW.day
    AND touchpoint = NEW.touchpoint_key AND prompt_id = NEW.prompt_id AND segment = NEW.segment;
  UPDATE tallies_hour SET
    dismissed = dismissed + (NEW.state = 'dismissed') - (OLD.state = 'dismissed'),
    answered = answered + (NEW.score IS NOT NULL) - (OLD.score IS NOT NULL),
    completed = completed + (NEW.state = 'completed') - (OLD.state = 'completed'),
    comments = comments + (NEW.comment IS NOT NULL) - (OLD.comment IS NOT NULL),
    s0 = s0 + (NEW.score IS 0) - (OLD.score IS 0),
    s1 = s1 + (NEW.score IS 1) - (OLD.score IS 1),
    s2 = s2 + (NEW.score IS 2) - (OLD.score IS 2),
    s3 = s3 + (NEW.score IS 3) - (OLD.score IS 3),
    s4 = s4 + (NEW.score IS 4) - (OLD.score IS 4),
    s5 = s5 + (NEW.score IS 5) - (OLD.score IS 5),
    s6 = s6 + (NEW.score IS 6) - (OLD.score IS 6),
    s7 = s7 + (NEW.score IS 7) - (OLD.score IS 7),
    s8 = s8 + (NEW.score IS 8) - (OLD.score IS 8),
    s9 = s9 + (NEW.score IS 9) - (OLD.score IS 9),
    s10 = s10 + (NEW.score IS 10) - (OLD.score IS 10)
  WHERE site_id = NEW.site_id AND environment = NEW.environment AND hour_at = NEW.hour_at
    AND touchpoint = NEW.touchpoint_key AND prompt_id = NEW.prompt_id AND segment = NEW.segment;
END;

-- A newer revision that counts elsewhere (an answer after midnight): out there, in here.
CREATE TRIGGER tally_moved_response AFTER UPDATE ON responses
WHEN NOT (NEW.environment = OLD.environment AND NEW.day = OLD.day AND NEW.hour_at = OLD.hour_at
  AND NEW.touchpoint_key = OLD.touchpoint_key AND NEW.prompt_id = OLD.prompt_id AND NEW.segment = OLD.segment)
BEGIN
  UPDATE tallies_day SET
    shown = shown - 1, dismissed = dismissed - (OLD.state = 'dismissed'),
    answered = answered - (OLD.score IS NOT NULL), completed = completed - (OLD.state = 'completed'),
    comments = comments - (OLD.comment IS NOT NULL), s0 = s0 - (OLD.score IS 0),
    s1 = s1 - (OLD.score IS 1), s2 = s2 - (OLD.score IS 2),
    s3 = s3 - (OLD.score IS 3), s4 = s4 - (OLD.score IS 4),
    s5 = s5 - (OLD.score IS 5), s6 = s6 - (OLD.score IS 6),
    s7 = s7 - (OLD.score IS 7), s8 = s8 - (OLD.score IS 8),
    s9 = s9 - (OLD.score IS 9), s10 = s10 - (OLD.score IS 10)
  WHERE site_id = OLD.site_id AND environment = OLD.environment AND day = OLD.day
    AND touchpoint = OLD.touchpoint_key AND prompt_id = OLD.prompt_id AND segment = OLD.segment;
  UPDATE tallies_hour SET
    shown = shown - 1, dismissed = dismissed - (OLD.state = 'dismissed'),
    answered = answered - (OLD.score IS NOT NULL), completed = completed - (OLD.state = 'completed'),
    comments = comments - (OLD.comment IS NOT NULL), s0 = s0 - (OLD.score IS 0),
    s1 = s1 - (OLD.score IS 1), s2 = s2 - (OLD.score IS 2),
    s3 = s3 - (OLD.score IS 3), s4 = s4 - (OLD.score IS 4),
    s5 = s5 - (OLD.score IS 5), s6 = s6 - (OLD.score IS 6),
    s7 = s7 - (OLD.score IS 7), s8 = s8 - (OLD.score IS 8),
    s9 = s9 - (OLD.score IS 9), s10 = s10 - (OLD.score IS 10)
  WHERE site_id = OLD.site_id AND environment = OLD.environment AND hour_at = OLD.hour_at
    AND touchpoint = OLD.touchpoint_key AND prompt_id = OLD.prompt_id AND segment = OLD.segment;
  INSERT INTO tallies_day (site_id, environment, day, touchpoint, prompt_id, segment, kind, scale_max,
    shown, dismissed, answered, completed, comments,
    s0, s1, s2, s3, s4, s5, s6, s7, s8, s9, s10)
  SELECT NEW.site_id, NEW.environment, NEW.day, NEW.touchpoint_key, NEW.prompt_id, NEW.segment, NEW.kind, NEW.scale_max,
    1, (NEW.state = 'dismissed'), (NEW.score IS NOT NULL), (NEW.state = 'completed'),
    (NEW.comment IS NOT NULL), (NEW.score IS 0), (NEW.score IS 1), (NEW.score IS 2),
    (NEW.score IS 3), (NEW.score IS 4), (NEW.score IS 5), (NEW.score IS 6),
    (NEW.score IS 7), (NEW.score IS 8), (NEW.score IS 9), (NEW.score IS 10)
  WHERE true
  ON CONFLICT (site_id, environment, day, touchpoint, prompt_id, segment) DO UPDATE SET
    shown = shown + excluded.shown, dismissed = dismissed + excluded.dismissed, answered = answered + excluded.answered,
    completed = completed + excluded.completed, comments = comments + excluded.comments, s0 = s0 + excluded.s0,
    s1 = s1 + excluded.s1, s2 = s2 + excluded.s2, s3 = s3 + excluded.s3,
    s4 = s4 + excluded.s4, s5 = s5 + excluded.s5, s6 = s6 + excluded.s6,
    s7 = s7 + excluded.s7, s8 = s8 + excluded.s8, s9 = s9 + excluded.s9,
    s10 = s10 + excluded.s10;
  INSERT INTO tallies_hour (site_id, environment, hour_at, touchpoint, prompt_id, segment, kind, scale_max,
    shown, dismissed, answered, completed, comments,
    s0, s1, s2, s3, s4, s5, s6, s7, s8, s9, s10)
  SELECT NEW.site_id, NEW.environment, NEW.hour_at, NEW.touchpoint_key, NEW.prompt_id, NEW.segment, NEW.kind, NEW.scale_max,
    1, (NEW.state = 'dismissed'), (NEW.score IS NOT NULL), (NEW.state = 'completed'),
    (NEW.comment IS NOT NULL), (NEW.score IS 0), (NEW.score IS 1), (NEW.score IS 2),
    (NEW.score IS 3), (NEW.score IS 4), (NEW.score IS 5), (NEW.score IS 6),
    (NEW.score IS 7), (NEW.score IS 8), (NEW.score IS 9), (NEW.score IS 10)
  WHERE NEW.hour_at >= (unixepoch() - 14 * 86400) * 1000
  ON CONFLICT (site_id, environment, hour_at, touchpoint, prompt_id, segment) DO UPDATE SET
    shown = shown + excluded.shown, dismissed = dismissed + excluded.dismissed, answered = answered + excluded.answered,
    completed = completed + excluded.completed, comments = comments + excluded.comments, s0 = s0 + excluded.s0,
    s1 = s1 + excluded.s1, s2 = s2 + excluded.s2, s3 = s3 + excluded.s3,
    s4 = s4 + excluded.s4, s5 = s5 + excluded.s5, s6 = s6 + excluded.s6,
    s7 = s7 + excluded.s7, s8 = s8 + excluded.s8, s9 = s9 + excluded.s9,
    s10 = s10 + excluded.s10;
END;

CREATE TRIGGER tally_deleted_response AFTER DELETE ON responses
BEGIN
  UPDATE tallies_day SET
    shown = shown - 1, dismissed = dismissed - (OLD.state = 'dismissed'),
    answered = answered - (OLD.score IS NOT NULL), completed = completed - (OLD.state = 'completed'),
    comments = comments - (OLD.comment IS NOT NULL), s0 = s0 - (OLD.score IS 0),
    s1 = s1 - (OLD.score IS 1), s2 = s2 - (OLD.score IS 2),
    s3 = s3 - (OLD.score IS 3), s4 = s4 - (OLD.score IS 4),
    s5 = s5 - (OLD.score IS 5), s6 = s6 - (OLD.score IS 6),
    s7 = s7 - (OLD.score IS 7), s8 = s8 - (OLD.score IS 8),
    s9 = s9 - (OLD.score IS 9), s10 = s10 - (OLD.score IS 10)
  WHERE site_id = OLD.site_id AND environment = OLD.environment AND day = OLD.day
    AND touchpoint = OLD.touchpoint_key AND prompt_id = OLD.prompt_id AND segment = OLD.segment;
  UPDATE tallies_hour SET
    shown = shown - 1, dismissed = dismissed - (OLD.state = 'dismissed'),
    answered = answered - (OLD.score IS NOT NULL), completed = completed - (OLD.state = 'completed'),
    comments = comments - (OLD.comment IS NOT NULL), s0 = s0 - (OLD.score IS 0),
    s1 = s1 - (OLD.score IS 1), s2 = s2 - (OLD.score IS 2),
    s3 = s3 - (OLD.score IS 3), s4 = s4 - (OLD.score IS 4),
    s5 = s5 - (OLD.score IS 5), s6 = s6 - (OLD.score IS 6),
    s7 = s7 - (OLD.score IS 7), s8 = s8 - (OLD.score IS 8),
    s9 = s9 - (OLD.score IS 9), s10 = s10 - (OLD.score IS 10)
  WHERE site_id = OLD.site_id AND environment = OLD.environment AND hour_at = OLD.hour_at
    AND touchpoint = OLD.touchpoint_key AND prompt_id = OLD.prompt_id AND segment = OLD.segment;
END;

-- How many demo answers are mixed into a site's scores: kept exact for the banner that says so.
CREATE TRIGGER count_inserted_demo AFTER INSERT ON responses WHEN NEW.source = 'demo'
BEGIN
  UPDATE sites SET demo_responses = demo_responses + 1 WHERE id = NEW.site_id;
END;

CREATE TRIGGER count_deleted_demo AFTER DELETE ON responses WHEN OLD.source = 'demo'
BEGIN
  UPDATE sites SET demo_responses = demo_responses - 1 WHERE id = OLD.site_id;
END;

-- One-time sign-in codes and the sessions they open, by SHA-256: a copy of the
-- database signs nobody in.
CREATE TABLE sign_in_codes (
  code_hash TEXT PRIMARY KEY,
  expires_at INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE sessions (
  token_hash TEXT PRIMARY KEY,
  expires_at INTEGER NOT NULL
) WITHOUT ROWID;
