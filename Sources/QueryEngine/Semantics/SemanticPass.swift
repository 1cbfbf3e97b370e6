import CypherSyntax
import GraphModel

/// Goes once over a query and collects what is wrong with it.
final class SemanticPass {
  /// The functions.
  let catalog: FunctionCatalog
  /// The procedures.
  let procedures: ProcedureCatalog
  /// The names of the parameters; `nil` when they are not known yet.
  let parameters: Set<String>?
  /// The text in UTF-8.
  let text: ContiguousArray<UInt8>
  /// What is wrong, in the order of finding.
  private(set) var errors: [QueryError] = []

  /// Errors beyond this number are not kept.
  static let maximumErrors = 20

  init(
    catalog: FunctionCatalog,
    procedures: ProcedureCatalog,
    parameters: Set<String>?,
    text: String
  ) {
    self.catalog = catalog
    self.procedures = procedures
    self.parameters = parameters
    self.text = ContiguousArray(text.utf8)
  }

  /// Keeps an error, once for each place and code.
  func report(
    _ code: QueryErrorCode,
    _ message: String,
    at range: SourceRange,
    kind: QueryErrorKind? = nil,
    remedy: String? = nil,
    candidates: [String] = []
  ) {
    report(
      QueryError(
        code,
        .compileTime,
        message,
        kind: kind,
        range: Self.bytes(of: range),
        remedy: remedy,
        candidates: candidates
      )
    )
  }

  /// Keeps an error, once for each place and code.
  func report(_ error: QueryError) {
    guard errors.count < Self.maximumErrors,
      !errors.contains(where: { $0.code == error.code && $0.range == error.range })
    else { return }
    errors.append(error)
  }

  /// Returns the text that stands at a place.
  func source(_ range: SourceRange) -> String {
    let bytes = Self.bytes(of: range).clamped(to: 0..<text.count)
    return String(decoding: text[bytes], as: UTF8.self)
  }

  /// Returns a place in bytes.
  static func bytes(of range: SourceRange) -> Range<Int> {
    let start = max(0, Int(range.lowerBound))
    return start..<max(start, Int(range.upperBound))
  }
}
