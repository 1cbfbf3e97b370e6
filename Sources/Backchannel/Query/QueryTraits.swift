import GraphModel
import QueryEngine

/// Says what must be known of a query before it runs.
struct QueryTraits: Hashable, Sendable {
  /// Whether it changes the graph.
  let isWriting: Bool
  /// Whether it may ask for the derived relationship; one mention too many only costs time.
  let mentionsMeetings: Bool
  /// Whether it may ask for what follows from claims; one mention too many only costs time.
  let mentionsClaims: Bool

  private static let functions: Set = [
    "status", "claims", "origins", "sides", "knownsince", "evidence",
  ]

  /// Looks through a text.
  ///
  /// - Throws: What is wrong with its syntax.
  init(_ text: String) throws(BackchannelError) {
    do { isWriting = try QuerySession.isWriting(text) } catch {
      throw BackchannelError(error, in: text)
    }
    mentionsMeetings = Self.words(of: text).contains("MET")
    mentionsClaims =
      mentionsMeetings
      || Self.words(of: text).contains { word in
        Self.functions.contains(word.lowercased()) && Self.mayBeCalled(text[word.endIndex...])
      }
  }

  private static func words(of text: String) -> [Substring] {
    text.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
  }

  /// Whether a name before `rest` may be that of a function: a parenthesis follows, or perhaps one
  /// behind a comment or the end of quotes.
  private static func mayBeCalled(_ rest: Substring) -> Bool {
    rest.first { !$0.isWhitespace }.map("(/`".contains) ?? false
  }
}

/// Keeps the traits of texts that were run before.
struct TraitsCache {
  private static let capacity = 256

  private var traits: [String: QueryTraits] = [:]

  /// The traits of a text, if they are known.
  subscript(text: String) -> QueryTraits? {
    get { traits[text] }
    set {
      if traits.count >= Self.capacity { traits.removeAll() }
      traits[text] = newValue
    }
  }
}
