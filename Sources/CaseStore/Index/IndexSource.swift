import GRDB
import GraphModel

/// Finds, in one snapshot of a case, the cheapest form of its graph.
struct IndexSource {
  let database: Database
  let policy: IndexPolicy

  /// About how many elements there are: those ever made.
  func elementCount() throws -> Int {
    let row = try Row.fetchOne(database, sql: "SELECT total(seq) FROM sqlite_sequence")
    return Int(exactly: Double.fromDatabaseValue(row?[0] ?? .null)?.rounded() ?? 0) ?? .max
  }

  /// Whether an image holds this case as it is or was, and all that has changed since can be
  /// replayed: tables that came or went as a whole cannot.
  func isValid(_ image: GraphImage) throws -> Bool {
    let stamps = IndexStamps(database: database)
    let position = image.stamp.logPosition
    return try !image.isDamaged && position >= 0 && position <= stamps.lastPosition()
      && image.stamp == stamps.stamp(position) && !hasTables(after: position)
  }

  /// Whether tables came or went as a whole after a log entry.
  func hasTables(after position: Int64) throws -> Bool {
    let sql = "SELECT 1 FROM bulk_log WHERE position > ? LIMIT 1"
    return try Row.fetchOne(database, sql: sql, arguments: [position]) != nil
  }

  /// Whether so much has changed since an image was made that another pays.
  func isStale(_ image: GraphImage) throws -> Bool {
    let limit = policy.changeLimit(elementCount: image.nodeCount + image.relationshipCount)
    let row = try Row.fetchOne(
      database,
      sql: """
        SELECT count(*) FROM (SELECT 1 FROM change_log WHERE position > ? LIMIT ?)
        """,
      arguments: [image.stamp.logPosition, limit + 1]
    )
    return (row?.optionalInteger(0) ?? 0) > limit
  }

  /// The graph as an image and what has changed since.
  func source(_ image: GraphImage) throws -> GraphSource {
    GraphSource(
      base: .image(image, changes: try changes(after: image.stamp.logPosition)),
      logPosition: try IndexStamps(database: database).lastPosition()
    )
  }

  /// The whole graph.
  func whole() throws -> GraphSource {
    GraphSource(
      base: .whole(try CaseStore.readGraph(database)),
      logPosition: try IndexStamps(database: database).lastPosition()
    )
  }

  /// The last state of every element that the log mentions after a position, in the order in which
  /// they were mentioned first.
  func changes(after position: Int64) throws -> KeyedChanges {
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT \(ChangeRow.columns) FROM change_log WHERE position > ? ORDER BY position, ordinal
        """,
      arguments: [position]
    )
    var nodes = LatestStates()
    var relationships = LatestStates()
    while let row = try rows.next() {
      let change = try ChangeRow(row)
      switch change.kind {
      case .node: nodes.note(change)
      case .relationship: relationships.note(change)
      }
    }
    return KeyedChanges(
      nodes: try nodes.changes.map { change in
        guard case .node(let node)? = try change.element(change.after) else {
          return .init(key: change.key, node: nil)
        }
        return .init(key: change.key, node: node)
      },
      relationships: try relationships.changes.map { change in
        guard case .relationship(let relationship)? = try change.element(change.after) else {
          return .init(key: change.key, relationship: nil)
        }
        return .init(key: change.key, relationship: relationship)
      }
    )
  }

  private struct LatestStates {
    private(set) var changes: [ChangeRow] = []
    private var places: [String: Int] = [:]

    mutating func note(_ change: ChangeRow) {
      if let place = places[change.key] {
        changes[place] = change
      } else {
        places[change.key] = changes.count
        changes.append(change)
      }
    }
  }
}
