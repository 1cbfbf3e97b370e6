import ArgumentParser
import Backchannel
import Diagrams
import Foundation
import GraphModel

/// The option of verbs that draw: how the drawing looks.
struct StyleOptions: ParsableArguments {
  @Option(
    help: "How it looks: light, print, high-contrast, or a file with a style sheet.",
    completion: .list(StyleLibrary.names)
  )
  var style: String?

  /// Reads the style sheet.
  ///
  /// - Throws: `usage` for an unknown name, and everything wrong with a file in one error.
  func sheet() throws(BackchannelError) -> StyleSheet {
    guard let style else { return .light }
    if let sheet = try StyleLibrary.sheet(named: style) { return sheet }
    let isFile = style.contains("/") || style.contains(".") || style == "-"
    guard isFile || FileManager.default.fileExists(atPath: style) else {
      throw BackchannelError(
        Diagnostic(
          .usage,
          "there is no style '\(style)', and no file of that name",
          remedy: "one of \(StyleLibrary.names.joined(separator: ", ")), or the path of a file",
          candidates: NearMiss.candidates(for: style, among: StyleLibrary.names)
        )
      )
    }
    return try StyleLibrary.read(try CaseFiles.bytes(of: style), file: style)
  }
}
