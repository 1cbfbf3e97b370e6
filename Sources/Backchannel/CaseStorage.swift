import CaseModel
import CaseStore
import GraphModel
import Synchronization

/// Keeps a case: in a file, or in memory.
///
/// In memory a case is first no more than its graph. A database is made of it when something asks
/// for what only a database can tell or do: a change, the log, the tables.
final class CaseStorage: Sendable {
  private enum State {
    case graph(KeyedGraph)
    case database(CaseStore)
  }

  private let state: Mutex<State>

  /// Keeps the case in a database that is there.
  init(_ store: CaseStore) { state = Mutex(.database(store)) }

  /// Keeps the case in memory.
  ///
  /// - Throws: What the store throws about elements that it cannot hold.
  init(memory graph: KeyedGraph) throws(StorageError) {
    let sorted = KeyedGraph(
      nodes: graph.nodes.sorted { $0.key < $1.key },
      relationships: graph.relationships.sorted { $0.key < $1.key }
    )
    let isPlain =
      Self.isAscending(sorted.nodes.map(\.key)) && Self.isAscending(sorted.relationships.map(\.key))
    state = Mutex(
      isPlain ? .graph(sorted) : .database(try Self.database(of: graph, isPlain: false))
    )
  }

  /// The database, which is made where there is none yet.
  var store: CaseStore {
    get throws(StorageError) {
      try state.withLock { state throws(StorageError) in
        switch state {
        case .database(let store): return store
        case .graph(let graph):
          let store = try Self.database(of: graph, isPlain: true)
          state = .database(store)
          return store
        }
      }
    }
  }

  /// Whether the case is in no file.
  var isInMemory: Bool {
    state.withLock { state in
      if case .database(let store) = state { store.path == nil } else { true }
    }
  }

  /// The graph, as long as it is in no database.
  var graph: StoredGraph? {
    state.withLock { state in
      guard case .graph(let graph) = state else { return nil }
      return StoredGraph(graph: graph, logPosition: 1, lastChangeAt: nil)
    }
  }

  /// The content is the first entry of the log.
  ///
  /// - Parameter isPlain: Whether no key is there twice.
  private static func database(of graph: KeyedGraph, isPlain: Bool) throws(StorageError)
    -> CaseStore
  {
    let store = try CaseStore.inMemory()
    let author = LogAuthor(who: "backchannel", why: "", verb: "import")
    _ = try store.write(author) { transaction throws(StorageError) in
      try transaction.merge(graph, isFresh: isPlain)
    }
    return store
  }

  private static func isAscending(_ keys: [String]) -> Bool {
    zip(keys, keys.dropFirst()).allSatisfy { $0 < $1 }
  }
}
