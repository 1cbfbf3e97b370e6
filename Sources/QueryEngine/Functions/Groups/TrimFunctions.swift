import GraphModel

/// Functions that cut characters off the ends of strings.
enum TrimFunctions {
  static let entries: [FunctionEntry] = [
    trim("trim", start: true, end: true),
    trim("btrim", start: true, end: true),
    trim("ltrim", start: true, end: false),
    trim("rtrim", start: false, end: true),
  ]

  /// Without a second argument white space is cut off, else the characters of that.
  private static func trim(_ name: String, start: Bool, end: Bool) -> FunctionEntry {
    FunctionEntry(
      name,
      [.init("string", .string), .init("characters", .string)],
      optional: 1,
      gives: .string
    ) { (arguments, _) throws(QueryError) in
      var text = try arguments[0].string(for: name).unicodeScalars[...]
      let characters: Set<Unicode.Scalar>? =
        arguments.count == 2 ? Set(try arguments[1].string(for: name).unicodeScalars) : nil
      func isCut(_ scalar: Unicode.Scalar) -> Bool {
        characters?.contains(scalar) ?? scalar.properties.isWhitespace
      }
      if start { text = text.drop(while: isCut) }
      if end { while let last = text.last, isCut(last) { text.removeLast() } }
      return .string(String(text))
    }
  }
}
