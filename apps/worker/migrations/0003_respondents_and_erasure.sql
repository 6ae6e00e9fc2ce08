-- Who answered, what is odd about an answer, and what was erased.

-- Nothing is rebuilt: at ten million responses that would be ten million written
-- rows and a database that answers nobody meanwhile. New columns cost nothing, and
-- where an answer counts follows from them, so the two cannot disagree.

-- Null: anonymous. p… and v… are keyed hashes, of a pseudonymous id and of the name
-- that the site vouched for; neither is stored itself.
ALTER TABLE responses ADD COLUMN respondent TEXT;
-- A verified respondent has one row per prompt and wave, whose id is made from those:
-- this is the id that the sender knows the answer by. Null: the row's own.
ALTER TABLE responses ADD COLUMN sent_id TEXT;
-- What is odd about it, as bits in the order of FLAGS in the protocol.
ALTER TABLE responses ADD COLUMN flags INTEGER NOT NULL DEFAULT 0;
ALTER TABLE responses ADD COLUMN quarantined TEXT CHECK (quarantined IN ('automated', 'network-burst', 'by-hand'));
ALTER TABLE responses ADD COLUMN verdict TEXT CHECK (verdict IN ('released', 'confirmed'));
-- Deleted for its age in the same transaction: what it counted stays.
ALTER TABLE responses ADD COLUMN retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1));
ALTER TABLE responses ADD COLUMN lane TEXT GENERATED ALWAYS AS (
  CASE
    WHEN environment = 'test' THEN 'test'
    WHEN quarantined IS NOT NULL AND verdict IS NOT 'released' THEN 'quarantine:' || quarantined
    WHEN respondent GLOB 'v*' THEN 'verified'
    ELSE 'production'
  END
) VIRTUAL;

-- What makes names into respondents and tells whether a token is the site's own:
-- one secret that names, never given away, and at most two that sign.
CREATE TABLE respondent_secrets (
  site_id TEXT NOT NULL,
  id TEXT NOT NULL,
  purpose TEXT NOT NULL CHECK (purpose IN ('name', 'sign')),
  secret TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (site_id, id)
) WITHOUT ROWID;

-- What was erased and must not come back by a late retry: answers by their id, people
-- by their respondent. It covers what happened until then; an id is covered for ever.
-- The list that survives a database turned back is in the erasure log.
CREATE TABLE tombstones (
  site_id TEXT NOT NULL,
  key TEXT NOT NULL,
  until INTEGER NOT NULL,
  erased_at INTEGER NOT NULL,
  -- 1 when everything that it covers has been deleted.
  swept INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (site_id, key)
) WITHOUT ROWID;

-- The tallies' triggers again, by lane instead of environment. They look only at
-- columns that count, so that marking a row as retired changes no tally.
DROP TRIGGER tally_inserted_response;
DROP TRIGGER tally_revised_response;
DROP TRIGGER tally_moved_response;
DROP TRIGGER tally_deleted_response;
ALTER TABLE tallies_day RENAME COLUMN environment TO lane;
ALTER TABLE tallies_hour RENAME COLUMN environment TO lane;

-- Tallies are made by the database in the transaction that writes the response,
-- so they cannot drift from it, whatever the order in which revisions arrive.
-- (x IS n) is 1 or 0 in SQLite, also when x is NULL.
CREATE TRIGGER tally_inserted_response AFTER INSERT ON responses
BEGIN
  INSERT INTO tallies_day (site_id, lane, day, touchpoint, prompt_id, segment, kind, scale_max,
    shown, dismissed, answered, completed, comments,
    s0, s1, s2, s3, s4, s5, s6, s7, s8, s9, s10)
  SELECT NEW.site_id, NEW.lane, NEW.day, NEW.touchpoint_key, NEW.prompt_id, NEW.segment, NEW.kind, NEW.scale_max,
    1, (NEW.state = 'dismissed'), (NEW.state IN ('answered', 'completed')), (NEW.state = 'completed'),
    (NEW.comment IS NOT NULL), (NEW.score IS 0 OR NEW.choices >> 0 & 1), (NEW.score IS 1 OR NEW.choices >> 1 & 1), (NEW.score IS 2 OR NEW.choices >> 2 & 1),
    (NEW.score IS 3 OR NEW.choices >> 3 & 1), (NEW.score IS 4 OR NEW.choices >> 4 & 1), (NEW.score IS 5 OR NEW.choices >> 5 & 1), (NEW.score IS 6 OR NEW.choices >> 6 & 1),
    (NEW.score IS 7 OR NEW.choices >> 7 & 1), (NEW.score IS 8 OR NEW.choices >> 8 & 1), (NEW.score IS 9 OR NEW.choices >> 9 & 1), (NEW.score IS 10 OR NEW.choices >> 10 & 1)
  WHERE true
  ON CONFLICT (site_id, lane, day, touchpoint, prompt_id, segment) DO UPDATE SET
    shown = shown + excluded.shown, dismissed = dismissed + excluded.dismissed, answered = answered + excluded.answered,
    completed = completed + excluded.completed, comments = comments + excluded.comments, s0 = s0 + excluded.s0,
    s1 = s1 + excluded.s1, s2 = s2 + excluded.s2, s3 = s3 + excluded.s3,
    s4 = s4 + excluded.s4, s5 = s5 + excluded.s5, s6 = s6 + excluded.s6,
    s7 = s7 + excluded.s7, s8 = s8 + excluded.s8, s9 = s9 + excluded.s9,
    s10 = s10 + excluded.s10;
  INSERT INTO tallies_hour (site_id, lane, hour_at, touchpoint, prompt_id, segment, kind, scale_max,
    shown, dismissed, answered, completed, comments,
    s0, s1, s2, s3, s4, s5, s6, s7, s8, s9, s10)
  SELECT NEW.site_id, NEW.lane, NEW.hour_at, NEW.touchpoint_key, NEW.prompt_id, NEW.segment, NEW.kind, NEW.scale_max,
    1, (NEW.state = 'dismissed'), (NEW.state IN ('answered', 'completed')), (NEW.state = 'completed'),
    (NEW.comment IS NOT NULL), (NEW.score IS 0 OR NEW.choices >> 0 & 1), (NEW.score IS 1 OR NEW.choices >> 1 & 1), (NEW.score IS 2 OR NEW.choices >> 2 & 1),
    (NEW.score IS 3 OR NEW.choices >> 3 & 1), (NEW.score IS 4 OR NEW.choices >> 4 & 1), (NEW.score IS 5 OR NEW.choices >> 5 & 1), (NEW.score IS 6 OR NEW.choices >> 6 & 1),
    (NEW.score IS 7 OR NEW.choices >> 7 & 1), (NEW.score IS 8 OR NEW.choices >> 8 & 1), (NEW.score IS 9 OR NEW.choices >> 9 & 1), (NEW.score IS 10 OR NEW.choices >> 10 & 1)
  WHERE NEW.hour_at >= (unixepoch() - 14 * 86400) * 1000
  ON CONFLICT (site_id, lane, hour_at, touchpoint, prompt_id, segment) DO UPDATE SET
    shown = shown + excluded.shown, dismissed = dismissed + excluded.dismissed, answered = answered + excluded.answered,
    completed = completed + excluded.completed, comments = comments + excluded.comments, s0 = s0 + excluded.s0,
    s1 = s1 + excluded.s1, s2 = s2 + excluded.s2, s3 = s3 + excluded.s3,
    s4 = s4 + excluded.s4, s5 = s5 + excluded.s5, s6 = s6 + excluded.s6,
    s7 = s7 + excluded.s7, s8 = s8 + excluded.s8, s9 = s9 + excluded.s9,
    s10 = s10 + excluded.s10;
END;

-- A newer revision that counts under the same keys: only the differences.
CREATE TRIGGER tally_revised_response AFTER UPDATE OF environment, respondent, quarantined, verdict,
  day, hour_at, touchpoint_key, prompt_id, segment, state, score, choices, comment ON responses
WHEN NEW.lane = OLD.lane AND NEW.day = OLD.day AND NEW.hour_at = OLD.hour_at
  AND NEW.touchpoint_key = OLD.touchpoint_key AND NEW.prompt_id = OLD.prompt_id AND NEW.segment = OLD.segment
BEGIN
  UPDATE tallies_day SET
    dismissed = dismissed + (NEW.state = 'dismissed') - (OLD.state = 'dismissed'),
    answered = answered + (NEW.state IN ('answered', 'completed')) - (OLD.state IN ('answered', 'completed')),
    completed = completed + (NEW.state = 'completed') - (OLD.state = 'completed'),
    comments = comments + (NEW.comment IS NOT NULL) - (OLD.comment IS NOT NULL),
    s0 = s0 + (NEW.score IS 0 OR NEW.choices >> 0 & 1) - (OLD.score IS 0 OR OLD.choices >> 0 & 1),
    s1 = s1 + (NEW.score IS 1 OR NEW.choices >> 1 & 1) - (OLD.score IS 1 OR OLD.choices >> 1 & 1),
    s2 = s2 + (NEW.score IS 2 OR NEW.choices >> 2 & 1) - (OLD.score IS 2 OR OLD.choices >> 2 & 1),
    s3 = s3 + (NEW.score IS 3 OR NEW.choices >> 3 & 1) - (OLD.score IS 3 OR OLD.choices >> 3 & 1),
    s4 = s4 + (NEW.score IS 4 OR NEW.choices >> 4 & 1) - (OLD.score IS 4 OR OLD.choices >> 4 & 1),
    s5 = s5 + (NEW.score IS 5 OR NEW.choices >> 5 & 1) - (OLD.score IS 5 OR OLD.choices >> 5 & 1),
    s6 = s6 + (NEW.score IS 6 OR NEW.choices >> 6 & 1) - (OLD.score IS 6 OR OLD.choices >> 6 & 1),
    s7 = s7 + (NEW.score IS 7 OR NEW.choices >> 7 & 1) - (OLD.score IS 7 OR OLD.choices >> 7 & 1),
    s8 = s8 + (NEW.score IS 8 OR NEW.choices >> 8 & 1) - (OLD.score IS 8 OR OLD.choices >> 8 & 1),
    s9 = s9 + (NEW.score IS 9 OR NEW.choices >> 9 & 1) - (OLD.score IS 9 OR OLD.choices >> 9 & 1),
    s10 = s10 + (NEW.score IS 10 OR NEW.choices >> 10 & 1) - (OLD.score IS 10 OR OLD.choices >> 10 & 1)
  WHERE site_id = NEW.site_id AND lane = NEW.lane AND day = NEW.day
    AND touchpoint = NEW.touchpoint_key AND prompt_id = NEW.prompt_id AND segment = NEW.segment;
  UPDATE tallies_hour SET
    dismissed = dismissed + (NEW.state = 'dismissed') - (OLD.state = 'dismissed'),
    answered = answered + (NEW.state IN ('answered', 'completed')) - (OLD.state IN ('answered', 'completed')),
    completed = completed + (NEW.state = 'completed') - (OLD.state = 'completed'),
    comments = comments + (NEW.comment IS NOT NULL) - (OLD.comment IS NOT NULL),
    s0 = s0 + (NEW.score IS 0 OR NEW.choices >> 0 & 1) - (OLD.score IS 0 OR OLD.choices >> 0 & 1),
    s1 = s1 + (NEW.score IS 1 OR NEW.choices >> 1 & 1) - (OLD.score IS 1 OR OLD.choices >> 1 & 1),
    s2 = s2 + (NEW.score IS 2 OR NEW.choices >> 2 & 1) - (OLD.score IS 2 OR OLD.choices >> 2 & 1),
    s3 = s3 + (NEW.score IS 3 OR NEW.choices >> 3 & 1) - (OLD.score IS 3 OR OLD.choices >> 3 & 1),
    s4 = s4 + (NEW.score IS 4 OR NEW.choices >> 4 & 1) - (OLD.score IS 4 OR OLD.choices >> 4 & 1),
    s5 = s5 + (NEW.score IS 5 OR NEW.choices >> 5 & 1) - (OLD.score IS 5 OR OLD.choices >> 5 & 1),
    s6 = s6 + (NEW.score IS 6 OR NEW.choices >> 6 & 1) - (OLD.score IS 6 OR OLD.choices >> 6 & 1),
    s7 = s7 + (NEW.score IS 7 OR NEW.choices >> 7 & 1) - (OLD.score IS 7 OR OLD.choices >> 7 & 1),
    s8 = s8 + (NEW.score IS 8 OR NEW.choices >> 8 & 1) - (OLD.score IS 8 OR OLD.choices >> 8 & 1),
    s9 = s9 + (NEW.score IS 9 OR NEW.choices >> 9 & 1) - (OLD.score IS 9 OR OLD.choices >> 9 & 1),
    s10 = s10 + (NEW.score IS 10 OR NEW.choices >> 10 & 1) - (OLD.score IS 10 OR OLD.choices >> 10 & 1)
  WHERE site_id = NEW.site_id AND lane = NEW.lane AND hour_at = NEW.hour_at
    AND touchpoint = NEW.touchpoint_key AND prompt_id = NEW.prompt_id AND segment = NEW.segment;
END;

-- A revision or a verdict by which it counts elsewhere (an answer after midnight, one put into quarantine): out there, in here.
CREATE TRIGGER tally_moved_response AFTER UPDATE OF environment, respondent, quarantined, verdict,
  day, hour_at, touchpoint_key, prompt_id, segment, state, score, choices, comment ON responses
WHEN NOT (NEW.lane = OLD.lane AND NEW.day = OLD.day AND NEW.hour_at = OLD.hour_at
  AND NEW.touchpoint_key = OLD.touchpoint_key AND NEW.prompt_id = OLD.prompt_id AND NEW.segment = OLD.segment)
BEGIN
  UPDATE tallies_day SET
    shown = shown - 1, dismissed = dismissed - (OLD.state = 'dismissed'),
    answered = answered - (OLD.state IN ('answered', 'completed')), completed = completed - (OLD.state = 'completed'),
    comments = comments - (OLD.comment IS NOT NULL), s0 = s0 - (OLD.score IS 0 OR OLD.choices >> 0 & 1),
    s1 = s1 - (OLD.score IS 1 OR OLD.choices >> 1 & 1), s2 = s2 - (OLD.score IS 2 OR OLD.choices >> 2 & 1),
    s3 = s3 - (OLD.score IS 3 OR OLD.choices >> 3 & 1), s4 = s4 - (OLD.score IS 4 OR OLD.choices >> 4 & 1),
    s5 = s5 - (OLD.score IS 5 OR OLD.choices >> 5 & 1), s6 = s6 - (OLD.score IS 6 OR OLD.choices >> 6 & 1),
    s7 = s7 - (OLD.score IS 7 OR OLD.choices >> 7 & 1), s8 = s8 - (OLD.score IS 8 OR OLD.choices >> 8 & 1),
    s9 = s9 - (OLD.score IS 9 OR OLD.choices >> 9 & 1), s10 = s10 - (OLD.score IS 10 OR OLD.choices >> 10 & 1)
  WHERE site_id = OLD.site_id AND lane = OLD.lane AND day = OLD.day
    AND touchpoint = OLD.touchpoint_key AND prompt_id = OLD.prompt_id AND segment = OLD.segment;
  UPDATE tallies_hour SET
    shown = shown - 1, dismissed = dismissed - (OLD.state = 'dismissed'),
    answered = answered - (OLD.state IN ('answered', 'completed')), completed = completed - (OLD.state = 'completed'),
    comments = comments - (OLD.comment IS NOT NULL), s0 = s0 - (OLD.score IS 0 OR OLD.choices >> 0 & 1),
    s1 = s1 - (OLD.score IS 1 OR OLD.choices >> 1 & 1), s2 = s2 - (OLD.score IS 2 OR OLD.choices >> 2 & 1),
    s3 = s3 - (OLD.score IS 3 OR OLD.choices >> 3 & 1), s4 = s4 - (OLD.score IS 4 OR OLD.choices >> 4 & 1),
    s5 = s5 - (OLD.score IS 5 OR OLD.choices >> 5 & 1), s6 = s6 - (OLD.score IS 6 OR OLD.choices >> 6 & 1),
    s7 = s7 - (OLD.score IS 7 OR OLD.choices >> 7 & 1), s8 = s8 - (OLD.score IS 8 OR OLD.choices >> 8 & 1),
    s9 = s9 - (OLD.score IS 9 OR OLD.choices >> 9 & 1), s10 = s10 - (OLD.score IS 10 OR OLD.choices >> 10 & 1)
  WHERE site_id = OLD.site_id AND lane = OLD.lane AND hour_at = OLD.hour_at
    AND touchpoint = OLD.touchpoint_key AND prompt_id = OLD.prompt_id AND segment = OLD.segment;
  INSERT INTO tallies_day (site_id, lane, day, touchpoint, prompt_id, segment, kind, scale_max,
    shown, dismissed, answered, completed, comments,
    s0, s1, s2, s3, s4, s5, s6, s7, s8, s9, s10)
  SELECT NEW.site_id, NEW.lane, NEW.day, NEW.touchpoint_key, NEW.prompt_id, NEW.segment, NEW.kind, NEW.scale_max,
    1, (NEW.state = 'dismissed'), (NEW.state IN ('answered', 'completed')), (NEW.state = 'completed'),
    (NEW.comment IS NOT NULL), (NEW.score IS 0 OR NEW.choices >> 0 & 1), (NEW.score IS 1 OR NEW.choices >> 1 & 1), (NEW.score IS 2 OR NEW.choices >> 2 & 1),
    (NEW.score IS 3 OR NEW.choices >> 3 & 1), (NEW.score IS 4 OR NEW.choices >> 4 & 1), (NEW.score IS 5 OR NEW.choices >> 5 & 1), (NEW.score IS 6 OR NEW.choices >> 6 & 1),
    (NEW.score IS 7 OR NEW.choices >> 7 & 1), (NEW.score IS 8 OR NEW.choices >> 8 & 1), (NEW.score IS 9 OR NEW.choices >> 9 & 1), (NEW.score IS 10 OR NEW.choices >> 10 & 1)
  WHERE true
  ON CONFLICT (site_id, lane, day, touchpoint, prompt_id, segment) DO UPDATE SET
    shown = shown + excluded.shown, dismissed = dismissed + excluded.dismissed, answered = answered + excluded.answered,
    completed = completed + excluded.completed, comments = comments + excluded.comments, s0 = s0 + excluded.s0,
    s1 = s1 + excluded.s1, s2 = s2 + excluded.s2, s3 = s3 + excluded.s3,
    s4 = s4 + excluded.s4, s5 = s5 + excluded.s5, s6 = s6 + excluded.s6,
    s7 = s7 + excluded.s7, s8 = s8 + excluded.s8, s9 = s9 + excluded.s9,
    s10 = s10 + excluded.s10;
  INSERT INTO tallies_hour (site_id, lane, hour_at, touchpoint, prompt_id, segment, kind, scale_max,
    shown, dismissed, answered, completed, comments,
    s0, s1, s2, s3, s4, s5, s6, s7, s8, s9, s10)
  SELECT NEW.site_id, NEW.lane, NEW.hour_at, NEW.touchpoint_key, NEW.prompt_id, NEW.segment, NEW.kind, NEW.scale_max,
    1, (NEW.state = 'dismissed'), (NEW.state IN ('answered', 'completed')), (NEW.state = 'completed'),
    (NEW.comment IS NOT NULL), (NEW.score IS 0 OR NEW.choices >> 0 & 1), (NEW.score IS 1 OR NEW.choices >> 1 & 1), (NEW.score IS 2 OR NEW.choices >> 2 & 1),
    (NEW.score IS 3 OR NEW.choices >> 3 & 1), (NEW.score IS 4 OR NEW.choices >> 4 & 1), (NEW.score IS 5 OR NEW.choices >> 5 & 1), (NEW.score IS 6 OR NEW.choices >> 6 & 1),
    (NEW.score IS 7 OR NEW.choices >> 7 & 1), (NEW.score IS 8 OR NEW.choices >> 8 & 1), (NEW.score IS 9 OR NEW.choices >> 9 & 1), (NEW.score IS 10 OR NEW.choices >> 10 & 1)
  WHERE NEW.hour_at >= (unixepoch() - 14 * 86400) * 1000
  ON CONFLICT (site_id, lane, hour_at, touchpoint, prompt_id, segment) DO UPDATE SET
    shown = shown + excluded.shown, dismissed = dismissed + excluded.dismissed, answered = answered + excluded.answered,
    completed = completed + excluded.completed, comments = comments + excluded.comments, s0 = s0 + excluded.s0,
    s1 = s1 + excluded.s1, s2 = s2 + excluded.s2, s3 = s3 + excluded.s3,
    s4 = s4 + excluded.s4, s5 = s5 + excluded.s5, s6 = s6 + excluded.s6,
    s7 = s7 + excluded.s7, s8 = s8 + excluded.s8, s9 = s9 + excluded.s9,
    s10 = s10 + excluded.s10;
END;

-- Erasing subtracts. What is retired for its age was counted and stays counted.
CREATE TRIGGER tally_deleted_response AFTER DELETE ON responses WHEN OLD.retired = 0
BEGIN
  UPDATE tallies_day SET
    shown = shown - 1, dismissed = dismissed - (OLD.state = 'dismissed'),
    answered = answered - (OLD.state IN ('answered', 'completed')), completed = completed - (OLD.state = 'completed'),
    comments = comments - (OLD.comment IS NOT NULL), s0 = s0 - (OLD.score IS 0 OR OLD.choices >> 0 & 1),
    s1 = s1 - (OLD.score IS 1 OR OLD.choices >> 1 & 1), s2 = s2 - (OLD.score IS 2 OR OLD.choices >> 2 & 1),
    s3 = s3 - (OLD.score IS 3 OR OLD.choices >> 3 & 1), s4 = s4 - (OLD.score IS 4 OR OLD.choices >> 4 & 1),
    s5 = s5 - (OLD.score IS 5 OR OLD.choices >> 5 & 1), s6 = s6 - (OLD.score IS 6 OR OLD.choices >> 6 & 1),
    s7 = s7 - (OLD.score IS 7 OR OLD.choices >> 7 & 1), s8 = s8 - (OLD.score IS 8 OR OLD.choices >> 8 & 1),
    s9 = s9 - (OLD.score IS 9 OR OLD.choices >> 9 & 1), s10 = s10 - (OLD.score IS 10 OR OLD.choices >> 10 & 1)
  WHERE site_id = OLD.site_id AND lane = OLD.lane AND day = OLD.day
    AND touchpoint = OLD.touchpoint_key AND prompt_id = OLD.prompt_id AND segment = OLD.segment;
  UPDATE tallies_hour SET
    shown = shown - 1, dismissed = dismissed - (OLD.state = 'dismissed'),
    answered = answered - (OLD.state IN ('answered', 'completed')), completed = completed - (OLD.state = 'completed'),
    comments = comments - (OLD.comment IS NOT NULL), s0 = s0 - (OLD.score IS 0 OR OLD.choices >> 0 & 1),
    s1 = s1 - (OLD.score IS 1 OR OLD.choices >> 1 & 1), s2 = s2 - (OLD.score IS 2 OR OLD.choices >> 2 & 1),
    s3 = s3 - (OLD.score IS 3 OR OLD.choices >> 3 & 1), s4 = s4 - (OLD.score IS 4 OR OLD.choices >> 4 & 1),
    s5 = s5 - (OLD.score IS 5 OR OLD.choices >> 5 & 1), s6 = s6 - (OLD.score IS 6 OR OLD.choices >> 6 & 1),
    s7 = s7 - (OLD.score IS 7 OR OLD.choices >> 7 & 1), s8 = s8 - (OLD.score IS 8 OR OLD.choices >> 8 & 1),
    s9 = s9 - (OLD.score IS 9 OR OLD.choices >> 9 & 1), s10 = s10 - (OLD.score IS 10 OR OLD.choices >> 10 & 1)
  WHERE site_id = OLD.site_id AND lane = OLD.lane AND hour_at = OLD.hour_at
    AND touchpoint = OLD.touchpoint_key AND prompt_id = OLD.prompt_id AND segment = OLD.segment;
END;
