import GraphModel

/// Reads and writes a case as one text document, YAML or JSON; data/schema/case.schema.json
/// describes both.
public enum CaseDocument {
  /// Reads a document.
  ///
  /// References are not followed here: what they name may be in the case that the document is
  /// imported into. `CaseChecker` follows them.
  ///
  /// - Parameter file: The name of the file, for messages.
  /// - Throws: Everything that is wrong with the document, each with its place.
  public static func read(_ bytes: [UInt8], file: String) throws(FormatError) -> CaseReading {
    let document = try DocumentText(bytes, file: file)
    let issues = ReadingIssues(file: file)
    let reader = CaseReader(issues: issues)
    let content = reader.read(document.root)
    guard let content, issues.diagnostics.isEmpty else {
      throw FormatError(issues.diagnostics, sourceText: document.text)
    }
    return CaseReading(
      content: content,
      file: file,
      text: document.text,
      positions: reader.places.positions
    )
  }
}
