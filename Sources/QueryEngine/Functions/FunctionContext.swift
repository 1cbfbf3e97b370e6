import Foundation
public import GraphModel

/// Holds what functions depend on besides their arguments.
public struct FunctionContext {
  /// The graph that the query reads.
  public let graph: any GraphAccess
  /// What time it is taken to be.
  public let clock: StatementClock
  /// Where random numbers come from.
  public let random: RandomSource

  /// Makes a context.
  public init(graph: any GraphAccess, clock: StatementClock, random: RandomSource) {
    self.graph = graph
    self.clock = clock
    self.random = random
  }
}

/// Tells the time: one for a whole statement, so that `datetime()` is the same in every row.
public struct StatementClock: Sendable {
  /// When the transaction began.
  public let transaction: ZonedDateTime
  /// When the statement began.
  public let statement: ZonedDateTime
  /// The time of the computer at every call.
  public let realtime: @Sendable () -> ZonedDateTime

  /// Makes a clock.
  public init(
    transaction: ZonedDateTime,
    statement: ZonedDateTime,
    realtime: @escaping @Sendable () -> ZonedDateTime
  ) {
    self.transaction = transaction
    self.statement = statement
    self.realtime = realtime
  }

  /// Makes a clock that stands still.
  public init(fixed moment: ZonedDateTime) {
    self.init(transaction: moment, statement: moment, realtime: { moment })
  }

  /// Returns the clock of a statement that begins now, in UTC.
  public static func now() -> StatementClock {
    let moment = computerTime()
    return StatementClock(transaction: moment, statement: moment, realtime: computerTime)
  }

  @Sendable private static func computerTime() -> ZonedDateTime {
    let seconds = Date().timeIntervalSince1970
    let whole = seconds.rounded(.down)
    let nanosecond = Int64((seconds - whole) * 1_000_000) * 1000
    let moment = ZonedDateTime(
      epochSecond: Int64(whole),
      nanosecond: min(nanosecond, 999_999_999),
      clock: .offset(.utc)
    )
    return moment
      ?? ZonedDateTime(
        local: LocalDateTime(date: .min, time: .midnight),
        offset: .utc
      )
  }
}

/// Makes random numbers (SplitMix64); the same ones for the same seed.
public final class RandomSource {
  /// `nil` before the first number of a source that nobody can foresee.
  private var state: UInt64?

  /// Makes a source of numbers that nobody can foresee.
  ///
  /// The system is not asked before the first of them, which few queries want.
  public init() {}

  /// Makes a source of the same numbers every time.
  public init(seed: UInt64) { state = seed }

  /// Returns a number of which all 64 bits are random.
  public func next() -> UInt64 {
    var mixed = (state ?? UInt64.random(in: .min ... .max)) &+ 0x9E37_79B9_7F4A_7C15
    state = mixed
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Returns a number from 0 to below 1.
  public func unitInterval() -> Double { Double(next() >> 11) * 0x1p-53 }
}
