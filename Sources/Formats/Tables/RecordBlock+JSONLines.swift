extension RecordBlock {
  /// Finds the fields of lines that are an object of JSON (RFC 8259) each.
  ///
  /// A member that is missing or null is an empty field, as is any without a column. Lines without
  /// anything are no records.
  public init(_ bytes: ContiguousArray<UInt8>, columns: JSONColumns) {
    self.init(bytes, fieldCount: bytes.count / 12)
    var scanner = JSONLineScanner(columns)
    let span = bytes.span
    var start = 0
    while start < span.count {
      var end = start
      while end < span.count, span[end] != UInt8(ascii: "\n") { end += 1 }
      let problem = scanner.scan(span, start..<end)
      if !scanner.isBlank {
        beginRow(at: start)
        for field in scanner.fields { append(field.start, field.end, field.flags) }
        if let problem { fault(problem.message, problem.offset) }
      }
      countLine()
      start = end + 1
    }
  }
}

/// Says which members of an object are the fields of a record.
///
/// A column is the name of a member, or a path: `a.b` is the member `b` of the object that is the
/// member `a`, and also a member of that whole name.
public struct JSONColumns: Sendable {
  /// One member.
  struct Member: Sendable {
    let name: [UInt8]
    /// The place of the column that it is.
    var column: Int?
    /// The place of the members that are wanted of it.
    var members: Int?
  }

  /// The names of the columns in order.
  public let names: [String]
  /// The wanted members of each object, the outermost first.
  private(set) var objects: [[Member]] = [[]]

  /// Prepares to look for columns.
  public init(_ names: [String]) {
    self.names = names
    for (column, name) in names.enumerated() { add(name[...], column, to: 0) }
  }

  private mutating func add(_ path: Substring, _ column: Int, to object: Int) {
    objects[object][place(path, in: object)].column = column
    guard let dot = path.firstIndex(of: ".") else { return }
    let place = place(path[..<dot], in: object)
    let members = objects[object][place].members ?? objects.count
    if members == objects.count { objects.append([]) }
    objects[object][place].members = members
    add(path[path.index(after: dot)...], column, to: members)
  }

  private mutating func place(_ name: Substring, in object: Int) -> Int {
    let bytes = Array(name.utf8)
    if let place = objects[object].firstIndex(where: { $0.name == bytes }) { return place }
    objects[object].append(Member(name: bytes))
    return objects[object].count - 1
  }
}
