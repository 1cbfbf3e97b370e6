import CaseModel
import CaseStore
import GraphModel
import QueryEngine
import Synchronization

extension Case {
  /// Lets `body` read the graph that a filter lets through; once more, on the graph as SQLite has
  /// it, where the index turns out to be damaged.
  ///
  /// The graph is loaded anew only after a change. What `body` makes on a damaged index is thrown
  /// away, an error, too.
  func withGraph<Result>(
    _ filter: ReadFilter,
    needsClaims: Bool,
    _ body: (PropertyGraph, CaseView) throws(BackchannelError) -> Result
  ) throws(BackchannelError) -> Result {
    if var current = try currentGraph() {
      let shown = current.shown(filter, needsClaims: needsClaims)
      let outcome = Swift.Result { () throws(BackchannelError) in
        try body(PropertyGraph(shown.graph), shown.view)
      }
      if !current.isDamaged {
        keep(current)
        return try outcome.get()
      }
    }
    forgetGraph()
    replaceIndex()
    var current = LoadedCase(try graph(), logPosition: try lastPosition())
    let shown = current.shown(filter, needsClaims: needsClaims)
    return try body(PropertyGraph(shown.graph), shown.view)
  }

  /// The graph as it was kept, if the log has not gone on since; else loaded anew.
  private func currentGraph() throws(BackchannelError) -> LoadedCase? {
    let position = try lastPosition()
    if let kept = loaded.withLock({ $0 }), kept.position == position { return kept }
    return LoadedCase(try graphSource())
  }

  private func lastPosition() throws(BackchannelError) -> Int64 {
    try log(limit: 1).first?.position ?? 0
  }

  private func keep(_ current: LoadedCase) { loaded.withLock { $0 = current } }

  private func forgetGraph() { loaded.withLock { $0 = nil } }

  /// Changes the graph in one transaction and one log entry, with the graph at hand; nothing where
  /// `body` throws.
  func changeGraph(
    author: LogAuthor,
    isDryRun: Bool,
    _ body: (inout GraphTransaction, PropertyGraph) throws(BackchannelError) -> Void
  ) throws(BackchannelError) -> LogEntry? {
    let image = try graphImage()
    var isDamaged = false
    do {
      return try changeGraph(author: author, isDryRun: isDryRun) {
        (transaction: inout GraphTransaction) throws(BackchannelError) in
        let source: GraphSource
        do throws(StorageError) { source = try transaction.graphSource(on: image) } catch {
          throw BackchannelError(error.diagnostic)
        }
        defer { isDamaged = isDamaged || (source.image?.isDamaged ?? false) }
        guard let graph = PropertyGraph(source) else {
          isDamaged = true
          throw BackchannelError(Diagnostic(.storage, "the index does not fit the case"))
        }
        try body(&transaction, graph)
        guard !(source.image?.isDamaged ?? false) else {
          throw BackchannelError(Diagnostic(.storage, "the index is damaged"))
        }
      }
    } catch {
      guard isDamaged else { throw error }
    }
    replaceIndex()
    return try changeGraph(author: author, isDryRun: isDryRun) {
      (transaction: inout GraphTransaction) throws(BackchannelError) in
      let keyed: KeyedGraph
      do throws(StorageError) { keyed = try transaction.graph() } catch {
        throw BackchannelError(error.diagnostic)
      }
      try body(&transaction, PropertyGraph(keyed))
    }
  }
}

extension PropertyGraph {
  /// Makes the graph of a source; `nil` where the changes do not fit the image.
  convenience init?(_ source: GraphSource) {
    switch source.base {
    case .whole(let keyed): self.init(keyed)
    case .image(let image, let changes):
      self.init(image)
      guard apply(changes) else { return nil }
    }
  }
}
