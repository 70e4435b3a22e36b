/**
 * Reviews, beside the conversations that they belong to. A term is kept as a number made of its text, so that no
 * word of a forgotten conversation stays in a dictionary; the trigger runs for cascades too.
 */
export const reviewSchema = `
  CREATE TABLE review_entries (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    answer_id TEXT NOT NULL UNIQUE REFERENCES answers (answer_id) ON DELETE CASCADE,
    asked_ms INTEGER NOT NULL,
    terms TEXT NOT NULL,
    entry TEXT NOT NULL
  );
  CREATE TABLE review_terms (
    term INTEGER NOT NULL,
    asked_ms INTEGER NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (term, asked_ms, number)
  ) WITHOUT ROWID;
  CREATE TRIGGER review_terms_go AFTER DELETE ON review_entries BEGIN
    DELETE FROM review_terms WHERE (term, asked_ms, number)
      IN (SELECT value, OLD.asked_ms, OLD.number FROM json_each(OLD.terms));
  END;
  CREATE TABLE coaches (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL UNIQUE COLLATE NOCASE,
    key_hash TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL,
    revoked_at TEXT
  ) WITHOUT ROWID;
  CREATE TABLE coach_sessions (
    hash TEXT PRIMARY KEY,
    coach_id TEXT NOT NULL REFERENCES coaches (id) ON DELETE CASCADE,
    expires_at TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE audit (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    expires_at TEXT NOT NULL,
    entry TEXT NOT NULL
  );
`

/** How many entries have a term: kept by triggers, so that the rarest is known and counting reads one row. */
export const reviewCounts = `
  CREATE TABLE review_counts (term INTEGER PRIMARY KEY, n INTEGER NOT NULL);
  INSERT INTO review_counts SELECT term, count(*) FROM review_terms GROUP BY term;
  CREATE TRIGGER review_counts_up AFTER INSERT ON review_terms BEGIN
    INSERT INTO review_counts VALUES (NEW.term, 1) ON CONFLICT (term) DO UPDATE SET n = n + 1;
  END;
  CREATE TRIGGER review_counts_down AFTER DELETE ON review_terms BEGIN
    UPDATE review_counts SET n = n - 1 WHERE term = OLD.term;
    DELETE FROM review_counts WHERE term = OLD.term AND n = 0;
  END;
`
