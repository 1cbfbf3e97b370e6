import GraphModel

/// Finds what is wrong or doubtful in a case.
///
/// Pure: texts of sources come from the caller. Findings stand errors first, then in natural order
/// of the records.
public enum CaseChecker {
  typealias Check = @Sendable (CheckedCase) -> [CaseFinding]

  /// What makes a case unfit to be stored.
  static let referenceChecks: [Check] = [
    DuplicateIDCheck.findings, ReferenceCheck.findings, ClaimTargetCheck.findings,
    CircularViaCheck.findings,
  ]

  /// What a person should look at.
  static let lints: [Check] = [
    RoleCheck.findings, StanceCheck.findings, DateCheck.findings, SaidCheck.findings,
    ArchiveCheck.findings, QuoteCheck.findings, SideCheck.findings, QuestionCheck.findings,
    NameCheck.findings, EvidenceCheck.findings,
  ]

  /// Returns everything that is wrong or doubtful.
  ///
  /// Complexity: O(n log n) in the number of records, and linear in the archived texts and quotes.
  ///
  /// - Parameter archivedText: Gives the archived text of a source; asked once for each source that
  ///   names one.
  public static func findings(
    in content: CaseContent,
    archivedText: (Source) -> ArchivedText = { _ in .notSought }
  ) -> [CaseFinding] {
    findings(of: referenceChecks + lints, in: CheckedCase(content, archivedText: archivedText))
  }

  /// Returns only what makes an import impossible: ids that stand twice or name nothing, claims
  /// about nothing, chains of claims without an end.
  public static func referenceFindings(in content: CaseContent) -> [CaseFinding] {
    findings(of: referenceChecks, in: CheckedCase(content) { _ in .notSought })
  }

  private static func findings(of checks: [Check], in checked: CheckedCase) -> [CaseFinding] {
    let findings = checks.flatMap { $0(checked) }
    let order = findings.enumerated().sorted { left, right in
      let (first, second) = (left.element, right.element)
      if first.severity != second.severity { return first.severity == .error }
      if first.record != second.record {
        return NaturalOrder.isAscending(first.record, second.record)
      }
      return left.offset < right.offset
    }
    return order.map(\.element)
  }
}
