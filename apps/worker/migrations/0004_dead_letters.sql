-- Responses that came through the spill queue and can never become rows as they
-- are: the database refused them, or their id is another prompt's. Kept whole, so
-- that the operator can see them, mend the cause and replay them. A revision is
-- here once, however often the queue delivers it.
CREATE TABLE dead_letters (
  site_id TEXT NOT NULL,
  id TEXT NOT NULL,
  rev INTEGER NOT NULL,
  -- The response's row as JSON.
  row TEXT NOT NULL,
  reason TEXT NOT NULL,
  failed_at INTEGER NOT NULL,
  PRIMARY KEY (site_id, id, rev)
) WITHOUT ROWID;
