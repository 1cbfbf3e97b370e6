/// Gives the same numbers for the same seed (SplitMix64).
public struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  /// Makes a generator.
  public init(seed: UInt64) { state = seed }

  /// Returns the next number.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  /// Returns true once in so many times.
  public mutating func chance(_ outOf: Int) -> Bool { Int.random(in: 0..<outOf, using: &self) == 0 }

  /// Returns one of the elements, or another value if there are none.
  public mutating func pick<Element>(_ elements: some Collection<Element>, or other: Element)
    -> Element
  {
    elements.randomElement(using: &self) ?? other
  }

  /// Returns some of the elements, in any order.
  public mutating func some<Element>(_ elements: [Element], upTo limit: Int = 3) -> [Element] {
    Array(elements.shuffled(using: &self).prefix(Int.random(in: 0...limit, using: &self)))
  }
}
