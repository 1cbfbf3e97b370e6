extension Schema {
  /// Version 3: where the nodes of drawings stand.
  ///
  /// `drawing` names a kind of drawing, `node` a node in it, `x` and `y` its centre in points. How
  /// a case is drawn is no part of what it says: no log entry tells of it, no undo changes it.
  static let version3 = """
    CREATE TABLE node_place (
      drawing TEXT NOT NULL,
      node TEXT NOT NULL,
      x REAL NOT NULL,
      y REAL NOT NULL,
      PRIMARY KEY (drawing, node)
    ) STRICT, WITHOUT ROWID;

    """
}
