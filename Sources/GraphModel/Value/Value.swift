/// Holds one value of openCypher's data model.
///
/// `==` and `hash` are *equivalence*, by which DISTINCT and grouping tell values apart: null is the
/// same as null, not-a-number as itself, and 1 as 1.0. For the other relations of CIP2016-06-14
/// see `equals`, `comparison` and `ordering`; `isIdentical` tells 1 from 1.0.
public enum Value: Sendable {
  /// The absence of a value.
  case null
  /// A truth value.
  case boolean(Bool)
  /// A 64-bit signed integer.
  case integer(Int64)
  /// An IEEE 754 double; not-a-number and infinities are values too.
  case float(Double)
  /// Text.
  case string(String)
  /// A calendar day without time or zone.
  case date(CalendarDate)
  /// A time of day without a zone.
  case localTime(LocalTime)
  /// A time of day with an offset.
  case time(ZonedTime)
  /// A day and time without a zone.
  case localDateTime(LocalDateTime)
  /// A moment as a clock with an offset or a zone shows it.
  indirect case dateTime(ZonedDateTime)
  /// A length of time.
  indirect case duration(TemporalDuration)
  /// A place.
  indirect case point(Point)
  /// Values in order.
  case list([Value])
  /// Values by key.
  case map([String: Value])
  /// A node of the graph that the query reads.
  case node(NodeID)
  /// A relationship of the graph that the query reads.
  case relationship(RelationshipID)
  /// A walk through the graph that the query reads.
  case path(GraphPath)

  /// Returns the text of a string value, else `nil`.
  public var stringValue: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  /// Whether this is the absence of a value.
  public var isNull: Bool {
    guard case .null = self else { return false }
    return true
  }

  /// Returns the truth of a boolean value, else `nil`.
  public var booleanValue: Bool? {
    guard case .boolean(let truth) = self else { return nil }
    return truth
  }

  /// Returns the number of an integer value, else `nil`.
  public var integerValue: Int64? {
    guard case .integer(let number) = self else { return nil }
    return number
  }

  /// Returns the strings of a list value, skipping values that are no strings.
  public var stringList: [String] {
    guard case .list(let values) = self else { return [] }
    return values.compactMap(\.stringValue)
  }
}

/// Maps property keys to values.
///
/// A `null` value is the same as a missing key and is not stored.
public typealias Properties = [String: Value]
