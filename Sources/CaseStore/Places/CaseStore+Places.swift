import GRDB
import GraphModel

/// The centre of a node of a drawing, in points.
public struct StoredPlace: Hashable, Sendable {
  /// To the right.
  public let x: Double
  /// Upwards.
  public let y: Double

  /// Creates a place.
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}

extension CaseStore {
  /// Returns where the nodes of a drawing were kept; empty where none was.
  public func places(of drawing: String) throws(StorageError) -> [String: StoredPlace] {
    try read { db in
      // A case of version 2 that is only read has no such table.
      guard try db.tableExists("node_place") else { return [:] }
      let rows = try Row.fetchAll(
        db,
        sql: "SELECT node, x, y FROM node_place WHERE drawing = ?",
        arguments: [drawing]
      )
      var places: [String: StoredPlace] = [:]
      for row in rows {
        // Another program may have written infinities.
        guard let node = row.text(0), let x = Double.fromDatabaseValue(row[1]),
          let y = Double.fromDatabaseValue(row[2]), x.isFinite, y.isFinite
        else { continue }
        places[node] = StoredPlace(x: x, y: y)
      }
      return places
    }
  }

  /// Keeps where nodes of a drawing stand; others that were kept for it stay.
  ///
  /// - Throws: `caseReadOnly` and what writing throws.
  public func keepPlaces(_ places: [String: StoredPlace], of drawing: String)
    throws(StorageError)
  {
    try transact { db in
      let statement = try db.makeStatement(
        sql: "INSERT OR REPLACE INTO node_place (drawing, node, x, y) VALUES (?, ?, ?, ?)"
      )
      for (node, place) in places.sorted(by: { $0.key < $1.key }) {
        try statement.execute(arguments: [drawing, node, place.x, place.y])
      }
      return .commit
    }
  }
}
