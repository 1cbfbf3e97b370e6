extension Schema {
  /// Version 2: compact elements, so that millions of them fit.
  ///
  /// A `shape` says once what many elements have in common: the labels of a node (a JSON array) or
  /// the type of a relationship, and how `value` is to be read. With `keys` empty, `value` is a JSON
  /// object of stored values. Else `value` is a JSON array of the values of the properties that
  /// `keys` (a JSON array) names, `null` for none, and `forms` says for each whether it stands there
  /// as it is (`json`), as the number of a `word`, or as the number of a `day` since 1970-01-01.
  ///
  /// `key` is NULL for the elements of an imported table: `key_range` gives their keys, a prefix and
  /// a number that counts with `id`. `bulk_log` tells of such tables as a whole, and of what a large
  /// file of records added: one row says that the elements from one id to another were added or
  /// removed together; `digest` is the sum of `RowDigest` over the rows as they were then, and
  /// `bulk_change` has the digests of those that a later entry changed first. What an undo has
  /// removed lies in `removed_node` and `removed_relationship`.
  ///
  /// Ends of relationships have no index: it would cost a fifth of the file, and only the removal
  /// of nodes and the views look for them, in one pass each.
  static let version2 =
    dropVersion1 + version2Tables + version2LogTables + version2Content + version2Views

  private static let dropVersion1 = """
    DROP VIEW history;
    DROP VIEW questions;
    DROP VIEW claims;
    DROP VIEW sources;
    DROP VIEW meetings;
    DROP VIEW participations;
    DROP VIEW events;
    DROP VIEW posts;
    DROP VIEW countries;
    DROP VIEW agencies;
    DROP VIEW people;
    DROP VIEW entities;
    CREATE TEMP TABLE old_node AS SELECT * FROM node;
    CREATE TEMP TABLE old_relationship AS SELECT * FROM relationship;
    CREATE TEMP TABLE old_sequence AS
    SELECT * FROM sqlite_sequence WHERE name IN ('node', 'relationship');
    DROP TABLE relationship;
    DROP TABLE node;

    """

  private static let version2Tables = """
    CREATE TABLE word (
      id INTEGER PRIMARY KEY,
      text TEXT NOT NULL UNIQUE
    ) STRICT;
    CREATE TABLE shape (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('node', 'relationship')),
      name TEXT NOT NULL,
      keys TEXT NOT NULL,
      forms TEXT NOT NULL,
      UNIQUE (kind, name, keys, forms)
    ) STRICT;
    CREATE TABLE node (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      shape INTEGER NOT NULL,
      key TEXT,
      value TEXT NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX node_key ON node (key) WHERE key IS NOT NULL;
    CREATE TABLE relationship (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      shape INTEGER NOT NULL,
      source INTEGER NOT NULL,
      target INTEGER NOT NULL,
      key TEXT,
      value TEXT NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX relationship_key ON relationship (key) WHERE key IS NOT NULL;
    CREATE TABLE key_range (
      kind TEXT NOT NULL CHECK (kind IN ('node', 'relationship')),
      first_id INTEGER NOT NULL,
      last_id INTEGER NOT NULL,
      prefix TEXT NOT NULL,
      first_number INTEGER NOT NULL,
      PRIMARY KEY (kind, first_id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE removed_node (
      id INTEGER PRIMARY KEY,
      shape INTEGER NOT NULL,
      key TEXT,
      value TEXT NOT NULL
    ) STRICT;
    CREATE TABLE removed_relationship (
      id INTEGER PRIMARY KEY,
      shape INTEGER NOT NULL,
      source INTEGER NOT NULL,
      target INTEGER NOT NULL,
      key TEXT,
      value TEXT NOT NULL
    ) STRICT;

    """

  private static let version2LogTables = """
    CREATE TABLE bulk_log (
      position INTEGER NOT NULL REFERENCES transaction_log,
      ordinal INTEGER NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('node', 'relationship')),
      name TEXT NOT NULL,
      change TEXT NOT NULL CHECK (change IN ('added', 'removed')),
      first_id INTEGER NOT NULL,
      last_id INTEGER NOT NULL,
      row_count INTEGER NOT NULL,
      digest INTEGER NOT NULL,
      PRIMARY KEY (position, ordinal)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE bulk_change (
      kind TEXT NOT NULL CHECK (kind IN ('node', 'relationship')),
      element_id INTEGER NOT NULL,
      position INTEGER NOT NULL REFERENCES transaction_log,
      digest INTEGER NOT NULL,
      PRIMARY KEY (kind, element_id, position)
    ) STRICT, WITHOUT ROWID;
    \(guardTriggers("bulk_log"))\(guardTriggers("bulk_change"))\(guardTriggers("key_range"))\
    \(guardTriggers("word"))\(guardTriggers("shape"))
    CREATE TRIGGER bulk_log_insert BEFORE INSERT ON bulk_log
    WHEN NEW.position < (SELECT max(position) FROM transaction_log)
      OR NEW.ordinal <= (SELECT max(ordinal) FROM bulk_log WHERE position = NEW.position)
    BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

    """

  /// Refuses to change or delete what the log refers to.
  private static func guardTriggers(_ table: String) -> String {
    """
    CREATE TRIGGER \(table)_update BEFORE UPDATE ON \(table)
    BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
    CREATE TRIGGER \(table)_delete BEFORE DELETE ON \(table)
    BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

    """
  }

  private static let version2Content = """
    INSERT INTO shape (kind, name, keys, forms)
    SELECT DISTINCT 'node', labels, '', '' FROM temp.old_node ORDER BY labels;
    INSERT INTO shape (kind, name, keys, forms)
    SELECT DISTINCT 'relationship', type, '', '' FROM temp.old_relationship ORDER BY type;
    INSERT INTO node (id, shape, key, value)
    SELECT n.id, s.id, n.key, n.properties FROM temp.old_node AS n
      JOIN shape AS s ON s.kind = 'node' AND s.name = n.labels ORDER BY n.id;
    INSERT INTO relationship (id, shape, source, target, key, value)
    SELECT r.id, s.id, r.source, r.target, r.key, r.properties FROM temp.old_relationship AS r
      JOIN shape AS s ON s.kind = 'relationship' AND s.name = r.type ORDER BY r.id;
    DELETE FROM sqlite_sequence WHERE name IN (SELECT name FROM temp.old_sequence);
    INSERT INTO sqlite_sequence (name, seq) SELECT name, seq FROM temp.old_sequence;
    DROP TABLE temp.old_node;
    DROP TABLE temp.old_relationship;
    DROP TABLE temp.old_sequence;

    """
}
