-- Choices, second answers, and what happened before a prompt was shown.

-- The options that were chosen, as bits: option i of the prompt is 1 << i, and the
-- one that a visitor fills in is 1 << 10. So a choice counts in the same wide
-- tallies as a score, and costs no row more.
ALTER TABLE responses ADD COLUMN choices INTEGER NOT NULL DEFAULT 0;
ALTER TABLE responses ADD COLUMN other TEXT;
ALTER TABLE responses ADD COLUMN second TEXT;

-- How often each touchpoint was reached and what was decided there, per day. From
-- counts that pages send along: at most once, never retried.
CREATE TABLE reach_day (
  site_id TEXT NOT NULL,
  environment TEXT NOT NULL,
  day TEXT NOT NULL,
  touchpoint TEXT NOT NULL,
  -- Empty for what is about the touchpoint alone.
  prompt_id TEXT NOT NULL,
  outcome TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (site_id, environment, day, touchpoint, prompt_id, outcome)
) WITHOUT ROWID;

-- The tallies' triggers again: a chosen option counts like the score of its place,
-- and an answer is what its state says, since choices and texts have no score.
DROP TRIGGER tally_inserted_response;
DROP TRIGGER tally_revised_response;
DROP TRIGGER tally_moved_response;
DROP TRIGGER tally_deleted_response;

-- Tallies are made by the database in the transaction that writes the response,
-- so they cannot drift from it, whatever the order in which revisions arrive.
-- (x IS n) is 1 or 0 in SQLite, also when x is NULL.
CREATE TRIGGER tally_inserted_response AFTER INSERT ON responses
BEGIN
  INSERT INTO tallies_day (site_id, environment, day, touchpoint, prompt_id, segment, kind, scale_max,
    shown, dismissed, answered, completed, comments,
    s0, s1, s2, s3, s4, s5, s6, s7, s8, s9, s10)
  SELECT NEW.site_id, NEW.environment, NEW.day, NEW.touchpoint_key, NEW.prompt_id, NEW.segment, NEW.kind, NEW.scale_max,
    1, (NEW.state = 'dismissed'), (NEW.state IN ('answered', 'completed')), (NEW.state = 'completed'),
    (NEW.comment IS NOT NULL), (NEW.score IS 0 OR NEW.choices >> 0 & 1), (NEW.score IS 1 OR NEW.choices >> 1 & 1), (NEW.score IS 2 OR NEW.choices >> 2 & 1),
    (NEW.score IS 3 OR NEW.choices >> 3 & 1), (NEW.score IS 4 OR NEW.choices >> 4 & 1), (NEW.score IS 5 OR NEW.choices >> 5 & 1), (NEW.score IS 6 OR NEW.choices >> 6 & 1),
    (NEW.score IS 7 OR NEW.choices >> 7 & 1), (NEW.score IS 8 OR NEW.choices >> 8 & 1), (NEW.score IS 9 OR NEW.choices >> 9 & 1), (NEW.score IS 10 OR NEW.choices >> 10 & 1)
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
    1, (NEW.state = 'dismissed'), (NEW.state IN ('answered', 'completed')), (NEW.state = 'completed'),
    (NEW.comment IS NOT NULL), (NEW.score IS 0 OR NEW.choices >> 0 & 1), (NEW.score IS 1 OR NEW.choices >> 1 & 1), (NEW.score IS 2 OR NEW.choices >> 2 & 1),
    (NEW.score IS 3 OR NEW.choices >> 3 & 1), (NEW.score IS 4 OR NEW.choices >> 4 & 1), (NEW.score IS 5 OR NEW.choices >> 5 & 1), (NEW.score IS 6 OR NEW.choices >> 6 & 1),
    (NEW.score IS 7 OR NEW.choices >> 7 & 1), (NEW.score IS 8 OR NEW.choices >> 8 & 1), (NEW.score IS 9 OR NEW.choices >> 9 & 1), (NEW.score IS 10 OR NEW.choices >> 10 & 1)
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
  WHERE site_id = NEW.site_id AND environment = NEW.environment AND day = NEW.day
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
    answered = answered - (OLD.state IN ('answered', 'completed')), completed = completed - (OLD.state = 'completed'),
    comments = comments - (OLD.comment IS NOT NULL), s0 = s0 - (OLD.score IS 0 OR OLD.choices >> 0 & 1),
    s1 = s1 - (OLD.score IS 1 OR OLD.choices >> 1 & 1), s2 = s2 - (OLD.score IS 2 OR OLD.choices >> 2 & 1),
    s3 = s3 - (OLD.score IS 3 OR OLD.choices >> 3 & 1), s4 = s4 - (OLD.score IS 4 OR OLD.choices >> 4 & 1),
    s5 = s5 - (OLD.score IS 5 OR OLD.choices >> 5 & 1), s6 = s6 - (OLD.score IS 6 OR OLD.choices >> 6 & 1),
    s7 = s7 - (OLD.score IS 7 OR OLD.choices >> 7 & 1), s8 = s8 - (OLD.score IS 8 OR OLD.choices >> 8 & 1),
    s9 = s9 - (OLD.score IS 9 OR OLD.choices >> 9 & 1), s10 = s10 - (OLD.score IS 10 OR OLD.choices >> 10 & 1)
  WHERE site_id = OLD.site_id AND environment = OLD.environment AND day = OLD.day
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
  WHERE site_id = OLD.site_id AND environment = OLD.environment AND hour_at = OLD.hour_at
    AND touchpoint = OLD.touchpoint_key AND prompt_id = OLD.prompt_id AND segment = OLD.segment;
  INSERT INTO tallies_day (site_id, environment, day, touchpoint, prompt_id, segment, kind, scale_max,
    shown, dismissed, answered, completed, comments,
    s0, s1, s2, s3, s4, s5, s6, s7, s8, s9, s10)
  SELECT NEW.site_id, NEW.environment, NEW.day, NEW.touchpoint_key, NEW.prompt_id, NEW.segment, NEW.kind, NEW.scale_max,
    1, (NEW.state = 'dismissed'), (NEW.state IN ('answered', 'completed')), (NEW.state = 'completed'),
    (NEW.comment IS NOT NULL), (NEW.score IS 0 OR NEW.choices >> 0 & 1), (NEW.score IS 1 OR NEW.choices >> 1 & 1), (NEW.score IS 2 OR NEW.choices >> 2 & 1),
    (NEW.score IS 3 OR NEW.choices >> 3 & 1), (NEW.score IS 4 OR NEW.choices >> 4 & 1), (NEW.score IS 5 OR NEW.choices >> 5 & 1), (NEW.score IS 6 OR NEW.choices >> 6 & 1),
    (NEW.score IS 7 OR NEW.choices >> 7 & 1), (NEW.score IS 8 OR NEW.choices >> 8 & 1), (NEW.score IS 9 OR NEW.choices >> 9 & 1), (NEW.score IS 10 OR NEW.choices >> 10 & 1)
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
    1, (NEW.state = 'dismissed'), (NEW.state IN ('answered', 'completed')), (NEW.state = 'completed'),
    (NEW.comment IS NOT NULL), (NEW.score IS 0 OR NEW.choices >> 0 & 1), (NEW.score IS 1 OR NEW.choices >> 1 & 1), (NEW.score IS 2 OR NEW.choices >> 2 & 1),
    (NEW.score IS 3 OR NEW.choices >> 3 & 1), (NEW.score IS 4 OR NEW.choices >> 4 & 1), (NEW.score IS 5 OR NEW.choices >> 5 & 1), (NEW.score IS 6 OR NEW.choices >> 6 & 1),
    (NEW.score IS 7 OR NEW.choices >> 7 & 1), (NEW.score IS 8 OR NEW.choices >> 8 & 1), (NEW.score IS 9 OR NEW.choices >> 9 & 1), (NEW.score IS 10 OR NEW.choices >> 10 & 1)
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
    answered = answered - (OLD.state IN ('answered', 'completed')), completed = completed - (OLD.state = 'completed'),
    comments = comments - (OLD.comment IS NOT NULL), s0 = s0 - (OLD.score IS 0 OR OLD.choices >> 0 & 1),
    s1 = s1 - (OLD.score IS 1 OR OLD.choices >> 1 & 1), s2 = s2 - (OLD.score IS 2 OR OLD.choices >> 2 & 1),
    s3 = s3 - (OLD.score IS 3 OR OLD.choices >> 3 & 1), s4 = s4 - (OLD.score IS 4 OR OLD.choices >> 4 & 1),
    s5 = s5 - (OLD.score IS 5 OR OLD.choices >> 5 & 1), s6 = s6 - (OLD.score IS 6 OR OLD.choices >> 6 & 1),
    s7 = s7 - (OLD.score IS 7 OR OLD.choices >> 7 & 1), s8 = s8 - (OLD.score IS 8 OR OLD.choices >> 8 & 1),
    s9 = s9 - (OLD.score IS 9 OR OLD.choices >> 9 & 1), s10 = s10 - (OLD.score IS 10 OR OLD.choices >> 10 & 1)
  WHERE site_id = OLD.site_id AND environment = OLD.environment AND day = OLD.day
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
  WHERE site_id = OLD.site_id AND environment = OLD.environment AND hour_at = OLD.hour_at
    AND touchpoint = OLD.touchpoint_key AND prompt_id = OLD.prompt_id AND segment = OLD.segment;
END;
