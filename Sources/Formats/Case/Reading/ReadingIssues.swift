package import GraphModel

/// Collects everything wrong with a document, so that one run tells it all.
package final class ReadingIssues {
  package private(set) var diagnostics: [Diagnostic] = []
  private let file: String

  package init(file: String) { self.file = file }

  package func add(
    _ code: ErrorCode,
    _ message: String,
    at position: SourcePosition,
    length: Int = 1,
    remedy: String? = nil,
    candidates: [String] = []
  ) {
    diagnostics.append(
      Diagnostic(
        code,
        message,
        file: file,
        position: position,
        length: length,
        remedy: remedy,
        candidates: candidates
      )
    )
  }
}
