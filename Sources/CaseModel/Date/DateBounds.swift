public import GraphModel

/// Holds the first and the last day on which something can have happened, both inclusive.
///
/// An end that is open or unknown is `nil`. Bounds are never empty.
public struct DateBounds: Hashable, Sendable {
  /// The first possible day, or `nil` if the past is open.
  public let earliest: CalendarDate?
  /// The last possible day, or `nil` if the future is open.
  public let latest: CalendarDate?

  /// Allows every day.
  public static let unbounded = DateBounds(from: nil, to: nil)

  /// Makes bounds, or nothing if they end before they start.
  public init?(earliest: CalendarDate?, latest: CalendarDate?) {
    if let earliest, let latest, latest < earliest { return nil }
    self.init(from: earliest, to: latest)
  }

  /// Allows one day only.
  public init(day: CalendarDate) { self.init(from: day, to: day) }

  private init(from earliest: CalendarDate?, to latest: CalendarDate?) {
    self.earliest = earliest
    self.latest = latest
  }

  /// The day, if only one is possible.
  public var onlyDay: CalendarDate? { earliest == latest ? earliest : nil }

  /// Returns whether a day is possible.
  public func contains(_ day: CalendarDate) -> Bool { contains(DateBounds(day: day)) }

  /// Returns whether every day that is possible in the other bounds is possible here.
  public func contains(_ other: DateBounds) -> Bool {
    first <= other.first && other.last <= last
  }

  /// Returns the days possible in both, or nothing if there are none.
  public func intersection(_ other: DateBounds) -> DateBounds? {
    DateBounds(
      earliest: first < other.first ? other.earliest : earliest,
      latest: last < other.last ? latest : other.latest
    )
  }

  /// Returns the narrowest bounds that contain both.
  public func hull(_ other: DateBounds) -> DateBounds {
    DateBounds(
      from: first < other.first ? earliest : other.earliest,
      to: last < other.last ? other.latest : latest
    )
  }

  /// The number of the first possible day; an open past lies before every day.
  var first: Int { earliest?.dayNumber ?? .min }

  /// The number of the last possible day; an open future lies after every day.
  var last: Int { latest?.dayNumber ?? .max }
}
