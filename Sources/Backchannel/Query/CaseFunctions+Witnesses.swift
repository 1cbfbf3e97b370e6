import CaseModel
import GraphModel
import QueryEngine

extension CaseFunctions {
  /// Returns the facts of each witness, in natural order; two that rest on the same facts are one.
  ///
  /// A derived relationship has as many derivations as there are events that it comes from.
  ///
  /// - Parameter values: For each witness the list of elements that it rests on.
  /// - Throws: `witnessLimit`.
  func witnesses(in values: [Value]) throws(QueryError) -> [[FactID]] {
    var all: Set<Set<FactID>> = []
    for value in values {
      var (plain, choices) = (Set<FactID>(), [[Set<FactID>]]())
      collect(value, into: &plain, choices: &choices)
      for witness in try Self.combinations(of: choices, with: plain) { all.insert(witness) }
      guard all.count <= QuerySession.maximumWitnesses else { throw .tooManyWitnesses }
    }
    return all.map { $0.sorted() }.sorted { $0.lexicographicallyPrecedes($1) }
  }

  private func collect(
    _ value: Value,
    into plain: inout Set<FactID>,
    choices: inout [[Set<FactID>]]
  ) {
    switch value {
    case .relationship(let id):
      if let events = meetings?.derivations(of: id) {
        choices.append(events.map(Set.init))
      } else {
        plain.formUnion(facts(in: value))
      }
    case .list(let values):
      for value in values { collect(value, into: &plain, choices: &choices) }
    default: plain.formUnion(facts(in: value))
    }
  }

  /// Returns every way to take one of each choice.
  private static func combinations(of choices: [[Set<FactID>]], with plain: Set<FactID>)
    throws(QueryError) -> Set<Set<FactID>>
  {
    var found: Set = [plain]
    for choice in choices {
      var next: Set<Set<FactID>> = []
      for before in found {
        for facts in choice { next.insert(before.union(facts)) }
        guard next.count <= QuerySession.maximumWitnesses else { throw .tooManyWitnesses }
      }
      found = next
    }
    return found
  }
}
