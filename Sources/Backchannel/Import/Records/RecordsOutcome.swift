public import CaseStore
import Formats
public import GraphModel

/// Says what an import of records did, or would do, so far.
public struct RecordsOutcome: Sendable {
  /// Units (rows, entities, elements) of the file.
  public internal(set) var readCount = 0
  /// Units that became records of their own.
  public internal(set) var takenCount = 0
  /// Units that say more of what an earlier unit began.
  public internal(set) var mergedCount = 0
  /// Units, among those taken and merged, whose words for a date could not be read.
  public internal(set) var undatedCount = 0
  /// Units that were not taken; `read = taken + merged + rejected`, always.
  public internal(set) var rejectedCount = 0
  /// How often units were rejected for each reason, without what each of them quotes.
  public internal(set) var reasons: [String: Int] = [:]
  /// Elements of the graph that are new.
  public internal(set) var addedCount = 0
  /// Elements that were different before.
  public internal(set) var changedCount = 0
  /// Elements that were in the case as they are.
  public internal(set) var sameCount = 0
  /// Whether the log holds ranges of new elements instead of each of them.
  public internal(set) var isMany = false
  /// Bytes of the file read.
  public internal(set) var byteCount = 0
  /// What made the rest of the file unreadable, where what came before it was kept.
  public internal(set) var breakOff: Diagnostic?
  /// The log entry; `nil` where nothing was changed.
  public internal(set) var entry: LogEntry?

  /// Counts the units of a piece, and hands on those that are not taken.
  mutating func count<Failure>(
    _ batch: ImportBatch,
    reject: (Rejection) throws(Failure) -> Void
  ) throws(Failure) {
    readCount += batch.readCount
    takenCount += batch.takenCount
    mergedCount += batch.mergedCount
    undatedCount += batch.undatedCount
    byteCount = batch.byteCount
    for rejection in batch.rejections {
      self.reject(rejection.diagnostic)
      try reject(rejection)
    }
  }

  /// Counts what became of the elements of a piece.
  mutating func count(_ counts: MergeCounts) {
    addedCount += counts.added
    changedCount += counts.changed
    sameCount += counts.same
  }

  private mutating func reject(_ diagnostic: Diagnostic) {
    rejectedCount += 1
    reasons[Self.reason(diagnostic.message), default: 0] += 1
  }

  /// Returns a message with a sign in the place of what stands between quotation marks, except the
  /// name of a column.
  private static func reason(_ message: String) -> String {
    guard !message.hasPrefix("skipped by rule") else { return message }
    let (head, column) =
      message.firstRange(of: " in column '").map {
        (message[..<$0.lowerBound], message[$0.lowerBound...])
      } ?? (message[...], "")
    var parts = head.split(separator: "'", omittingEmptySubsequences: false).map(String.init)
    // Between the first mark and the last: the quoted text may hold marks itself.
    if parts.count > 2 { parts = [parts[0], "…", parts[parts.count - 1]] }
    return parts.joined(separator: "'") + column
  }
}
