/// Holds one property value of openCypher's data model.
public enum Value: Hashable, Sendable {
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
  /// Values in order.
  case list([Value])
  /// Values by key.
  case map([String: Value])

  /// Returns the text of a string value, else `nil`.
  public var stringValue: String? {
    guard case .string(let text) = self else { return nil }
    return text
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
