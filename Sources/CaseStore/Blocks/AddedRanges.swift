import GRDB
import GraphModel

/// Sums up the elements that a transaction adds, so that the log holds a range of ids for each kind
/// instead of every element.
///
/// Their ids are those from `firstID` on, which nobody else gets while the transaction lasts.
struct AddedRanges {
  private struct Sum {
    let firstID: Int64
    var lastID: Int64
    var rowCount: Int64 = 0
    var digest: Int64 = 0
  }

  /// What the log calls the elements together.
  private let name: String
  private var nodes: Sum
  private var relationships: Sum

  init(named name: String, _ db: Database) throws {
    func sum(_ kind: ElementKind) throws -> Sum {
      let next = try kind.nextID(db)
      return Sum(firstID: next, lastID: next - 1)
    }
    self.name = name
    nodes = try sum(.node)
    relationships = try sum(.relationship)
  }

  private subscript(kind: ElementKind) -> Sum {
    get { kind == .node ? nodes : relationships }
    set { if kind == .node { nodes = newValue } else { relationships = newValue } }
  }

  /// The id for the next element.
  func nextID(_ kind: ElementKind) -> Int64 { self[kind].lastID + 1 }

  /// Whether an element was added by this transaction.
  func contains(_ kind: ElementKind, _ id: Int64) -> Bool { id >= self[kind].firstID }

  /// Adds an element.
  ///
  /// - Parameter digest: That of its row with its key.
  mutating func add(_ kind: ElementKind, _ id: Int64, digest: Int64) {
    self[kind].lastID = max(self[kind].lastID, id)
    self[kind].rowCount += 1
    self[kind].digest &+= digest
  }

  /// Puts another row in the place of one that was added, or nothing.
  mutating func replace(_ old: StoredRow, by new: StoredRow?) {
    self[old.kind].digest &-= RowDigest.of(old)
    if let new { self[old.kind].digest &+= RowDigest.of(new) } else { self[old.kind].rowCount -= 1 }
  }

  /// Writes the rows of the log.
  func log(_ db: Database, into entry: inout LogEntry) throws {
    for (kind, sum) in [(ElementKind.node, nodes), (.relationship, relationships)]
    where sum.rowCount > 0 {
      let range = BulkRange(
        position: entry.position,
        kind: kind,
        name: name,
        isAdded: true,
        ids: sum.firstID...sum.lastID,
        rowCount: sum.rowCount,
        digest: sum.digest
      )
      try range.write(to: db, ordinal: kind == .node ? 0 : 1)
      entry.count(bulk: Int(sum.rowCount), isAdded: true)
    }
  }

  /// Whether there is nothing to log.
  var isEmpty: Bool { nodes.rowCount == 0 && relationships.rowCount == 0 }
}
