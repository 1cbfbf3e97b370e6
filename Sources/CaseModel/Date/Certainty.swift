/// Answers a question about uncertain dates.
public enum Certainty: Hashable, Sendable {
  /// Every day the dates allow answers yes.
  case certainly
  /// Some of the days the dates allow answer yes, some answer no.
  case possibly
  /// No day the dates allow answers yes.
  case never

  init(certainly: Bool, never: Bool) {
    self = certainly ? .certainly : never ? .never : .possibly
  }
}
