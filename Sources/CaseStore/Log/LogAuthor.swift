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
    self.who = who.filter { $0 != "\0" }
    self.why = why.filter { $0 != "\0" }
    self.verb = verb.filter { $0 != "\0" }
  }
}
