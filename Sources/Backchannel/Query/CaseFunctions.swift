import CaseModel
import GraphModel
import QueryEngine

/// The functions by which queries reach what follows from claims: `status(f)`, `claims(f)`,
/// `origins(f)`, `sides(f)`, `knownSince(f)`, and `evidence()`, also for each
/// derivation by itself: `evidence('witnesses')`.
///
/// A fact is an event node, or the relationship of a participation, post, relation, place or topic;
/// for a derived MET relationship it is the weakest of the facts that it rests on.
struct CaseFunctions: Sendable {
  private let knowledge: ClaimKnowledge
  /// The derived relationships; `nil` where no query asks for any.
  let meetings: DerivedMeetings?

  /// The functions of a case without records, in which no element is a fact.
  static let ofNothing = CaseFunctions(ClaimKnowledge(PropertyGraph()), meetings: nil)
  /// Their catalog.
  static let catalogOfNothing = ofNothing.catalog

  init(_ knowledge: ClaimKnowledge, meetings: DerivedMeetings?) {
    self.knowledge = knowledge
    self.meetings = meetings
  }

  /// The catalog with these functions.
  var catalog: FunctionCatalog { FunctionCatalog.standard.adding(entries) }

  private var entries: [FunctionEntry] {
    [
      entry("status", gives: .string) { $0.status.map { .string($0.rawValue) } ?? .null },
      entry("claims", gives: .list(of: .string)) {
        .list($0.claims.map { .string($0.rawValue) })
      },
      entry("origins", gives: .list(of: .string)) { .list($0.origins.map(Value.string)) },
      entry("sides", gives: .map) { known in
        .map(
          Dictionary(known.sides.map { ($0.name, .string($0.word.rawValue)) }) { first, _ in first }
        )
      },
      entry("knownSince", gives: StaticType(.date)) { $0.knownSince.map(Value.date) ?? .null },
      FunctionEntry(
        QuerySession.factsFunction,
        [.init("elements", .any)],
        result: { _ in .list(of: .string) },
        isStrict: false
      ) { arguments, _ in
        .list(self.facts(in: arguments[0]).map { .string($0.rawValue) })
      },
      FunctionEntry(
        QuerySession.witnessesFunction,
        [.init("witnesses", .any)],
        result: { _ in .list(of: .list(of: .string)) },
        isStrict: false
      ) { arguments, _ throws(QueryError) in
        guard case .list(let witnesses) = arguments[0] else { return .list([.list([])]) }
        return .list(
          try self.witnesses(in: witnesses).map { .list($0.map { .string($0.rawValue) }) }
        )
      },
    ]
  }

  private func entry(
    _ name: String,
    gives type: StaticType,
    _ answer: @escaping @Sendable (KnownFacts) -> Value
  ) -> FunctionEntry {
    FunctionEntry(name, [.init("fact", .any)], result: { _ in type }) { arguments, _ in
      let facts = self.facts(in: arguments[0])
      return facts.isEmpty ? .null : answer(self.knowledge.known(of: facts))
    }
  }

  /// The facts among elements, each once, in natural order.
  func facts(in value: Value) -> [FactID] {
    var facts: Set<FactID> = []
    collect(value, into: &facts)
    return facts.sorted()
  }

  private func collect(_ value: Value, into facts: inout Set<FactID>) {
    switch value {
    case .node(let id): if let fact = knowledge.fact(of: id) { facts.insert(fact) }
    case .relationship(let id):
      if let fact = knowledge.fact(of: id) { facts.insert(fact) }
      for event in meetings?.derivations(of: id) ?? [] { facts.formUnion(event) }
    case .path(let path):
      for id in path.nodes { collect(.node(id), into: &facts) }
      for id in path.relationships { collect(.relationship(id), into: &facts) }
    case .list(let values): for value in values { collect(value, into: &facts) }
    default: break
    }
  }
}
