/// Holds a query in whose text the place of an error is marked, as in `RETURN «x»`.
struct MarkedQuery {
  /// The query without marks.
  var text: String
  /// The place between the marks in UTF-8 bytes; `nil` without marks.
  var range: Range<Int>?

  init(_ marked: String) {
    let parts = marked.split(separator: "«", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else {
      text = marked
      return
    }
    let rest = parts[1].split(separator: "»", maxSplits: 1, omittingEmptySubsequences: false)
    text = parts[0] + rest.joined()
    let start = parts[0].utf8.count
    range = start..<start + rest[0].utf8.count
  }
}
