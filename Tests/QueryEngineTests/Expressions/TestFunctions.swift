import GraphModel

@testable import QueryEngine

/// Makes the context in which functions are called: the clock stands still.
enum TestFunctions {
  static func context(of graph: PropertyGraph) -> FunctionContext {
    let moment = ZonedDateTime(
      local: LocalDateTime(date: .min, time: .midnight),
      offset: .utc
    )
    return FunctionContext(
      graph: graph,
      clock: StatementClock(fixed: moment),
      random: RandomSource(seed: 1)
    )
  }
}
