import Dispatch
import Synchronization

/// Tells somebody who waits at a terminal that a case is being read, once it takes longer than a
/// moment.
final class WaitingNote: Sendable {
  private struct State {
    var seconds = 0
    var isOver = false
  }

  private let state = Mutex(State())

  /// Does the work of reading; on a terminal a line tells so after a second, and goes away at the
  /// end.
  static func whileReading<Result, Failure: Error>(_ work: () throws(Failure) -> Result)
    throws(Failure) -> Result
  {
    guard Console.current.isProgram, ProcessStream.errors.isTerminal else { return try work() }
    let note = WaitingNote()
    note.tellLater()
    defer { note.end() }
    return try work()
  }

  private func tellLater() {
    DispatchQueue.global().asyncAfter(deadline: .now() + 1) { self.tell() }
  }

  private func tell() {
    let isOver = state.withLock { state in
      guard !state.isOver else { return true }
      state.seconds += 1
      Self.write("\r\u{1B}[KReading and weighing what the case holds … \(state.seconds) s")
      return false
    }
    if !isOver { tellLater() }
  }

  private func end() {
    state.withLock { state in
      state.isOver = true
      if state.seconds > 0 { Self.write("\r\u{1B}[K") }
    }
  }

  private static func write(_ text: String) { Console.process.errors(Array(text.utf8)) }
}
