import GraphModel

extension CypherSyntaxError {
  /// The error of a text too long for 32-bit offsets.
  static var tooLong: CypherSyntaxError {
    let problem = SyntaxProblem.queryTooLong
    return CypherSyntaxError(QueryError(problem.code, .compileTime, problem.message("")))
  }

  /// Makes an error of all failures of a second parse.
  init(_ log: ExpectationLog, first: SyntaxFailure, bytes: ContiguousArray<UInt8>) {
    let failures = log.failures.isEmpty ? [(first, [])] : log.failures
    let errors = failures.map { QueryError($0.failure, expected: $0.expected, bytes: bytes) }
    self.init(errors[0], Array(errors.dropFirst()))
  }
}

extension QueryError {
  /// Makes the error of a failure.
  init(_ failure: SyntaxFailure, expected: [Expectation], bytes: ContiguousArray<UInt8>) {
    let range = Int(failure.start)..<Int(max(failure.start, failure.end))
    let word = String(decoding: bytes[range], as: UTF8.self)
    let text = range.isEmpty ? "end of the query" : "'\(Self.excerpt(word))'"
    let isPlain = failure.problem == .unexpected
    let list = isPlain ? Self.list(expected) : ""
    self.init(
      failure.problem.code,
      .compileTime,
      failure.problem.message(text) + list,
      range: range,
      remedy: failure.problem.remedy,
      candidates: isPlain ? Self.candidates(word, expected) : []
    )
  }

  /// Shortens text to what fits in a sentence.
  private static func excerpt(_ text: String) -> String {
    text.count > 40 ? text.prefix(39) + "…" : text
  }

  private static func list(_ expected: [Expectation]) -> String {
    var words = expected.map(\.text)
    guard let last = words.popLast() else { return "" }
    guard words.count > 1 else { return "; expected \((words + [last]).joined(separator: " or "))" }
    return "; expected one of \(words.joined(separator: ", ")) or \(last)"
  }

  /// Returns the keywords that a word may be a misspelling of.
  private static func candidates(_ word: String, _ expected: [Expectation]) -> [String] {
    let isWord = word.utf8.allSatisfy { $0 & 0xDF &- UInt8(ascii: "A") < 26 }
    guard isWord, word.utf8.count > 2 else { return [] }
    return NearMiss.candidates(for: word.uppercased(), among: expected.flatMap(\.words).map(\.text))
  }
}
