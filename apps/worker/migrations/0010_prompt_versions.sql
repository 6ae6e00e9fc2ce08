-- What every prompt was, version by version: to see what an answer was an answer to,
-- and to take back what did worse. Written when a version rises, never by an answer.
CREATE TABLE prompt_versions (
  site_id TEXT NOT NULL,
  prompt_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  -- Since when, in milliseconds since 1970.
  at INTEGER NOT NULL,
  -- JSON, complete as it was asked.
  prompt TEXT NOT NULL,
  PRIMARY KEY (site_id, prompt_id, version)
) WITHOUT ROWID;

-- Of what was before, the version of today is known, and that it is as old as its site's last change at least.
INSERT INTO prompt_versions (site_id, prompt_id, version, at, prompt)
SELECT sites.id, json_extract(prompts.value, '$.id'), json_extract(prompts.value, '$.version'), sites.updated_at, prompts.value
FROM sites, json_each(sites.definition, '$.prompts') AS prompts;
