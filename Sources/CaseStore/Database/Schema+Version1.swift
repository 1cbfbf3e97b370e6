extension Schema {
  /// Version 1: the graph and its log.
  ///
  /// `labels` is a JSON array of strings, `properties` a JSON object of stored values, and
  /// `before` and `after` hold all columns of an element but its id and key as one JSON object.
  /// Foreign keys are deferred so that a transaction may remove a node before its relationships.
  /// The log only grows at its end: a trigger refuses `INSERT OR REPLACE` too, which fires no
  /// `DELETE` trigger.
  static let version1Tables = """
    CREATE TABLE node (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      key TEXT NOT NULL UNIQUE,
      labels TEXT NOT NULL,
      properties TEXT NOT NULL
    ) STRICT;
    CREATE TABLE relationship (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      key TEXT NOT NULL UNIQUE,
      type TEXT NOT NULL,
      source INTEGER NOT NULL REFERENCES node DEFERRABLE INITIALLY DEFERRED,
      target INTEGER NOT NULL REFERENCES node DEFERRABLE INITIALLY DEFERRED,
      properties TEXT NOT NULL
    ) STRICT;
    CREATE INDEX relationship_source ON relationship (source, type);
    CREATE INDEX relationship_target ON relationship (target, type);
    CREATE INDEX relationship_type ON relationship (type);

    CREATE TABLE transaction_log (
      position INTEGER PRIMARY KEY,
      at TEXT NOT NULL,
      who TEXT NOT NULL,
      why TEXT NOT NULL,
      verb TEXT NOT NULL,
      undoes INTEGER REFERENCES transaction_log,
      redoes INTEGER REFERENCES transaction_log
    ) STRICT;
    CREATE TABLE change_log (
      position INTEGER NOT NULL REFERENCES transaction_log,
      ordinal INTEGER NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('node', 'relationship')),
      element_id INTEGER NOT NULL,
      element_key TEXT NOT NULL,
      before TEXT,
      after TEXT,
      PRIMARY KEY (position, ordinal)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX change_log_element ON change_log (kind, element_key);

    CREATE TRIGGER transaction_log_insert BEFORE INSERT ON transaction_log
    WHEN NEW.position <= (SELECT max(position) FROM transaction_log)
    BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
    CREATE TRIGGER transaction_log_update BEFORE UPDATE ON transaction_log
    BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
    CREATE TRIGGER transaction_log_delete BEFORE DELETE ON transaction_log
    BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
    CREATE TRIGGER change_log_insert BEFORE INSERT ON change_log
    WHEN NEW.position < (SELECT max(position) FROM transaction_log)
      OR NEW.ordinal <= (SELECT max(ordinal) FROM change_log WHERE position = NEW.position)
    BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
    CREATE TRIGGER change_log_update BEFORE UPDATE ON change_log
    BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
    CREATE TRIGGER change_log_delete BEFORE DELETE ON change_log
    BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

    """
}
