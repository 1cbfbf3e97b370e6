import Backchannel
import Diagrams
import GraphModel

extension BackchannelError {
  /// Says what is wrong with a command line, and how to put it right.
  static func usage(_ message: String, _ remedy: String) -> BackchannelError {
    BackchannelError(Diagnostic(.usage, message, remedy: remedy))
  }
}

extension NameFinder {
  /// Returns the one event or entity that `text` means.
  ///
  /// - Throws: `usage` for a record of another kind, and what `anything` throws.
  func eventOrEntity(_ text: String, exact: Bool) throws(BackchannelError) -> DiagramScope.Centre {
    switch try anything(text, exact: exact) {
    case .event(let event): return .event(event)
    case .entity(let entity): return .entity(entity)
    default:
      throw .usage(
        "'\(text)' is neither an event nor an entity",
        "name a meeting, visit, call, statement, person, agency or country"
      )
    }
  }
}
