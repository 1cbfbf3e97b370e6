public import GraphModel

/// Narrows what a reading verb sees.
///
/// Two times are never mixed: `asKnown` is when something was
/// known, `happened` is when it was.
public struct ReadFilter: Hashable, Sendable {
  /// Only claims that were certainly known on this day.
  public var asKnown: CalendarDate?
  /// Only events that may have been within these days.
  public var happened: DateBounds?
  /// Only facts at least this strong.
  public var minimum: Status?
  /// No claims from these sources.
  public var without: Set<SourceID>
  /// If not empty, only claims from these sources.
  public var only: Set<SourceID>

  /// Makes a filter; without arguments it lets everything through.
  public init(
    asKnown: CalendarDate? = nil,
    happened: DateBounds? = nil,
    minimum: Status? = nil,
    without: Set<SourceID> = [],
    only: Set<SourceID> = []
  ) {
    self.asKnown = asKnown
    self.happened = happened
    self.minimum = minimum
    self.without = without
    self.only = only
  }
}
