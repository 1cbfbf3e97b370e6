import CaseModel
import CaseStore
import Formats
import Foundation
import GraphModel
import Synchronization

/// Reads records and encodes them on a thread of its own, and hands the pieces over in order.
final class RecordPipeline: @unchecked Sendable {
  // Unchecked because `reader` and `homes` belong to the thread until that has ended.

  /// A piece of what was read.
  struct Piece: Sendable {
    /// What became of the units of the file.
    let batch: ImportBatch
    /// What is to be written.
    let elements: ElementBlock
  }

  private enum Event {
    case piece(Piece)
    case failure(FormatError)
    case refusal(StorageError)
    case end
  }

  private var reader: any ImportReader
  private var homes: [FactID: String] = [:]
  private let events = Mutex<[Event]>([])
  private let isStopped = Atomic(false)
  /// Counts how many more pieces may wait, so that memory stays bounded.
  private let room = DispatchSemaphore(value: 2)
  /// Counts the pieces that wait.
  private let news = DispatchSemaphore(value: 0)
  private let hasEnded = DispatchSemaphore(value: 0)

  /// Starts the thread; nobody else may use the reader until `stop`.
  init(_ reader: any ImportReader) {
    self.reader = reader
    let thread = Thread { [self] in
      work()
      hasEnded.signal()
    }
    thread.stackSize = 8 << 20
    thread.start()
  }

  /// Returns the next piece; `nil` at the end, and after an error.
  ///
  /// - Throws: What makes the rest of the file unreadable, as a failure; what cannot be stored.
  func next() throws(StorageError) -> Result<Piece, FormatError>? {
    news.wait()
    let event = events.withLock { $0.isEmpty ? .end : $0.removeFirst() }
    room.signal()
    switch event {
    case .piece(let piece): return .success(piece)
    case .failure(let error): return .failure(error)
    case .refusal(let error): throw error
    case .end:
      news.signal()
      return nil
    }
  }

  /// Ends the thread, if need be before the end of the file, and waits for it.
  func stop() {
    isStopped.store(true, ordering: .releasing)
    room.signal()
    hasEnded.wait()
  }

  private func work() {
    while true {
      room.wait()
      let event = isStopped.load(ordering: .acquiring) ? .end : read()
      events.withLock { $0.append(event) }
      news.signal()
      guard case .piece = event else { break }
    }
    events.withLock { $0.append(.end) }
    news.signal()
  }

  private func read() -> Event {
    var batch: ImportBatch
    do throws(FormatError) {
      guard let next = try reader.next() else { return .end }
      batch = next
    } catch { return .failure(error) }
    // The case keeps its own name.
    batch.content.info = CaseInfo(id: "", title: "")
    if !reader.isSelfContained { noteHomes(of: batch.content) }
    var graph = CaseGraphEncoder.graph(of: batch.content) { [homes, own = batch.homes] in
      own[$0] ?? homes[$0]
    }
    graph.nodes += batch.graph.nodes
    graph.relationships += batch.graph.relationships
    do throws(StorageError) {
      let elements = try ElementBlock(graph)
      batch.drop()
      return .piece(Piece(batch: batch, elements: elements))
    } catch { return .refusal(error) }
  }

  /// Notes the node that each fact belongs to, for claims in later pieces.
  private func noteHomes(of content: CaseContent) {
    for fact in content.participations { homes[fact.id] = fact.event.rawValue }
    for fact in content.attributes { homes[fact.id] = fact.event.rawValue }
    for fact in content.posts { homes[fact.id] = fact.holder.rawValue }
    for fact in content.relations { homes[fact.id] = fact.subject.rawValue }
  }
}

extension ImportBatch {
  /// Forgets the records; the counts and rejections stay.
  fileprivate mutating func drop() {
    content = CaseContent(info: content.info)
    homes = [:]
    graph = KeyedGraph()
  }
}
