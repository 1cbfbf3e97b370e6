import GraphModel

/// Functions that look for words in texts.
enum WordFunctions {
  /// The name of the function that looks for words in any order; a search for them uses an index.
  static let hasWords = "haswords"

  static let entries: [FunctionEntry] = [
    FunctionEntry(
      "hasWords",
      [.init("string", .string), .init("words", .string)],
      gives: .boolean
    ) { (arguments, _) throws(QueryError) in
      // As STARTS WITH and its like, so that a search may pass by what is no text.
      guard case .string(let text) = arguments[0], case .string(let words) = arguments[1] else {
        return .null
      }
      return .boolean(SearchWords.of(text).haveBeginnings(SearchWords.of(words)))
    }
  ]
}
