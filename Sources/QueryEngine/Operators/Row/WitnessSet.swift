public import GraphModel

/// Holds the witnesses of one row: for each derivation the elements that it rests on, each set once.
///
/// As a value it is a list of such sets in the order of their finding. Null is the row that nothing
/// was added to yet, whose one witness is empty; a row that grouping made of no row has none.
struct WitnessSet: RowEvidence {
  private var witnesses: [Value] = []
  private var known: Set<Value> = []

  /// Returns the witnesses in a value.
  static func witnesses(in value: Value) -> [Value] {
    if case .list(let witnesses) = value { witnesses } else { [.list([])] }
  }

  /// Adds a witness unless it is known.
  ///
  /// - Throws: `witnessLimit`.
  mutating func insert(_ witness: Value) throws(QueryError) {
    guard known.insert(witness).inserted else { return }
    guard witnesses.count < QuerySession.maximumWitnesses else { throw .tooManyWitnesses }
    witnesses.append(witness)
  }

  /// - Throws: `witnessLimit`.
  mutating func merge(_ value: Value) throws(QueryError) {
    for witness in Self.witnesses(in: value) { try insert(witness) }
  }

  /// Adds the elements to each witness; what grouping made of no row is derived from here on.
  ///
  /// - Throws: `witnessLimit`.
  static func adding(_ elements: Value, to value: Value) throws(QueryError) -> Value {
    let witnesses = witnesses(in: value)
    var result = WitnessSet()
    for witness in witnesses.isEmpty ? [.list([])] : witnesses {
      try result.insert(EvidenceSet.adding(elements, to: witness))
    }
    return result.value
  }

  /// The witnesses in the order of their finding.
  var value: Value { .list(witnesses) }
}

extension QueryError {
  /// Says that one row has more witnesses than anybody will look at.
  public static var tooManyWitnesses: QueryError {
    QueryError(
      .witnessLimit,
      .runtime,
      "a row has more than \(QuerySession.maximumWitnesses) derivations, too many to list each",
      remedy: "ask for evidence(), which joins them, or group by more columns"
    )
  }
}
