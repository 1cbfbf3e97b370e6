public import CaseModel

/// Tells what a cell or phrase says about a date.
public enum DateReading: Hashable, Sendable {
  /// One date, however vague.
  case date(UncertainDate)
  /// Several dates, all of which are meant.
  case several([UncertainDate])
  /// The text says that no date is known, or nothing.
  case unknown
  /// The text names a day that does not exist; it must be put right, not kept.
  case impossible(reason: String)
  /// The text is no date that can be read; it may be kept as text.
  case unreadable(reason: String)

  /// The date, if it is exactly one.
  public var date: UncertainDate? {
    if case .date(let date) = self { date } else { nil }
  }
}
