import GraphModel
import Synchronization

/// Keeps the sessions of a case that nobody uses at the moment, each for the next query of its scope.
///
/// Any number of threads take sessions and put them back; each query has one for itself, so that
/// readers neither wait for one another nor for a writer.
final class GraphSessions: Sendable {
  /// The most sessions that are kept, the ones used last.
  private static let capacity = 8

  private struct State {
    var idle: [GraphSession] = []
    /// The case as it was loaded, where further sessions begin.
    var base: LoadedCase?
    var traits = TraitsCache()
    /// Position of the log while somebody of this process writes; nobody else can then.
    var positionOfWrite: Int64?
  }

  private let state = Mutex(State())

  /// Takes the session of a scope that was used last.
  func take(_ scope: SessionScope) -> GraphSession? {
    state.withLock { state in
      state.idle.lastIndex { $0.scope == scope }.map { state.idle.remove(at: $0) }
    }
  }

  /// Puts a session back.
  func put(_ session: GraphSession) {
    state.withLock { state in
      if state.idle.count >= Self.capacity { state.idle.removeFirst() }
      state.idle.append(session)
    }
  }

  /// Forgets everything that was read of the case.
  func removeAll() {
    state.withLock { state in (state.idle, state.base) = ([], nil) }
  }

  /// Where further sessions begin.
  var base: LoadedCase? {
    get { state.withLock { $0.base } }
    set { state.withLock { $0.base = newValue } }
  }

  /// Position of the log while somebody of this process writes: as long as it is there, no one needs
  /// to ask the file for it.
  var positionOfWrite: Int64? {
    get { state.withLock { $0.positionOfWrite } }
    set { state.withLock { $0.positionOfWrite = newValue } }
  }

  /// Returns what a text is about.
  ///
  /// - Throws: What is wrong with its syntax.
  func traits(of text: String) throws(BackchannelError) -> QueryTraits {
    if let known = state.withLock({ $0.traits[text] }) { return known }
    let traits = try QueryTraits(text)
    state.withLock { $0.traits[text] = traits }
    return traits
  }
}
