/// Counts what the filter shows and a drawing does not, so that nothing is dropped silently.
public struct Omission: Hashable, Sendable {
  /// Lists why something is not drawn.
  public enum Reason: String, CaseIterable, Hashable, Sendable {
    /// It does not belong to what was asked for.
    case outside
    /// More than this no reader finds their way in.
    case lackOfRoom
    /// This kind of diagram has no place for it.
    case noPlace

    fileprivate func sentence(_ counts: String) -> String {
      switch self {
      case .outside: "\(counts) outside this view"
      case .lackOfRoom: "not drawn for lack of room: \(counts), weakest first"
      case .noPlace: "not drawn here: \(counts)"
      }
    }
  }

  /// How many.
  public var count: Int
  /// Of what, as a noun in the singular.
  public var noun: String
  /// Why.
  public var reason: Reason

  /// Makes a count; `nil` for none.
  public init?(_ count: Int, _ noun: String, _ reason: Reason) {
    guard count > 0 else { return nil }
    self.count = count
    self.noun = noun
    self.reason = reason
  }

  /// "3 events, 2 participants outside this view", one text for each reason there is.
  public static func sentences(_ omissions: [Omission]) -> [String] {
    Reason.allCases.compactMap { reason in
      let counts = omissions.filter { $0.reason == reason }.map { counted($0.count, $0.noun) }
      return counts.isEmpty ? nil : reason.sentence(counts.joined(separator: ", "))
    }
  }
}
