import GraphModel

/// Reads entities from lines of JSON.
struct FTMEntityLines: FTMSource {
  private var lines: LineScanner

  init(_ source: ByteSource) { lines = LineScanner(source) }

  var byteCount: Int { lines.byteCount }

  mutating func next() throws(FormatError) -> FTMReading? {
    while let line = try lines.next() {
      guard let bytes = line.bytes else {
        return rejected(line, .tooLarge, "the line is longer than 8 MiB", "split the entity")
      }
      if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
      return read(bytes, line)
    }
    return nil
  }

  private func read(_ bytes: [UInt8], _ line: LineScanner.Line) -> FTMReading {
    let json: JSONValue
    do {
      json = try JSONReader.read(bytes).json
    } catch {
      return rejected(line, error.code, error.message, error.remedy ?? "write one object on a line")
    }
    guard case .object = json else {
      return rejected(line, .wrongType, "the line is no object", "write one entity on a line")
    }
    guard case .string(let id)? = json["id"], !id.isEmpty else {
      return rejected(line, .missingKey, "the entity has no 'id'", "give it one")
    }
    guard case .string(let schema)? = json["schema"] else {
      return rejected(line, .missingKey, "the entity has no 'schema'", "name its schema")
    }
    guard case .object(let members)? = json["properties"] ?? .object([]) else {
      return rejected(
        line,
        .wrongType,
        "'properties' is no object",
        "write lists of texts by names"
      )
    }
    var entity = FTMEntity(id, schema)
    for member in members {
      guard let values = Self.values(member.value) else {
        return rejected(
          line,
          .wrongType,
          "'\(member.key.prefix(40))' holds something other than texts",
          "write a list of texts"
        )
      }
      for value in values { entity.add(member.key, value) }
    }
    let text = String(decoding: bytes, as: UTF8.self)
    return .unit(
      FTMUnit(
        entity: entity,
        lines: [FTMUnit.Line(number: line.number, text: text)],
        datasets: Self.datasets(json)
      )
    )
  }

  /// Returns the values of a property; an entity that stands in one counts as its id.
  private static func values(_ value: JSONValue) -> [String]? {
    switch value {
    case .string(let text): return [text]
    case .integer(let number): return [String(number)]
    case .float(let number): return ["\(number)"]
    case .boolean(let truth): return [truth ? "true" : "false"]
    case .null: return []
    case .object:
      guard case .string(let id)? = value["id"] else { return nil }
      return [id]
    case .array(let elements):
      var values: [String] = []
      for element in elements {
        if case .array = element { return nil }
        guard let more = Self.values(element) else { return nil }
        values += more
      }
      return values
    }
  }

  private static func datasets(_ json: JSONValue) -> [FTMUnit.Dataset] {
    guard case .array(let names)? = json["datasets"] else { return [] }
    var seen: String?
    if case .string(let text)? = json["first_seen"] { seen = text }
    return names.compactMap { name in
      guard case .string(let text) = name else { return nil }
      return FTMUnit.Dataset(name: text, firstSeen: seen)
    }
  }

  private func rejected(
    _ line: LineScanner.Line,
    _ code: ErrorCode,
    _ message: String,
    _ remedy: String
  ) -> FTMReading {
    let position = SourcePosition(line: line.number, column: 1)
    let bytes = line.bytes ?? []
    return .rejected([
      Rejection(
        Diagnostic(code, message, file: lines.file, position: position, remedy: remedy),
        text: String(decoding: bytes, as: UTF8.self)
      )
    ])
  }
}
