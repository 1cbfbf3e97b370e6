import GRDB
import Synchronization

/// Gives numbers to texts that repeat, for all threads of an import.
package final class WordTable: Sendable {
  private struct State {
    var ids: [String: Int64] = [:]
    var texts: [Int64: String] = [:]
    var lastID: Int64 = 0
    var unwritten: [(id: Int64, text: String)] = []
  }

  private let state: Mutex<State>

  init(_ db: Database) throws {
    var state = State()
    let rows = try Row.fetchCursor(db, sql: "SELECT id, text FROM word ORDER BY id")
    while let row = try rows.next() {
      state.lastID = try row.requiredInteger(0)
      let text = try row.requiredText(1)
      state.ids[text] = state.lastID
      state.texts[state.lastID] = text
    }
    self.state = Mutex(state)
  }

  /// Returns the number of a text.
  package func id(of text: String) -> Int64 {
    state.withLock { state in
      if let id = state.ids[text] { return id }
      state.lastID += 1
      state.ids[text] = state.lastID
      state.texts[state.lastID] = text
      state.unwritten.append((state.lastID, text))
      return state.lastID
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
