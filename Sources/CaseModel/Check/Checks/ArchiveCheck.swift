import GraphModel

/// Finds archived texts that are gone or no longer what they were.
enum ArchiveCheck {
  static func findings(in checked: CheckedCase) -> [CaseFinding] {
    checked.content.sources.compactMap { source in
      switch checked.archivedTexts[source.id] {
      case .unreadable(let reason):
        CaseFinding(
          .archiveMissing,
          severity: .warning,
          "the archived text '\(source.archivedText ?? "")' cannot be read: \(reason)",
          record: source.id.rawValue,
          key: "archive",
          remedy: "put it back beside the case file, or remove 'archive'"
        )
      case .text(_, let sum) where source.sha256.map { $0 != sum } == true:
        CaseFinding(
          .archiveChanged,
          "the archived text '\(source.archivedText ?? "")' is not the one that was archived: "
            + "its SHA-256 sum is \(sum)",
          record: source.id.rawValue,
          key: "sha256",
          remedy: "restore the text, or read it again and correct the sum"
        )
      case .text, .notSought, nil: nil
      }
    }
  }
}
