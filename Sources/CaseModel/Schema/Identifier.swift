/// Names a record of one kind by a short text its author chose, such as `pompeo`, `M1` or `c12`.
///
/// All records of a case share one space of ids. Order is natural: `c2` comes before `c10`.
public struct Identifier<Record>: Hashable, Comparable, Sendable, CustomStringConvertible,
  ExpressibleByStringLiteral
{
  /// The id as written.
  public let rawValue: String

  /// Wraps an id.
  public init(_ rawValue: String) { self.rawValue = rawValue }

  /// Wraps a literal id.
  public init(stringLiteral value: String) { rawValue = value }

  /// Returns the id as written.
  public var description: String { rawValue }

  /// Orders naturally, see `NaturalOrder`.
  public static func < (left: Self, right: Self) -> Bool {
    NaturalOrder.isAscending(left.rawValue, right.rawValue)
  }
}

/// Names an entity.
public typealias EntityID = Identifier<Entity>
/// Names an event.
public typealias EventID = Identifier<Event>
/// Names anything that can be claimed.
public typealias FactID = Identifier<Fact>
/// Names a claim.
public typealias ClaimID = Identifier<Claim>
/// Names a source.
public typealias SourceID = Identifier<Source>
/// Names a question.
public typealias QuestionID = Identifier<Question>

extension Identifier where Record == Fact {
  /// Names the fact that an event took place; an event and this fact share one id.
  public init(_ event: EventID) { self.init(event.rawValue) }
}
