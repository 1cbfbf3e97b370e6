/// Suggests what a misspelt word may have meant ("did you mean").
public enum NearMiss {
  /// Words longer than this are never compared letter by letter.
  public static let maximumScalars = 128

  /// Counts the edits that turn `word` into `other`, or returns `nil` above `limit`.
  ///
  /// This is the unrestricted Damerau-Levenshtein distance over Unicode scalars: an edit inserts,
  /// deletes or replaces one scalar or swaps two neighbours. O(n·m), and O(1) where the lengths
  /// differ by more than `limit` or one exceeds `maximumScalars`.
  public static func distance(
    from word: some StringProtocol,
    to other: some StringProtocol,
    limit: Int
  ) -> Int? {
    let ceiling = maximumScalars + 1
    let left = Array(word.unicodeScalars.prefix(ceiling))
    let right = Array(other.unicodeScalars.prefix(ceiling))
    guard max(left.count, right.count) < ceiling, abs(left.count - right.count) <= limit else {
      return nil
    }
    return distance(from: left, to: right, limit: limit)
  }

  /// Returns the words of `known` that `word` may have meant, best first, at most `limit`.
  ///
  /// A word is near if it is within two edits (one for words under five letters), or if one of the
  /// two begins with the other and the shorter has three letters or more. Case is ignored, `word`
  /// itself is left out. Order: edits, then length, then text.
  public static func candidates(
    for word: String,
    among known: some Sequence<String>,
    limit: Int = 3
  ) -> [String] {
    let wanted = word.lowercased()
    let size = wanted.unicodeScalars.prefix(maximumScalars + 1).count
    guard size <= maximumScalars else { return [] }
    let edits = size < 5 ? 1 : 2
    var ranked: [(edits: Int, size: Int, text: String)] = []
    for text in Set(known) where text != word {
      let candidate = text.lowercased()
      if let found = distance(from: wanted, to: candidate, limit: edits) {
        ranked.append((found, candidate.utf8.count, text))
      } else if sharesPrefix(wanted, candidate) {
        ranked.append((edits + 1, candidate.utf8.count, text))
      }
    }
    return ranked.sorted { $0 < $1 }.prefix(max(0, limit)).map(\.text)
  }

  private static func sharesPrefix(_ word: String, _ other: String) -> Bool {
    guard min(word.utf8.count, other.utf8.count) >= 3 else { return false }
    return word.hasPrefix(other) || other.hasPrefix(word)
  }

  /// Fills the table of Lowrance and Wagner (1975), stopping once a whole row exceeds `limit`.
  private static func distance(
    from left: [Unicode.Scalar],
    to right: [Unicode.Scalar],
    limit: Int
  ) -> Int? {
    // Row and column 0 stand before the words and hold a distance that no path may start from.
    let width = right.count + 2
    let barrier = left.count + right.count + 1
    var table = [Int](repeating: barrier, count: (left.count + 2) * width)
    for row in 0...left.count { table[(row + 1) * width + 1] = row }
    for column in 0...right.count { table[width + column + 1] = column }
    var lastRow: [Unicode.Scalar: Int] = [:]
    for (row, scalar) in zip(1..., left) {
      var lastColumn = 0
      var smallest = row
      for (column, other) in zip(1..., right) {
        let matchRow = lastRow[other] ?? 0
        let above = row * width + column
        let swapped =
          table[matchRow * width + lastColumn] + (row - matchRow) + (column - lastColumn) - 1
        var best = table[above] + (scalar == other ? 0 : 1)
        best = min(best, table[above + 1] + 1, table[above + width] + 1, swapped)
        table[above + width + 1] = best
        smallest = min(smallest, best)
        if scalar == other { lastColumn = column }
      }
      guard smallest <= limit else { return nil }
      lastRow[scalar] = row
    }
    guard let result = table.last, result <= limit else { return nil }
    return result
  }
}
