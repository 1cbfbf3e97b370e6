/// Says why a query cannot be run or has failed.
///
/// Carries data only.
public struct QueryError: Error, Hashable, Sendable {
  /// Tells when it was found.
  public enum Phase: String, Hashable, Sendable {
    /// Before anything ran.
    case compileTime = "compile time"
    /// While it ran.
    case runtime
  }

  /// Row of the error table.
  public let code: QueryErrorCode
  /// The kind, where it differs from that of the code.
  public let kind: QueryErrorKind
  /// When it was found.
  public let phase: Phase
  /// What is wrong; no full stop at the end.
  public let message: String
  /// Where, in UTF-8 bytes of the query; `nil` when no place is known.
  public let range: Range<Int>?
  /// How to put it right; no full stop at the end.
  public let remedy: String?
  /// What the user may have meant, best first.
  public let candidates: [String]

  /// Makes an error; the kind is that of the code unless another is given.
  public init(
    _ code: QueryErrorCode,
    _ phase: Phase,
    _ message: String,
    kind: QueryErrorKind? = nil,
    range: Range<Int>? = nil,
    remedy: String? = nil,
    candidates: [String] = []
  ) {
    self.code = code
    self.kind = kind ?? code.kind
    self.phase = phase
    self.message = message
    self.range = range
    self.remedy = remedy
    self.candidates = candidates
  }
}
