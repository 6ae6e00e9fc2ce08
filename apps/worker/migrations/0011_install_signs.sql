-- What a site's pages have shown of themselves: that they load its script, and which of their answers were refused.
-- So the team reads why no answer arrives. At most five rows per sign, each written at most every few minutes.
CREATE TABLE install_signs (
  site_id TEXT NOT NULL,
  -- 'script', or the problem that a batch was refused with.
  sign TEXT NOT NULL,
  -- Of the page, without its path; empty: the browser did not say.
  origin TEXT NOT NULL,
  first_at INTEGER NOT NULL,
  last_at INTEGER NOT NULL,
  PRIMARY KEY (site_id, sign, origin)
) WITHOUT ROWID;
