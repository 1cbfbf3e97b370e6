import GRDB
import GraphModel
import Synchronization

/// Gives numbers to texts that repeat, for all threads of an import.
package final class WordTable: Sendable {
  private struct State {
    var ids: [String: Int64] = [:]
    var texts: [Int64: String] = [:]
    var unwritten: [(id: Int64, text: String)] = []
    private var lastShort: Int64 = 0
    private var lastLong = shortLimit - 1

    /// Remembers a text that is stored.
    mutating func note(_ text: String, _ id: Int64) {
      ids[text] = id
      texts[id] = text
      if id < shortLimit { lastShort = max(lastShort, id) } else { lastLong = max(lastLong, id) }
    }

    mutating func nextID(isFrequent: Bool) -> Int64 {
      let isShort = isFrequent && lastShort + 1 < shortLimit
      return (isShort ? lastShort : lastLong) + 1
    }
  }

  /// Numbers of up to three digits are for words that stand in very many rows.
  private static let shortLimit: Int64 = 1_000

  private let state: Mutex<State>

  init(_ db: Database) throws {
    var state = State()
    let rows = try Row.fetchCursor(db, sql: "SELECT id, text FROM word ORDER BY id")
    while let row = try rows.next() {
      let id = try row.requiredInteger(0)
      guard id < 1 << 48 else { throw StorageError(.caseDamaged, "the case has no words left") }
      state.note(try row.requiredText(1), id)
    }
    self.state = Mutex(state)
  }

  /// Returns the number of a text.
  ///
  /// - Parameter isFrequent: Whether a short number pays most.
  package func id(of text: String, isFrequent: Bool = false) -> Int64 {
    state.withLock { state in
      if let id = state.ids[text] { return id }
      let id = state.nextID(isFrequent: isFrequent)
      state.note(text, id)
      state.unwritten.append((id, text))
      return id
    }
  }

  /// Returns the text with a number; `nil` when there is none.
  func text(of id: Int64) -> String? { state.withLock { $0.texts[id] } }

  /// Writes what has been added.
  func flush(_ db: Database) throws {
    let words = state.withLock { state in
      defer { state.unwritten = [] }
      return state.unwritten
    }
    let statement = try db.cachedStatement(sql: "INSERT INTO word (id, text) VALUES (?, ?)")
    for word in words { try statement.execute(arguments: [word.id, word.text]) }
  }
}
