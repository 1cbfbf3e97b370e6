import GRDB

/// Describes one transaction of the log.
public struct LogEntry: Hashable, Sendable {
  /// Counts the transactions of the case from 1, without gaps.
  public internal(set) var position: Int64 = 0
  /// When, RFC 3339, UTC.
  public let at: String
  /// On whose behalf.
  public let who: String
  /// For what reason.
  public let why: String
  /// By which command.
  public let verb: String
  /// Position of the entry that this one takes back.
  public internal(set) var undoes: Int64?
  /// Position of the undo that this one takes back.
  public internal(set) var redoes: Int64?
  /// Number of elements added.
  public private(set) var added = 0
  /// Number of elements changed.
  public private(set) var changed = 0
  /// Number of elements removed.
  public private(set) var removed = 0

  /// Number of changes of elements; an element changed in two steps counts twice.
  public var changeCount: Int { added + changed + removed }

  init(_ author: LogAuthor, at: String) {
    self.at = at
    who = author.who
    why = author.why
    verb = author.verb
  }

  /// Columns of `init(_: Row)`, from `transaction_log AS t`.
  static let columns = """
    position, at, who, why, verb, undoes, redoes,
    (SELECT count(*) FROM change_log AS c WHERE c.position = t.position AND before IS NULL)
      + (SELECT coalesce(sum(row_count), 0) FROM bulk_log AS b
        WHERE b.position = t.position AND change = 'added'),
    (SELECT count(*) FROM change_log AS c WHERE c.position = t.position
      AND before IS NOT NULL AND after IS NOT NULL),
    (SELECT count(*) FROM change_log AS c WHERE c.position = t.position AND after IS NULL)
      + (SELECT coalesce(sum(row_count), 0) FROM bulk_log AS b
        WHERE b.position = t.position AND change = 'removed')
    """

  init(_ row: Row) throws(StorageError) {
    position = try row.requiredInteger(0)
    at = try row.requiredText(1)
    who = try row.requiredText(2)
    why = try row.requiredText(3)
    verb = try row.requiredText(4)
    undoes = row.optionalInteger(5)
    redoes = row.optionalInteger(6)
    added = Int(try row.requiredInteger(7))
    changed = Int(try row.requiredInteger(8))
    removed = Int(try row.requiredInteger(9))
  }

  mutating func count(bulk rowCount: Int, isAdded: Bool) {
    if isAdded { added += rowCount } else { removed += rowCount }
  }

  mutating func count(wasThere: Bool, isThere: Bool) {
    switch (wasThere, isThere) {
    case (false, _): added += 1
    case (true, true): changed += 1
    case (true, false): removed += 1
    }
  }
}
