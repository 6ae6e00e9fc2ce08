-- What the team says about responses: apart from them, so that an answer stays three
-- rows written, and only for those that somebody has touched.
CREATE TABLE response_marks (
  site_id TEXT NOT NULL,
  response_id TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('new', 'read', 'done')),
  -- JSON list of words.
  tags TEXT NOT NULL,
  -- JSON list of {id, text, author, at}.
  notes TEXT NOT NULL,
  changed_at INTEGER NOT NULL,
  PRIMARY KEY (site_id, response_id)
) WITHOUT ROWID;

-- How many responses carry each tag, kept by the triggers below.
CREATE TABLE site_tags (
  site_id TEXT NOT NULL,
  tag TEXT NOT NULL,
  responses INTEGER NOT NULL,
  PRIMARY KEY (site_id, tag)
) WITHOUT ROWID;

CREATE TRIGGER count_tags_of_inserted_marks AFTER INSERT ON response_marks WHEN NEW.tags <> '[]'
BEGIN
  INSERT INTO site_tags (site_id, tag, responses) SELECT NEW.site_id, value, 1 FROM json_each(NEW.tags) WHERE true
  ON CONFLICT (site_id, tag) DO UPDATE SET responses = responses + 1;
END;

CREATE TRIGGER count_tags_of_changed_marks AFTER UPDATE OF tags ON response_marks WHEN NEW.tags <> OLD.tags
BEGIN
  UPDATE site_tags SET responses = responses - 1 WHERE site_id = OLD.site_id AND tag IN (SELECT value FROM json_each(OLD.tags));
  INSERT INTO site_tags (site_id, tag, responses) SELECT NEW.site_id, value, 1 FROM json_each(NEW.tags) WHERE true
  ON CONFLICT (site_id, tag) DO UPDATE SET responses = responses + 1;
  DELETE FROM site_tags WHERE site_id = OLD.site_id AND tag IN (SELECT value FROM json_each(OLD.tags)) AND responses = 0;
END;

CREATE TRIGGER count_tags_of_deleted_marks AFTER DELETE ON response_marks WHEN OLD.tags <> '[]'
BEGIN
  UPDATE site_tags SET responses = responses - 1 WHERE site_id = OLD.site_id AND tag IN (SELECT value FROM json_each(OLD.tags));
  DELETE FROM site_tags WHERE site_id = OLD.site_id AND tag IN (SELECT value FROM json_each(OLD.tags)) AND responses = 0;
END;

-- Whatever deletes a response (an erasure, its age, the end of a demo) deletes what was said about it.
CREATE TRIGGER unmark_deleted_response AFTER DELETE ON responses
BEGIN
  DELETE FROM response_marks WHERE site_id = OLD.site_id AND response_id = OLD.id;
END;

-- Who has read an answer has not read what it says since.
CREATE TRIGGER renew_changed_response AFTER UPDATE OF score, choices, other, comment, second ON responses
WHEN NEW.score IS NOT OLD.score OR NEW.choices <> OLD.choices OR NEW.other IS NOT OLD.other OR NEW.comment IS NOT OLD.comment
  OR NEW.second IS NOT OLD.second
BEGIN
  UPDATE response_marks SET status = 'new' WHERE site_id = NEW.site_id AND response_id = NEW.id AND status <> 'new';
END;
