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
  ///
  /// - Parameter report: As that of `prepareIndex`.
  public func knownRecords(
    report: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(BackchannelError) -> KnownEntities {
    let (entities, events) = try entitiesAndEvents(report)
    var known = KnownEntities()
    for entity in entities {
      known.add(entity.id, entity.type, name: entity.name, names: entity.names.map(\.text))
    }
    for event in events { known.add(event) }
    return known
  }

  private func entitiesAndEvents(
    _ report: (Int, Int) -> Void
  ) throws(BackchannelError) -> ([Entity], [EventID]) {
    let source = try graphSource(report: report)
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

  /// Files of more bytes are logged as ranges of elements.
  private static let manyBytes = 4 << 20

  /// Adds what a reader makes of a file, piece by piece; records with an id that the case has are
  /// replaced.
  ///
  /// One transaction and one log entry, which holds ranges of new elements instead of each of them
  /// where the file is large or of unknown size. Memory grows with what the reader keeps, and not
  /// with the file. The reader works on a thread of its own.
  ///
  /// - Parameters:
  ///   - byteCount: The size of the file, where it is known.
  ///   - isDryRun: Whether to change nothing in the end.
  ///   - keepsGoing: Whether a file that breaks off keeps what was read before.
  ///   - reject: Takes each unit that is not taken, in order.
  ///   - report: Called after each piece with what was done so far.
  /// - Throws: What makes the file unreadable, what `reject` throws, and what `CaseStore.write`
  ///   throws; then nothing is changed.
  public func importRecords(
    _ reader: any ImportReader,
    byteCount: Int? = nil,
    author: LogAuthor,
    isDryRun: Bool = false,
    keepsGoing: Bool = false,
    reject: (Rejection) throws(BackchannelError) -> Void = { _ in },
    report: (RecordsOutcome) -> Void = { _ in }
  ) throws(BackchannelError) -> RecordsOutcome {
    var outcome = RecordsOutcome()
    outcome.isMany = byteCount ?? .max > Self.manyBytes
    let rangeName = outcome.isMany ? "records" : nil
    outcome.entry = try changeGraph(author: author, isDryRun: isDryRun, rangeName: rangeName) {
      (transaction: inout GraphTransaction) throws(BackchannelError) in
      let pipeline = RecordPipeline(reader)
      defer { pipeline.stop() }
      while let piece = try Self.next(pipeline, &outcome, keepsGoing: keepsGoing) {
        try outcome.count(piece.batch, reject: reject)
        do throws(StorageError) { outcome.count(try transaction.merge(piece.elements)) } catch {
          throw BackchannelError(error.diagnostic)
        }
        report(outcome)
      }
    }
    return outcome
  }

  private static func next(
    _ pipeline: RecordPipeline,
    _ outcome: inout RecordsOutcome,
    keepsGoing: Bool
  ) throws(BackchannelError) -> RecordPipeline.Piece? {
    let next: Result<RecordPipeline.Piece, FormatError>?
    do throws(StorageError) { next = try pipeline.next() } catch {
      throw BackchannelError(error.diagnostic)
    }
    switch next {
    case nil: return nil
    case .success(let piece)?: return piece
    case .failure(let error)?:
      guard keepsGoing, outcome.readCount > 0 else { throw BackchannelError(error) }
      outcome.breakOff = error.diagnostics.first
      return nil
    }
  }
}
