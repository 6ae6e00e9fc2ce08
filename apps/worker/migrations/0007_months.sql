-- What respondents did over a month, counted at night: from joining answers of
-- one person, which no tally can, and no request may. Only counts of people are
-- kept, a few rows per month whatever the volume; answers cost no row more.

-- Which months of a site have been counted, and how far.
CREATE TABLE counted_months (
  site_id TEXT NOT NULL,
  -- YYYY-MM, of the site's own calendar.
  month TEXT NOT NULL,
  -- Answers until this day were looked at; empty while nothing of it is counted.
  counted_to TEXT NOT NULL,
  counted_at INTEGER NOT NULL,
  -- The share of respondents that was looked at.
  sampled REAL NOT NULL,
  -- 1 from when the first answer of this month was deleted for its age: it cannot be counted anew, and what was counted stays.
  closed INTEGER NOT NULL DEFAULT 0 CHECK (closed IN (0, 1)),
  -- Raised by whatever makes a count that is under way wrong: what it then wants to write is refused.
  stamp INTEGER NOT NULL DEFAULT 0,
  -- When somebody began to count it last.
  begun_at INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (site_id, month)
) WITHOUT ROWID;

-- People who answered a prompt at a touchpoint and an NPS in one month, by both: the
-- first word is what they thought of the touchpoint, the second whether they
-- recommend. The touchpoint is the key that it had then: see tallies_day.
CREATE TABLE month_pairs (
  site_id TEXT NOT NULL,
  month TEXT NOT NULL,
  lane TEXT NOT NULL,
  touchpoint TEXT NOT NULL,
  prompt_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  scale_max INTEGER NOT NULL,
  bad_detractor INTEGER NOT NULL, bad_passive INTEGER NOT NULL, bad_promoter INTEGER NOT NULL,
  middle_detractor INTEGER NOT NULL, middle_passive INTEGER NOT NULL, middle_promoter INTEGER NOT NULL,
  good_detractor INTEGER NOT NULL, good_passive INTEGER NOT NULL, good_promoter INTEGER NOT NULL,
  PRIMARY KEY (site_id, month, lane, touchpoint, prompt_id)
) WITHOUT ROWID;

-- People of one month by their class there, and where they are in the next month.
CREATE TABLE month_moves (
  site_id TEXT NOT NULL,
  month TEXT NOT NULL,
  lane TEXT NOT NULL,
  from_class TEXT NOT NULL CHECK (from_class IN ('detractor', 'passive', 'promoter', 'none')),
  to_detractor INTEGER NOT NULL,
  to_passive INTEGER NOT NULL,
  to_promoter INTEGER NOT NULL,
  to_none INTEGER NOT NULL,
  to_away INTEGER NOT NULL,
  PRIMARY KEY (site_id, month, lane, from_class)
) WITHOUT ROWID;
