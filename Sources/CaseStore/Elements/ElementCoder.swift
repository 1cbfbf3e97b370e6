import GRDB
import GraphModel

/// Converts between elements and the rows that hold them, for as long as one transaction lasts.
final class ElementCoder {
  private let database: Database
  /// What elements have in common, as far as it was read.
  var known = KnownElements()
  private var words: [Int64: String] = [:]
  private var labelLists: [Int64: [String]] = [:]

  init(_ database: Database) { self.database = database }

  // MARK: - Keys

  func ranges() throws -> KeyRanges {
    if let ranges = known.ranges { return ranges }
    let ranges = try KeyRanges(database)
    known.ranges = ranges
    return ranges
  }

  /// Forgets what has been read of ranges, after more have been written.
  func forgetRanges() { known.ranges = nil }

  /// Returns the key of an element: its own, or that which its range gives it.
  func key(_ kind: ElementKind, _ id: Int64, own: String?) throws -> String {
    if let key = try own ?? ranges().key(kind, id) { return key }
    throw StorageError(.caseDamaged, "\(kind) \(id) has no key", record: String(id))
  }

  // MARK: - Shapes

  func shape(_ id: Int64) throws -> Shape {
    if let shape = try findShape(id) { return shape }
    throw StorageError(.caseDamaged, "shape \(id) cannot be read")
  }

  private func findShape(_ id: Int64) throws -> Shape? {
    if let shape = known.shapes[id] { return shape }
    let sql = "SELECT kind, name, keys, forms FROM shape WHERE id = ?"
    let row = try RawStatement(kept: sql, database, [id])
    guard try row.step() else { return nil }
    known.shapes[id] = Shape(
      kind: try row.requiredText(0),
      name: try row.requiredText(1),
      keys: try row.requiredText(2),
      forms: try row.requiredText(3)
    )
    return known.shapes[id]
  }

  /// Returns the id of a shape, which is added if it is new.
  func id(of shape: Shape) throws -> Int64 {
    if let id = known.shapeIDs[shape] { return id }
    let values: [any StatementValue] = [
      shape.kind.rawValue, shape.name, shape.keysText, shape.formsText,
    ]
    let find = "SELECT id FROM shape WHERE kind = ? AND name = ? AND keys = ? AND forms = ?"
    var id = try Int64.fetchOne(database, cachedSQL: find, values)
    if id == nil {
      let add = "INSERT INTO shape (kind, name, keys, forms) VALUES (?, ?, ?, ?)"
      try RawStatement(kept: add, database, values).run()
      id = database.lastInsertedRowID
    }
    known.shapeIDs[shape] = id
    return id ?? 0
  }

  /// Returns the labels of the nodes of a shape; `nil` when they cannot be read.
  func labels(_ id: Int64) throws -> [String]? {
    if let labels = labelLists[id] { return labels }
    let labels = try findShape(id).flatMap { StoredText.readLabels($0.name) }
    labelLists[id] = labels
    return labels
  }

  // MARK: - Values

  /// Returns the properties of an element; `nil` when they cannot be read.
  func properties(_ shapeID: Int64, _ value: String) throws -> Properties? {
    guard let shape = try findShape(shapeID) else { return nil }
    guard let keys = shape.keys else { return StoredText.readProperties(value) }
    guard let json = try? JSONReader.read(value.utf8).json, case .array(let values) = json,
      values.count == keys.count
    else { return nil }
    var properties: Properties = [:]
    for (index, json) in values.enumerated() where json != .null {
      guard let read = try read(json, shape.forms[index]) else { return nil }
      properties[keys[index]] = read
    }
    return properties
  }

  /// Returns the properties as the log writes them.
  func propertiesText(_ shapeID: Int64, _ value: String) throws -> String? {
    guard try shape(shapeID).keys != nil else { return value }
    guard let properties = try properties(shapeID, value) else { return nil }
    return try StoredText.properties(properties, of: "")
  }

  private func read(_ json: JSONValue, _ form: ValueForm) throws -> Value? {
    if form == .json { return Value(json: json) }
    guard case .integer(let number) = json else { return nil }
    if form == .word { return try word(number).map(Value.string) }
    return Int(exactly: number).flatMap(CalendarDate.init(dayNumber:)).map(Value.date)
  }

  /// Returns the text of a word; `nil` when there is none with the number.
  func word(_ id: Int64) throws -> String? {
    if let word = words[id] { return word }
    let sql = "SELECT text FROM word WHERE id = ?"
    let row = try RawStatement(kept: sql, database, [id])
    let word = try row.step() ? row.text(0) : nil
    words[id] = word
    return word
  }
}
