import CaseModel
import CaseStore
import GraphModel
public import QueryEngine

extension Case {
  /// Lets `body` use a session that is up to date; once more, on the graph as SQLite has it, where
  /// the index turns out to be damaged.
  ///
  /// What `body` makes on a damaged index is thrown away, an error, too.
  func withSession<Result>(
    _ scope: SessionScope,
    _ body: (GraphSession) throws(BackchannelError) -> Result
  ) throws(BackchannelError) -> Result {
    let session = try currentSession(scope)
    let outcome = Swift.Result { () throws(BackchannelError) in try body(session) }
    guard session.isDamaged else {
      sessions.put(session)
      return try outcome.get()
    }
    return try body(try sessionWithoutIndex(scope))
  }

  /// Changes the graph in one transaction and one log entry, with a session that is up to date at
  /// hand; nothing where `body` throws.
  ///
  /// The session stays for later queries unless its graph holds what was not committed in the end.
  func changeGraph<Result>(
    author: LogAuthor,
    isDryRun: Bool,
    _ body: (inout GraphTransaction, GraphSession) throws(BackchannelError) -> Result
  ) throws(BackchannelError) -> (result: Result, entry: LogEntry?) {
    let session = try changingSession()
    let outcome = Swift.Result { () throws(BackchannelError) in
      try changeGraph(session, author: author, isDryRun: isDryRun, body)
    }
    guard session.isDamaged else { return try outcome.get() }
    return try changeGraph(
      try sessionWithoutIndex(SessionScope()),
      author: author,
      isDryRun: isDryRun,
      body
    )
  }

  private func changeGraph<Result>(
    _ session: GraphSession,
    author: LogAuthor,
    isDryRun: Bool,
    _ body: (inout GraphTransaction, GraphSession) throws(BackchannelError) -> Result
  ) throws(BackchannelError) -> (result: Result, entry: LogEntry?) {
    var current = session
    session.thaw()
    var result: Result?
    defer {
      sessions.positionOfWrite = nil
      if !current.isAhead, !current.isDamaged { sessions.put(current) }
    }
    let entry = try changeGraph(author: author, isDryRun: isDryRun) {
      (transaction: inout GraphTransaction) throws(BackchannelError) in
      current = try advanced(session, in: &transaction)
      sessions.positionOfWrite = current.position
      result = try body(&transaction, current)
      guard !current.isDamaged else {
        throw BackchannelError(Diagnostic(.storage, "the index is damaged"))
      }
    }
    guard let result else {
      throw BackchannelError(Diagnostic(.storage, "the change was not made"))
    }
    if !isDryRun { current.commit(entry) }
    return (result, entry)
  }

  /// Brings a session to the state in which a transaction began.
  private func advanced(_ session: GraphSession, in transaction: inout GraphTransaction)
    throws(BackchannelError) -> GraphSession
  {
    do throws(StorageError) {
      let position = try transaction.logPosition()
      if session.position == position { return session }
      if let later = try transaction.changes(after: session.position), session.advance(later) {
        return session
      }
      return GraphSession(
        PropertyGraph(try transaction.graph()),
        scope: SessionScope(),
        image: nil,
        position: position
      )
    } catch { throw BackchannelError(error.diagnostic) }
  }

  /// Returns the names by which queries speak of the graph.
  public func graphNames() throws(BackchannelError) -> GraphNames {
    try withSession(SessionScope()) { session in session.graph.names }
  }

  // MARK: - Making sessions

  /// Returns the position of the log.
  ///
  /// While this process writes nobody else can, and the file need not be asked, which would mean
  /// waiting for the writer.
  private func currentPosition() throws(BackchannelError) -> Int64 {
    if let position = sessions.positionOfWrite { return position }
    return try logPosition()
  }

  /// Returns a session for a change, which is brought up to date when the change has begun.
  private func changingSession() throws(BackchannelError) -> GraphSession {
    if let kept = sessions.take(SessionScope()) { return kept }
    return try currentSession(SessionScope())
  }

  /// Takes the session of a scope that was used last and brings it up to date, or makes one.
  private func currentSession(_ scope: SessionScope) throws(BackchannelError) -> GraphSession {
    let position = try currentPosition()
    if let kept = sessions.take(scope) {
      if kept.position == position { return kept }
      if scope.isPlain, let later = try changes(after: kept.position), kept.advance(later) {
        return kept
      }
    }
    guard var base = try currentBase(position) else { return try sessionWithoutIndex(scope) }
    let session = base.session(scope)
    sessions.base = base
    return session
  }

  /// The case as it was loaded, and what has changed since; `nil` where its index does not fit.
  private func currentBase(_ position: Int64) throws(BackchannelError) -> LoadedCase? {
    if let base = sessions.base, !base.isDamaged {
      if base.position == position { return base }
      if let later = try changes(after: base.position), let advanced = base.advanced(later) {
        return advanced
      }
    }
    return LoadedCase(try graphSource())
  }

  /// Puts another in the place of the index, and makes a session that reads the graph as SQLite has
  /// it.
  private func sessionWithoutIndex(_ scope: SessionScope) throws(BackchannelError) -> GraphSession {
    sessions.removeAll()
    replaceIndex()
    let stored = try storedGraph()
    var base = LoadedCase(stored.graph, logPosition: stored.logPosition)
    return base.session(scope)
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
