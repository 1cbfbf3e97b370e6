public import CaseModel

/// Lists the kinds of lines that a style sheet tells apart.
public enum LineKind: String, Hashable, Sendable, CaseIterable {
  // The statuses, strongest first.
  case confirmed, corroborated, reported, unconfirmed, disputed, denied, open
  /// A fact about which nobody says anything.
  case unsourced
  /// From a statement to what it was about.
  case subject

  /// The kind of a status.
  public init(_ status: Status?) {
    switch status {
    case .confirmed: self = .confirmed
    case .corroborated: self = .corroborated
    case .reported: self = .reported
    case .unconfirmed: self = .unconfirmed
    case .disputed: self = .disputed
    case .denied: self = .denied
    case .open: self = .open
    case nil: self = .unsourced
    }
  }

  /// The kinds that stand for how strong a fact is.
  public static let statuses: [LineKind] = allCases.filter { $0 != .subject }
}
