public import GraphModel

/// Says why a text cannot be read, with everything wrong that was found in one pass.
public struct FormatError: Error, Sendable {
  /// No more than this many diagnostics are kept.
  public static let diagnosticLimit = 20

  /// What is wrong, in the order of the text; never empty.
  public let diagnostics: [Diagnostic]
  /// How many further errors were left out.
  public let omittedCount: Int
  /// The text that the positions refer to; empty when it is not text at all.
  public let sourceText: String

  /// Makes an error, keeping the first `diagnosticLimit` diagnostics in the order of the text.
  public init(_ diagnostics: [Diagnostic], sourceText: String = "") {
    let nowhere = SourcePosition(line: .max, column: 0)
    let ordered = diagnostics.enumerated().sorted { left, right in
      (left.element.position ?? nowhere, left.offset)
        < (right.element.position ?? nowhere, right.offset)
    }
    self.diagnostics = ordered.prefix(Self.diagnosticLimit).map(\.element)
    omittedCount = max(0, diagnostics.count - Self.diagnosticLimit)
    self.sourceText = sourceText
  }
}
