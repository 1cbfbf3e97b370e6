public import GraphModel

/// Says what went wrong in any layer, as one or more diagnostics.
public struct BackchannelError: Error, Sendable {
  /// What went wrong, in the order in which it should be shown; never empty.
  public let diagnostics: [Diagnostic]
  /// How many further errors were left out.
  public let omittedCount: Int
  /// The text of the file that the positions refer to.
  public let sourceText: String?

  /// Makes an error.
  public init(_ diagnostics: [Diagnostic], omittedCount: Int = 0, sourceText: String? = nil) {
    self.diagnostics = diagnostics
    self.omittedCount = omittedCount
    self.sourceText = sourceText
  }

  /// Makes an error with one diagnostic.
  public init(_ diagnostic: Diagnostic) { self.init([diagnostic]) }
}
