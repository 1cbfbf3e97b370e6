/// Holds integers, mostly one or few that lie close together, so that most others are told by their
/// size alone.
public struct IntegerSet: Hashable, Sendable {
  private let numbers: Set<Int64>
  private let low: Int64
  private let high: Int64

  /// Makes a set.
  public init(_ numbers: some Sequence<Int64>) {
    self.numbers = Set(numbers)
    low = self.numbers.min() ?? .max
    high = self.numbers.max() ?? .min
  }

  /// Returns whether a number is in the set.
  @inline(__always)
  public func contains(_ number: Int64) -> Bool {
    number >= low && number <= high && (low == high || numbers.contains(number))
  }
}
