import GraphModel

/// Reads the map by which a graph algorithm is told what to work on and how.
struct AlgorithmSettings {
  private let procedure: String
  private let values: [String: Value]

  /// Takes the argument of a call; refuses settings that the procedure does not know.
  init(_ argument: Value?, procedure: String, known: [String]) throws(QueryError) {
    self.procedure = procedure
    guard case .map(let values)? = argument else {
      throw .wrongType("a map of settings", argument ?? .null)
    }
    self.values = values
    for key in values.keys.sorted() where !known.contains(key) {
      throw QueryError(
        .invalidArgumentValue,
        .runtime,
        "`\(procedure)` has no setting `\(key)`",
        kind: .argumentError,
        remedy: "its settings are \(known.joined(separator: ", "))",
        candidates: NearMiss.candidates(for: key, among: known)
      )
    }
  }

  /// The value of a setting; `nil` where it is missing or null.
  subscript(key: String) -> Value? {
    guard let value = values[key], !value.isNull else { return nil }
    return value
  }

  /// Returns a text.
  func text(_ key: String) throws(QueryError) -> String? {
    guard let value = self[key] else { return nil }
    guard case .string(let text) = value else { throw wrong(key, "a string", value) }
    return text
  }

  /// Returns one of some words.
  func word(_ key: String, among words: [String]) throws(QueryError) -> String? {
    guard let word = try text(key) else { return nil }
    guard words.contains(word) else {
      throw invalid(
        key,
        "'\(word)' is none of \(words.joined(separator: ", "))",
        candidates: NearMiss.candidates(for: word, among: words)
      )
    }
    return word
  }

  /// Returns names: a list of texts, or one text.
  func names(_ key: String) throws(QueryError) -> [String]? {
    guard let value = self[key] else { return nil }
    guard case .list(let items) = value else { return try text(key).map { [$0] } }
    var names: [String] = []
    for item in items {
      guard case .string(let name) = item else { throw wrong(key, "a list of strings", item) }
      names.append(name)
    }
    guard !names.isEmpty else {
      throw invalid(key, "the list is empty; leave the setting out for all")
    }
    return names
  }

  /// Returns an integer of a range.
  func integer(_ key: String, in range: ClosedRange<Int>) throws(QueryError) -> Int? {
    guard let value = self[key] else { return nil }
    guard case .integer(let number) = value else { throw wrong(key, "an integer", value) }
    guard let count = Int(exactly: number), range.contains(count) else {
      throw invalid(key, "\(number) does not lie from \(range.lowerBound) to \(range.upperBound)")
    }
    return count
  }

  /// Returns the seed of random numbers.
  func seed() throws(QueryError) -> UInt64 {
    UInt64(try integer("seed", in: 0...Int.max) ?? 0)
  }

  /// Returns a number.
  func number(_ key: String) throws(QueryError) -> Double? {
    switch self[key] {
    case nil: return nil
    case .integer(let number)?: return Double(number)
    case .float(let number)?: return number
    case let value?: throw wrong(key, "a number", value)
    }
  }

  /// Returns a truth value; false where it is missing.
  func truth(_ key: String) throws(QueryError) -> Bool {
    guard let value = self[key] else { return false }
    guard case .boolean(let truth) = value else { throw wrong(key, "a truth value", value) }
    return truth
  }

  /// Returns the index of a node, which must be there.
  func node(_ key: String) throws(QueryError) -> UInt32 {
    guard let value = self[key] else { throw invalid(key, "it is missing or null") }
    guard case .node = value else { throw wrong(key, "a node", value) }
    return try value.nodeIndex()
  }

  /// Returns the indices of nodes in a list.
  func nodes(_ key: String, _ items: [Value]) throws(QueryError) -> [UInt32] {
    var nodes: [UInt32] = []
    for item in items {
      guard case .node = item else { throw wrong(key, "a list of nodes", item) }
      nodes.append(try item.nodeIndex())
    }
    return nodes
  }

  /// Returns the error for a setting of a wrong type.
  func wrong(_ key: String, _ wanted: String, _ value: Value) -> QueryError {
    QueryError(
      .invalidArgumentType,
      .runtime,
      "the setting `\(key)` of `\(procedure)` needs \(wanted), and this is \(value.kindWithArticle)",
      kind: .typeError
    )
  }

  /// Returns the error for a setting of a wrong value.
  func invalid(
    _ key: String,
    _ what: String,
    remedy: String? = nil,
    candidates: [String] = []
  ) -> QueryError {
    QueryError(
      .invalidArgumentValue,
      .runtime,
      "the setting `\(key)` of `\(procedure)` cannot be used: \(what)",
      kind: .argumentError,
      remedy: remedy,
      candidates: candidates
    )
  }
}
