import GraphModel

/// Functions that say how unlike texts are.
enum TextDistanceFunctions {
  /// The name of the function that counts edits; a search for few edits uses an index.
  static let levenshtein = "levenshtein"

  static let entries: [FunctionEntry] = [
    FunctionEntry(
      levenshtein,
      [.init("string", .string), .init("other", .string)],
      gives: .integer
    ) { (arguments, _) throws(QueryError) in
      // As STARTS WITH and its like, so that a search may pass by what is no text.
      guard case .string(let one) = arguments[0], case .string(let other) = arguments[1] else {
        return .null
      }
      return .integer(Int64(distance(one, other)))
    }
  ]

  /// Returns how many code points must at least be inserted, removed or replaced to make one text
  /// the other.
  ///
  /// Complexity: O(n · m) in their lengths.
  static func distance(_ one: String, _ other: String) -> Int {
    let (rows, columns) = (Array(one.unicodeScalars), Array(other.unicodeScalars))
    // The distances of the beginnings of `other` from the beginning of `one` read so far.
    var line = Array(0...columns.count)
    for (row, scalar) in rows.enumerated() {
      var diagonal = line[0]
      line[0] = row + 1
      for (column, wanted) in columns.enumerated() {
        let replaced = diagonal + (scalar == wanted ? 0 : 1)
        diagonal = line[column + 1]
        line[column + 1] = min(replaced, line[column] + 1, diagonal + 1)
      }
    }
    return line[columns.count]
  }
}
