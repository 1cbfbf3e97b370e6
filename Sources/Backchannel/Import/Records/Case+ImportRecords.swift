import CaseModel
public import CaseStore
public import Formats
import GraphModel
import QueryEngine

extension Case {
  /// Returns the names of the entities in the case and the ids of its events, so that an import
  /// goes on from them.
  ///
  /// Complexity: linear in the entities and events where the case has an index, else in the case.
  public func knownRecords() throws(BackchannelError) -> KnownEntities {
    let (entities, events) = try entitiesAndEvents()
    var known = KnownEntities()
    for entity in entities {
      known.add(entity.id, entity.type, name: entity.name, names: entity.names.map(\.text))
    }
    for event in events { known.add(event) }
    return known
  }

  private func entitiesAndEvents() throws(BackchannelError) -> ([Entity], [EventID]) {
    let source = try graphSource()
    if case .whole(let graph) = source.base {
      let content = CaseGraphDecoder.content(of: graph)
      return (content.entities, content.events.map(\.id))
    }
    if let graph = PropertyGraph(source) {
      let queries = RecordQueries(graph)
      let found = (queries.entities, queries.events)
      if source.image?.isDamaged != true { return found }
      replaceIndex()
    }
    let content = try content()
    return (content.entities, content.events.map(\.id))
  }

  /// Adds what a reader makes of a file, piece by piece; records with an id that the case has are
  /// replaced.
  ///
  /// One transaction and one log entry. Memory grows with what the reader keeps, and not with the
  /// file.
  ///
  /// - Parameters:
  ///   - isDryRun: Whether to change nothing in the end.
  ///   - keepsGoing: Whether a file that breaks off keeps what was read before.
  ///   - reject: Takes each unit that is not taken, in order.
  ///   - report: Called after each piece with what was done so far.
  /// - Throws: What makes the file unreadable, what `reject` throws, and what `CaseStore.write`
  ///   throws; then nothing is changed.
  public func importRecords(
    _ reader: any ImportReader,
    author: LogAuthor,
    isDryRun: Bool = false,
    keepsGoing: Bool = false,
    reject: (Rejection) throws(BackchannelError) -> Void = { _ in },
    report: (RecordsOutcome) -> Void = { _ in }
  ) throws(BackchannelError) -> RecordsOutcome {
    var reader = reader
    var outcome = RecordsOutcome()
    var homes: [FactID: String] = [:]
    outcome.entry = try changeGraph(author: author, isDryRun: isDryRun) {
      (transaction: inout GraphTransaction) throws(BackchannelError) in
      while var batch = try Self.next(&reader, &outcome, keepsGoing: keepsGoing) {
        // The case keeps its own name.
        batch.content.info = CaseInfo(id: "", title: "")
        outcome.readCount += batch.readCount
        outcome.takenCount += batch.takenCount
        outcome.mergedCount += batch.mergedCount
        outcome.undatedCount += batch.undatedCount
        outcome.byteCount = batch.byteCount
        for rejection in batch.rejections {
          outcome.reject(rejection.diagnostic)
          try reject(rejection)
        }
        if !reader.isSelfContained {
          Self.noteHomes(of: batch.content, in: &homes)
          batch.homes.merge(homes) { own, _ in own }
        }
        let records = CaseGraphEncoder.graph(of: batch.content, homes: batch.homes)
        try Self.put(records, batch.graph, into: &transaction, &outcome)
        report(outcome)
      }
    }
    return outcome
  }

  private static func next(
    _ reader: inout any ImportReader,
    _ outcome: inout RecordsOutcome,
    keepsGoing: Bool
  ) throws(BackchannelError) -> ImportBatch? {
    guard outcome.breakOff == nil else { return nil }
    do throws(FormatError) { return try reader.next() } catch {
      guard keepsGoing, outcome.readCount > 0 else { throw BackchannelError(error) }
      outcome.breakOff = error.diagnostics.first
      return nil
    }
  }

  /// Notes the node that each fact belongs to, for claims in later pieces.
  private static func noteHomes(of content: CaseContent, in homes: inout [FactID: String]) {
    for fact in content.participations { homes[fact.id] = fact.event.rawValue }
    for fact in content.attributes { homes[fact.id] = fact.event.rawValue }
    for fact in content.posts { homes[fact.id] = fact.holder.rawValue }
    for fact in content.relations { homes[fact.id] = fact.subject.rawValue }
  }

  /// Nodes come first: what a relationship leads to must be there.
  private static func put(
    _ records: KeyedGraph,
    _ others: KeyedGraph,
    into transaction: inout GraphTransaction,
    _ outcome: inout RecordsOutcome
  ) throws(BackchannelError) {
    let graph = KeyedGraph(
      nodes: records.nodes + others.nodes,
      relationships: records.relationships + others.relationships
    )
    do throws(StorageError) {
      let counts = try transaction.merge(graph)
      outcome.addedCount += counts.added
      outcome.changedCount += counts.changed
      outcome.sameCount += counts.same
    } catch { throw BackchannelError(error.diagnostic) }
  }
}
