import GRDB
import GraphModel

/// Knows which keys with a prefix the case has already.
struct OccupiedKeys {
  private let prefix: String
  private var numbers: [ClosedRange<Int64>] = []
  private var keys: Set<String> = []

  init(_ kind: ElementKind, _ prefix: String, _ db: Database) throws {
    self.prefix = prefix
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT first_number, first_number + last_id - first_id FROM key_range
        WHERE kind = ? AND prefix = ?
          AND EXISTS (SELECT 1 FROM \(kind.rawValue) WHERE id BETWEEN first_id AND last_id)
        """,
      arguments: [kind.rawValue, prefix]
    )
    for row in rows { numbers.append(try row.requiredInteger(0)...row.requiredInteger(1)) }
    let own = try Row.fetchCursor(
      db,
      sql: """
        SELECT key FROM \(kind.rawValue)
        WHERE key IS NOT NULL AND key >= ?1 AND substr(key, 1, length(?1)) = ?1
        """,
      arguments: [prefix]
    )
    while let row = try own.next() { keys.insert(try row.requiredText(0)) }
  }

  var isEmpty: Bool { numbers.isEmpty && keys.isEmpty }

  func contains(_ number: Int64) -> Bool {
    numbers.contains { $0.contains(number) } || keys.contains(prefix + String(number))
  }

  func contains(_ text: String) -> Bool { keys.contains(prefix + text) }

  func firstKey() throws -> String? {
    keys.min() ?? numbers.first.map { prefix + String($0.lowerBound) }
  }
}
