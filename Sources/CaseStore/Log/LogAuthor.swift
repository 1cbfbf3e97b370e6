/// Says on whose behalf and for what purpose a change is made.
public struct LogAuthor: Hashable, Sendable {
  /// The person, or the program.
  public let who: String
  /// The reason given, or the command line.
  public let why: String
  /// The command, such as `import`.
  public let verb: String

  /// Makes an author; drops NUL characters, which the log cannot hold.
  public init(who: String, why: String, verb: String) {
    self.who = Self.storable(who)
    self.why = Self.storable(why)
    self.verb = Self.storable(verb)
  }

  private static func storable(_ text: String) -> String {
    text.utf8.contains(0) ? text.filter { $0 != "\0" } : text
  }
}
