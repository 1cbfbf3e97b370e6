import Foundation
import GRDB
import GraphModel

/// Counts what an export of tables has written.
public struct TableFiles: Sendable {
  /// The names of the files and how many lines each has, in ascending order.
  public internal(set) var lineCounts: [String: Int] = [:]

  /// Returns the name of the file of the nodes that have these labels and no others.
  public static func name(ofNodes labels: [String]) -> String { ExportName.nodes(labels) }

  /// Returns the name of the file of the relationships of a type.
  public static func name(ofRelationships type: String) -> String {
    ExportName.relationships(type)
  }
}

extension CaseStore {
  /// Writes every element as a line of JSON into a folder: one file for each combination of labels
  /// and for each type of relationship.
  ///
  /// Reads one snapshot, from the index where that holds all of it; memory does not grow with the
  /// case, but for nodes with keys of their own.
  ///
  /// - Throws: `fileUnwritable`, `caseDamaged`.
  public func exportTables(to folder: String) throws(StorageError) -> TableFiles {
    try read { db in
      if let image = try wholeImage(db) {
        if let files = try ImageExport(image, folder: folder).run() { return files }
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
          try FileManager.default.removeItem(atPath: folder + "/" + name)
        }
      }
      var export = try TableExport(db, folder: folder)
      try export.run(.node)
      try export.run(.relationship)
      return try export.finish()
    }
  }

  /// Returns the image of the index if it holds all that the case does.
  private func wholeImage(_ db: Database) throws -> GraphImage? {
    guard let image = path.flatMap({ IndexFile(casePath: $0).open() }),
      try image.stamp.logPosition == IndexStamps(database: db).lastPosition(),
      try IndexSource(database: db, policy: IndexPolicy()).isValid(image)
    else { return nil }
    return image
  }
}

/// Writes elements into files by their shapes.
private struct TableExport {
  private let database: Database
  private let coder: ElementCoder
  private let folder: String
  private let words: [Int64: [UInt8]]
  private var nodeKeys: ExportKeys
  private var files: [ExportFile] = []
  private var fileNumbers: [String: Int] = [:]

  init(_ db: Database, folder: String) throws {
    database = db
    coder = ElementCoder(db)
    self.folder = folder
    var words: [Int64: [UInt8]] = [:]
    let rows = try Row.fetchCursor(db, sql: "SELECT id, text FROM word")
    while let row = try rows.next() {
      words[try row.requiredInteger(0)] = Array(
        JSONValue.string(try row.requiredText(1)).text().utf8
      )
    }
    self.words = words
    nodeKeys = try ExportKeys(.node, db)
  }

  mutating func run(_ kind: ElementKind) throws {
    let rows = try RawStatement(
      database,
      "SELECT \(StoredRow.columns(kind)) FROM \(kind.rawValue) ORDER BY id"
    )
    var ownKeys = kind == .node ? nodeKeys : try ExportKeys(kind, database)
    var writers: [Int64: (writer: ElementWriter, file: Int)] = [:]
    var line: ContiguousArray<UInt8> = []
    while try rows.step() {
      let (id, shapeID) = (rows.integer(0), rows.integer(1))
      if writers[shapeID] == nil {
        let shape = try coder.shape(shapeID)
        writers[shapeID] = (ElementWriter(shape), try fileNumber(shape))
      }
      guard let (writer, file) = writers[shapeID] else { continue }
      line.removeAll(keepingCapacity: true)
      line.append(contentsOf: #"{"key":"#.utf8)
      var isSound = ownKeys.append(id, to: &line)
      if kind == .relationship {
        line.append(contentsOf: #","from":"#.utf8)
        isSound = isSound && nodeKeys.append(rows.integer(2), to: &line)
        line.append(contentsOf: #","to":"#.utf8)
        isSound = isSound && nodeKeys.append(rows.integer(3), to: &line)
      }
      isSound = isSound && rows.withText(5) { writer.append($0, words, to: &line) }
      guard isSound else {
        throw StorageError(.caseDamaged, "\(kind) \(id) cannot be read", record: String(id))
      }
      try files[file].append(line)
    }
  }

  private mutating func fileNumber(_ shape: Shape) throws -> Int {
    let name =
      shape.kind == .node
      ? ExportName.nodes(StoredText.readLabels(shape.name) ?? [])
      : ExportName.relationships(shape.name)
    if let number = fileNumbers[name] { return number }
    files.append(try ExportFile(folder: folder, name: name))
    fileNumbers[name] = files.count - 1
    return files.count - 1
  }

  mutating func finish() throws -> TableFiles {
    var result = TableFiles()
    for index in files.indices {
      try files[index].flush()
      result.lineCounts[files[index].name] = files[index].lineCount
    }
    return result
  }
}

/// Writes keys of elements as JSON strings.
private struct ExportKeys {
  private let ranges: KeyRanges
  private let kind: ElementKind
  private var own: [Int64: [UInt8]] = [:]
  private var latest: (ids: ClosedRange<Int64>, prefix: [UInt8], offset: Int64)?

  init(_ kind: ElementKind, _ db: Database) throws {
    self.kind = kind
    ranges = try KeyRanges(db)
    let sql = "SELECT id, key FROM \(kind.rawValue) WHERE key IS NOT NULL"
    let rows = try Row.fetchCursor(db, sql: sql)
    while let row = try rows.next() {
      own[try row.requiredInteger(0)] = Array(JSONValue.string(try row.requiredText(1)).text().utf8)
    }
  }

  /// Appends a key; returns whether there is one.
  mutating func append(_ id: Int64, to line: inout ContiguousArray<UInt8>) -> Bool {
    if !own.isEmpty, let key = own[id] {
      line.append(contentsOf: key)
      return true
    }
    if latest?.ids.contains(id) != true {
      guard let range = ranges.range(kind, id) else { return false }
      let prefix = Array(JSONValue.string(range.prefix).text().utf8.dropLast())
      latest = (range.ids, prefix, range.firstNumber - range.ids.lowerBound)
    }
    guard let latest else { return false }
    line.append(contentsOf: latest.prefix)
    var digits = id + latest.offset
    let start = line.count
    repeat {
      line.append(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: digits % 10))
      digits /= 10
    } while digits > 0
    line[start...].reverse()
    line.append(UInt8(ascii: "\""))
    return true
  }
}
