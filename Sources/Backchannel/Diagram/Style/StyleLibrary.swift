public import Diagrams
import Formats
import GraphModel

/// The style sheets that are built in, and the way to others.
public enum StyleLibrary {
  /// The names of the sheets that are built in; the first is the default.
  public static let names = ["light", "print", "high-contrast"]

  /// Returns a sheet that is built in; `nil` for any other name.
  public static func sheet(named name: String) throws(BackchannelError) -> StyleSheet? {
    switch name {
    case "light": .light
    case "print": try read(PackageResources.print_yaml, file: "print")
    case "high-contrast": try read(PackageResources.high_contrast_yaml, file: "high-contrast")
    default: nil
    }
  }

  /// Reads a style sheet, YAML or JSON.
  ///
  /// - Parameter file: Its name, for messages.
  /// - Throws: Everything that is wrong with the sheet in one error.
  public static func read(_ bytes: [UInt8], file: String) throws(BackchannelError) -> StyleSheet {
    do throws(FormatError) {
      let document = try DocumentText(bytes, file: file, beginning: "name: mine")
      let issues = ReadingIssues(file: file)
      let sheet = try StyleReader(issues: issues).sheet(document.root)
      guard let sheet, issues.diagnostics.isEmpty else {
        throw FormatError(issues.diagnostics, sourceText: document.text)
      }
      return sheet
    } catch {
      throw BackchannelError(
        error.diagnostics,
        omittedCount: error.omittedCount,
        sourceText: error.sourceText
      )
    }
  }
}
