import Diagrams
import Formats
import GraphModel

extension StyleReader {
  private static let labelLimit = 80

  /// Changes what a sheet says something about.
  func set<Value>(_ place: inout Value, _ value: Value?) {
    if let value { place = value }
  }

  /// Returns a reader of a member that is a mapping itself; `nil` when it is missing.
  func part(_ key: String, _ reader: RecordReader, keys: [String]) -> RecordReader? {
    reader.node(key).flatMap { RecordReader($0, "'\(key)'", keys: keys, issues: issues) }
  }

  /// Calls `read` with every member of a mapping whose names are the words of `Kind`.
  func eachMember<Kind: CaseIterable & RawRepresentable<String>>(
    of key: String,
    _ reader: RecordReader,
    _: Kind.Type,
    _ read: (Kind, DocumentNode) -> Void
  ) {
    let words = Kind.allCases.map(\.rawValue)
    guard let reader = part(key, reader, keys: words) else { return }
    for kind in Kind.allCases {
      if let node = reader.node(kind.rawValue) { read(kind, node) }
    }
  }

  /// Returns a colour; `nil` when there is none or a wrong one.
  func color(_ key: String, _ reader: RecordReader) -> Color? {
    if reader.isEmpty(key) {
      issues.add(
        .invalidValue,
        "'\(key)' has no value",
        at: reader.position(of: key),
        remedy: "write a colour in quotes: \"#1F2933\"; without them YAML takes # for a remark"
      )
      return nil
    }
    guard let text = reader.text(key) else { return nil }
    if let color = Color(hex: text) { return color }
    issues.add(
      .invalidValue,
      "'\(text.prefix(40))' is no colour",
      at: reader.position(of: key),
      length: text.prefix(40).utf8.count,
      remedy: "write red, green and blue in hexadecimal digits, in quotes: \"#1F2933\""
    )
    return nil
  }

  /// Returns the inside of something: a colour, or `none` for nothing.
  func fill(_ reader: RecordReader) -> Color?? {
    guard !reader.isEmpty("fill"), let node = reader.node("fill") else {
      return color("fill", reader).map { .some($0) }
    }
    if case .scalar(.string("none")) = node.content { return .some(nil) }
    return color("fill", reader).map { .some($0) }
  }

  /// Returns a number of points within a range.
  func number(_ key: String, _ reader: RecordReader, _ range: ClosedRange<Double>) -> Double? {
    guard let node = reader.node(key) else { return nil }
    let number: Double? =
      switch node.content {
      case .scalar(.string(let text)): Double(text)
      case .scalar(.integer(let number)): Double(number)
      case .scalar(.float(let number)): number
      default: nil
      }
    if let number, range.contains(number) { return number }
    issues.add(
      .invalidValue,
      "'\(key)' must be a number from \(Self.words(range.lowerBound)) to "
        + "\(Self.words(range.upperBound)), not \(node.kind)",
      at: node.position,
      remedy: "write points, such as \(Self.words((range.lowerBound + range.upperBound) / 2))"
    )
    return nil
  }

  /// Returns a text of the legend if it is short enough.
  func label(_ text: String, _ key: String, _ reader: RecordReader) -> String? {
    if text.count <= Self.labelLimit, !text.contains(where: \.isNewline) { return text }
    issues.add(
      .invalidValue,
      "'\(key)' is too long, or of several lines",
      at: reader.position(of: key),
      remedy: "write at most \(Self.labelLimit) characters on one line"
    )
    return nil
  }

  private static func words(_ number: Double) -> String {
    Int(exactly: number).map(String.init) ?? "\(number)"
  }
}
