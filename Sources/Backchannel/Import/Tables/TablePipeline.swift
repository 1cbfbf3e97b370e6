import CaseStore
import Foundation
import Formats
import Synchronization

/// Reads and encodes a table on threads of its own, and hands the pieces over in order.
final class TablePipeline: Sendable {
  /// A piece of the table.
  struct Piece: Sendable {
    let records: RecordBlock
    let rows: BulkBlock
    let faults: [TableEncoder.Fault]
    /// Whether the first record is none, but names the columns.
    let hasHeader: Bool
  }

  private struct State: ~Copyable {
    var file: TableFile
    var nextIndex = 0
    /// Pieces that are ready before their turn.
    var ready: [Int: Result<Piece, BackchannelError>] = [:]
    /// Number of pieces; known at the end of the file.
    var pieceCount: Int?
    var isStopped = false
  }

  private let state: Mutex<State>
  private let plan: TablePlan
  private let words: WordTable
  /// Counts how many more pieces may be read, so that memory stays bounded.
  private let room = DispatchSemaphore(value: 8)
  /// Counts what has happened that the reader of pieces may wait for.
  private let news = DispatchSemaphore(value: 0)

  /// Starts the threads; the file is a fresh one.
  init(
    _ plan: TablePlan,
    _ words: WordTable,
    file: consuming TableFile,
    threadCount: Int
  ) {
    state = Mutex(State(file: file))
    self.plan = plan
    self.words = words
    for _ in 0..<threadCount { Thread.detachNewThread { self.work() } }
  }

  /// Ends the threads before the end of the file.
  func stop() {
    state.withLock { $0.isStopped = true }
    room.signal()
  }

  /// Returns the piece with a number, or `nil` behind the last one.
  ///
  /// To be called for each in order.
  func piece(_ index: Int) throws(BackchannelError) -> Piece? {
    while true {
      let (result, isEnd) = state.withLock { state in
        (state.ready.removeValue(forKey: index), state.pieceCount.map { index >= $0 } ?? false)
      }
      if let result {
        room.signal()
        return try result.get()
      }
      if isEnd { return nil }
      news.wait()
    }
  }

  private func work() {
    var encoder = TableEncoder(plan, words)
    while true {
      room.wait()
      let taken = state.withLock {
        state -> (Int, Result<ContiguousArray<UInt8>?, BackchannelError>)? in
        guard !state.isStopped, state.pieceCount == nil else { return nil }
        let index = state.nextIndex
        let result: Result<ContiguousArray<UInt8>?, BackchannelError>
        do throws(BackchannelError) { result = .success(try state.file.next()) } catch {
          result = .failure(error)
        }
        state.nextIndex += 1
        if case .success(nil) = result { state.pieceCount = index }
        if case .failure = result { state.pieceCount = index + 1 }
        return (index, result)
      }
      guard let (index, result) = taken else {
        // The next thread waits for room, too.
        room.signal()
        return
      }
      hand(over: result, index, &encoder)
    }
  }

  private func hand(
    over result: Result<ContiguousArray<UInt8>?, BackchannelError>,
    _ index: Int,
    _ encoder: inout TableEncoder
  ) {
    defer { news.signal() }
    switch result {
    case .success(nil): room.signal()
    case .failure(let error): state.withLock { $0.ready[index] = .failure(error) }
    case .success(let bytes?):
      let records = plan.records(index == 0 ? TableImport.withoutMark(bytes) : bytes)
      let hasHeader = index == 0 && plan.table.format.hasHeader
      let (rows, faults) = encoder.encode(records, skippingHeader: hasHeader)
      let piece = Piece(records: records, rows: rows, faults: faults, hasHeader: hasHeader)
      state.withLock { $0.ready[index] = .success(piece) }
    }
  }
}
