/// Says what is wrong, where, and how to put it right.
///
/// Carries data only; `DiagnosticRenderer` makes text of it and `json` makes JSON.
public struct Diagnostic: Error, Hashable, Sendable {
  /// Tells errors, which stop the work, from warnings, which do not.
  public enum Severity: String, Hashable, Sendable {
    /// The input cannot be used as it is.
    case error
    /// The input can be used, but a person should look.
    case warning
  }

  /// Row of the error table.
  public let code: ErrorCode
  /// Whether the input can be used.
  public let severity: Severity
  /// What is wrong; no full stop at the end.
  public let message: String
  /// Path as the user gave it.
  public var file: String?
  /// Where in the file.
  public let position: SourcePosition?
  /// How many columns to underline, at least 1.
  public let length: Int
  /// The id of the record concerned, for data without lines.
  public let record: String?
  /// How to put it right; no full stop at the end.
  public let remedy: String?
  /// What the user may have meant, best first.
  public let candidates: [String]

  /// Makes a diagnostic; the remedy defaults to the one in the error table.
  public init(
    _ code: ErrorCode,
    severity: Severity = .error,
    _ message: String,
    file: String? = nil,
    position: SourcePosition? = nil,
    length: Int = 1,
    record: String? = nil,
    remedy: String? = nil,
    candidates: [String] = []
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.file = file
    self.position = position
    self.length = max(1, length)
    self.record = record
    self.remedy = remedy ?? code.remedy
    self.candidates = candidates
  }

  /// Returns the members documented for the JSON output of errors.
  public var json: JSONValue {
    .compact([
      JSONMember(key: "severity", value: .string(severity.rawValue)),
      JSONMember(key: "code", value: .string(code.rawValue)),
      JSONMember(key: "message", value: .string(message)),
      JSONMember(key: "file", value: .optional(file)),
      JSONMember(key: "line", value: position.map { .integer(Int64($0.line)) } ?? .null),
      JSONMember(key: "column", value: position.map { .integer(Int64($0.column)) } ?? .null),
      JSONMember(key: "record", value: .optional(record)),
      JSONMember(key: "remedy", value: .optional(remedy)),
      JSONMember(key: "candidates", value: candidates.isEmpty ? .null : .strings(candidates)),
    ])
  }
}
