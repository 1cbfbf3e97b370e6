extension JSONValue {
  /// Returns the text of this value (RFC 8259), UTF-8, without a final newline.
  ///
  /// The text depends on the value alone: members stay in their order, floats use the shortest
  /// digits that read back the same and always carry a point or an exponent, and only the
  /// characters that must be escaped are.
  ///
  /// - Parameter indented: Whether to break lines and indent by two spaces.
  public func text(indented: Bool = false) -> String {
    var writer = JSONWriter(indented: indented)
    writer.write(self, depth: 0)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}

private struct JSONWriter {
  let indented: Bool
  var bytes: [UInt8] = []

  init(indented: Bool) { self.indented = indented }

  mutating func write(_ value: JSONValue, depth: Int) {
    switch value {
    case .null: append("null")
    case .boolean(let truth): append(truth ? "true" : "false")
    case .integer(let number): append(String(number))
    case .float(let number): append(Self.text(of: number))
    case .string(let text): write(text)
    case .array(let elements):
      writeItems(elements, open: "[", close: "]", depth: depth) { writer, element, depth in
        writer.write(element, depth: depth)
      }
    case .object(let members):
      writeItems(members, open: "{", close: "}", depth: depth) { writer, member, depth in
        writer.write(member.key)
        writer.append(writer.indented ? ": " : ":")
        writer.write(member.value, depth: depth)
      }
    }
  }

  private mutating func writeItems<Item>(
    _ items: [Item],
    open: String,
    close: String,
    depth: Int,
    each: (inout JSONWriter, Item, Int) -> Void
  ) {
    append(open)
    for (position, item) in items.enumerated() {
      if position > 0 { append(",") }
      breakLine(depth: depth + 1)
      each(&self, item, depth + 1)
    }
    if !items.isEmpty { breakLine(depth: depth) }
    append(close)
  }

  private mutating func breakLine(depth: Int) {
    guard indented else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * 2))
  }

  private mutating func write(_ text: String) { JSONText.append(text, to: &bytes) }

  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private static func text(of number: Double) -> String {
    number.isFinite ? "\(number)" : "null"
  }
}
