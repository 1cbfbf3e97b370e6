import GRDB
import GraphModel

/// One row of `sqlite_schema`.
package struct SchemaObject: Hashable {
  let type: String
  let name: String
  let table: String
  let sql: String

  static func all(in db: Database) throws -> Set<SchemaObject> {
    let rows = try Row.fetchAll(db, sql: "SELECT type, name, tbl_name, sql FROM sqlite_schema")
    return Set(
      rows.map { row in
        SchemaObject(
          type: row.text(0) ?? "",
          name: row.text(1) ?? "",
          table: row.text(2) ?? "",
          sql: row.text(3) ?? ""
        )
      }
    )
  }

  /// Whether the object can have no effect on tables other than its own.
  ///
  /// SQLite believes the SQL and not the type column, so the two must agree. Virtual tables are
  /// not harmless: they run code when the database is checked.
  var isHarmless: Bool {
    switch type {
    case "table": sql.hasPrefix("CREATE TABLE ")
    case "view": sql.hasPrefix("CREATE VIEW ")
    case "index":
      sql.isEmpty || sql.hasPrefix("CREATE INDEX ") || sql.hasPrefix("CREATE UNIQUE INDEX ")
    default: false
    }
  }
}

// MARK: - Reading the text of steps

extension SchemaObject {
  /// Returns the objects that steps leave in an empty database, as far as that can be seen from their
  /// text: statements that begin on lines of their own.
  ///
  /// SQLite would tell for certain, but takes longer to do so than a case takes to be opened; so this
  /// is asked first, and SQLite where the answer is another than what the file has.
  package static func all(inText steps: some Sequence<String>) -> Set<SchemaObject> {
    var objects: [String: SchemaObject] = [:]
    for step in steps {
      for statement in statements(of: step) {
        let words = statement.prefix { $0 != UInt8(ascii: "\n") }
          .split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
        switch words.first {
        case "CREATE":
          for object in made(String(decoding: statement, as: UTF8.self), words) {
            objects[object.name] = object
          }
        case "DROP":
          guard let name = words.last else { continue }
          objects = objects.filter { $0.value.table != name }
        default: continue
        }
      }
    }
    return Set(objects.values)
  }

  /// Returns what stands before each semicolon that ends a line.
  private static func statements(of step: String) -> [ArraySlice<UInt8>] {
    let bytes = Array(step.utf8)
    var statements: [ArraySlice<UInt8>] = []
    var start = 0
    for (place, byte) in bytes.enumerated() where byte == UInt8(ascii: ";") {
      guard place + 1 == bytes.count || bytes[place + 1] == UInt8(ascii: "\n") else { continue }
      statements.append(bytes[start..<place].drop { $0 == UInt8(ascii: "\n") })
      start = place + 1
    }
    return statements
  }

  /// Returns the objects that a statement makes: with a table the indexes of its own, too.
  private static func made(_ sql: String, _ words: [String]) -> [SchemaObject] {
    let types = ["TABLE", "INDEX", "TRIGGER", "VIEW"]
    guard let place = words.firstIndex(where: types.contains),
      place + 1 < words.count, words[1] != "TEMP"
    else { return [] }
    let (type, name) = (words[place].lowercased(), words[place + 1])
    let owner = words.firstIndex(of: "ON").flatMap { $0 + 1 < words.count ? words[$0 + 1] : nil }
    let object = SchemaObject(type: type, name: name, table: owner ?? name, sql: sql)
    guard type == "table" else { return [object] }
    let columns = sql.split { $0 == " " || $0 == "," || $0 == "\n" }
    var objects = [object]
    for number in 0..<columns.count(where: { $0 == "UNIQUE" }) {
      let index = "sqlite_autoindex_\(name)_\(number + 1)"
      objects.append(SchemaObject(type: "index", name: index, table: name, sql: ""))
    }
    if columns.contains("AUTOINCREMENT") {
      let name = "sqlite_sequence"
      let sql = "CREATE TABLE \(name)(name,seq)"
      objects.append(SchemaObject(type: "table", name: name, table: name, sql: sql))
    }
    return objects
  }
}
