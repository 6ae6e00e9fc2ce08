-- Reach in one row per week, tallies that can be proved and made anew, and answers
-- that keep what another time zone or other segments would have to know.

-- What was reached and decided: a row per week with a column per day, each a JSON
-- object of counts by "touchpoint outcome promptId". A batch writes one row, however
-- much it counts, and a year is 53 rows. Counts are of the day of their arrival, so
-- what is past is never written again.
CREATE TABLE reach_week (
  site_id TEXT NOT NULL,
  environment TEXT NOT NULL,
  -- Its Monday, YYYY-MM-DD.
  week TEXT NOT NULL,
  d0 TEXT NOT NULL DEFAULT '{}', d1 TEXT NOT NULL DEFAULT '{}', d2 TEXT NOT NULL DEFAULT '{}', d3 TEXT NOT NULL DEFAULT '{}',
  d4 TEXT NOT NULL DEFAULT '{}', d5 TEXT NOT NULL DEFAULT '{}', d6 TEXT NOT NULL DEFAULT '{}',
  PRIMARY KEY (site_id, environment, week)
) WITHOUT ROWID;

INSERT INTO reach_week (site_id, environment, week, d0, d1, d2, d3, d4, d5, d6)
SELECT site_id, environment, week,
  json_group_object(name, count) FILTER (WHERE place = 0),
  json_group_object(name, count) FILTER (WHERE place = 1),
  json_group_object(name, count) FILTER (WHERE place = 2),
  json_group_object(name, count) FILTER (WHERE place = 3),
  json_group_object(name, count) FILTER (WHERE place = 4),
  json_group_object(name, count) FILTER (WHERE place = 5),
  json_group_object(name, count) FILTER (WHERE place = 6)
FROM (
  SELECT site_id, environment, date(day, '-6 days', 'weekday 1') AS week, (strftime('%w', day) + 6) % 7 AS place,
    rtrim(touchpoint || ' ' || outcome || ' ' || prompt_id) AS name, count
  FROM reach_day
) GROUP BY site_id, environment, week;

DROP TABLE reach_day;

-- The segment as the page named it, redacted, where it counts in another one: without
-- it a value that is declared later could not be counted backwards.
ALTER TABLE responses ADD COLUMN segment_sent TEXT;

-- What was retired for its age, counted when its rows went, so that tallies are for
-- ever the rows that are there and these. Written at night, never by an answer.
CREATE TABLE retired_tallies (
  site_id TEXT NOT NULL,
  lane TEXT NOT NULL,
  day TEXT NOT NULL,
  -- 0 where tallies_hour has no such hour any more.
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
  PRIMARY KEY (site_id, lane, day, hour_at, touchpoint, prompt_id, segment)
) WITHOUT ROWID;

-- Answers retired before this table was: nobody can tell their counts from a mistake.
-- Of the days before this one, tallies may be more than the rows; '' for no day.
ALTER TABLE sites ADD COLUMN retired_before TEXT NOT NULL DEFAULT '';
UPDATE sites SET retired_before = date('now') WHERE json_extract(definition, '$.retentionDays') IS NOT NULL;

-- A recount that is under way: responses up to the cursor are in it, and triggers
-- keep them there, so that it is right at every moment while answers arrive.
CREATE TABLE recounts (
  site_id TEXT PRIMARY KEY,
  run TEXT NOT NULL,
  cursor TEXT NOT NULL,
  scanned INTEGER NOT NULL,
  -- Hours before this one are not told apart, in milliseconds.
  hours_from INTEGER NOT NULL,
  started_at INTEGER NOT NULL
) WITHOUT ROWID;

-- What it has counted so far.
CREATE TABLE recounted (
  site_id TEXT NOT NULL,
  lane TEXT NOT NULL,
  day TEXT NOT NULL,
  -- 0 where tallies_hour has no such hour any more.
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
  PRIMARY KEY (site_id, lane, day, hour_at, touchpoint, prompt_id, segment)
) WITHOUT ROWID;

CREATE TRIGGER recount_inserted_response AFTER INSERT ON responses
WHEN EXISTS (SELECT 1 FROM recounts WHERE site_id = NEW.site_id AND NEW.id <= cursor)
BEGIN
  INSERT INTO recounted (site_id, lane, day, hour_at, touchpoint, prompt_id, segment, kind, scale_max,
    shown, dismissed, answered, completed, comments, s0, s1, s2,
    s3, s4, s5, s6, s7, s8, s9, s10)
  SELECT NEW.site_id, NEW.lane, NEW.day, IIF(NEW.hour_at >= recount.hours_from, NEW.hour_at, 0), NEW.touchpoint_key, NEW.prompt_id, NEW.segment,
    NEW.kind, NEW.scale_max,
    1, (NEW.state = 'dismissed'), (NEW.state IN ('answered', 'completed')), (NEW.state = 'completed'),
    (NEW.comment IS NOT NULL), (NEW.score IS 0 OR NEW.choices >> 0 & 1), (NEW.score IS 1 OR NEW.choices >> 1 & 1), (NEW.score IS 2 OR NEW.choices >> 2 & 1),
    (NEW.score IS 3 OR NEW.choices >> 3 & 1), (NEW.score IS 4 OR NEW.choices >> 4 & 1), (NEW.score IS 5 OR NEW.choices >> 5 & 1), (NEW.score IS 6 OR NEW.choices >> 6 & 1),
    (NEW.score IS 7 OR NEW.choices >> 7 & 1), (NEW.score IS 8 OR NEW.choices >> 8 & 1), (NEW.score IS 9 OR NEW.choices >> 9 & 1), (NEW.score IS 10 OR NEW.choices >> 10 & 1)
  FROM recounts AS recount WHERE recount.site_id = NEW.site_id AND NEW.id <= recount.cursor
  ON CONFLICT (site_id, lane, day, hour_at, touchpoint, prompt_id, segment) DO UPDATE SET
    shown = shown + excluded.shown, dismissed = dismissed + excluded.dismissed, answered = answered + excluded.answered, completed = completed + excluded.completed,
    comments = comments + excluded.comments, s0 = s0 + excluded.s0, s1 = s1 + excluded.s1, s2 = s2 + excluded.s2,
    s3 = s3 + excluded.s3, s4 = s4 + excluded.s4, s5 = s5 + excluded.s5, s6 = s6 + excluded.s6,
    s7 = s7 + excluded.s7, s8 = s8 + excluded.s8, s9 = s9 + excluded.s9, s10 = s10 + excluded.s10;
END;

CREATE TRIGGER recount_changed_response AFTER UPDATE OF environment, respondent, quarantined, verdict,
  day, hour_at, touchpoint_key, prompt_id, segment, state, score, choices, comment ON responses
WHEN EXISTS (SELECT 1 FROM recounts WHERE site_id = NEW.site_id AND NEW.id <= cursor)
BEGIN
  INSERT INTO recounted (site_id, lane, day, hour_at, touchpoint, prompt_id, segment, kind, scale_max,
    shown, dismissed, answered, completed, comments, s0, s1, s2,
    s3, s4, s5, s6, s7, s8, s9, s10)
  SELECT OLD.site_id, OLD.lane, OLD.day, IIF(OLD.hour_at >= recount.hours_from, OLD.hour_at, 0), OLD.touchpoint_key, OLD.prompt_id, OLD.segment,
    OLD.kind, OLD.scale_max,
    -1, -(OLD.state = 'dismissed'), -(OLD.state IN ('answered', 'completed')), -(OLD.state = 'completed'),
    -(OLD.comment IS NOT NULL), -(OLD.score IS 0 OR OLD.choices >> 0 & 1), -(OLD.score IS 1 OR OLD.choices >> 1 & 1), -(OLD.score IS 2 OR OLD.choices >> 2 & 1),
    -(OLD.score IS 3 OR OLD.choices >> 3 & 1), -(OLD.score IS 4 OR OLD.choices >> 4 & 1), -(OLD.score IS 5 OR OLD.choices >> 5 & 1), -(OLD.score IS 6 OR OLD.choices >> 6 & 1),
    -(OLD.score IS 7 OR OLD.choices >> 7 & 1), -(OLD.score IS 8 OR OLD.choices >> 8 & 1), -(OLD.score IS 9 OR OLD.choices >> 9 & 1), -(OLD.score IS 10 OR OLD.choices >> 10 & 1)
  FROM recounts AS recount WHERE recount.site_id = OLD.site_id AND OLD.id <= recount.cursor
  ON CONFLICT (site_id, lane, day, hour_at, touchpoint, prompt_id, segment) DO UPDATE SET
    shown = shown + excluded.shown, dismissed = dismissed + excluded.dismissed, answered = answered + excluded.answered, completed = completed + excluded.completed,
    comments = comments + excluded.comments, s0 = s0 + excluded.s0, s1 = s1 + excluded.s1, s2 = s2 + excluded.s2,
    s3 = s3 + excluded.s3, s4 = s4 + excluded.s4, s5 = s5 + excluded.s5, s6 = s6 + excluded.s6,
    s7 = s7 + excluded.s7, s8 = s8 + excluded.s8, s9 = s9 + excluded.s9, s10 = s10 + excluded.s10;
  INSERT INTO recounted (site_id, lane, day, hour_at, touchpoint, prompt_id, segment, kind, scale_max,
    shown, dismissed, answered, completed, comments, s0, s1, s2,
    s3, s4, s5, s6, s7, s8, s9, s10)
  SELECT NEW.site_id, NEW.lane, NEW.day, IIF(NEW.hour_at >= recount.hours_from, NEW.hour_at, 0), NEW.touchpoint_key, NEW.prompt_id, NEW.segment,
    NEW.kind, NEW.scale_max,
    1, (NEW.state = 'dismissed'), (NEW.state IN ('answered', 'completed')), (NEW.state = 'completed'),
    (NEW.comment IS NOT NULL), (NEW.score IS 0 OR NEW.choices >> 0 & 1), (NEW.score IS 1 OR NEW.choices >> 1 & 1), (NEW.score IS 2 OR NEW.choices >> 2 & 1),
    (NEW.score IS 3 OR NEW.choices >> 3 & 1), (NEW.score IS 4 OR NEW.choices >> 4 & 1), (NEW.score IS 5 OR NEW.choices >> 5 & 1), (NEW.score IS 6 OR NEW.choices >> 6 & 1),
    (NEW.score IS 7 OR NEW.choices >> 7 & 1), (NEW.score IS 8 OR NEW.choices >> 8 & 1), (NEW.score IS 9 OR NEW.choices >> 9 & 1), (NEW.score IS 10 OR NEW.choices >> 10 & 1)
  FROM recounts AS recount WHERE recount.site_id = NEW.site_id AND NEW.id <= recount.cursor
  ON CONFLICT (site_id, lane, day, hour_at, touchpoint, prompt_id, segment) DO UPDATE SET
    shown = shown + excluded.shown, dismissed = dismissed + excluded.dismissed, answered = answered + excluded.answered, completed = completed + excluded.completed,
    comments = comments + excluded.comments, s0 = s0 + excluded.s0, s1 = s1 + excluded.s1, s2 = s2 + excluded.s2,
    s3 = s3 + excluded.s3, s4 = s4 + excluded.s4, s5 = s5 + excluded.s5, s6 = s6 + excluded.s6,
    s7 = s7 + excluded.s7, s8 = s8 + excluded.s8, s9 = s9 + excluded.s9, s10 = s10 + excluded.s10;
END;

-- A retired one too: its counts are in retired_tallies from the same moment.
CREATE TRIGGER recount_deleted_response AFTER DELETE ON responses
WHEN EXISTS (SELECT 1 FROM recounts WHERE site_id = OLD.site_id AND OLD.id <= cursor)
BEGIN
  INSERT INTO recounted (site_id, lane, day, hour_at, touchpoint, prompt_id, segment, kind, scale_max,
    shown, dismissed, answered, completed, comments, s0, s1, s2,
    s3, s4, s5, s6, s7, s8, s9, s10)
  SELECT OLD.site_id, OLD.lane, OLD.day, IIF(OLD.hour_at >= recount.hours_from, OLD.hour_at, 0), OLD.touchpoint_key, OLD.prompt_id, OLD.segment,
    OLD.kind, OLD.scale_max,
    -1, -(OLD.state = 'dismissed'), -(OLD.state IN ('answered', 'completed')), -(OLD.state = 'completed'),
    -(OLD.comment IS NOT NULL), -(OLD.score IS 0 OR OLD.choices >> 0 & 1), -(OLD.score IS 1 OR OLD.choices >> 1 & 1), -(OLD.score IS 2 OR OLD.choices >> 2 & 1),
    -(OLD.score IS 3 OR OLD.choices >> 3 & 1), -(OLD.score IS 4 OR OLD.choices >> 4 & 1), -(OLD.score IS 5 OR OLD.choices >> 5 & 1), -(OLD.score IS 6 OR OLD.choices >> 6 & 1),
    -(OLD.score IS 7 OR OLD.choices >> 7 & 1), -(OLD.score IS 8 OR OLD.choices >> 8 & 1), -(OLD.score IS 9 OR OLD.choices >> 9 & 1), -(OLD.score IS 10 OR OLD.choices >> 10 & 1)
  FROM recounts AS recount WHERE recount.site_id = OLD.site_id AND OLD.id <= recount.cursor
  ON CONFLICT (site_id, lane, day, hour_at, touchpoint, prompt_id, segment) DO UPDATE SET
    shown = shown + excluded.shown, dismissed = dismissed + excluded.dismissed, answered = answered + excluded.answered, completed = completed + excluded.completed,
    comments = comments + excluded.comments, s0 = s0 + excluded.s0, s1 = s1 + excluded.s1, s2 = s2 + excluded.s2,
    s3 = s3 + excluded.s3, s4 = s4 + excluded.s4, s5 = s5 + excluded.s5, s6 = s6 + excluded.s6,
    s7 = s7 + excluded.s7, s8 = s8 + excluded.s8, s9 = s9 + excluded.s9, s10 = s10 + excluded.s10;
END;

-- A site whose time zone or segments have changed, and how far its responses have
-- been moved to where they count now. Tallies follow row by row, by their triggers.
CREATE TABLE rekeys (
  site_id TEXT PRIMARY KEY,
  run TEXT NOT NULL,
  cursor TEXT NOT NULL,
  moved INTEGER NOT NULL,
  -- The first walk is at once; the last one, a night later, finds what had been under way.
  walks_left INTEGER NOT NULL,
  started_at INTEGER NOT NULL
) WITHOUT ROWID;
