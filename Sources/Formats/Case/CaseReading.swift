public import CaseModel
public import GraphModel

/// Holds what was read from a case document, and where each record stands in it.
public struct CaseReading: Sendable {
  /// The records, in natural order of their ids.
  public let content: CaseContent
  /// The name of the file, as given.
  public let file: String
  /// The text read.
  public let text: String
  let positions: [RecordPlace: SourcePosition]

  /// Returns a finding of `check` as a diagnostic with the place in the document; a finding about a
  /// record that the document does not hold has none.
  public func diagnostic(for finding: CaseFinding) -> Diagnostic {
    let whole = positions[RecordPlace(record: finding.record, key: nil)]
    let position =
      finding.key.flatMap { positions[RecordPlace(record: finding.record, key: $0)] } ?? whole
    return Diagnostic(
      finding.code,
      severity: finding.severity,
      finding.message,
      file: position.map { _ in file },
      position: position,
      record: finding.record,
      remedy: finding.remedy,
      candidates: finding.candidates
    )
  }
}

/// Names a record, or one member of it.
struct RecordPlace: Hashable, Sendable {
  let record: String
  let key: String?
}
