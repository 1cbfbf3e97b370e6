/// Holds when or where an event was, or what it was about.
///
/// An event may have several attributes of one kind: what two sources say about one date are two
/// attributes, and `conflicts` lists them when they cannot both be true.
public final class Attribute: Sendable {
  // A class, for the same reason as claims.

  /// Tells the kinds apart and carries the value.
  public enum Value: Hashable, Sendable {
    /// When.
    case date(UncertainDate)
    /// Where: a place or country.
    case place(EntityID)
    /// About what: a topic, or any other entity.
    case topic(EntityID)
    /// About what: another event.
    case subject(EventID)
  }

  /// Unique in the case; `EVENT#date`, `EVENT#place`, `EVENT#about/TARGET` unless chosen otherwise.
  public let id: FactID
  /// The event.
  public let event: EventID
  /// The kind and value.
  public let value: Value

  /// Makes an attribute.
  public init(id: FactID, event: EventID, value: Value) {
    self.id = id
    self.event = event
    self.value = value
  }
}

extension Attribute: Hashable {
  /// Whether two attributes say the same in all respects.
  public static func == (left: Attribute, right: Attribute) -> Bool {
    left === right
      || left.id == right.id && left.event == right.event && left.value == right.value
  }

  /// Hashes the id, which is unique in a case.
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
