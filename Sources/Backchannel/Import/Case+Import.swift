import CaseModel
public import CaseStore
public import Formats
import GraphModel

/// Holds what an import did, or would do.
public struct ImportOutcome: Sendable {
  /// What became of the nodes and relationships.
  public let counts: MergeCounts
  /// How many things a person should look at in the whole case; `Case.check` lists them.
  public let warningCount: Int
  /// The log entry; `nil` when nothing was changed.
  public let entry: LogEntry?
}

extension Case {
  /// Adds the records of documents and replaces those with the same id.
  ///
  /// Records that the documents lack stay. All or nothing, in one log entry.
  ///
  /// - Parameter isDryRun: Whether to change nothing in the end.
  /// - Throws: Everything that stands in the way, in one error: `danglingID`, `duplicateID`,
  ///   `circularVia` with the place in the document; and what `CaseStore.write` throws.
  @discardableResult
  public func importDocuments(
    _ readings: [CaseReading],
    author: LogAuthor,
    isDryRun: Bool = false
  ) throws(BackchannelError) -> ImportOutcome {
    var warningCount = 0
    let (counts, entry) = try change(author: author, isDryRun: isDryRun) {
      old throws(BackchannelError) in
      var merged = old
      for reading in readings { merged = merged.merging(reading.content) }
      merged = merged.resolvingTargets()
      let findings = CaseChecker.findings(in: merged)
      try Self.refuse(findings, readings)
      warningCount = findings.count
      return merged
    }
    return ImportOutcome(counts: counts, warningCount: warningCount, entry: entry)
  }

  private static func refuse(_ findings: [CaseFinding], _ readings: [CaseReading])
    throws(BackchannelError)
  {
    let errors = diagnostics(findings.filter { $0.severity == .error }, readings)
    guard !errors.isEmpty else { return }
    let shown = errors.prefix(FormatError.diagnosticLimit)
    throw BackchannelError(
      Array(shown),
      omittedCount: errors.count - shown.count,
      sourceText: readings.count == 1 ? readings.first?.text : nil
    )
  }

  private static func diagnostics(_ findings: [CaseFinding], _ readings: [CaseReading])
    -> [Diagnostic]
  {
    findings.compactMap { finding in
      let placed = readings.lazy.map { $0.diagnostic(for: finding) }.first { $0.position != nil }
      return placed ?? readings.first?.diagnostic(for: finding)
    }
  }
}
