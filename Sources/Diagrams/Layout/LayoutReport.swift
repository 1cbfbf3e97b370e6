import GraphModel

/// What a layout process says on the last line of its standard error before it ends.
///
/// The count proves that the output is whole, and that a layout process wrote it.
struct LayoutReport: Sendable, Hashable {
  let byteCount: Int?
  let error: RenderingError?

  /// One line of JSON, and the newlines around it.
  var line: [UInt8] { Array("\n\(json.text())\n".utf8) }

  init(byteCount: Int) {
    self.byteCount = byteCount
    error = nil
  }

  init(error: RenderingError) {
    byteCount = nil
    self.error = error
  }

  /// Reads the last line of what a process wrote, nil if it is no report.
  init?(lastLineOf output: [UInt8]) {
    guard let line = output.split(separator: UInt8(ascii: "\n")).last,
      let json = try? JSONReader.read(line).json
    else { return nil }
    switch (json["byteCount"], json["error"].flatMap(RenderingError.init)) {
    case (.integer(let count)?, nil): self.init(byteCount: Int(clamping: count))
    case (nil, let error?): self.init(error: error)
    default: return nil
    }
  }

  private var json: JSONValue {
    .compact([
      JSONMember(key: "byteCount", value: byteCount.map { .integer(Int64($0)) } ?? .null),
      JSONMember(key: "error", value: error?.json ?? .null),
    ])
  }
}

extension RenderingError {
  fileprivate var json: JSONValue {
    .compact([
      JSONMember(key: "code", value: .string(code.rawValue)),
      JSONMember(key: "message", value: .string(message)),
      JSONMember(key: "remedy", value: .string(remedy)),
      JSONMember(key: "detail", value: .optional(detail)),
    ])
  }

  fileprivate init?(_ json: JSONValue) {
    guard case .string(let name)? = json["code"], let code = Code(rawValue: name),
      case .string(let message)? = json["message"], case .string(let remedy)? = json["remedy"]
    else { return nil }
    var detail: String?
    if case .string(let text)? = json["detail"] { detail = text }
    self.init(code: code, message: message, remedy: remedy, detail: detail)
  }
}
