import Backchannel
import GraphModel

/// Prints errors to standard error.
enum ErrorReport {
  /// Prints every diagnostic of an error with place, excerpt, candidates and remedy.
  static func print(_ error: BackchannelError) {
    let console = Console.current
    let renderer = DiagnosticRenderer(source: error.sourceText)
    for diagnostic in error.diagnostics { console.note(renderer.text(of: diagnostic)) }
    if error.omittedCount > 0 {
      console.note("and \(counted(error.omittedCount, "more error")); put these right first")
    }
  }
}
