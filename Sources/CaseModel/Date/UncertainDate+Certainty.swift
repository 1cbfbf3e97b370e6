public import GraphModel

/// Three-valued relations, decided by the bounds alone as `DateBounds` defines them.
extension UncertainDate {
  /// Returns whether this happened on an earlier day than the other.
  public func isBefore(_ other: UncertainDate) -> Certainty { bounds.isBefore(other.bounds) }

  /// Returns whether this happened on a later day than the other.
  public func isAfter(_ other: UncertainDate) -> Certainty { bounds.isAfter(other.bounds) }

  /// Returns whether both happened on the same day.
  public func overlaps(_ other: UncertainDate) -> Certainty { bounds.overlaps(other.bounds) }

  /// Returns whether this happened within a stretch of known days.
  public func isWithin(_ window: DateBounds) -> Certainty { bounds.isWithin(window) }

  /// Returns whether this happened on a known day.
  public func includes(_ day: CalendarDate) -> Certainty { bounds.includes(day) }

  /// Returns whether this can have happened later than the last possible day of a publication.
  public func widensPast(_ publication: UncertainDate) -> Bool {
    bounds.widensPast(publication.bounds)
  }
}
