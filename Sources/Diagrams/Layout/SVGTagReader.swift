/// Reads the tags of an SVG document one by one, without comments, instructions and sections.
///
/// Values stay escaped as they are; that nothing in them ends them is checked.
struct SVGTagReader {
  /// Holds an attribute; its value is as it is written.
  struct Attribute {
    let name: String
    let value: ArraySlice<UInt8>
  }

  /// Lists what a document consists of.
  enum Part {
    case text(ArraySlice<UInt8>)
    case start(name: String, attributes: [Attribute], isEmpty: Bool)
    case end(name: String)
  }

  private var rest: ArraySlice<UInt8>

  init(_ document: [UInt8]) { rest = document[...] }

  /// Returns the next part; `nil` at the end.
  mutating func next() throws(RenderingError) -> Part? {
    guard let first = rest.first else { return nil }
    guard first == UInt8(ascii: "<") else {
      let text = rest.prefix { $0 != UInt8(ascii: "<") }
      rest = rest[text.endIndex...]
      return .text(text)
    }
    rest.removeFirst()
    if skip("/") {
      let name = try name()
      skipSpaces()
      guard skip(">") else { throw Self.error("the tag '\(name)' does not end") }
      return .end(name: name)
    }
    return try startTag()
  }

  private mutating func startTag() throws(RenderingError) -> Part {
    let element = try name()
    var attributes: [Attribute] = []
    while true {
      skipSpaces()
      if skip(">") { return .start(name: element, attributes: attributes, isEmpty: false) }
      if skip("/") {
        guard skip(">") else { throw Self.error("the tag '\(element)' does not end") }
        return .start(name: element, attributes: attributes, isEmpty: true)
      }
      let name = try name()
      guard skip("="), skip("\"") else { throw Self.error("'\(name)' has no value") }
      let value = rest.prefix { $0 != UInt8(ascii: "\"") }
      rest = rest[value.endIndex...]
      guard skip("\""), !value.contains(UInt8(ascii: "<")) else {
        throw Self.error("the value of '\(name)' does not end")
      }
      attributes.append(Attribute(name: name, value: value))
    }
  }

  private mutating func name() throws(RenderingError) -> String {
    let name = rest.prefix { byte in
      DOTCharacters.isAlphanumeric(byte) || ":-_".utf8.contains(byte)
    }
    guard !name.isEmpty else { throw Self.error("a name is missing") }
    rest = rest[name.endIndex...]
    return String(decoding: name, as: UTF8.self)
  }

  private mutating func skip(_ mark: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: mark) else { return false }
    rest.removeFirst()
    return true
  }

  private mutating func skipSpaces() {
    rest = rest.drop { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
  }

  static func error(_ what: String) -> RenderingError {
    RenderingError(
      code: .graphvizFailed,
      message: "the drawing cannot stand in a page: \(what)",
      remedy: "leave the drawing out, and tell the makers of this program"
    )
  }
}
