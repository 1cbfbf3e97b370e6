public import GraphModel

/// Says why a text is no query.
public struct CypherSyntaxError: Error, Hashable, Sendable {
  /// Most errors told of one text.
  public static let limit = 20

  /// At least one, in the order of the text; the first is the cause, later ones may follow from it.
  public let errors: [QueryError]

  /// The first error.
  public let first: QueryError

  /// Makes an error of its first cause and those after it.
  init(_ first: QueryError, _ others: [QueryError] = []) {
    self.first = first
    errors = [first] + others
  }
}
