public import GraphModel

/// Three-valued relations.
///
/// Each pair of bounds stands for one event on a single day, which lies anywhere within them. The
/// days of two events are independent of each other. An event that lasted several days is judged
/// the same way: what is certain here holds for any one of its days.
extension DateBounds {
  /// Returns whether this event happened on an earlier day than the other.
  public func isBefore(_ other: DateBounds) -> Certainty {
    Certainty(certainly: last < other.first, never: first >= other.last)
  }

  /// Returns whether this event happened on a later day than the other.
  public func isAfter(_ other: DateBounds) -> Certainty { other.isBefore(self) }

  /// Returns whether both events happened on the same day.
  public func overlaps(_ other: DateBounds) -> Certainty {
    Certainty(
      certainly: onlyDay != nil && self == other,
      never: last < other.first || other.last < first
    )
  }

  /// Returns whether this event happened within a stretch of known days.
  public func isWithin(_ window: DateBounds) -> Certainty {
    Certainty(certainly: window.contains(self), never: intersection(window) == nil)
  }

  /// Returns whether this event happened on a known day.
  public func includes(_ day: CalendarDate) -> Certainty { isWithin(DateBounds(day: day)) }

  /// Returns whether this event can have happened later than the last possible day of a
  /// publication, which is how a careless reading of "last week" shows.
  ///
  /// An open future widens past every publication whose own future is not open.
  public func widensPast(_ publication: DateBounds) -> Bool { last > publication.last }
}
