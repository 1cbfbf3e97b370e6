public import GraphModel

/// Says what is wrong with one record of a case, and how to put it right.
///
/// A finding knows records, not files: `CaseReading` of the formats adds line and column.
public struct CaseFinding: Hashable, Sendable {
  /// Row of the error table.
  public let code: ErrorCode
  /// Whether the case can be used as it is.
  public let severity: Diagnostic.Severity
  /// What is wrong; no full stop at the end.
  public let message: String
  /// The id of the record concerned.
  public let record: String
  /// The member of the record, as case files spell it; `nil` for the record as a whole.
  public let key: String?
  /// How to put it right; no full stop at the end.
  public let remedy: String?
  /// What may have been meant, best first.
  public let candidates: [String]

  /// Makes a finding.
  public init(
    _ code: ErrorCode,
    severity: Diagnostic.Severity = .error,
    _ message: String,
    record: String,
    key: String? = nil,
    remedy: String? = nil,
    candidates: [String] = []
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.record = record
    self.key = key
    self.remedy = remedy
    self.candidates = candidates
  }
}
